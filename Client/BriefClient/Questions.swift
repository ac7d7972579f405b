public import BriefModel
internal import BriefStore

/// Which publications to give. A condition that is `nil` or empty holds for
/// all.
public struct PublicationQuestion: Hashable, Sendable {
  public var source: SourceID?
  /// One of them is enough.
  public var topics: Set<TopicID>
  /// BCP 47: `en` means `en-GB` too. Case says nothing.
  public var language: String?
  /// Last changed at this moment or later.
  public var since: Timestamp?
  /// Last changed at this moment or before.
  public var until: Timestamp?
  /// The first so many.
  public var limit: Int?

  public init(
    source: SourceID? = nil, topics: Set<TopicID> = [], language: String? = nil,
    since: Timestamp? = nil, until: Timestamp? = nil, limit: Int? = nil
  ) {
    self.source = source
    self.topics = topics
    self.language = language
    self.since = since
    self.until = until
    self.limit = limit
  }

  var filter: PublicationFilter {
    PublicationFilter(
      source: source, topics: topics, language: language, since: since, until: until, limit: limit)
  }
}

/// Which changes to give. A condition that is `nil` or empty holds for all.
public struct ChangeQuestion: Hashable, Sendable {
  public var source: SourceID?
  /// One of them is enough.
  public var topics: Set<TopicID>
  /// BCP 47: `en` means `en-GB` too. Case says nothing.
  public var language: String?
  public var kinds: Set<Change.Kind>
  /// Seen at this moment or later.
  public var since: Timestamp?
  /// Seen at this moment or before.
  public var until: Timestamp?
  /// Roughly the first so many: a page ends with a whole revision, so that its cursor can stand
  /// there.
  public var limit: Int?

  public init(
    source: SourceID? = nil, topics: Set<TopicID> = [], language: String? = nil,
    kinds: Set<Change.Kind> = [], since: Timestamp? = nil, until: Timestamp? = nil,
    limit: Int? = nil
  ) {
    self.source = source
    self.topics = topics
    self.language = language
    self.kinds = kinds
    self.since = since
    self.until = until
    self.limit = limit
  }

  var filter: ChangeFilter {
    ChangeFilter(
      source: source, topics: topics, language: language, kinds: kinds, since: since, until: until,
      limit: limit)
  }
}
