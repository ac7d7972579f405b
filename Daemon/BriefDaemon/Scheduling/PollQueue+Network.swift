import BriefModel

extension PollQueue {
  /// Polls that the absence made late are spread; sources that failed during it without an answer
  /// are tried again soon instead of waiting out their back-off.
  mutating func networkIsBack(since: Timestamp?, _ turn: inout Turn) {
    let began = since ?? network.away?.since
    if network.isAway || since != nil { turn.actions.append(.note(.networkBack)) }
    _ = network.answered()
    var late: [SourceID] = []
    for (host, queue) in hosts where !host.isEmpty && !queue.waiting.isEmpty {
      while let next = hosts[host]?.waiting.popFirst() { late.append(next.key) }
      refresh(host)
    }
    for (id, slot) in slots {
      guard let failure = slot.state.failure, failure.mayBeOurNetwork, due[id] != nil,
        let failing = slot.state.failingSince, began.map({ failing >= $0 }) ?? true
      else { continue }
      late.append(id)
    }
    for id in late.sorted() {
      due.set(id, at: catchUpTime(id, turn))
      slots[id]?.state.reasons.append(PollReason(.catchUp))
    }
  }
}
