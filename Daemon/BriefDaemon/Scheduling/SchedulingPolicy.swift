/// The numbers of the poll queue. Seconds unless the name says otherwise.
package struct SchedulingPolicy: Hashable, Sendable {
  /// Polls at once over all hosts. As many as the engine holds with those that wait for a name
  /// server or a connection: it decides which of them burden the line, so that two hundred dead
  /// hosts do not hold up the living.
  package var transfers = 256
  /// Transfers at once to one host (RFC 9112, 9.4 asks for moderation; browsers use six, a robot
  /// may use fewer).
  package var transfersPerHost = 2
  /// Milliseconds between the starts of two transfers to one host, so that a host with a hundred
  /// feeds sees a drizzle.
  package var hostPauseMilliseconds: Int64 = 1_000
  /// The longest wait that a Retry-After can impose: a server that says "a year" by mistake is
  /// asked again tomorrow.
  package var longestRetryAfter: Int64 = 86_400
  /// The longest that overdue polls are spread over, after a suspend, a start or an outage.
  package var longestCatchUp: Int64 = 300
  /// Milliseconds of spreading for each source followed: ten sources are caught up in a second,
  /// three thousand and more in `longestCatchUp`.
  package var catchUpMillisecondsPerSource: Int64 = 100
  /// A wake-up later than this counts as a pause of the machine.
  package var oversleep: Int64 = 60
  /// A wall clock that moved more than this against the uptime clock was set, not slewed.
  package var clockTolerance: Int64 = 120
  /// Distinct hosts, healthy until now, that must fail to answer before the fault is taken to be
  /// ours. Two may share a data centre; three that publish independently rarely fail in a row.
  package var hostsBeforeOffline = 3
  /// The first and the longest wait between two probes while offline.
  package var offlineProbe: Int64 = 15
  package var longestOfflineProbe: Int64 = 300
  package var backOff = BackOff()
  package var trust = ConditionalTrust.Policy()
  package var redirects = RedirectAdoption.Policy()

  package init() {}

  /// For `once`: whatever is due is polled now, nobody waits for a spread.
  package static var atOnce: SchedulingPolicy {
    var policy = SchedulingPolicy()
    policy.catchUpMillisecondsPerSource = 0
    return policy
  }
}

/// The limits that the configuration gives a source's interval, in seconds.
package struct IntervalLimits: Hashable, Sendable, Codable {
  package var minimum: Int64
  package var maximum: Int64

  /// A minimum below a second or a maximum below the minimum is moved up.
  package init(minimum: Int64 = 300, maximum: Int64 = 86_400) {
    self.minimum = minimum.clamped(1, 366 * 86_400)
    self.maximum = maximum.clamped(self.minimum, 366 * 86_400)
  }
}
