import BriefModel

/// What the sentence says of a date beside naming it: that it is denied, feared, or moved for certain.
extension ClaimContext {
  /// How the sentence takes the statement that a phrase stands in; `nil` where it makes it itself.
  /// - Parameter isAhead: the date lies ahead; a day that has passed is that of the denial.
  func reported(at range: Range<Int>, isAhead: Bool) -> ReportedStatement.Standing? {
    statements.last {
      $0.range.contains(range.lowerBound) && (isAhead || !$0.isNamed)
    }?.standing
  }

  /// `denied on 12 March that it would be signed`: nothing was signed on that day.
  func isReported(_ index: Int, apartFrom range: Range<Int>) -> Bool {
    statements.contains {
      !$0.isNamed && $0.range.contains(index) && !$0.range.contains(range.lowerBound)
    }
  }

  /// A "not" in the phrase's clause; in a reported statement only a "not" of the statement itself.
  func isNegated(at range: Range<Int>) -> Bool {
    guard let statement = statements.last(where: { $0.range.contains(range.lowerBound) }) else {
      return clauseHas(.negation, at: range) || isPlanDenied(at: range)
    }
    let clause = clauses[range.lowerBound]
    return statement.range.contains { clauses[$0] == clause && cues[$0].contains(.negation) }
  }

  /// `keine Pläne, den Markt bis zum 1. Januar einzuführen`, `nie ma planów, by`: the clause in front says
  /// that nobody means to do what this one names.
  private func isPlanDenied(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    guard clause.lowerBound > 0, clauses[clause.lowerBound - 1] == clauses[clause.lowerBound] - 1
    else { return false }
    let before = self.clause(of: clause.lowerBound - 1..<clause.lowerBound)
    guard before.contains(where: { cues[$0].contains(.negation) }),
      before.contains(where: { index in
        !cues[index].isDisjoint(with: [.hope, .intent]) || roles[index].contains(.proposal)
          || Self.intentions.contains(where: items[index].text.hasPrefix)
      })
    else { return false }
    if roles[clause.lowerBound].contains(.purpose) { return true }
    // The infinitive of a German clause stands at its end, with its `zu` in front or within.
    return before.contains { Self.germanNots.contains(items[$0].text) }
      && clause.contains { index in
        let text = items[index].text
        return text.hasSuffix("n")
          && (index > clause.lowerBound && items[index - 1].text == "zu"
            || text.dropFirst(2).contains("zu"))
      }
  }

  private static let intentions = [
    "absicht", "beabsichtig", "намерен", "zamiar", "намір", "намер", "ketinim", "intention",
  ]
  private static let germanNots: Set<String> = ["kein", "keine", "keinen", "keinerlei", "nicht"]

  /// `will not be postponed`: the move itself is denied, and not what stands beside it (`was postponed
  /// since the rules are not ready`).
  func isMoveDenied(at range: Range<Int>) -> Bool { governsMove(.negation, at: range) }

  /// `may be postponed`: nobody has moved it yet. What was `reportedly postponed` was.
  func isMoveUncertain(at range: Range<Int>) -> Bool { governsMove(.hedge, at: range) }

  /// Items between a "not" or "may" and the move that it governs.
  private static let reachOfMove = 5

  private func governsMove(_ cue: ClaimCue, at range: Range<Int>) -> Bool {
    let governs = items.indices.filter {
      cues[$0].contains(cue) && items[$0].text != "reportedly"
    }
    guard !governs.isEmpty else { return false }
    // `Возможно, запуск перенесут`
    if cue == .hedge, let first = governs.first, first <= 1, first + 1 < items.count,
      clauses[first + 1] == clauses[first] + 1, clauses[range.lowerBound] == clauses[first] + 1
    {
      return true
    }
    let clause = clause(of: range)
    return clause.contains { move in
      guard cues[move].contains(.moved), !range.contains(move) else { return false }
      return governs.contains { index in
        guard index <= move, clauses[index] == clauses[move] else { return false }
        // German has its verb behind the dates.
        if move > range.lowerBound { return index < range.lowerBound || index == move }
        return move - index <= Self.reachOfMove
          && !roles[index..<move].contains { $0.contains(.joint) }
      }
    }
  }
}
