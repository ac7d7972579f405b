package import BriefModel

/// When one channel may be sent what is due: quiet hours and the cap hold for each attempt, whatever
/// made an alert due (a retry, the end of a hold, a replay, word of parked alerts).
package struct SendingTimes: Sendable {
  /// What the rules say that have a timing for the channel, by name.
  let timed: [(rule: String, timing: AlertTiming)]
  /// All rules of the configuration.
  let rules: Set<String>
  /// For what no rule of the configuration owes: the channel's own.
  let others: AlertTiming?
  let offset: @Sendable (String, Timestamp) -> Int64

  /// - Parameters:
  ///   - own: what the channel says itself.
  ///   - offset: seconds by which a zone is ahead of UTC at a moment.
  package init(
    of channel: ChannelID, rules: [AlertRule] = [], own: AlertTiming? = nil,
    offset: @escaping @Sendable (String, Timestamp) -> Int64 = { _, _ in 0 }
  ) {
    timed = rules.compactMap { rule in rule.timing(for: channel).map { (rule.name, $0) } }
    self.rules = Set(rules.map(\.name))
    others = own
    self.offset = offset
  }

  func postponed(_ timing: AlertTiming, at now: Timestamp, sentLastHour: Int = 0) -> Timestamp? {
    timing.postponed(at: now, sentLastHour: sentLastHour) { offset(timing.zone, $0) }
  }
}
