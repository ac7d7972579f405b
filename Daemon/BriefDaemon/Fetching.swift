import BriefFetching

/// What performs requests: the engine, or a test's own publisher.
protocol Fetching: Sendable {
  /// Always answers: with a document, or with why there is none. Cancelling the task ends the transfer.
  func perform(_ request: FeedRequest) async -> FeedResponse
}
