import BriefModel

/// What the rest of the sentence says became of a date that it names as planned.
struct ClaimSequel {
  let published: CalendarDate?
  let context: ClaimContext

  /// `The market, announced for 1 January 2026, has not opened`: the clause behind denies what was
  /// planned for a day that has passed.
  func denied(_ claim: DatedClaim, at range: Range<Int>) -> DatedClaim {
    guard let published, let due = claim.due, due <= published, isPlan(claim),
      !claim.isNegated, context.isDenied(behind: range)
    else { return claim }
    var claim = claim
    claim.isNegated = true
    return claim
  }

  /// `Planned for 1 December 2023, it has been postponed to 1 January 2025`: of a sentence that moves
  /// something to a day, an earlier day that it names as planned is the one that was given up.
  func superseded(_ claims: [DatedClaim]) -> [DatedClaim] {
    guard context.has(.moved), claims.count > 1, !claims.contains(where: \.isSuperseded),
      let target = claims.last(where: { isPlan($0) && $0.due != nil }), let last = target.due,
      !target.isNegated, target.isPostponed || !target.isHedged
    else { return claims }
    let earlier = claims.filter { isPlan($0) && ($0.due ?? last) < last }
    guard earlier.count == 1, let old = earlier.first, old.offset < target.offset else {
      return claims
    }
    return claims.map { claim in
      guard claim == old else { return claim }
      var claim = claim
      claim.isSuperseded = true
      return claim
    }
  }

  /// A day to which something was moved is marked only where the sentence does not name the day that
  /// was given up.
  func withOldDays(_ claims: [DatedClaim]) -> [DatedClaim] {
    guard claims.contains(where: \.isSuperseded) else { return claims }
    return claims.map { claim in
      var claim = claim
      claim.isPostponed = false
      return claim
    }
  }

  private func isPlan(_ claim: DatedClaim) -> Bool {
    claim.kind == .planned || claim.kind == .deadline
  }
}
