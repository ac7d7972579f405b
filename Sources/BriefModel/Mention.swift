/// A passage that speaks of a topic, with the reason why we think so.
public struct Mention: Hashable, Sendable, Codable {
  public var topic: TopicID
  /// The catalogue's pattern that matched, as written there.
  public var pattern: String
  /// The field that the passage lies in.
  public var field: Difference.Field
  /// UTF-8 bytes into that field.
  public var offset: Int
  /// UTF-8 bytes.
  public var length: Int
  /// The words that matched with the sentence around them.
  public var passage: String

  public init(
    topic: TopicID, pattern: String, field: Difference.Field, offset: Int, length: Int,
    passage: String
  ) {
    self.topic = topic
    self.pattern = pattern
    self.field = field
    self.offset = offset
    self.length = length
    self.passage = passage
  }
}

/// A date or period that a passage attaches to a topic.
public struct DatedClaim: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Must or shall be done by.
    case deadline
    /// Intended, expected, forecast.
    case planned
    /// A signature, past or scheduled.
    case signing
    /// Something that happens or happened, other than a signature.
    case event
    /// Legal effect begins, lasts or ends.
    case inForce = "in-force"
  }

  public var topic: TopicID?
  public var kind: Kind
  /// First day of the period, that day included; `nil` is open.
  public var start: CalendarDate?
  /// Last day of the period, that day included; `nil` is open.
  public var end: CalendarDate?
  /// The words that state the date, exactly as printed.
  public var text: String
  /// UTF-8 bytes into the body's text (or the title, see `field`).
  public var offset: Int
  public var field: Difference.Field
  /// The sentence that the claim stands in.
  public var passage: String
  /// "will not be ready by".
  public var isNegated: Bool
  /// "may", "is expected to".
  public var isHedged: Bool
  /// The old date in "postponed from A to B".
  public var isSuperseded: Bool
  /// "was postponed to B" of a sentence that does not name the day that was given up.
  public var isPostponed: Bool
  /// The day to which a move is asked for, proposed, possible or asked about: nothing is due then yet.
  public var isProposed: Bool
  /// "were supposed to sign", "may have signed": the sentence names a day that has passed and does not
  /// say that it happened.
  public var isUnsettled: Bool
  /// The sentence says that what was due is called off.
  public var callingOff: CallingOff?
  /// 0 to 1.
  public var confidence: Double

  public enum CallingOff: String, Hashable, Sendable, Codable, CaseIterable {
    case cancelled
    /// Frozen, put on hold, or put off until nobody knows when.
    case suspended
    /// Put off, and no new day is named.
    case postponed
  }

  public init(
    topic: TopicID?, kind: Kind, start: CalendarDate?, end: CalendarDate?, text: String,
    offset: Int,
    field: Difference.Field = .text, passage: String, isNegated: Bool = false,
    isHedged: Bool = false,
    isSuperseded: Bool = false, isPostponed: Bool = false, isProposed: Bool = false,
    isUnsettled: Bool = false, callingOff: CallingOff? = nil, confidence: Double = 1
  ) {
    self.topic = topic
    self.kind = kind
    self.start = start
    self.end = end
    self.text = text
    self.offset = offset
    self.field = field
    self.passage = passage
    self.isNegated = isNegated
    self.isHedged = isHedged
    self.isSuperseded = isSuperseded
    self.isPostponed = isPostponed
    self.isProposed = isProposed
    self.isUnsettled = isUnsettled
    self.callingOff = callingOff
    self.confidence = confidence
  }

  private enum CodingKeys: String, CodingKey {
    case topic, kind, start, end, text, offset, field, passage
    case isNegated = "negated"
    case isHedged = "hedged"
    case isSuperseded = "superseded"
    case isPostponed = "postponed"
    case isProposed = "proposed"
    case isUnsettled = "unsettled"
    case callingOff = "calling_off"
    case confidence
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    topic = try container.decodeIfPresent(TopicID.self, forKey: .topic)
    kind = try container.decode(Kind.self, forKey: .kind)
    start = try container.decodeIfPresent(CalendarDate.self, forKey: .start)
    end = try container.decodeIfPresent(CalendarDate.self, forKey: .end)
    text = try container.decode(String.self, forKey: .text)
    offset = try container.decode(Int.self, forKey: .offset)
    field = try container.decode(Difference.Field.self, forKey: .field)
    passage = try container.decode(String.self, forKey: .passage)
    isNegated = try container.decode(Bool.self, forKey: .isNegated)
    isHedged = try container.decode(Bool.self, forKey: .isHedged)
    isSuperseded = try container.decode(Bool.self, forKey: .isSuperseded)
    // Absent is false; so it is in what was written before there was such a mark.
    isPostponed = try container.decodeIfPresent(Bool.self, forKey: .isPostponed) ?? false
    isProposed = try container.decodeIfPresent(Bool.self, forKey: .isProposed) ?? false
    isUnsettled = try container.decodeIfPresent(Bool.self, forKey: .isUnsettled) ?? false
    callingOff = try container.decodeIfPresent(CallingOff.self, forKey: .callingOff)
    confidence = try container.decode(Double.self, forKey: .confidence)
  }
}
