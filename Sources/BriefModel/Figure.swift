/// A number with its unit that a passage attaches to a topic: a share, a price, a count.
public struct Figure: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Of a whole, in per cent, or a difference of such shares in percentage points.
    case share
    /// Money for so much of a good: dollars per 1,000 cubic metres.
    case price
    /// Money.
    case money
    /// So many things, or so much of a measured good.
    case count
  }

  public var topic: TopicID
  public var kind: Kind
  /// In `unit`; scales such as "billion" are worked in.
  public var value: Double
  /// `%`, `pp`, an ISO 4217 code, `USD per 1000 m3`, `m3`, or for things the word as printed.
  public var unit: String
  /// What it is a share or number of, as printed; `nil` where that is not said behind it.
  public var subject: String?
  /// Number and unit exactly as printed.
  public var text: String
  /// UTF-8 bytes into the field.
  public var offset: Int
  public var field: Difference.Field
  /// The sentence.
  public var passage: String

  public init(
    topic: TopicID, kind: Kind, value: Double, unit: String, subject: String? = nil, text: String,
    offset: Int, field: Difference.Field = .text, passage: String
  ) {
    self.topic = topic
    self.kind = kind
    self.value = value
    self.unit = unit
    self.subject = subject
    self.text = text
    self.offset = offset
    self.field = field
    self.passage = passage
  }
}
