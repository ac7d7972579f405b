/// A heading, a paragraph or a list item of a document, its markup removed.
struct TextBlock: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// 1 to 6.
    case heading(level: Int)
    case paragraph
    case item
  }

  var kind: Kind
  /// White space collapsed, never empty.
  var text: String

  /// 7 for a text.
  var level: Int {
    if case .heading(let level) = kind { level } else { 7 }
  }

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
