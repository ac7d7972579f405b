import BriefTopics

/// The shipped catalogue and its matcher, read once for all tests.
enum SharedCatalogue {
  static let result = Result { try TopicCatalogue.shipped() }
  static let matcherResult = result.map { TopicMatcher($0) }

  static var shipped: TopicCatalogue { get throws { try result.get() } }
  static var matcher: TopicMatcher { get throws { try matcherResult.get() } }
}
