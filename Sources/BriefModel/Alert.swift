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
    /// What older documents brought that were read to close a gap.
    case backFill = "back-fill"
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
      case .summary(_, .backFill, _): "r\(revision).older"
      case .summary: "r\(revision).summary"
      case .deadline(let event):
        "d.\(event.topic).\(event.kind.rawValue).\(event.due).\(event.condition.rawValue)"
          + ".\(event.last.publication.id.hexadecimal)"
      case .source(let event): "s.\(event.source).\(event.since.seconds).\(event.kind.rawValue)"
      }
    return "\(store).\(place).\(channel)"
  }
}

extension Alert {
  /// The alerts that a poll's changes owe: one for each change and channel, by the most urgent rule
  /// that matches; what comes in bulk (``PollBulk``) in one summary for each channel.
  ///
  /// - Parameter details: what the changed publications say.
  public static func owed(
    for changes: [Change], rules: [AlertRule], source: SourceID, bulk: PollBulk,
    policy: AlertPolicy = AlertPolicy(), details: [PublicationID: ChangeDetails] = [:]
  ) -> [Alert] {
    let late = owed(forLate: changes.filter(\.isUpgrade), rules: rules, details: details)
    // What else differs by the reading alone is nobody's news.
    let changes = changes.filter { !$0.isUpgrade }
    let groups = bulk.gathered(changes, policy: policy, details: details)
    let gathered = groups.reduce(into: Set<Int>()) { $0.formUnion($1.ordinals) }
    let prompt = rules.toldChannels.flatMap { channel -> [Alert] in
      let matched = changes.compactMap { change in
        rules.deciding(channel) { $0.matches(change, details: details[change.publication.id]) }
          .map { (change, $0) }
      }
      var alerts: [Alert] = []
      for group in groups {
        let together = matched.filter { group.ordinals.contains($0.0.ordinal) }
        if let rule = together.map(\.1).deciding(channel, where: { _ in true }) {
          let subject = Subject.summary(
            source: source, reason: group.reason, changes: together.map(\.0))
          alerts.append(Alert(rule: rule.name, channel: channel, subject: subject))
        }
      }
      for (change, rule) in matched where !gathered.contains(change.ordinal) {
        let said = details[change.publication.id] ?? ChangeDetails()
        alerts.append(
          Alert(
            rule: rule.name, channel: channel, subject: .change(change), moves: said.moves,
            published: said.published, mentions: said.mentions))
      }
      return alerts
    }
    return late + prompt
  }

  /// A new publication whose page came late is news to the channels of which no rule knew it by the
  /// feed's own text.
  private static func owed(
    forLate changes: [Change], rules: [AlertRule], details: [PublicationID: ChangeDetails]
  ) -> [Alert] {
    changes.flatMap { change -> [Alert] in
      guard let said = details[change.publication.id], let earlier = said.earlier else { return [] }
      var (added, before, known) = (change, change, said)
      added.kind = .added
      (before.kind, before.topics, known.text) = (.added, earlier.topics, earlier.text)
      return rules.toldChannels.compactMap { channel in
        guard rules.deciding(channel, where: { $0.matches(before, details: known) }) == nil,
          let rule = rules.deciding(channel, where: { $0.matches(added, details: said) })
        else { return nil }
        return Alert(
          rule: rule.name, channel: channel, subject: .change(added), published: said.published,
          mentions: said.mentions)
      }
    }
  }

  /// The alerts that dates owe which became overdue or silent: one for each channel, by the most
  /// urgent rule that matches.
  public static func owed(for event: DeadlineEvent, rules: [AlertRule]) -> [Alert] {
    rules.toldChannels.compactMap { channel in
      rules.deciding(channel) { $0.matches(event) }
        .map { Alert(rule: $0.name, channel: channel, subject: .deadline(event)) }
    }
  }

  /// The alerts that an event of a source owes: one for each channel, by the most urgent rule that
  /// matches.
  public static func owed(for event: SourceEvent, rules: [AlertRule]) -> [Alert] {
    rules.toldChannels.compactMap { channel in
      rules.deciding(channel) { $0.matches(event) }
        .map { Alert(rule: $0.name, channel: channel, subject: .source(event)) }
    }
  }
}
