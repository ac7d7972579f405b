/// How long alerts are tried and kept.
package struct OutboxPolicy: Hashable, Sendable {
  /// Seconds of waiting between attempts after which an alert is parked: five days, as mail systems
  /// have it (RFC 5321, 4.5.4.1). Time in which no daemon ran does not count.
  package var patience: Int64 = 5 * 86_400
  /// Seconds. No wait is longer, so a due time further ahead comes from a clock that was set back.
  package var longestWait: Int64 = 86_400
  /// Seconds for which delivered alerts are kept, to be shown and sent again.
  package var keepDelivered: Int64 = 7 * 86_400
  /// Delivered alerts that are removed in one transaction.
  package var removedAtOnce = 500
  /// Seconds between such removals while the daemon runs.
  package var removalPeriod: Int64 = 3_600
  /// Alerts in one digest; more make another.
  package var largestDigest = 500
  /// Characters of an answer that are kept.
  package var longestAnswer = 500

  package init() {}
}
