/// Which changes are told to whom. A condition that is empty holds for every change.
public struct AlertRule: Hashable, Sendable {
  public var name: String
  public var channels: [ChannelID]
  public var kinds: Set<Change.Kind>
  public var sources: Set<SourceID>
  public var topics: Set<TopicID>
  public var classes: Set<Difference.Class>
  /// True for silent edits only, false for announced ones only.
  public var isSilent: Bool?

  public init(
    name: String, channels: [ChannelID], kinds: Set<Change.Kind> = [], sources: Set<SourceID> = [],
    topics: Set<TopicID> = [], classes: Set<Difference.Class> = [], isSilent: Bool? = nil
  ) {
    self.name = name
    self.channels = channels
    self.kinds = kinds
    self.sources = sources
    self.topics = topics
    self.classes = classes
    self.isSilent = isSilent
  }

  /// True when every condition holds.
  public func matches(_ change: Change) -> Bool {
    (kinds.isEmpty || kinds.contains(change.kind))
      && (sources.isEmpty || sources.contains(change.publication.source))
      && (topics.isEmpty || !topics.isDisjoint(with: change.topics))
      && (classes.isEmpty || !classes.isDisjoint(with: change.classes))
      && (isSilent == nil || isSilent == change.isSilent)
  }
}

/// A decision to tell a channel something, made in the transaction that records what it tells.
public struct Alert: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case change(Change)
    /// One message instead of many: the first poll of a source, or a change of a whole feed.
    case summary(source: SourceID, reason: SummaryReason, changes: [Change])
  }

  public enum SummaryReason: String, Hashable, Sendable, Codable {
    case firstPoll = "first-poll"
    case flood
  }

  public var rule: String
  public var channel: ChannelID
  public var subject: Subject

  public init(rule: String, channel: ChannelID, subject: Subject) {
    self.rule = rule
    self.channel = channel
    self.subject = subject
  }

  /// The changes that the alert tells of.
  public var changes: [Change] {
    switch subject {
    case .change(let change): [change]
    case .summary(_, _, let changes): changes
    }
  }

  /// The name of the delivery, the same on every attempt and after every restart: store, revision,
  /// place in it, channel.
  public func key(store: StoreID) -> String {
    let revision = changes.first?.revision.number ?? 0
    let place =
      switch subject {
      case .change(let change): "c\(change.ordinal)"
      case .summary: "summary"
      }
    return "\(store).r\(revision).\(place).\(channel)"
  }
}

/// When many changes are told in one message.
public struct AlertPolicy: Hashable, Sendable {
  /// More changes of one kind in one poll than this share of the entries listed are a change of the
  /// feed, not of its publications (a new template, all dates touched).
  public var floodShare: Double
  /// Fewer than this many are never a flood, whatever their share.
  public var floodMinimum: Int

  public init(floodShare: Double = 0.5, floodMinimum: Int = 8) {
    self.floodShare = floodShare
    self.floodMinimum = floodMinimum
  }
}

extension Alert {
  /// The alerts that a poll's changes owe: one for each change, channel and first rule that
  /// matches, or one summary for each channel at the first poll of a source and when the whole feed
  /// changed.
  ///
  /// - Parameter listed: how many entries the poll saw.
  public static func owed(
    for changes: [Change], rules: [AlertRule], source: SourceID, isFirstPoll: Bool, listed: Int,
    policy: AlertPolicy = AlertPolicy()
  ) -> [Alert] {
    let reason: SummaryReason? =
      isFirstPoll ? .firstPoll : isFlood(changes, listed: listed, policy: policy) ? .flood : nil
    var channels: [ChannelID] = []
    for channel in rules.flatMap(\.channels) where !channels.contains(channel) {
      channels.append(channel)
    }
    return channels.flatMap { channel in
      let matched = changes.compactMap { change in
        rules.first { $0.channels.contains(channel) && $0.matches(change) }.map {
          (change, $0.name)
        }
      }
      guard let (_, rule) = matched.first else { return [Alert]() }
      if let reason {
        let subject = Subject.summary(source: source, reason: reason, changes: matched.map(\.0))
        return [Alert(rule: rule, channel: channel, subject: subject)]
      }
      return matched.map { Alert(rule: $1, channel: channel, subject: .change($0)) }
    }
  }

  private static func isFlood(_ changes: [Change], listed: Int, policy: AlertPolicy) -> Bool {
    let counts = Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
    return counts.contains { kind, count in
      kind != .added && count >= policy.floodMinimum
        && Double(count) > Double(max(listed, 1)) * policy.floodShare
    }
  }
}
