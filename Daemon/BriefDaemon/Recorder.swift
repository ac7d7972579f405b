import BriefModel
import BriefStore
import BriefWriting

/// Commits polls. Those that come while a commit is under way share the next one: under load the commit is
/// what fsync costs, and a poll is still recorded as a whole or not at all.
actor Recorder {
  private struct Waiting {
    var poll: PollRecord
    var continuation: CheckedContinuation<RecordedPoll, Never>
  }

  private let writer: StoreWriter
  /// Whose counts go with the next commit.
  private let meter: TrafficMeter?
  private var context: RecordingContext
  private var waiting: [Waiting] = []
  private var isCommitting = false
  /// Polls that share a commit at most: the transaction's memory stays small.
  private static let batch = 256
  /// How long polls are gathered under load: nobody reads news faster, and at a hundred polls a second
  /// several share what one fsync costs.
  private static let gathering = Duration.milliseconds(40)

  init(writer: StoreWriter, context: RecordingContext, meter: TrafficMeter? = nil) {
    self.writer = writer
    self.meter = meter
    self.context = context
  }

  /// Polls that are recorded from now on are judged by these rules.
  func judge(by context: RecordingContext) { self.context = context }

  /// Returns once the poll is committed, or with the trouble that kept it from being.
  func record(_ poll: PollRecord) async -> RecordedPoll {
    await withCheckedContinuation { continuation in
      waiting.append(Waiting(poll: poll, continuation: continuation))
      if !isCommitting {
        isCommitting = true
        Task { await commitAll() }
      }
    }
  }

  private func commitAll() async {
    var isFirst = true
    while !waiting.isEmpty {
      // What came during a commit is one of many: a moment's wait brings more of them together.
      if !isFirst, waiting.count < Self.batch { try? await Task.sleep(for: Self.gathering) }
      isFirst = false
      let batch = Array(waiting.prefix(Self.batch))
      waiting.removeFirst(batch.count)
      let recorded = await commit(batch.map(\.poll))
      for (waiter, result) in zip(batch, recorded) { waiter.continuation.resume(returning: result) }
    }
    isCommitting = false
  }

  private func commit(_ polls: [PollRecord]) async -> [RecordedPoll] {
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
