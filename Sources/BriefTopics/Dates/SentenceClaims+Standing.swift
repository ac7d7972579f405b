import BriefModel

/// Whether what a date stands for holds: denied, feared, put off, or in another date's place.
extension SentenceClaims {
  struct Standing {
    var isNegated = false
    var isHedged = false
    var isSuperseded = false
    var isPostponed = false
  }

  /// A move that is denied, feared or only possible leaves the old day as it was.
  func standing(
    of phrase: DatePhrase, _ interval: DateInterval, _ context: ClaimContext
  ) -> Standing {
    let due = interval.end ?? interval.start
    let isAhead = published.flatMap { published in due.map { $0 > published } } ?? true
    let reported = context.reported(at: phrase.range, isAhead: isAhead)
    guard phrase.tie == .movedFrom || phrase.tie == .movedTo else {
      return Standing(
        isNegated: context.isNegated(at: phrase.range) != (reported == .denied),
        isHedged: context.clauseHas(.hedge, at: phrase.range) || reported == .feared)
    }
    // `denies that it will not be postponed`
    let isDenied = context.isMoveDenied(at: phrase.range) != (reported == .denied)
    let isUncertain = context.isMoveUncertain(at: phrase.range) || reported == .feared
    let isMoved = !isDenied && !isUncertain
    if phrase.tie == .movedFrom { return Standing(isSuperseded: isMoved) }
    return Standing(
      isNegated: isDenied,
      isHedged: isUncertain || context.clauseHas(.hedge, at: phrase.range), isPostponed: isMoved)
  }
}
