import BriefModel

/// Sources that come, go, pause and are asked for.
extension PollQueue {
  mutating func add(_ source: ScheduledSource, state: PollState?, _ turn: inout Turn) {
    let known = slots[source.id]?.state
    detach(source.id, turn)
    let state = state ?? known ?? PollState()
    slots[source.id] = Slot(source: source, state: state)
    intervals.join(state.rhythm, at: turn.now.wall)
    hosts[source.host, default: HostQueue()].sources += 1
    resume(source.id, &turn)
  }

  mutating func remove(_ id: SourceID, _ turn: inout Turn) {
    detach(id, turn)
    slots[id] = nil
  }

  /// Applies a change of the configuration kind and plans anew.
  mutating func change(_ id: SourceID, _ turn: inout Turn, _ body: (inout PollState) -> Void) {
    guard slots[id] != nil else { return }
    withdraw(id, turn)
    if var state = slots[id]?.state {
      body(&state)
      slots[id]?.state = state
    }
    resume(id, &turn)
    turn.actions.append(.recordState(id))
  }

  mutating func request(_ id: SourceID, _ turn: inout Turn) {
    guard let place = slots.place(of: id) else { return }
    guard flying[id] == nil else {
      slots[at: place].isRequestedAgain = true
      return
    }
    withdraw(id, turn)
    slots[at: place].isRequested = true
    slots[at: place].state.reasons = [PollReason(.requested)]
    due.set(id, at: turn.now.uptime)
  }

  mutating func restore(_ host: String, _ state: HostState, _ turn: inout Turn) {
    var queue = hosts[host] ?? HostQueue()
    queue.asked = max(0, state.asked)
    queue.honoured = max(0, state.honoured)
    if let until = state.closedUntil {
      // Clamped: the wall clock may have been set since this was stored.
      let wait = turn.now.wall.seconds(until: until).clamped(0, policy.longestRetryAfter)
      queue.closedUntil = turn.now.uptime.plusSaturating(wait * 1000)
    }
    hosts[host] = queue
    refresh(host)
  }

  /// Puts a source that is nowhere back to where its state says.
  private mutating func resume(_ id: SourceID, _ turn: inout Turn) {
    guard let place = slots.place(of: id), flying[id] == nil else { return }
    planAnew(at: place, &turn)
    guard slots[at: place].state.isPolled else {
      slots[at: place].state.nextPoll = nil
      return
    }
    guard slots[at: place].state.lastPoll != nil || slots[at: place].state.failures > 0 else {
      slots[at: place].state.reasons = [PollReason(.neverPolled)]
      due.set(id, at: turn.now.uptime)
      return
    }
    let next = slots[at: place].state.nextPoll ?? turn.now.wall
    // A wall clock that was set back must not make the poll wait for years.
    let longest = max(slots[at: place].source.limits.maximum, policy.backOff.longest)
    let wait = min(turn.now.wall.seconds(until: next), longest)
    if wait > 0 {
      due.set(id, at: turn.now.uptime.plusSaturating(wait * 1000))
    } else {
      slots[at: place].state.reasons.append(PollReason(.catchUp))
      due.set(id, at: catchUpTime(id, turn))
    }
  }

  /// A plan that was made under wider limits, or by a clock that was ahead, does not hold.
  private mutating func planAnew(at place: Int, _ turn: inout Turn) {
    let now = turn.now.wall
    guard slots[at: place].state.failures == 0, let last = slots[at: place].state.lastPoll,
      let next = slots[at: place].state.nextPoll
    else { return }
    let limits = slots[at: place].source.limits
    if now.seconds(until: last) > policy.clockTolerance {
      // Nobody knows how long ago that was: a moment, maybe.
      slots[at: place].state.nextPoll = min(next, now.advanced(by: limits.minimum))
      return
    }
    guard slots[at: place].state.isWider(than: limits) else { return }
    let id = slots[at: place].source.id
    var state = slots[at: place].state
    let plan = plan(state, limits: limits, chance: turn.chance.fraction(for: id), now)
    state.nextPoll = min(next, last.advanced(by: plan.wait))
    state.planned = PlannedPoll(wait: plan.wait, price: intervals.budget.price)
    state.reasons = plan.reasons
    // What is due now is stored with its poll.
    if state.isPolled, let next = state.nextPoll, next > now {
      turn.actions.append(.recordState(id))
    }
    slots[at: place].state = state
  }

  /// Takes a source out of the heaps, its planned time kept in its state.
  private mutating func withdraw(_ id: SourceID, _ turn: Turn) {
    guard let place = slots.place(of: id) else { return }
    if let time = due[id] {
      slots[at: place].state.nextPoll = turn.now.wall(atUptime: time)
      // Where it is due it does not wait.
      due.remove(id)
      return
    }
    let host = slots[at: place].source.host
    hosts[host]?.waiting.remove(id)
    refresh(host)
  }

  private mutating func detach(_ id: SourceID, _ turn: Turn) {
    guard let place = slots.place(of: id) else { return }
    withdraw(id, turn)
    let host = slots[at: place].source.host
    intervals.leave(slots[at: place].state.rhythm, at: turn.now.wall)
    hosts[host]?.sources -= 1
    discardIfIdle(host, turn)
  }

  /// Forgets a host that nobody follows and that asked for nothing.
  mutating func discardIfIdle(_ host: String, _ turn: Turn) {
    guard let queue = hosts[host], queue.sources <= 0, queue.transfers == 0,
      queue.closedUntil <= turn.now.uptime
    else { return }
    readyHosts.remove(host)
    hosts[host] = nil
  }
}
