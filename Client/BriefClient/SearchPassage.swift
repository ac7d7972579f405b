import BriefModel
internal import BriefStore

/// Where the words that were looked for stand in a version.
struct SearchPassage {
  private let text: String
  private let words: [FoldedWord]
  /// In the order of the text.
  private var places: [(phrase: Int, words: Range<Int>)] = []

  init(_ content: Content, sought: [[SoughtWord]]) {
    text = content.body?.text ?? ""
    words = SearchFold.words(text)
    for (index, phrase) in sought.enumerated() {
      places += Self.places(of: phrase, in: words).map { (index, $0) }
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// Words of a phrase stand as themselves; a word alone stands for what begins with it too, as in
  /// the index.
  private static func places(of sought: [SoughtWord], in words: [FoldedWord]) -> [Range<Int>] {
    guard let first = sought.first, words.count >= sought.count else { return [] }
    guard sought.count > 1 else {
      return words.indices.filter { first.means(words[$0].stem) }.map { $0..<$0 + 1 }
    }
    return (0...(words.count - sought.count)).compactMap { start in
      let matches = sought.indices.allSatisfy { sought[$0].stems.contains(words[start + $0].stem) }
      return matches ? start..<(start + sought.count) : nil
    }
  }

  func result(for publication: Publication, score: Double) -> SearchResults.Result {
    var result = SearchResults.Result(
      publication: publication, passage: "", marks: [], score: score)
    let window = best()
    guard !window.isEmpty else { return result }
    let start = words[window.lowerBound].range.lowerBound
    let end = words[window.upperBound - 1].range.upperBound
    result.passage = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    let inside = places.filter {
      window.contains($0.words.lowerBound) && $0.words.upperBound <= window.upperBound
    }
    result.marks = inside.map { place in
      let first = words[place.words.lowerBound].range.lowerBound
      return (first - start)..<(words[place.words.upperBound - 1].range.upperBound - start)
    }
    return result
  }

  /// The words around the place where most of what is sought stands close together.
  private func best() -> Range<Int> {
    let span = SearchLimits.passageWords
    var (best, most) = (0, 0)
    for (index, place) in places.enumerated() {
      let near = places[index...].prefix { $0.words.lowerBound - place.words.lowerBound < span }
      let different = Set(near.map(\.phrase)).count
      if different > most { (best, most) = (place.words.lowerBound, different) }
    }
    let first = max(0, best - span / 2)
    return first..<min(words.count, first + span * 2)
  }
}
