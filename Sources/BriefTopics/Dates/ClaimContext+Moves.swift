/// Moves that nobody has made yet: asked for, proposed, tied to a condition.
extension ClaimContext {
  /// Items between who proposes a move and the move.
  private static let reachOfProposal = 24

  /// `proposed to postpone`, `попросил перенести`, `if talks fail, it will be postponed`.
  func isMoveProposed(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    let near = clause.filter { cues[$0].contains(.moved) && !range.contains($0) }
    // A clause set apart stands between: `proposed to put off the launch, planned for May, until June`.
    let moves = near.isEmpty ? items.indices.filter { cues[$0].contains(.moved) } : near
    return moves.contains { isWanted($0) || isConditional($0) }
  }

  /// Does the sentence speak of moves, and of none that was made?
  var isEveryMoveProposed: Bool {
    let moves = items.indices.filter { cues[$0].contains(.moved) }
    return !moves.isEmpty && moves.allSatisfy { isWanted($0) || isConditional($0) }
  }

  /// Is the move an infinitive or a noun whose nearest governor proposes it?
  func isWanted(_ move: Int) -> Bool {
    guard !isFinite(move) else { return false }
    // `the proposal to move it was approved`
    let settles = clause(of: move..<move + 1).contains {
      $0 > move && roles[$0].contains(.deciding) && tenses[$0] != .future
    }
    if settles { return false }
    let first = max(0, move - Self.reachOfProposal)
    for index in (first..<move).reversed() where clauses[move] - clauses[index] <= 1 {
      if roles[index].contains(.deciding) { return false }
      guard governs(index, move) else { continue }
      return clauses[index] == clauses[move] || isOpened(clauseOf: move)
    }
    // German has the verb of wanting in front, the noun may stand in front of it in all.
    return items.indices.contains {
      $0 > move && clauses[$0] == clauses[move] && $0 - move <= Self.reachOfProposal
        && roles[$0].contains(.proposing) && tenses[$0] != .unknown
    }
  }

  private func governs(_ index: Int, _ move: Int) -> Bool {
    let next = index + 1 < items.count ? items[index + 1].text : ""
    // `plans to postpone`: a plan that was postponed is none.
    if ["plan", "plans", "planned", "planning", "intends", "intended", "hopes", "tried", "tries"]
      .contains(items[index].text)
    {
      return next == "to" && move - index <= 4
    }
    // `will be postponed` is German for a wish in German only.
    if ["will", "wollen", "wollte", "wollten"].contains(items[index].text) {
      return items[move].text.hasSuffix("n") && items[move].text != "schieben"
        && !["be", "to"].contains(next)
    }
    return roles[index].contains(.proposing)
  }

  /// Does the clause of a move hang on the one in front: `that`, `чтобы`, `den Start zu verschieben`?
  private func isOpened(clauseOf move: Int) -> Bool {
    let clause = clause(of: move..<move + 1)
    if !roles[clause.lowerBound].isDisjoint(with: [.that, .purpose, .condition]) { return true }
    return isInfinitive(at: move)
  }

  /// Says by its own form that it was or will be moved.
  private func isFinite(_ move: Int) -> Bool {
    let text = items[move].text
    let front = items[..<move].suffix(3).map(\.text)
    let before = front.last ?? ""
    // Lithuanian `kad būtų nukeltas`
    if before == "butu" { return false }
    if Self.isEnglish(text) {
      // `asked for it to be postponed`; `is to be postponed` is settled.
      if before == "be" { return front.contains(where: Self.beings.contains) }
      // `seeks to have the launch postponed`
      if let have = items[..<move].suffix(6).lastIndex(where: { $0.text == "have" }), have > 0,
        items[have - 1].text == "to"
      {
        return false
      }
      if text.hasSuffix("ed") || ["pushed", "put", "slipped"].contains(text) {
        return before != "to"
      }
    }
    return tenses[move] == .past && !isInfinitive(at: move) && !clauseIsPurpose(move)
  }

  private func clauseIsPurpose(_ index: Int) -> Bool {
    let clause = clause(of: index..<index + 1)
    return clause.contains { $0 < index && roles[$0].contains(.purpose) }
  }

  private static func isEnglish(_ text: String) -> Bool {
    text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
      && englishMoves.contains {
        text.hasPrefix($0)
      }
  }

  private static let beings: Set<String> = ["will", "shall", "is", "are", "was", "were"]

  private static let englishMoves = [
    "postpon", "delay", "defer", "push", "put", "slip", "extend", "prolong", "reschedul", "shift",
    "move", "stretch", "bring", "brought",
  ]

  /// `if talks fail, the launch will be postponed`; what was postponed was.
  func isConditional(_ move: Int) -> Bool {
    let clause = clauses[move]
    let first = clauses.firstIndex(of: clause) ?? move
    if roles[first..<min(first + 2, move)].contains(where: { $0.contains(.condition) }) {
      return true
    }
    guard tenses[move] != .past || !isFinite(move) || isToBe(at: move..<move + 1) else {
      return false
    }
    return items.indices.contains { index in
      guard roles[index].contains(.condition) else { return false }
      // The condition opens a clause beside this one, or stands behind the move.
      let opens = index == 0 || clauses[index] != clauses[index - 1] || index > move
      return opens && abs(clauses[index] - clause) <= 1
    }
  }

  /// `postpone` behind `to`, `перенести`, `zu verschieben`.
  func isInfinitive(at index: Int) -> Bool {
    let text = items[index].text
    let front = items[max(0, index - 2)..<index].map(\.text)
    if front.contains("to") || front.contains("zu") { return true }
    if text.hasSuffix("en"), text.dropFirst(2).contains("zu") { return true }
    if tenses[index] == .past, !text.hasSuffix("ти"), !text.hasSuffix("ть") { return false }
    return Self.infinitiveEndings.contains(where: text.hasSuffix)
  }

  private static let infinitiveEndings = [
    "ть", "ти", "ться", "тися", "ць", "цца", "ці", "ac", "ic", "yc", "oc", "rzec", "yti", "oti",
    "eti", "ti", "tis",
  ]
}
