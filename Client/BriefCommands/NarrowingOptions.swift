import BriefReport

/// Options that narrow a question, for what is said when nothing matched.
enum NarrowingOptions {
  /// The names of those that were given.
  static func given(_ options: (String, isGiven: Bool)...) -> [String] {
    options.filter(\.isGiven).map(\.0)
  }
}

extension FilterOptions {
  /// The names of those that were given and narrow the question.
  var narrowing: [String] {
    NarrowingOptions.given(
      ("--since", since != nil), ("--until", until != nil), ("--source", source != nil),
      ("--topic", topic != nil), ("--lang", lang != nil))
  }
}
