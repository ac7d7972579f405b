import BriefModel

/// After a good poll: what was learned, and what the server asked for.
extension PollQueue {
  mutating func succeeded(_ id: SourceID, _ report: PollReport, _ turn: inout Turn) -> Int64 {
    guard let place = slots.place(of: id) else { return 0 }
    slots[at: place].wasExcused = false
    let limits = slots[at: place].source.limits
    var state = slots[at: place].state
    let previous = state.lastSuccess
    let now = turn.now.wall
    state.lastPoll = now
    state.polls = state.polls.plusSaturating(1)
    state.failures = 0
    state.failure = nil
    state.failingSince = nil
    // A document is there again: the publisher took its 410 back.
    state.retiredAt = nil
    state.lastSuccess = now
    state.freshFor = report.freshFor
    if let manners = report.manners { state.manners = manners }
    if let entries = report.entries { state.window = max(0, entries) }
    learn(report, since: previous, &state, &turn, id)
    state.redirect = RedirectAdoption.after(
      state.redirect, target: report.permanentTarget, at: now)
    if let redirect = state.redirect, redirect.hasHeld(at: now, policy: policy.redirects) {
      turn.actions.append(.adoptRedirect(id, target: redirect.target))
    }
    let plan = plan(state, limits: limits, chance: turn.chance.fraction(for: id), now)
    state.planned = PlannedPoll(wait: plan.wait, price: intervals.budget.price)
    state.reasons = plan.reasons
    slots[at: place].state = state
    return plan.wait
  }

  private mutating func learn(
    _ report: PollReport, since previous: Timestamp?, _ state: inout PollState,
    _ turn: inout Turn, _ id: SourceID
  ) {
    let now = turn.now.wall
    intervals.spend(since: previous, planned: state.planned, at: now)
    var hasChanged = false
    if case .changed(let moments, let undated) = report.result {
      hasChanged = true
      state.lastChange = now
      intervals.learn(&state.rhythm, moments: moments, undated: undated, since: previous, at: now)
    } else {
      intervals.learn(&state.rhythm, moments: [], undated: 0, since: previous, at: now)
    }
    if report.wasNotModified {
      state.notModified = state.notModified.plusSaturating(1)
      state.trust.notModified()
    } else {
      let before = state.trust.suspicions
      state.trust.whole(wasConditional: report.wasConditional, changed: hasChanged, at: now)
      if state.trust.suspicions > before, state.trust.suspicions >= 2 {
        turn.actions.append(.note(.notModifiedLied(id)))
      }
    }
  }

  func plan(_ state: PollState, limits: IntervalLimits, chance: Double, _ now: Timestamp)
    -> IntervalPlan
  {
    let rhythm = intervals.wait(
      state.rhythm, window: state.window, longest: limits.maximum, at: now)
    return IntervalPlan(rhythm: rhythm, state: state, limits: limits, at: now, chance: chance)
  }
}
