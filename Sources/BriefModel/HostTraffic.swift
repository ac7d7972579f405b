/// What was asked of one host since the store began, and what it asked of us.
public struct HostTraffic: Hashable, Sendable {
  /// Name and port, in lower case.
  public var host: String
  /// Requests, each hop of a redirect and each page by itself.
  public var requests: Int64
  /// Answers 304.
  public var notModified: Int64
  /// Bytes received, header sections and bodies as they came over the wire.
  public var bytes: Int64
  /// Requests to wait (Retry-After, 429) that were honoured.
  public var waitsHonoured: Int64
  /// No request before this.
  public var closedUntil: Timestamp?

  public init(
    host: String, requests: Int64 = 0, notModified: Int64 = 0, bytes: Int64 = 0,
    waitsHonoured: Int64 = 0, closedUntil: Timestamp? = nil
  ) {
    self.host = host
    self.requests = requests
    self.notModified = notModified
    self.bytes = bytes
    self.waitsHonoured = waitsHonoured
    self.closedUntil = closedUntil
  }
}

/// How one source is polled: what `explain` says of it.
public struct SourcePolling: Hashable, Sendable {
  public var state: SourceState
  /// Why the next poll is when it is, in the order in which the reasons took effect.
  public var reasons: [PollReason]
  /// Seconds for which Cache-Control or Expires called the last answer fresh.
  public var freshFor: Int64?
  /// What the document asks for.
  public var manners: FeedManners
  /// The last poll that brought something new.
  public var lastChange: Timestamp?
  /// Polls, answers 304 and bytes since the store began.
  public var polls: Int64
  public var notModified: Int64
  public var bytes: Int64
  /// `nil` for a folder, and before the first request.
  public var host: HostTraffic?
  /// What the last poll could not take in though it was good: files that cannot be read, named.
  public var warning: String?
  /// The host that its redirects led to at the last poll; `nil` when they led nowhere else.
  public var leadsTo: HostTraffic?
  /// Publications of the 28 days before the last poll, by the publisher's dates or when they came.
  public var recent: Int

  public init(
    state: SourceState, reasons: [PollReason] = [], freshFor: Int64? = nil,
    manners: FeedManners = FeedManners(), lastChange: Timestamp? = nil, polls: Int64 = 0,
    notModified: Int64 = 0, bytes: Int64 = 0, host: HostTraffic? = nil,
    leadsTo: HostTraffic? = nil, recent: Int = 0, warning: String? = nil
  ) {
    self.warning = warning
    self.state = state
    self.reasons = reasons
    self.freshFor = freshFor
    self.manners = manners
    self.lastChange = lastChange
    self.polls = polls
    self.notModified = notModified
    self.bytes = bytes
    self.host = host
    self.leadsTo = leadsTo
    self.recent = recent
  }
}
