import BriefModel
import BriefStore
import BriefWriting
import Synchronization

/// Commits polls. Those that come while a commit is under way share the next one: under load the commit is
/// what fsync costs, and a poll is still recorded as a whole or not at all.
final class Recorder: Sendable {
  private struct Waiting: Sendable {
    var poll: SubmittedPoll
    var done: @Sendable (RecordedPoll) -> Void
  }

  private struct State: Sendable {
    var context: RecordingContext
    var waiting: [Waiting] = []
    var isCommitting = false
    /// Who wants to know when nothing is left to commit.
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let writer: StoreWriter
  /// Whose counts go with the next commit.
  private let meter: TrafficMeter?
  private let state: Mutex<State>
  /// Polls that share a commit at most: the transaction's memory stays small.
  private static let batch = 256
  /// How long polls are gathered under load: nobody reads news faster, and at a hundred polls a second
  /// several share what one fsync costs.
  private static let gathering = Duration.milliseconds(40)

  init(writer: StoreWriter, context: RecordingContext, meter: TrafficMeter? = nil) {
    self.writer = writer
    self.meter = meter
    state = Mutex(State(context: context))
  }

  /// Polls that are recorded from now on are judged by these rules.
  func judge(by context: RecordingContext) { state.withLock { $0.context = context } }

  /// Tags of long texts by the rules of now; `nil` when the snapshot has none that is new.
  func tagEarly(
    _ snapshot: IdentifiedSnapshot, beside heads: [PublicationID: VersionID]
  ) async -> EarlyTaggings? {
    await EarlyTaggings.found(snapshot, beside: heads, context: state.withLock { $0.context })
  }

  /// Calls `done` once the poll is committed, or with the trouble that kept it from being.
  func submit(_ poll: SubmittedPoll, done: @escaping @Sendable (RecordedPoll) -> Void) {
    let begins = state.withLock { state in
      state.waiting.append(Waiting(poll: poll, done: done))
      defer { state.isCommitting = true }
      return !state.isCommitting
    }
    if begins { Task { await commitAll() } }
  }

  /// Returns once the poll is committed, or with the trouble that kept it from being.
  func record(_ poll: PollRecord) async -> RecordedPoll {
    await withCheckedContinuation { caller in
      submit(SubmittedPoll(poll)) { caller.resume(returning: $0) }
    }
  }

  /// Returns when all that was submitted is committed or has its trouble.
  func finish() async {
    await withCheckedContinuation { watcher in
      let isIdle = state.withLock { state in
        if state.isCommitting { state.watchers.append(watcher) }
        return !state.isCommitting
      }
      if isIdle { watcher.resume() }
    }
  }

  private func commitAll() async {
    var isFirst = true
    while let ready = next() {
      // What came during a commit is one of many: a moment's wait brings more of them together.
      if ready < Self.batch, !isFirst { try? await Task.sleep(for: Self.gathering) }
      isFirst = false
      let (batch, context) = state.withLock { state in
        let batch = Array(state.waiting.prefix(Self.batch))
        state.waiting.removeFirst(batch.count)
        return (batch, state.context)
      }
      let recorded = await commit(batch.map(\.poll.record), context)
      for (waiting, result) in zip(batch, recorded) { waiting.done(result) }
    }
  }

  /// How many polls wait; `nil` when none does, and then the next one begins anew.
  private func next() -> Int? {
    let (count, watchers) = state.withLock {
      state -> (Int?, [CheckedContinuation<Void, Never>]) in
      guard state.waiting.isEmpty else { return (state.waiting.count, []) }
      state.isCommitting = false
      defer { state.watchers = [] }
      return (nil, state.watchers)
    }
    for watcher in watchers { watcher.resume() }
    return count
  }

  private func commit(_ polls: [PollRecord], _ context: RecordingContext) async -> [RecordedPoll] {
    let traffic = meter?.take() ?? []
    do {
      return try await writer.record(polls, traffic: traffic, context: context)
    } catch {
      meter?.add(traffic)
      return polls.map { poll in
        var recorded = RecordedPoll(source: poll.source)
        recorded.trouble = error
        return recorded
      }
    }
  }
}
