/// Something that happened to a source itself, worth telling: alerts speak of trouble too, for a
/// source that cannot be read looks like one that has nothing new.
public struct SourceEvent: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Could not be polled several times in a row.
    case failing
    /// Gone for good (410): it is not polled any more.
    case retired
    /// Polled again after one of these.
    case recovered
    /// Can be read, and has published nothing for longer than its rhythm.
    case silent
  }

  public var source: SourceID
  public var kind: Kind
  public var time: Timestamp
  /// Since when it was in trouble; of a silence, when it last published.
  public var since: Timestamp
  /// Polls in a row that failed.
  public var failures: Int
  /// What went wrong, for people; `nil` for a recovery.
  public var reason: String?

  public init(
    source: SourceID, kind: Kind, time: Timestamp, since: Timestamp, failures: Int, reason: String?
  ) {
    self.source = source
    self.kind = kind
    self.time = time
    self.since = since
    self.failures = failures
    self.reason = reason
  }
}

/// How a source stood before a poll.
public struct SourceStanding: Hashable, Sendable {
  public var isRetired: Bool
  /// Polls in a row that failed.
  public var failures: Int
  public var troubleSince: Timestamp?
  /// The silence that is known already, by the publication that it began after.
  public var silentSince: Timestamp?
  /// False before the first good poll.
  public var wasRead: Bool

  public init(
    isRetired: Bool = false, failures: Int = 0, troubleSince: Timestamp? = nil,
    silentSince: Timestamp? = nil, wasRead: Bool = false
  ) {
    self.isRetired = isRetired
    self.failures = failures
    self.troubleSince = troubleSince
    self.silentSince = silentSince
    self.wasRead = wasRead
  }
}

/// When a source that publishes no more is no longer as usual, by what was learned of it.
public struct UsualSilence: Hashable, Sendable {
  /// Its newest publication.
  public var since: Timestamp
  /// Seconds between two publications, the mean over weeks.
  public var gap: Int64
  /// Seconds of silence that its rhythm explains.
  public var longest: Int64

  public init(since: Timestamp, gap: Int64, longest: Int64) {
    self.since = since
    self.gap = gap
    self.longest = longest
  }

  /// True when the silence lasts longer than the rhythm explains.
  public func isOver(at time: Timestamp) -> Bool { since.advanced(by: longest) < time }
}

extension SourceEvent {
  /// What a poll makes of a source's standing; `nil` when there is nothing to tell.
  ///
  /// - Parameters:
  ///   - trouble: `nil` when the poll succeeded.
  ///   - failingAfter: how many failures in a row are told of; each of them once.
  public static func after(
    _ trouble: PollTrouble?, of source: SourceID, standing: SourceStanding, at time: Timestamp,
    failingAfter: Int
  ) -> SourceEvent? {
    let since = standing.troubleSince ?? time
    guard let trouble else {
      guard standing.isRetired || standing.failures >= failingAfter else { return nil }
      return SourceEvent(
        source: source, kind: .recovered, time: time, since: since, failures: standing.failures,
        reason: nil)
    }
    let failures = standing.failures + 1
    let isTold = trouble.isFinal ? !standing.isRetired : failures == failingAfter
    guard isTold else { return nil }
    return SourceEvent(
      source: source, kind: trouble.isFinal ? .retired : .failing, time: time, since: since,
      failures: failures, reason: trouble.sentence)
  }
}

extension SourceEvent {
  /// What a good poll that brought nothing new makes of a source's standing; `nil` when its silence
  /// is as usual, or was told of. What the first poll finds silent is history, and told to nobody.
  public static func after(
    _ silence: UsualSilence?, of source: SourceID, standing: SourceStanding, at time: Timestamp
  ) -> SourceEvent? {
    guard let silence, silence.isOver(at: time), standing.wasRead,
      standing.silentSince != silence.since
    else { return nil }
    let (quiet, overflow) = time.seconds.subtractingReportingOverflow(silence.since.seconds)
    let length = duration(overflow ? .max : quiet)
    return SourceEvent(
      source: source, kind: .silent, time: time, since: silence.since, failures: 0,
      reason: "Nothing new for \(length); until then something came every \(duration(silence.gap))."
    )
  }

  /// `5 days`, `20 hours`.
  private static func duration(_ seconds: Int64) -> String {
    let hours = max(1, seconds / 3_600)
    if hours < 48 { return hours == 1 ? "hour" : "\(hours) hours" }
    return "\(hours / 24) days"
  }
}
