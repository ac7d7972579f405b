/// Which changes are told to whom. A condition that is empty holds for every change; one on what a
/// publication says holds for an edit when it holds before or after it.
public struct AlertRule: Hashable, Sendable {
  public var name: String
  public var channels: [ChannelID]
  public var kinds: Set<Change.Kind>
  public var sources: Set<SourceID>
  public var topics: Set<TopicID>
  public var classes: Set<Difference.Class>
  /// True for silent edits only, false for announced ones only.
  public var isSilent: Bool?
  /// BCP 47; `en` holds for `en-GB` too.
  public var languages: Set<String>
  /// As the publisher prints them, whatever their case.
  public var series: Set<String>
  /// As the publisher prints them, whatever their case; one of them is enough.
  public var authors: Set<String>
  /// Words or phrases in title or text, whatever their case; one of them is enough. A star at the
  /// end of a word stands for any ending.
  public var words: [String]
  /// What happens to dates: an edit or a new text that moves one, a day that passes. Empty: overdue
  /// dates when the rule has no condition on changes, else nothing.
  public var claims: Set<ClaimCondition>
  /// What happens to sources. Empty: all of it when the rule has no condition on changes, else
  /// nothing.
  public var events: Set<SourceEvent.Kind>
  /// `nil` sends each alert at once, unless its channel has a timing of its own.
  public var timing: AlertTiming?
  /// Timings of channels, for a rule that has none.
  public var channelTimings: [ChannelID: AlertTiming] = [:]

  public init(
    name: String, channels: [ChannelID], kinds: Set<Change.Kind> = [], sources: Set<SourceID> = [],
    topics: Set<TopicID> = [], classes: Set<Difference.Class> = [], isSilent: Bool? = nil,
    languages: Set<String> = [], series: Set<String> = [], authors: Set<String> = [],
    words: [String] = [], claims: Set<ClaimCondition> = [], events: Set<SourceEvent.Kind> = [],
    timing: AlertTiming? = nil
  ) {
    self.name = name
    self.channels = channels
    self.kinds = kinds
    self.sources = sources
    self.topics = topics
    self.classes = classes
    self.isSilent = isSilent
    self.languages = languages
    self.series = series
    self.authors = authors
    self.words = words
    self.claims = claims
    self.events = events
    self.timing = timing
  }

  /// When alerts of the rule are sent to a channel; `nil` for at once.
  public func timing(for channel: ChannelID) -> AlertTiming? {
    timing ?? channelTimings[channel]
  }

  /// How soon alerts of the rule are sent to a channel.
  package func urgency(for channel: ChannelID) -> AlertTiming.Urgency {
    timing(for: channel)?.urgency ?? .atOnce
  }

  /// True when every condition holds.
  ///
  /// - Parameter details: what the publication says; a condition on it does not hold without.
  public func matches(_ change: Change, details: ChangeDetails? = nil) -> Bool {
    (hasChangeConditions || events.isEmpty && claims.isEmpty || claims.contains(.moved))
      && (kinds.isEmpty || kinds.contains(change.kind))
      && (sources.isEmpty || sources.contains(change.publication.source))
      && (topics.isEmpty || !topics.isDisjoint(with: change.topics))
      && (classes.isEmpty || !classes.isDisjoint(with: change.classes))
      && (isSilent == nil || isSilent == change.isSilent)
      && (series.isEmpty || change.publication.series.map { series.hasIgnoringCase($0) } ?? false)
      && matches(details)
  }

  private func matches(_ details: ChangeDetails?) -> Bool {
    guard asksForDetails else { return true }
    guard let details else { return false }
    return (claims.isEmpty || claims.contains(.moved) && !details.moves.isEmpty)
      && (languages.isEmpty || details.sayings.contains { $0.language.map(speaks) ?? false })
      && (authors.isEmpty
        || details.sayings.contains { $0.authors.contains { authors.hasIgnoringCase($0) } })
      && (words.isEmpty || details.sayings.contains { $0.hasOne(of: words) })
  }

  /// True when a condition looks at what the publication says.
  package var asksForDetails: Bool {
    !languages.isEmpty || !authors.isEmpty || !words.isEmpty || !claims.isEmpty
  }

  /// True when a date that became overdue or silent is to be told.
  public func matches(_ event: DeadlineEvent) -> Bool {
    (claims.isEmpty
      ? !hasChangeConditions && events.isEmpty && event.condition == .overdue
      : claims.contains(event.condition))
      && (sources.isEmpty || !sources.isDisjoint(with: event.sources))
      && (topics.isEmpty || topics.contains(event.topic))
  }

  /// True when what happened to a source is to be told.
  public func matches(_ event: SourceEvent) -> Bool {
    (sources.isEmpty || sources.contains(event.source))
      && (events.isEmpty ? !hasChangeConditions && claims.isEmpty : events.contains(event.kind))
  }

  /// True when changes, troubles of sources and overdue dates go to the rule whatever they are, of
  /// its sources.
  package var takesEverything: Bool { !hasChangeConditions && claims.isEmpty && events.isEmpty }

  private var hasChangeConditions: Bool {
    !kinds.isEmpty || !topics.isEmpty || !classes.isEmpty || isSilent != nil || !languages.isEmpty
      || !series.isEmpty || !authors.isEmpty || !words.isEmpty
  }

  private func speaks(_ language: String) -> Bool {
    languages.contains { LanguageRange.holds($0, for: language) }
  }
}

extension [AlertRule] {
  /// The rule that tells a channel: of those that hold the one that is sent soonest, whatever its
  /// place; of equals the first. So no digest keeps back what is to be told at once.
  public func deciding(
    _ channel: ChannelID, where holds: (AlertRule) throws -> Bool
  ) rethrows -> AlertRule? {
    var found: (rule: AlertRule, urgency: AlertTiming.Urgency)?
    for rule in self where rule.channels.contains(channel) {
      let urgency = rule.urgency(for: channel)
      if let found, found.urgency <= urgency { continue }
      if try holds(rule) { found = (rule, urgency) }
    }
    return found?.rule
  }

  /// Every channel of a rule once, in the order of the rules.
  var toldChannels: [ChannelID] {
    var channels: [ChannelID] = []
    for channel in flatMap(\.channels) where !channels.contains(channel) {
      channels.append(channel)
    }
    return channels
  }
}

extension Set<String> {
  fileprivate func hasIgnoringCase(_ text: String) -> Bool {
    contains(text) || contains { $0.lowercased() == text.lowercased() }
  }
}
