/// A decision to tell a channel something, made in the transaction that records what it tells.
public struct Alert: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case change(Change)
    /// One message instead of many: the first poll of a source, or a change of a whole feed.
    case summary(source: SourceID, reason: SummaryReason, changes: [Change])
    case source(SourceEvent)
    case deadline(DeadlineEvent)
  }

  public enum SummaryReason: String, Hashable, Sendable, Codable {
    case firstPoll = "first-poll"
    case flood
  }

  public var rule: String
  public var channel: ChannelID
  public var subject: Subject
  /// Dates that the change moved.
  public var moves: [ClaimMove]
  /// When the changed publication was published, as it says.
  public var published: Timestamp?
  /// A passage for each topic of the changed publication.
  public var mentions: [Mention]

  public init(
    rule: String, channel: ChannelID, subject: Subject, moves: [ClaimMove] = [],
    published: Timestamp? = nil, mentions: [Mention] = []
  ) {
    self.rule = rule
    self.channel = channel
    self.subject = subject
    self.moves = moves
    self.published = published
    self.mentions = mentions
  }

  /// The changes that the alert tells of.
  public var changes: [Change] {
    switch subject {
    case .change(let change): [change]
    case .summary(_, _, let changes): changes
    case .source, .deadline: []
    }
  }

  /// The name of the delivery, the same on every attempt and after every restart: store, revision,
  /// place in it, channel; for what happened to a source, its name and when the trouble began; for
  /// a date, its topic, kind, day and first statement.
  public func key(store: StoreID) -> String {
    let revision = changes.first?.revision.number ?? 0
    let place =
      switch subject {
      case .change(let change): "r\(revision).c\(change.ordinal)"
      case .summary: "r\(revision).summary"
      case .deadline(let event):
        "d.\(event.topic).\(event.kind.rawValue).\(event.due).\(event.condition.rawValue)"
          + ".\(event.last.publication.id.hexadecimal)"
      case .source(let event): "s.\(event.source).\(event.since.seconds).\(event.kind.rawValue)"
      }
    return "\(store).\(place).\(channel)"
  }
}

/// When many changes are told in one message.
public struct AlertPolicy: Hashable, Sendable {
  /// More changes of one kind in one poll than this share of the entries listed are a change of the
  /// feed, not of its publications (a new template, all dates touched).
  public var floodShare: Double
  /// Fewer than this many are never a flood, whatever their share.
  public var floodMinimum: Int
  /// Failures in a row before a source is told to be failing. Three: with the back-off between them
  /// about five minutes, and most outages are shorter.
  public var failingAfter: Int

  public init(floodShare: Double = 0.5, floodMinimum: Int = 8, failingAfter: Int = 3) {
    self.floodShare = floodShare
    self.floodMinimum = floodMinimum
    self.failingAfter = max(1, failingAfter)
  }
}

extension Alert {
  /// The alerts that a poll's changes owe: one for each change, channel and first rule that
  /// matches, or one summary for each channel at the first poll of a source and when the whole feed
  /// changed.
  ///
  /// - Parameters:
  ///   - listed: how many entries the poll saw.
  ///   - details: what the changed publications say, for rules that ask.
  public static func owed(
    for changes: [Change], rules: [AlertRule], source: SourceID, isFirstPoll: Bool, listed: Int,
    policy: AlertPolicy = AlertPolicy(), details: [PublicationID: ChangeDetails] = [:]
  ) -> [Alert] {
    // What differs by the reading alone is nobody's news.
    let changes = changes.filter { !$0.isUpgrade }
    let reason: SummaryReason? =
      isFirstPoll ? .firstPoll : isFlood(changes, listed: listed, policy: policy) ? .flood : nil
    var channels: [ChannelID] = []
    for channel in rules.flatMap(\.channels) where !channels.contains(channel) {
      channels.append(channel)
    }
    return channels.flatMap { channel in
      let matched = changes.compactMap { change in
        rules.first {
          $0.channels.contains(channel)
            && $0.matches(change, details: details[change.publication.id])
        }.map {
          (change, $0.name)
        }
      }
      guard let (_, rule) = matched.first else { return [Alert]() }
      if let reason {
        let subject = Subject.summary(source: source, reason: reason, changes: matched.map(\.0))
        return [Alert(rule: rule, channel: channel, subject: subject)]
      }
      return matched.map { change, rule in
        let said = details[change.publication.id] ?? ChangeDetails()
        return Alert(
          rule: rule, channel: channel, subject: .change(change), moves: said.moves,
          published: said.published, mentions: said.mentions)
      }
    }
  }

  /// The alerts that dates owe which became overdue or silent: one for each channel, by the first
  /// rule that matches.
  public static func owed(for event: DeadlineEvent, rules: [AlertRule]) -> [Alert] {
    var alerts: [Alert] = []
    for rule in rules where rule.matches(event) {
      for channel in rule.channels where !alerts.contains(where: { $0.channel == channel }) {
        alerts.append(Alert(rule: rule.name, channel: channel, subject: .deadline(event)))
      }
    }
    return alerts
  }

  /// The alerts that an event of a source owes: one for each channel, by the first rule that
  /// matches.
  public static func owed(for event: SourceEvent, rules: [AlertRule]) -> [Alert] {
    var alerts: [Alert] = []
    for rule in rules where rule.matches(event) {
      for channel in rule.channels where !alerts.contains(where: { $0.channel == channel }) {
        alerts.append(Alert(rule: rule.name, channel: channel, subject: .source(event)))
      }
    }
    return alerts
  }

  private static func isFlood(_ changes: [Change], listed: Int, policy: AlertPolicy) -> Bool {
    let counts = Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
    return counts.contains { kind, count in
      kind != .added && count >= policy.floodMinimum
        && Double(count) > Double(max(listed, 1)) * policy.floodShare
    }
  }
}
