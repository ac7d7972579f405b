import BriefModel

/// Finds the topic that a date belongs to: the one named nearest to it in its sentence, else the
/// last one named before it, else the only one that the text has.
struct TopicAttachment {
  private struct Place {
    var topic: TopicID
    var start: Int
    var end: Int
    var isGeneral: Bool
    var isUmbrella: Bool
  }
  private var places: [Place] = []
  private var only: TopicID?

  init(_ explanations: [TopicExplanation], field: Difference.Field) {
    let tagged = explanations.filter { $0.verdict == .tagged }
    for explanation in tagged {
      for hit in explanation.hits where hit.verdict == .counts && hit.mention.field == field {
        places.append(
          Place(
            topic: explanation.topic, start: hit.mention.offset,
            end: hit.mention.offset + hit.mention.length,
            isGeneral: explanation.isGeneral, isUmbrella: explanation.isUmbrella))
      }
    }
    places.sort { $0.start < $1.start }
    only = tagged.count == 1 ? tagged.first?.topic : tagged.max { $0.score < $1.score }?.topic
  }

  var hasTopics: Bool { !places.isEmpty }

  /// Is a topic named in these bytes?
  func names(in range: Range<Int>) -> Bool { places.contains { range.contains($0.start) } }

  /// The topic of a figure: what its sentence is about, and no unit within it (`128 долларов` is no
  /// debt). A figure of the whole economy has no topic of another sentence.
  func topic(
    ofFigure figure: Range<Int>, of range: Range<Int>, isOfEconomy: Bool
  ) -> TopicID? {
    var outside = self
    outside.places.removeAll { figure.lowerBound <= $0.start && $0.end <= figure.upperBound }
    if isOfEconomy, !outside.places.contains(where: { range.contains($0.start) && !$0.isUmbrella })
    {
      let general = outside.places.filter(\.isUmbrella)
      return (general.last { range.contains($0.start) } ?? general.first)?.topic
    }
    return outside.topic(
      start: figure.lowerBound, end: figure.upperBound, of: range)
  }

  /// `end` is the end of the date, `range` the bytes of its sentence.
  func topic(start: Int, end: Int, of range: Range<Int>) -> TopicID? {
    let inside = places.filter { range.contains($0.start) }
    let nearest = inside.min { cost($0, start, end) < cost($1, start, end) }
    if let nearest, !nearest.isUmbrella || places.allSatisfy(\.isUmbrella) { return nearest.topic }
    guard let last = places.last(where: { $0.start < range.lowerBound && !$0.isUmbrella }) else {
      return places.first { !$0.isUmbrella }?.topic ?? only
    }
    // One topic in what was said before, or the text's first.
    let before = Set(places.filter { $0.start < range.lowerBound && !$0.isUmbrella }.map(\.topic))
    return before.count == 1 ? last.topic : places.first { !$0.isUmbrella }?.topic
  }

  /// Bytes between topic and date; what stands behind the date counts double, a general topic four
  /// times.
  private func cost(_ place: Place, _ start: Int, _ end: Int) -> Int {
    let distance = place.start >= end ? 2 * (place.start - end) : max(start - place.end, 0)
    if place.isUmbrella { return 100 * distance + 100_000 }
    return place.isGeneral ? 3 * distance + 60 : distance
  }
}
