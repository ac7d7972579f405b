/// What a person follows: a think tank's feed, listing page, sitemap or folder of documents.
public struct Source: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case feed, listing, sitemap, folder
  }

  public var id: SourceID
  /// Absolute, http or https; a path for a folder.
  public var url: String
  public var kind: Kind
  /// Seconds between polls, at least.
  public var interval: Int64
  /// Seconds between polls, at most, while all goes well.
  public var maximumInterval: Int64
  /// BCP 47; empty when the source does not say.
  public var languages: [String]
  /// The series of entries that name none.
  public var series: String?
  /// True when the source may live on loopback or a private network.
  public var allowsPrivateAddresses: Bool

  public init(
    id: SourceID, url: String, kind: Kind = .feed, interval: Int64 = 3600,
    maximumInterval: Int64 = 86_400, languages: [String] = [],
    series: String? = nil, allowsPrivateAddresses: Bool = false
  ) {
    self.id = id
    self.url = url
    self.kind = kind
    self.interval = interval
    self.maximumInterval = max(interval, maximumInterval)
    self.languages = languages
    self.series = series
    self.allowsPrivateAddresses = allowsPrivateAddresses
  }
}

/// How a source fares.
public struct SourceState: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case ok, failing, paused, retired
    case neverPolled = "never_polled"
  }

  public var id: SourceID
  /// The configured address.
  public var url: String
  /// Where a permanent redirect led for so long that it is polled instead; `nil` when none did.
  public var movedTo: String?
  public var kind: Source.Kind
  public var state: State
  /// Why it is not `ok`, for people.
  public var reason: String?
  /// Since when it has been failing without a break.
  public var troubleSince: Timestamp?
  public var lastPoll: Timestamp?
  /// The last poll that brought a document or the word that nothing changed.
  public var lastSuccess: Timestamp?
  public var nextPoll: Timestamp?
  /// Its newest publication, where nothing has come for longer than its rhythm explains.
  public var silentSince: Timestamp?
  /// How many publications are known, withdrawn ones too.
  public var publications: Int
  public var consecutiveFailures: Int
  public var oddities: [SourceOddity]
  /// The last gap between two polls that is not closed; `nil` when there is none.
  public var gap: SourceGap?

  public init(
    id: SourceID, url: String, movedTo: String? = nil, kind: Source.Kind, state: State,
    reason: String? = nil,
    troubleSince: Timestamp? = nil,
    lastPoll: Timestamp? = nil,
    lastSuccess: Timestamp? = nil, nextPoll: Timestamp? = nil, silentSince: Timestamp? = nil,
    publications: Int = 0,
    consecutiveFailures: Int = 0,
    oddities: [SourceOddity] = []
  ) {
    self.id = id
    self.url = url
    self.movedTo = movedTo
    self.kind = kind
    self.state = state
    self.reason = reason
    self.troubleSince = troubleSince
    self.lastPoll = lastPoll
    self.lastSuccess = lastSuccess
    self.nextPoll = nextPoll
    self.silentSince = silentSince
    self.publications = publications
    self.consecutiveFailures = consecutiveFailures
    self.oddities = oddities
  }
}
