package import BriefModel

/// What a rule would have sent.
package struct RuleTrial: Sendable, Encodable {
  package var rule: AlertRule
  package var since: Timestamp
  /// Changes that were looked at.
  package var examined: Int
  /// For each of the rule's channels, before digests and quiet hours gather them.
  package var messages = 0
  /// Those that match, in the order in which they were recorded.
  package var changes: [Change] = []
  /// Dates that became overdue or silent, or were restated.
  package var dates: [DeadlineEvent] = []
  /// Sources in trouble, or silent.
  package var sources: [SourceEvent] = []

  /// Which of the rule's channels hear of how many of the changes by another rule, since that one is
  /// sent sooner, or as soon and stands before it.
  package var others: [Other] = []

  package struct Other: Hashable, Sendable, Encodable {
    package var channel: ChannelID
    package var rule: String
    package var changes: Int
  }

  /// Counts a change of which the channel hears by another rule.
  package mutating func pass(to rule: AlertRule, on channel: ChannelID) {
    if let index = others.firstIndex(where: { $0.channel == channel && $0.rule == rule.name }) {
      others[index].changes += 1
    } else {
      others.append(Other(channel: channel, rule: rule.name, changes: 1))
    }
  }

  /// All of these.
  package var rows: [any Encodable] {
    changes as [any Encodable] + dates as [any Encodable] + sources as [any Encodable]
  }

  package init(rule: AlertRule, since: Timestamp, examined: Int) {
    self.rule = rule
    self.since = since
    self.examined = examined
  }

  private enum CodingKeys: String, CodingKey {
    case rule, channels, since, examined, messages, changes, dates, sources, others
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule.name, forKey: .rule)
    try container.encode(rule.channels, forKey: .channels)
    try container.encode(since, forKey: .since)
    try container.encode(examined, forKey: .examined)
    try container.encode(messages, forKey: .messages)
    try container.encode(changes, forKey: .changes)
    try container.encode(dates, forKey: .dates)
    try container.encode(sources, forKey: .sources)
    try container.encode(others, forKey: .others)
  }
}

/// `alerts test` for people.
package enum RuleTrialText {
  package static func lines(_ trial: RuleTrial, style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return ChangesText.lines(trial.changes, style: style) + events(trial, style)
    }
    let channels = trial.rule.channels.map { style.line($0.rawValue) }.joined(separator: ", ")
    let head =
      "\(style.line(trial.rule.name)): \(grouped(trial.changes.count)) of "
      + "\(counted(trial.examined, "change")) since \(Ages.minute(trial.since)) UTC would have made "
      + "\(counted(trial.messages, "message")) to each of: \(channels)"
    var lines = Wrapping.lines(head, columns: style.columns, first: "", rest: "  ")
    let gathers = trial.rule.channels.filter { trial.rule.timing(for: $0) != nil }
    if !gathers.isEmpty {
      lines += Wrapping.lines(
        "Their timing may gather them into fewer: "
          + gathers.map { style.line($0.rawValue) }.joined(separator: ", "),
        columns: style.columns, first: "  ", rest: "  ")
    }
    for other in trial.others {
      lines += Wrapping.lines(
        style.line(
          "\(other.channel) hears of \(grouped(other.changes)) of these by rule “\(other.rule)”, which "
            + "goes before it"),
        columns: style.columns, first: "  ", rest: "  ")
    }
    lines += (trial.changes.isEmpty ? [] : [""]) + ChangesText.lines(trial.changes, style: style)
    let events = events(trial, style)
    return lines + (events.isEmpty ? [] : [""]) + events
  }

  private static func events(_ trial: RuleTrial, _ style: TextStyle) -> [String] {
    let dates = trial.dates.map { event in
      [
        event.condition.rawValue, event.due.description, event.topic.rawValue,
        String(event.last.passage.prefix(200)),
      ]
    }
    let sources = trial.sources.map { [$0.kind.rawValue, $0.source.rawValue, $0.reason ?? ""] }
    let isForScreen = if case .screen = style.layout { true } else { false }
    return (dates + sources).map {
      $0.map(style.line).joined(separator: isForScreen ? "  " : "\t")
    }
  }
}
