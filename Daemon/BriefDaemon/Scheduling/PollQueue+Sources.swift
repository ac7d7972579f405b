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
    resume(source.id, turn)
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
    resume(id, turn)
    turn.actions.append(.recordState(id))
  }

  mutating func request(_ id: SourceID, _ turn: inout Turn) {
    guard slots[id] != nil, flying[id] == nil else { return }
    withdraw(id, turn)
    slots[id]?.isRequested = true
    slots[id]?.state.reasons = [PollReason(.requested)]
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
  private mutating func resume(_ id: SourceID, _ turn: Turn) {
    guard let slot = slots[id], flying[id] == nil else { return }
    guard !slot.state.isPaused, slot.state.retiredAt == nil else {
      slots[id]?.state.nextPoll = nil
      return
    }
    guard slot.state.lastPoll != nil || slot.state.failures > 0 else {
      slots[id]?.state.reasons = [PollReason(.neverPolled)]
      due.set(id, at: turn.now.uptime)
      return
    }
    let next = slot.state.nextPoll ?? turn.now.wall
    // A wall clock that was set back must not make the poll wait for years.
    let longest = max(slot.source.limits.maximum, policy.backOff.longest)
    let wait = min(turn.now.wall.seconds(until: next), longest)
    if wait > 0 {
      due.set(id, at: turn.now.uptime.plusSaturating(wait * 1000))
    } else {
      slots[id]?.state.reasons.append(PollReason(.catchUp))
      due.set(id, at: catchUpTime(id, turn))
    }
  }

  /// Takes a source out of the heaps, its planned time kept in its state.
  private mutating func withdraw(_ id: SourceID, _ turn: Turn) {
    guard let slot = slots[id] else { return }
    if let time = due[id] { slots[id]?.state.nextPoll = turn.now.wall(atUptime: time) }
    due.remove(id)
    hosts[slot.source.host]?.waiting.remove(id)
    refresh(slot.source.host)
  }

  private mutating func detach(_ id: SourceID, _ turn: Turn) {
    guard let slot = slots[id] else { return }
    withdraw(id, turn)
    intervals.leave(slot.state.rhythm, at: turn.now.wall)
    hosts[slot.source.host]?.sources -= 1
    discardIfIdle(slot.source.host, turn)
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
