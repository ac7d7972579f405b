import BriefModel

/// Whether what a date stands for holds: denied, feared, put off, or in another date's place.
extension SentenceClaims {
  struct Standing {
    var isNegated = false
    var isHedged = false
    var isSuperseded = false
    var isPostponed = false
    /// A day to which nobody has moved anything yet.
    var isProposed = false
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
    let isUncertain =
      context.isMoveUncertain(at: phrase.range) || reported == .feared
      || context.isMoveProposed(at: phrase.range) || isQuestion
    let isMoved = !isDenied && !isUncertain
    if phrase.tie == .movedFrom { return Standing(isSuperseded: isMoved) }
    return Standing(
      isNegated: isDenied,
      isHedged: isUncertain || context.clauseHas(.hedge, at: phrase.range), isPostponed: isMoved,
      isProposed: isUncertain && !isDenied)
  }

  /// `Was the launch postponed from May to June?`
  var isQuestion: Bool {
    bytes[range].last { $0 > 0x20 && $0 != UInt8(ascii: "\"") } == UInt8(ascii: "?")
  }

  /// `were to sign on 20 December`: the day has passed, and the sentence does not say that it happened.
  func isUnsettled(
    _ kind: DatedClaim.Kind, _ interval: DateInterval, _ phrase: DatePhrase,
    _ context: ClaimContext
  ) -> Bool {
    guard [.signing, .event, .inForce].contains(kind), let published,
      let due = interval.end ?? interval.start, due <= published
    else { return false }
    return isQuestion || context.isUnsettled(at: phrase.range)
  }
}
