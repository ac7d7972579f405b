import BriefModel

/// `[[rule]]`.
struct RuleSection {
  private var reader: TableReader

  init(_ reader: TableReader) { self.reader = reader }

  mutating func read(configuration: DaemonConfiguration, topics: TopicNames) -> AlertRule? {
    let name = reader.required("name")
    let channels = names("channels", known: configuration.channels.map(\.id.rawValue))
    let kinds = reader.choices("kinds", Change.Kind.self)
    let sources = names("sources", known: configuration.sources.map(\.id.rawValue))
    let topicNames = names("topics", known: topics.names)
    let classes = reader.choices("classes", Difference.Class.self)
    let isSilent = reader.boolean("silent")
    let languages = reader.strings("languages") ?? []
    let series = reader.strings("series") ?? []
    let authors = reader.strings("authors") ?? []
    let words = reader.strings("words") ?? []
    let events = reader.choices("events", SourceEvent.Kind.self)
    let claims = reader.choices("claims", ClaimCondition.self)
    let timing = TimingKeys().read(&reader)
    reader.finish()
    if channels.isEmpty {
      reader.fault("channels", "a rule needs one channel at least, [\"desk\"]")
    }
    if let name, configuration.rules.contains(where: { $0.name == name }) {
      reader.fault("name", "\"\(name)\" stands here twice")
    }
    guard let name else { return nil }
    var rule = AlertRule(
      name: name, channels: channels.map { ChannelID($0) }, kinds: kinds,
      sources: Set(sources.map { SourceID($0) }),
      topics: topics.withDescendants(topicNames.map { TopicID($0) }),
      classes: classes, isSilent: isSilent, languages: Set(languages), series: Set(series),
      authors: Set(authors), words: words, claims: claims, events: events, timing: timing)
    for channel in configuration.channels where rule.channels.contains(channel.id) {
      rule.channelTimings[channel.id] = channel.timing
    }
    for reason in RuleSense(rule, configuration: configuration).doubts {
      reader.warn(reason.key, reason.text)
    }
    return rule
  }

  /// The names of a list, each of which must be known.
  private mutating func names(_ key: String, known: [String]) -> [String] {
    let names = reader.strings(key) ?? []
    for name in names where !known.contains(name) { reader.unknown(name, key: key, known: known) }
    return names
  }
}
