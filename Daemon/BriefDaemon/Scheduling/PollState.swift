package import BriefModel

/// All that the schedule remembers of one source. It is stored with the poll that made it and
/// handed back at the next start; a member that an older version did not write takes its first
/// value.
package struct PollState: Hashable, Sendable, Codable {
  package var lastPoll: Timestamp?
  package var lastSuccess: Timestamp?
  package var lastChange: Timestamp?
  /// When the next poll is planned; `nil` when none is (paused, retired).
  package var nextPoll: Timestamp?
  package var polls: Int64 = 0
  package var notModified: Int64 = 0
  /// Failures in a row.
  package var failures = 0
  package var failure: PollFailure?
  package var failingSince: Timestamp?
  package var isPaused = false
  package var retiredAt: Timestamp?
  package var manners = FeedManners()
  package var freshFor: Int64?
  package var trust = ConditionalTrust()
  package var redirect: RedirectAdoption?
  /// The host that the last poll's redirects led to; `nil` when that is the source's own.
  package var leadsTo: String?
  /// Entries that the document showed last.
  package var window: Int?
  /// How the next poll after the last good one was planned.
  package var planned: PlannedPoll?
  /// Stored by itself, since few polls change it.
  package var rhythm = Rhythm()
  /// Why the next poll is when it is.
  package var reasons: [PollReason] = []

  package init() {}

  /// Neither a person nor the publisher has put an end to its polls.
  var isPolled: Bool { !isPaused && retiredAt == nil }

  /// The next poll was planned when the configuration allowed longer waits, or asked for them.
  func isWider(than limits: IntervalLimits) -> Bool {
    if let lastPoll, let nextPoll, lastPoll.seconds(until: nextPoll) > limits.maximum {
      return true
    }
    return reasons.contains { $0.kind == .minimum && ($0.seconds ?? 0) > limits.minimum }
  }
}

extension PollState {
  private enum CodingKeys: String, CodingKey {
    case lastPoll, lastSuccess, lastChange, nextPoll, polls, notModified, failures, failure
    case failingSince, isPaused, retiredAt, manners, freshFor, trust, redirect, window, planned
    case reasons, leadsTo
  }

  /// Fails only when the container is no object: a member that is absent or of a shape that this
  /// version does not know takes its first value, so that no upgrade or downgrade stops a source.
  package init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    func read<T: Decodable>(_ key: CodingKeys, _ type: T.Type = T.self) -> T? {
      (try? stored.decodeIfPresent(type, forKey: key)) ?? nil
    }
    lastPoll = read(.lastPoll)
    lastSuccess = read(.lastSuccess)
    lastChange = read(.lastChange)
    nextPoll = read(.nextPoll)
    polls = max(0, read(.polls) ?? 0)
    notModified = max(0, read(.notModified) ?? 0)
    failures = max(0, read(.failures) ?? 0)
    failure = read(.failure)
    failingSince = read(.failingSince)
    isPaused = read(.isPaused) ?? false
    retiredAt = read(.retiredAt)
    manners = read(.manners) ?? FeedManners()
    freshFor = read(.freshFor)
    trust = read(.trust) ?? ConditionalTrust()
    redirect = read(.redirect)
    leadsTo = read(.leadsTo)
    window = read(.window)
    planned = read(.planned)
    reasons = read(.reasons) ?? []
  }
}
