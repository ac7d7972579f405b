/// A line of the ledger: what was said to be due, by whom, and what became of the date.
public struct Deadline: Hashable, Sendable {
  public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
    /// The day has not passed.
    case upcoming
    /// The day has passed, and nobody has said what came of it.
    case overdue
    /// A source reports what was due.
    case met
    /// A source reports that it did not happen.
    case missed
    /// It was called off, frozen, or put off without a new day, and nobody has named its day since.
    case shelved
  }

  /// Where and when something was said.
  public struct Statement: Hashable, Sendable, Encodable {
    /// The day of publication where it is known and the version is the first, else the day that the version
    /// was seen.
    public var said: CalendarDate
    public var publication: PublicationReference
    public var version: Int
    /// The words that state the date.
    public var text: String
    /// The sentence.
    public var passage: String

    public init(
      said: CalendarDate, publication: PublicationReference, version: Int, text: String,
      passage: String
    ) {
      self.said = said
      self.publication = publication
      self.version = version
      self.text = text
      self.passage = passage
    }
  }

  /// One day that took another's place.
  public struct Move: Hashable, Sendable, Encodable {
    public var from: CalendarDate
    public var to: CalendarDate
    public var way: ClaimMove.Way
    public var by: Statement

    public init(from: CalendarDate, to: CalendarDate, way: ClaimMove.Way, by: Statement) {
      self.from = from
      self.to = to
      self.way = way
      self.by = by
    }
  }

  public var topic: TopicID
  public var kind: DatedClaim.Kind
  /// The day that holds now.
  public var due: CalendarDate
  public var standing: Standing
  /// True when it is open and no source has spoken of it for long.
  public var isSilent: Bool
  /// How many publications state it: those that name one of its days still, or did where none does.
  public var statements: Int
  /// By id.
  public var sources: [SourceID]
  public var first: Statement
  public var last: Statement
  /// The oldest first.
  public var moves: [Move]
  /// The report that it was met or missed.
  public var evidence: Statement?
  /// True when nobody who named the day names it still: it was edited away, or its publications were
  /// withdrawn.
  public var isDropped: Bool
  /// Another day that was named for it after the last move.
  public var otherwise: Otherwise?
  /// What was said of it beside naming a day, the oldest first.
  public var remarks: [Remark]

  /// A move that was only proposed, or that it was called off.
  public struct Remark: Hashable, Sendable, Encodable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// Another day was asked for, proposed, or thought possible.
      case proposed
      case cancelled
      /// Frozen, put on hold, or put off until nobody knows when.
      case suspended
      /// Put off, and no new day was named.
      case postponed
    }

    public var kind: Kind
    /// The day that was proposed; `nil` of what is called off.
    public var due: CalendarDate?
    public var by: Statement

    public init(kind: Kind, due: CalendarDate?, by: Statement) {
      self.kind = kind
      self.due = due
      self.by = by
    }

    private enum CodingKeys: String, CodingKey { case kind, due, by }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kind, forKey: .kind)
      // Absent is `null`.
      try container.encode(due, forKey: .due)
      try container.encode(by, forKey: .by)
    }
  }

  /// Who named another day than the one that holds.
  public struct Otherwise: Hashable, Sendable, Encodable {
    public var due: CalendarDate
    public var by: Statement

    public init(due: CalendarDate, by: Statement) {
      self.due = due
      self.by = by
    }
  }

  public init(
    topic: TopicID, kind: DatedClaim.Kind, due: CalendarDate, standing: Standing, isSilent: Bool,
    statements: Int, sources: [SourceID], first: Statement, last: Statement, moves: [Move],
    evidence: Statement?, isDropped: Bool = false, otherwise: Otherwise? = nil,
    remarks: [Remark] = []
  ) {
    self.topic = topic
    self.kind = kind
    self.due = due
    self.standing = standing
    self.isSilent = isSilent
    self.statements = statements
    self.sources = sources
    self.first = first
    self.last = last
    self.moves = moves
    self.evidence = evidence
    self.isDropped = isDropped
    self.otherwise = otherwise
    self.remarks = remarks
  }
}

extension Deadline: Encodable {
  private enum CodingKeys: String, CodingKey {
    case topic, kind, due, standing
    case isSilent = "silent"
    case statements, sources, first, last, moves, evidence
    case isDropped = "dropped"
    case otherwise, remarks
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(topic, forKey: .topic)
    try container.encode(kind, forKey: .kind)
    try container.encode(due, forKey: .due)
    try container.encode(standing, forKey: .standing)
    try container.encode(isSilent, forKey: .isSilent)
    try container.encode(statements, forKey: .statements)
    try container.encode(sources, forKey: .sources)
    try container.encode(first, forKey: .first)
    try container.encode(last, forKey: .last)
    try container.encode(moves, forKey: .moves)
    // Absent is `null`.
    try container.encode(evidence, forKey: .evidence)
    try container.encode(isDropped, forKey: .isDropped)
    try container.encode(otherwise, forKey: .otherwise)
    try container.encode(remarks, forKey: .remarks)
  }
}
