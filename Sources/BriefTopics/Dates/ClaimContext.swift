import BriefModel

/// The words of a sentence as a date sees them: cues and tenses by their distance.
struct ClaimContext {
  private let items: [DateItem]
  private let cues: [[ClaimCue]]
  private let tenses: [TimeDirection]
  /// Grows by one at each comma, dash or bracket.
  private let clauses: [Int]

  init(_ items: [DateItem], language: String) {
    self.items = items
    cues = items.map { item in
      item.text.split(separator: " ").flatMap { ClaimCue.of(Array($0.unicodeScalars)) }
    }
    var tenses = items.map { Tense.direction(of: $0.text, in: language) }
    if language == "en" { Self.settleEnglish(items, &tenses) }
    self.tenses = tenses
    var clause = 0
    clauses = items.map { item in
      if item.gap == .comma || item.gap == .other || (item.gap == .dash && item.number == nil) {
        clause += 1
      }
      return clause
    }
  }

  /// `to be signed`, `is expected` point ahead; `was expected` does not.
  private static func settleEnglish(_ items: [DateItem], _ tenses: inout [TimeDirection]) {
    for index in items.indices.dropFirst() where items[index].text.hasSuffix("ed") {
      switch items[index - 1].text {
      case "be": tenses[index] = .future
      case "is", "are": if tenses[index] == .past { tenses[index] = .unknown }
      default: break
      }
    }
    for index in items.indices where ["is", "are", "to"].contains(items[index].text) {
      // `is signed` says no time; `to` counts before a verb only.
      let next = index + 1 < items.count ? items[index + 1] : nil
      if items[index].text == "to" {
        if next?.text != "be", next.map({ $0.isCapitalised || $0.number != nil }) ?? true {
          tenses[index] = .unknown
        }
      } else if next?.text.hasSuffix("ed") == true {
        tenses[index] = tenses[index + 1] == .future ? .future : .unknown
      }
    }
  }

  /// Items between a word and the phrase; a clause boundary between them counts as seven.
  private func distance(_ index: Int, to range: Range<Int>) -> Int {
    let near = index < range.lowerBound ? range.lowerBound : range.upperBound - 1
    let items = abs(index - near)
    return items + 7 * abs(clauses[index] - clauses[near])
  }

  private func nearest(to range: Range<Int>, where matches: (Int) -> Bool) -> Int? {
    items.indices.filter { !range.contains($0) && matches($0) }
      .map { distance($0, to: range) }.min()
  }

  func distance(of cue: ClaimCue, to range: Range<Int>) -> Int? {
    let inside = range.contains { cues[$0].contains(cue) }
    return inside ? 0 : nearest(to: range) { cues[$0].contains(cue) }
  }

  func has(_ cue: ClaimCue) -> Bool { cues.contains { $0.contains(cue) } }

  /// A cue in the phrase's own clause.
  func clauseHas(_ cue: ClaimCue, at range: Range<Int>) -> Bool {
    let clause = clauses[range.lowerBound]
    return items.indices.contains { clauses[$0] == clause && cues[$0].contains(cue) }
  }

  /// The direction of the nearest verb.
  func direction(at range: Range<Int>) -> TimeDirection {
    let past = nearest(to: range) { tenses[$0] == .past }
    let future = nearest(to: range) { tenses[$0] == .future }
    switch (past, future) {
    case (nil, nil): return .unknown
    case (_, nil): return .past
    case (nil, _): return .future
    case (let past?, let future?): return past <= future ? .past : .future
    }
  }
}
