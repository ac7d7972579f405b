import BriefFetching

/// What performs requests: the engine, or a test's own publisher.
protocol Fetching: Sendable {
  /// Always answers: with a document, or with why there is none. Cancelling the task ends the transfer.
  func perform(_ request: FeedRequest) async -> FeedResponse

  /// The same for many at once, where it can do that.
  var batches: (any BatchFetching)? { get }
}

extension Fetching {
  var batches: (any BatchFetching)? { nil }
}

/// What begins requests by the hundred and hands their answers back together.
protocol BatchFetching: Sendable {
  func begin(_ requests: [BatchedRequest], receiver: AnswerReceiver)

  /// The answer, if it is a 304 to what we remember; else `nil`, and it is to be finished.
  func notModified(_ answer: BatchedAnswer) -> FeedResponse?

  /// Always answers, as ``Fetching/perform(_:)`` does.
  func finish(_ answer: BatchedAnswer) async -> FeedResponse
}

extension FetchEngine: Fetching, BatchFetching {
  var batches: (any BatchFetching)? { self }

  func notModified(_ answer: BatchedAnswer) -> FeedResponse? { answer.notModified }
}
