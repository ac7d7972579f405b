/// One reason why a source's next poll is when it is. `brief-sync explain` lists them in the order
/// in which they took effect: each later one moved the moment that the earlier ones gave.
public struct PollReason: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Never polled yet: polled as soon as there is room.
    case neverPolled = "never-polled"
    /// A person asked for it.
    case requested
    /// A transfer is under way.
    case polling
    /// A person paused the source.
    case paused
    /// The server answered 410: the feed is gone for good.
    case retired
    /// Nothing is known of the source's habits yet; `seconds` is the interval to begin with.
    case unlearned
    /// The interval that the source's own history suggests; `count` is what it is expected to publish
    /// in 28 days.
    case learned
    /// A publication came just now, and more tend to follow.
    case burst
    /// More would be published than the feed shows: polled before entries roll off.
    case window
    /// The last attempt failed; `count` attempts failed in a row, `detail` says how.
    case backOff = "back-off"
    /// Cache-Control or Expires: fresh for `seconds`.
    case fresh
    /// RSS `ttl` of `seconds`.
    case ttl
    /// `sy:updatePeriod` of `seconds`.
    case updatePeriod = "update-period"
    /// RSS `skipHours` names this hour.
    case skipHour = "skip-hour"
    /// RSS `skipDays` names this day.
    case skipDay = "skip-day"
    /// The source's shortest interval, `seconds`.
    case minimum
    /// The source's longest interval, `seconds`.
    case maximum
    /// The host asked everyone to wait until `until` (Retry-After); `detail` is the host.
    case hostAsked = "host-asked"
    /// The host already serves as many of our transfers as it may; `count` of them.
    case hostBusy = "host-busy"
    /// As many transfers as allowed are under way; `count` of them.
    case allBusy = "all-busy"
    /// No host answers: the fault is on our side of the network, since `until`.
    case offline
    /// Polls that a pause of the machine or the network had made late are spread out.
    case catchUp = "catch-up"
  }

  public var kind: Kind
  public var seconds: Int64?
  public var until: Timestamp?
  public var count: Int?
  public var detail: String?

  public init(
    _ kind: Kind, seconds: Int64? = nil, until: Timestamp? = nil, count: Int? = nil,
    detail: String? = nil
  ) {
    self.kind = kind
    self.seconds = seconds
    self.until = until
    self.count = count
    self.detail = detail
  }
}

/// When a source is polled next, and why.
public struct PollExplanation: Hashable, Sendable, Codable {
  public var source: SourceID
  /// `nil` when no poll is planned (paused, retired).
  public var next: Timestamp?
  public var reasons: [PollReason]

  public init(source: SourceID, next: Timestamp?, reasons: [PollReason]) {
    self.source = source
    self.next = next
    self.reasons = reasons
  }
}
