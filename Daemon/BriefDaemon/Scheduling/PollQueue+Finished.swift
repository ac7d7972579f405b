import BriefModel

/// What the end of a poll changes.
extension PollQueue {
  mutating func finish(_ id: SourceID, _ report: PollReport, _ turn: inout Turn) {
    guard let host = flying.removeValue(forKey: id) else { return }
    hosts[host]?.transfers -= 1
    refresh(host)
    discardIfIdle(host, turn)
    let answering = report.answeredBy ?? host
    noteAnswer(report, host: answering, &turn)
    for wait in report.waits { close(wait.host, for: wait.seconds, of: id, &turn) }
    // Removed while it was under way.
    guard let place = slots.place(of: id) else { return }
    if report.result.isAnswer || answering != host {
      slots[at: place].state.leadsTo = answering == host ? nil : answering
    }
    let failuresBefore = slots[at: place].state.failures
    slots[at: place].isRequested = false
    let isWanted = slots[at: place].isRequestedAgain
    slots[at: place].isRequestedAgain = false
    defer { if isWanted { request(id, &turn) } }
    let wait = apply(report, to: id, host: answering, &turn)
    guard slots[at: place].state.isPolled else {
      slots[at: place].state.nextPoll = nil
      return
    }
    if failuresBefore > 0, slots[at: place].state.failures == 0, report.result != .abandoned,
      report.result != .outdated
    {
      turn.actions.append(.note(.sourceRecovered(id, failures: failuresBefore)))
    }
    let time = turn.now.uptime.plusSaturating(wait.timesSaturating(1000))
    slots[at: place].state.nextPoll = turn.now.wall(atUptime: time)
    due.set(id, at: time)
  }

  /// Any HTTP answer, whatever it says, proves that the network is there.
  private mutating func noteAnswer(_ report: PollReport, host: String, _ turn: inout Turn) {
    switch report.result {
    case .unchanged, .changed, .gone: hosts[host]?.asked = 0
    default: break
    }
    guard report.result.isAnswer, !host.isEmpty else { return }
    let since = network.away?.since
    if network.answered() { networkIsBack(since: since, &turn) }
  }

  /// Seconds until the next poll, the state advanced.
  private mutating func apply(
    _ report: PollReport, to id: SourceID, host: String, _ turn: inout Turn
  ) -> Int64 {
    switch report.result {
    case .abandoned:
      return policy.backOff.first
    case .outdated:
      return 0
    case .failed(.ours):
      slots[id]?.state.reasons = [
        PollReason(.backOff, seconds: policy.backOff.first, detail: PollFailure.ours.rawValue)
      ]
      return policy.backOff.wait(failures: 1, chance: turn.chance.fraction(for: id))
    case .failed(let failure):
      if report.doubtsCondition { slots[id]?.state.trust.refused(policy: policy.trust) }
      return failed(id, failure, host: host, &turn)
    case .askedToWait(let retryAfter):
      return wait(id, retryAfter, host: host, &turn)
    case .hostClosed(let seconds):
      return waitUnasked(id, seconds, host: host, &turn)
    case .gone:
      countPoll(id, turn)
      slots[id]?.state.retiredAt = turn.now.wall
      slots[id]?.state.reasons = [PollReason(.retired, until: turn.now.wall)]
      turn.actions.append(.note(.sourceRetired(id)))
      return 0
    case .unchanged, .changed:
      return succeeded(id, report, &turn)
    }
  }

  private mutating func failed(
    _ id: SourceID, _ failure: PollFailure, host: String, _ turn: inout Turn
  ) -> Int64 {
    guard failure.mayBeOurNetwork, !host.isEmpty else { return blame(id, failure, &turn) }
    if network.isAway {
      slots[id]?.wasExcused = true
      slots[id]?.state.reasons = [PollReason(.offline, until: network.away?.since)]
      return 0  // behind the others; the probes are paced by the watch
    }
    guard let slot = slots[id], slot.state.failures == 0, slot.state.lastSuccess != nil,
      !slot.wasExcused
    else { return blame(id, failure, &turn) }
    let wait = blame(id, failure, &turn)
    guard
      let excused = network.missed(id, host: host, at: turn.now, policy: policy)
    else { return wait }
    turn.actions.append(.note(.networkLost))
    for other in excused { excuse(other, reporting: id, &turn) }
    return policy.offlineProbe
  }

