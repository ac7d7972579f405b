package import BriefModel

/// What the queue tells of itself.
extension PollQueue {
  /// What to store of a source, with the next poll in today's wall time.
  package func state(of id: SourceID, at now: Moment) -> PollState? {
    guard let place = slots.place(of: id) else { return nil }
    var state = slots[at: place].state
    if let time = due[id] { state.nextPoll = now.wall(atUptime: time) }
    return state
  }

  package func hostState(of host: String, at now: Moment) -> HostState? {
    guard let queue = hosts[host] else { return nil }
    var state = HostState()
    state.asked = queue.asked
    state.honoured = queue.honoured
    if queue.closedUntil > now.uptime { state.closedUntil = now.wall(atUptime: queue.closedUntil) }
    return state
  }

  /// The uptime until which a host is left alone, over or not; `nil` when it never asked.
  package func closing(of host: String) -> Int64? {
    hosts[host].flatMap { $0.closedUntil == .min ? nil : $0.closedUntil }
  }

  /// The host that keeps a source from being polled, since it asked to be left alone: its own, or the
  /// one that its redirects lead to.
  package func closedHost(of id: SourceID, at now: Moment) -> (name: String, until: Timestamp)? {
    guard let place = slots.place(of: id) else { return nil }
    let names = [slots[at: place].source.host, slots[at: place].state.leadsTo].compactMap(\.self)
    let closed = names.compactMap { name in
      hosts[name].flatMap { $0.closedUntil > now.uptime ? (name, $0.closedUntil) : nil }
    }
    return closed.max { $0.1 < $1.1 }.map { ($0.0, now.wall(atUptime: $0.1)) }
  }

  /// Those that asked to be left alone, and still are.
  package func closedHosts(at now: Moment) -> [String] {
    hosts.filter { $0.value.closedUntil > now.uptime }.map(\.key)
  }

  package func rhythm(of id: SourceID) -> Rhythm? {
    slots.place(of: id).map { slots[at: $0].state.rhythm }
  }

  package func hasFailedAtAdopted(_ id: SourceID) -> Bool {
    (slots[id]?.state.failures ?? 0) >= policy.redirects.failures
  }
  package func isUnderWay(_ id: SourceID) -> Bool { flying[id] != nil }

  /// Since when no host has answered, if the fault is on our side.
  package var offlineSince: Timestamp? { network.away?.since }
  package var transfersUnderWay: Int { flying.count }
  package var sourceIDs: [SourceID] { slots.keys.sorted() }

  /// When and why `id` is polled next; `nil` for a source that is not followed.
  package func explain(_ id: SourceID, at now: Moment) -> PollExplanation? {
    guard let slot = slots[id] else { return nil }
    if flying[id] != nil {
      return PollExplanation(source: id, next: now.wall, reasons: [PollReason(.polling)])
    }
    let host = slot.source.host
    let queue = hosts[host] ?? HostQueue()
    let waits = queue.waiting[id] != nil
    guard let time = due[id] ?? (waits ? now.uptime : nil) else {
      let why =
        slot.state.retiredAt.map { PollReason(.retired, until: $0) } ?? PollReason(.paused)
      return PollExplanation(source: id, next: nil, reasons: [why])
    }
    var (next, reasons) = (time, slot.state.reasons)
    if let closed = closedHost(of: id, at: now), closed.until > now.wall(atUptime: next) {
      next = closing(of: closed.name) ?? next
      if !reasons.contains(where: { $0.kind == .hostAsked }) {
        reasons.append(PollReason(.hostAsked, until: closed.until, detail: closed.name))
      }
    } else if waits, queue.transfers >= policy.transfersPerHost {
      reasons.append(PollReason(.hostBusy, count: queue.transfers, detail: host))
    } else if waits, flying.count >= policy.transfers {
      reasons.append(PollReason(.allBusy, count: flying.count))
    }
    if let away = network.away, !host.isEmpty, time <= now.uptime || waits {
      next = max(next, away.probeAt)
      if !reasons.contains(where: { $0.kind == .offline }) {
        reasons.append(PollReason(.offline, until: away.since))
      }
    }
    return PollExplanation(source: id, next: now.wall(atUptime: next), reasons: reasons)
  }
}
