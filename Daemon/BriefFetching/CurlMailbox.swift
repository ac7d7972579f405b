import CCurl

/// The door between Swift's tasks and the curl thread: everything behind one lock.
final class CurlMailbox: Sendable {
  typealias Ticket = Inbox<Job>.Ticket

  /// A hop with whoever waits for its end.
  struct Job: Sendable {
    enum Caller: Sendable {
      case task(CheckedContinuation<HopEnd, Never>)
      /// Nobody who could give it up.
      case batch(BatchedHop)
    }

    var hop: Hop
    var caller: Caller

    /// Ends it without holding the answer for others.
    func end(_ result: HopEnd) {
      switch caller {
      case .task(let continuation): continuation.resume(returning: result)
      case .batch(let batched): HeldAnswers.deliver([(batched, result)])
      }
    }
  }

  private struct State {
    var inbox = Inbox<Job>()
    /// The address of the thread's multi handle, to wake it by; `nil` before it began and once it
    /// is about to end.
    /// `curl_multi_wakeup` is called under the lock under which this becomes `nil`, so that it
    /// never touches a handle that is being freed.
    var multi: UInt?
    /// The thread was woken and has not looked into the inbox since: waking it again costs a system
    /// call and gains nothing.
    var isWoken = false
    var hasEnded = false
    var waitingForEnd: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Locked(State())

  func issue() -> Ticket { state.withLock { $0.inbox.issue() } }

  func submit(_ ticket: Ticket, _ job: Job) {
    let (refused, isClosed) = state.withLock { state in
      let refused = state.inbox.submit(ticket, job)
      if refused == nil { Self.wake(&state) }
      return (refused, state.inbox.isClosed)
    }
    refused?.end(HopEnd(stop: isClosed ? .shutDown : .cancelled))
  }

  /// Hands in hops that nobody gives up, in one go.
  func submit(_ hops: [(hop: Hop, batched: BatchedHop)]) {
    let isTaken = state.withLock { state in
      guard !state.inbox.isClosed else { return false }
      for (hop, batched) in hops { state.inbox.add(Job(hop: hop, caller: .batch(batched))) }
      Self.wake(&state)
      return true
    }
    if !isTaken { HeldAnswers.deliver(hops.map { ($0.batched, HopEnd(stop: .shutDown)) }) }
  }

  func cancel(_ ticket: Ticket) {
    let job = state.withLock { state in
      let job = state.inbox.cancel(ticket)
      if job == nil { Self.wake(&state) }
      return job
    }
    job?.end(HopEnd(stop: .cancelled))
  }

  func take() -> Inbox<Job>.Batch {
    state.withLock { state in
      state.isWoken = false
      return state.inbox.take()
    }
  }

  func finish(_ tickets: [Ticket]) {
    state.withLock { state in
      for ticket in tickets { state.inbox.finish(ticket) }
    }
  }

  func close() {
    state.withLock { state in
      state.inbox.close()
      Self.wake(&state)
    }
  }

  /// Returns when the thread has ended.
  func awaitEnd() async {
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if !state.hasEnded { state.waitingForEnd.append(continuation) }
        return state.hasEnded
      }
      if hasEnded { continuation.resume() }
    }
  }

  func threadBegan(multi: UnsafeMutableRawPointer) {
    let address = UInt(bitPattern: multi)
    state.withLock { $0.multi = address }
  }

  /// After this nobody touches the multi handle.
  func threadStopsListening() { state.withLock { $0.multi = nil } }

  /// The thread is gone, or never came to be. Ends what it did not take.
  func threadEnded(reason: StopReason) {
    let (left, waiting) = state.withLock { state in
      state.inbox.close()
      state.hasEnded = true
      defer { state.waitingForEnd = [] }
      return (state.inbox.take().jobs, state.waitingForEnd)
    }
    finish(left.map(\.ticket))
    for (_, job) in left { job.end(HopEnd(stop: reason)) }
    for continuation in waiting { continuation.resume() }
  }

  private static func wake(_ state: inout State) {
    guard !state.isWoken, let multi = state.multi.flatMap(UnsafeMutableRawPointer.init(bitPattern:))
    else { return }
    state.isWoken = true
    curl_multi_wakeup(multi)
  }
}
