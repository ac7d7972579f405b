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
  }

  public var source: SourceID
  public var kind: Kind
  public var time: Timestamp
  /// Since when it was in trouble.
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

  public init(isRetired: Bool = false, failures: Int = 0, troubleSince: Timestamp? = nil) {
    self.isRetired = isRetired
    self.failures = failures
    self.troubleSince = troubleSince
  }
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
