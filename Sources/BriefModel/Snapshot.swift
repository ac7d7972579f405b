/// All entries that one successful poll saw, normalised.
public struct Snapshot: Hashable, Sendable {
  public var feed: FeedFacts
  /// In document order.
  public var entries: [Entry]
  /// Entries that the publisher declares deleted (RFC 6721).
  public var deleted: [DeletedEntry]
  /// False when the document was cut off or damaged: it may add and revise, never withdraw.
  public var isWhole: Bool
  /// The publisher declares that the document lists everything (RFC 5005 complete feed, a folder).
  public var isComplete: Bool

  public init(
    feed: FeedFacts = FeedFacts(), entries: [Entry], deleted: [DeletedEntry] = [],
    isWhole: Bool = true,
    isComplete: Bool = false
  ) {
    self.feed = feed
    self.entries = entries
    self.deleted = deleted
    self.isWhole = isWhole
    self.isComplete = isComplete
  }
}

/// What a feed says of itself.
public struct FeedFacts: Hashable, Sendable {
  public var title: String?
  /// The site that the feed belongs to.
  public var link: String?
  /// BCP 47, as stated.
  public var language: String?
  public var updated: Timestamp?
  /// What the document asks of those who poll it.
  public var manners: FeedManners

  public init(
    title: String? = nil, link: String? = nil, language: String? = nil, updated: Timestamp? = nil,
    manners: FeedManners = FeedManners()
  ) {
    self.title = title
    self.link = link
    self.language = language
    self.updated = updated
    self.manners = manners
  }
}

/// When a feed wants to be polled (RSS `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod` and
/// `sy:updateFrequency`).
public struct FeedManners: Hashable, Sendable, Codable {
  /// Seconds; from RSS `ttl` (minutes there).
  public var ttl: Int64?
  /// Seconds between updates that `sy:` announces.
  public var updatePeriod: Int64?
  /// Hours of the day in UTC, 0 to 23, in which not to poll.
  public var skipHours: [Int]
  /// Days of the week in UTC, 1 (Monday) to 7, on which not to poll.
  public var skipDays: [Int]
  /// WebSub hub, kept for later.
  public var hub: String?

  public init(
    ttl: Int64? = nil, updatePeriod: Int64? = nil, skipHours: [Int] = [], skipDays: [Int] = [],
    hub: String? = nil
  ) {
    self.ttl = ttl
    self.updatePeriod = updatePeriod
    self.skipHours = skipHours
    self.skipDays = skipDays
    self.hub = hub
  }
}

/// One item of a polled document, normalised.
public struct Entry: Hashable, Sendable {
  public var identity: Identity
  /// Absolute, http or https (or `file:` for an imported document), as the publisher gives it.
  public var link: String?
  public var content: Content
  /// The publisher's own date of change.
  public var updated: Timestamp?
  /// BCP 47, stated or found.
  public var language: String?
  public var publisher: String?
  /// `Spotlight`.
  public var series: String?
  /// The publisher's own terms.
  public var categories: [String]
  /// The announced corrections, one a line, when the text or its metadata has some.
  public var correction: String?

  public init(
    identity: Identity, link: String? = nil, content: Content, updated: Timestamp? = nil,
    language: String? = nil,
    publisher: String? = nil, series: String? = nil, categories: [String] = [],
    correction: String? = nil
  ) {
    self.identity = identity
    self.link = link
    self.content = content
    self.updated = updated
    self.language = language
    self.publisher = publisher
    self.series = series
    self.categories = categories
    self.correction = correction
  }
}

/// What tells one publication of a source from another: the first of these that the entry has.
public struct Identity: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Atom `id`, RSS `guid`, JSON Feed `id`.
    case entryID = "entry-id"
    /// The canonical link: tracking parameters and fragment dropped, scheme not compared.
    case link
    /// A digest of title and date.
    case digest
  }

  public var kind: Kind
  public var value: String

  public init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }
}

/// An RFC 6721 `deleted-entry`.
public struct DeletedEntry: Hashable, Sendable {
  /// The Atom `id` of the entry that is gone.
  public var ref: String
  public var when: Timestamp?
  public var comment: String?

  public init(ref: String, when: Timestamp? = nil, comment: String? = nil) {
    self.ref = ref
    self.when = when
    self.comment = comment
  }
}
