import BriefModel

/// From due to under way.
extension PollQueue {
  mutating func dispatch(_ turn: inout Turn) {
    while let first = due.first, first.time <= turn.now.uptime {
      due.remove(first.key)
      guard let place = slots.place(of: first.key) else { continue }
      let host = slots[at: place].source.host
      hosts[host, default: HostQueue()].waiting.set(first.key, at: first.time)
      refresh(host)
    }
    if network.isAway {
      dispatchWhileAway(&turn)
      return
    }
    while flying.count < policy.transfers, let host = readyHosts.first,
      host.time <= turn.now.uptime
    {
      start(at: host.key, &turn)
    }
  }

  /// Local folders go on; of the network one probe at a time, to the host that waited longest.
  private mutating func dispatchWhileAway(_ turn: inout Turn) {
    while flying.count < policy.transfers, let local = readyHosts[""],
      local <= turn.now.uptime
    {
      start(at: "", &turn)
    }
    guard let away = network.away, away.probeAt <= turn.now.uptime,
      !flying.values.contains(where: { !$0.isEmpty }), flying.count < policy.transfers,
      let host = readyHosts.first, host.time <= turn.now.uptime
    else { return }
    network.probed(at: turn.now, policy: policy)
    start(at: host.key, &turn)
  }

  private mutating func start(at host: String, _ turn: inout Turn) {
    guard let next = hosts[host]?.waiting.popFirst(), let place = slots.place(of: next.key) else {
      readyHosts.remove(host)
      return
    }
    guard !putOff(next.key, at: place, host, &turn) else { return }
    hosts[host]?.transfers += 1
    if !host.isEmpty, !slots[at: place].source.isOwnNetwork {
      hosts[host]?.pausedUntil = turn.now.uptime.plusSaturating(policy.hostPauseMilliseconds)
    }
    flying[next.key] = host
    refresh(host)
    let probe = slots[at: place].state.trust.wantsProbe(at: turn.now.wall, policy: policy.trust)
    turn.actions.append(.poll(next.key, unconditional: probe))
  }

  /// Lets a source wait whose redirect leads to a host that asked to be left alone.
  private mutating func putOff(
    _ id: SourceID, at place: Int, _ host: String, _ turn: inout Turn
  ) -> Bool {
    guard let target = slots[at: place].state.leadsTo,
      let until = hosts[target]?.closedUntil, until > turn.now.uptime
    else { return false }
    let moment = turn.now.wall(atUptime: until)
    slots[at: place].state.nextPoll = moment
    slots[at: place].state.reasons.removeAll { $0.kind == .hostAsked }
    slots[at: place].state.reasons.append(PollReason(.hostAsked, until: moment, detail: target))
    due.set(id, at: until)
    refresh(host)
    turn.actions.append(.recordState(id))
    return true
  }

  /// Puts the host where its waiting sources and its transfers say.
  mutating func refresh(_ host: String) {
    guard let queue = hosts[host], !queue.waiting.isEmpty,
      queue.transfers < policy.transfersPerHost || host.isEmpty
    else {
      readyHosts.remove(host)
      return
    }
    // Never before its first source was due, so that hosts that were idle for long do not overtake.
    let since = queue.waiting.first?.time ?? queue.opensAt
    readyHosts.set(host, at: max(queue.opensAt, since))
  }

  /// The uptime at which the queue must be asked again; `nil` when only an event can change
  /// anything.
  func nextWake() -> Int64? {
    var wake = due.first?.time
    func sooner(_ time: Int64) { wake = min(wake ?? time, time) }
    guard flying.count < policy.transfers, let host = readyHosts.first else { return wake }
    if let away = network.away {
      if let local = readyHosts[""] { sooner(local) }
      // While a probe is under way, its end is the event to wait for.
      if !flying.values.contains(where: { !$0.isEmpty }) { sooner(max(away.probeAt, host.time)) }
    } else {
      sooner(host.time)
    }
    return wake
  }
}
