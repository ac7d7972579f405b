import BriefModel

/// What the rest of the sentence says became of a date that it names as planned.
struct ClaimSequel {
  let published: CalendarDate?
  let context: ClaimContext
  /// Nobody has moved anything yet: the sentence asks, or proposes.
  let isOpen: Bool

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
    // `proposed to put off the launch, planned for 1 January, until 1 March`: the later day is what is
    // proposed.
    if let first = claims.firstIndex(where: \.isProposed), first + 1 == claims.count - 1,
      let (old, new) = claims[first].due.flatMap({ old in claims[first + 1].due.map { (old, $0) } }
      ),
      old < new, isPlan(claims[first + 1]), !claims.contains(where: \.isSuperseded)
    {
      var claims = claims
      (claims[first].isProposed, claims[first].isHedged) = (false, false)
      (claims[first + 1].isProposed, claims[first + 1].isHedged) = (true, true)
      return claims
    }
    guard context.has(.moved), claims.count > 1, !claims.contains(where: \.isSuperseded),
      let target = claims.last(where: { isPlan($0) && $0.due != nil }), let last = target.due,
      !target.isNegated, target.isPostponed || !target.isHedged
    else { return claims }
    let earlier = claims.filter { isPlan($0) && ($0.due ?? last) < last }
    guard earlier.count == 1, let old = earlier.first, old.offset < target.offset else {
      return claims
    }
    guard !isOpen else {
      return claims.map { claim in
        guard claim == target else { return claim }
        var claim = claim
        (claim.isProposed, claim.isHedged, claim.isPostponed) = (true, true, false)
        return claim
      }
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