  /// Takes the blame back.
  private mutating func excuse(_ id: SourceID, reporting: SourceID, _ turn: inout Turn) {
    guard slots[id] != nil else { return }
    slots[id]?.wasExcused = true
    slots[id]?.state.failures = 0
    slots[id]?.state.failure = nil
    slots[id]?.state.failingSince = nil
    slots[id]?.state.reasons = [PollReason(.offline, until: network.away?.since)]
    guard id != reporting else { return }
    let time = turn.now.uptime.plusSaturating(policy.offlineProbe * 1000)
    if due[id] != nil { due.set(id, at: time) }
    slots[id]?.state.nextPoll = turn.now.wall(atUptime: time)
    turn.actions.append(.recordState(id))
  }

  private mutating func blame(_ id: SourceID, _ failure: PollFailure, _ turn: inout Turn) -> Int64 {
    countPoll(id, turn)
    guard var state = slots[id]?.state else { return policy.backOff.first }
    state.failures = min(state.failures, 1_000_000) + 1
    state.failure = failure
    state.failingSince = state.failingSince ?? turn.now.wall
    let wait = policy.backOff.wait(
      failures: state.failures, chance: turn.chance.fraction(for: id))
    state.reasons = [
      PollReason(.backOff, seconds: wait, count: state.failures, detail: failure.rawValue)
    ]
    slots[id]?.state = state
    turn.actions.append(.note(.sourceFailed(id, failure, failures: state.failures)))
    return wait
  }

  private mutating func wait(
    _ id: SourceID, _ retryAfter: Int64?, host: String, _ turn: inout Turn
  ) -> Int64 {
    let ownWait = blame(id, .status, &turn)
    let (hostWait, closedUntil) = close(host, for: retryAfter, of: id, &turn)
    slots[id]?.state.reasons.append(
      PollReason(.hostAsked, seconds: hostWait, until: closedUntil, detail: host))
    return max(ownWait, hostWait)
  }

  /// Nothing was asked, so nothing was learned but where the source leads.
  private mutating func waitUnasked(
    _ id: SourceID, _ seconds: Int64, host: String, _ turn: inout Turn
  ) -> Int64 {
    let wait = seconds.clamped(1, policy.longestRetryAfter)
    let until = turn.now.wall.advanced(by: wait)
    slots[id]?.state.reasons = [
      PollReason(.hostAsked, seconds: wait, until: until, detail: host)
    ]
    turn.actions.append(.recordState(id))
    return wait
  }

  /// Leaves a host alone, for all sources: for as many seconds as it asked for, or by our own back-off.
  @discardableResult
  private mutating func close(
    _ host: String, for retryAfter: Int64?, of id: SourceID, _ turn: inout Turn
  ) -> (seconds: Int64, until: Timestamp) {
    let asked = min((hosts[host]?.asked ?? 0) + 1, 1_000_000)
    let wait =
      retryAfter?.clamped(0, policy.longestRetryAfter)
      ?? policy.backOff.wait(failures: asked, chance: turn.chance.fraction(for: id))
    let until = turn.now.uptime.plusSaturating(wait.timesSaturating(1000))
    var queue = hosts[host] ?? HostQueue()
    queue.asked = asked
    queue.honoured = queue.honoured.plusSaturating(1)
    queue.closedUntil = max(queue.closedUntil, until)
    hosts[host] = queue
    refresh(host)
    let closedUntil = turn.now.wall(atUptime: queue.closedUntil)
    turn.actions.append(.recordHost(host))
    turn.actions.append(.note(.hostAskedToWait(host: host, until: closedUntil)))
    return (wait, closedUntil)
  }

  mutating func countPoll(_ id: SourceID, _ turn: Turn) {
    guard let place = slots.place(of: id) else { return }
    slots[at: place].state.lastPoll = turn.now.wall
    slots[at: place].state.polls = slots[at: place].state.polls.plusSaturating(1)
  }
}
