import BriefModel

/// A request whose first exchange no task waits for. With thousands a minute, most of them answered
/// by a 304, a task and its wake-ups would cost as much as the request.
package struct BatchedRequest: Sendable {
  /// The caller's own, handed back with the answer.
  package let owner: any AnyObject & Sendable
  package let request: FeedRequest

  package init(owner: any AnyObject & Sendable, request: FeedRequest) {
    (self.owner, self.request) = (owner, request)
  }
}

/// The end of a batched request's first exchange.
package struct BatchedAnswer: Sendable {
  package let owner: any AnyObject & Sendable
  /// As it stood when the exchange began.
  let poll: PollInHops
  /// `nil` when no request could be made.
  let end: HopEnd?

  /// What came, when nothing more is to come and there is no document: a 304 to what we remember.
  /// `nil` for any other answer, which ``FetchEngine/finish(_:)`` reads.
  package var notModified: FeedResponse? {
    guard let end, end.stop == nil, end.code == 0, end.status == 304,
      poll.isConditional
    else { return nil }
    var poll = poll
    poll.ended(end)
    return poll.response(now: WallClock.now())
  }
}

/// Takes answers, several at a time.
package final class AnswerReceiver: Sendable {
  /// Called on the curl thread: must return at once.
  let take: @Sendable ([BatchedAnswer]) -> Void

  package init(_ take: @escaping @Sendable ([BatchedAnswer]) -> Void) { self.take = take }
}

extension FetchEngine {
  /// Begins requests; each is answered once, those that end about the same time together. Not to be
  /// cancelled one by one: ``shutDown()`` ends all.
  package func begin(_ requests: [BatchedRequest], receiver: AnswerReceiver) {
    var hops: [(Hop, BatchedHop)] = []
    hops.reserveCapacity(requests.count)
    var refused: [BatchedAnswer] = []
    for batched in requests {
      var poll = PollInHops(request: batched.request, environment: environment, room: room)
      if let hop = poll.nextHop() {
        hops.append((hop, BatchedHop(owner: batched.owner, poll: poll, receiver: receiver)))
      } else {
        refused.append(BatchedAnswer(owner: batched.owner, poll: poll, end: nil))
      }
    }
    if !hops.isEmpty { mailbox.submit(hops) }
    if !refused.isEmpty { receiver.take(refused) }
  }

  /// Reads an answer, and follows it where it redirects. Never throws: what went wrong is the
  /// outcome.
  @concurrent
  package func finish(_ answer: BatchedAnswer) async -> FeedResponse {
    var poll = answer.poll
    if let end = answer.end { poll.ended(end) }
    return await finish(&poll)
  }
}

/// A batched request on its way through the curl thread.
final class BatchedHop: Sendable {
  let owner: any AnyObject & Sendable
  let poll: PollInHops
  let receiver: AnswerReceiver

  init(owner: any AnyObject & Sendable, poll: PollInHops, receiver: AnswerReceiver) {
    (self.owner, self.poll, self.receiver) = (owner, poll, receiver)
  }
}

/// Answers that wait a moment for others: each delivery wakes a thread, and each brings new requests
/// by another wake-up.
struct HeldAnswers {
  private var answers: [(hop: BatchedHop, end: HopEnd)] = []
  /// Milliseconds on the curl thread's clock.
  private var since: Int64 = 0

  mutating func hold(_ hop: BatchedHop, _ end: HopEnd, now: Int64) {
    if answers.isEmpty { since = now }
    answers.append((hop, end))
  }

  /// When they must go, whatever comes; `nil` when there are none.
  func deadline(_ limits: FetchLimits) -> Int64? {
    answers.isEmpty ? nil : since + limits.answerDelay
  }

  /// Those that go now: all, once they have waited long enough or as many are over as are still
  /// under way; in the order in which they ended.
  mutating func release(underWay: Int, now: Int64, limits: FetchLimits) -> [BatchedHop.Ended] {
    guard !answers.isEmpty, answers.count >= underWay || now >= since + limits.answerDelay else {
      return []
    }
    defer { answers.removeAll(keepingCapacity: true) }
    return answers
  }

  static func deliver(_ ended: [BatchedHop.Ended]) {
    var rest = ended[...]
    while let receiver = rest.first?.hop.receiver {
      let run = rest.prefix { $0.hop.receiver === receiver }
      receiver.take(
        run.map { BatchedAnswer(owner: $0.hop.owner, poll: $0.hop.poll, end: $0.end) })
      rest = rest[run.endIndex...]
    }
  }
}

extension BatchedHop {
  typealias Ended = (hop: BatchedHop, end: HopEnd)
}
