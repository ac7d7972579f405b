import BriefModel

/// After a good poll: what was learned, and what the server asked for.
extension PollQueue {
  mutating func succeeded(_ id: SourceID, _ report: PollReport, _ turn: inout Turn) -> Int64 {
    guard let slot = slots[id] else { return 0 }
    slots[id]?.wasExcused = false
    let previous = slot.state.lastSuccess
    countPoll(id, turn)
    guard var state = slots[id]?.state else { return 0 }
    let now = turn.now.wall
    state.failures = 0
    state.failure = nil
    state.failingSince = nil
    state.lastSuccess = now
    state.freshFor = report.freshFor
    if let manners = report.manners { state.manners = manners }
    learn(report, since: previous, &state, &turn, id)
    state.redirect = RedirectAdoption.after(
      state.redirect, target: report.permanentTarget, at: now)
    if let redirect = state.redirect, redirect.hasHeld(at: now, policy: policy.redirects) {
      turn.actions.append(.adoptRedirect(id, target: redirect.target))
    }
    let plan = intervals.plan(
      state, limits: slot.source.limits, at: now, chance: turn.chance.fraction(for: id))
    state.reasons = plan.reasons
    slots[id]?.state = state
    return plan.wait
  }

  private func learn(
    _ report: PollReport, since previous: Timestamp?, _ state: inout PollState,
    _ turn: inout Turn, _ id: SourceID
  ) {
    let now = turn.now.wall
    var seen = 0
    if case .changed(let moments, let undated) = report.result {
      seen = moments.count + undated
      state.lastChange = now
    }
    state.rhythm.observe(since: previous, moments: seen, at: now)
    if report.wasNotModified {
      state.notModified += 1
      state.trust.notModified()
    } else {
      let before = state.trust.suspicions
      state.trust.whole(wasConditional: report.wasConditional, changed: seen > 0, at: now)
      if state.trust.suspicions > before, state.trust.suspicions >= 2 {
        turn.actions.append(.note(.notModifiedLied(id)))
      }
    }
  }
}
