import BriefModel

/// What an alert says, in parts that each channel sets in its own way. All of it is safe text:
/// single lines without control or bidirectional characters.
struct AlertStory: Hashable, Sendable {
  struct Fact: Hashable, Sendable {
    var label: String
    var value: String
  }

  /// Words that changed, in their place.
  struct Edit: Hashable, Sendable {
    var label: String
    var contextBefore: String
    var before: String
    var after: String
    var contextAfter: String
  }

  /// One of several changes.
  struct Item: Hashable, Sendable {
    var headline: String
    var link: String?
  }

  /// `pism: revised silently (date): Title`.
  var headline: String
  /// The title alone, for channels that have a place for it; `nil` for a summary.
  var title: String?
  var facts: [Fact] = []
  var edits: [Edit] = []
  var items: [Item] = []
  /// Edits or items that are not shown.
  var omitted = 0
  /// http or https.
  var link: String?
  /// A line to look it up with.
  var lookUp: String?

  init(_ document: AlertDocument, labels: AlertLabels) {
    if let change = document.change {
      self.init(change, rule: document.rule, labels: labels)
    } else if document.type == "claim", let last = document.last {
      self.init(date: document, last: last, labels: labels)
    } else if let event = document.event {
      self.init(event: event, document, labels: labels)
    } else if let channel = document.channel {
      self.init(parked: channel, document, labels: labels)
    } else {
      self.init(summary: document, labels: labels)
    }
  }

  private init(_ change: ChangeDocument, rule: String?, labels: AlertLabels) {
    let publication = change.publication
    title = publication.title.map { SafeText.line($0, limit: StoryLimits.title) }
    headline = Self.headline(change, labels: labels)
    link = Self.webLink(publication.link)
    func add(_ label: String, _ value: String?) {
      let value = SafeText.line(value ?? "", limit: StoryLimits.fact)
      if !value.isEmpty { facts.append(Fact(label: label, value: value)) }
    }
    add(labels.source, publication.source)
    add(
      labels.series,
      [publication.series, publication.number].compactMap(\.self).joined(separator: " "))
    add(labels.published, change.published)
    add(labels.seen, change.time)
    add(labels.version, change.version.map(String.init))
    add(labels.topics, change.topics?.joined(separator: ", "))
    for mention in (change.mentions ?? []).prefix(StoryLimits.mentions) {
      add(SafeText.line(mention.topic, limit: 64), mention.passage)
    }
    for move in (change.claimsMoved ?? []).prefix(StoryLimits.edits) {
      add(labels.dateMoved, "\(move.topic): \(move.from) -> \(move.to)")
    }
    add(labels.rule, rule)
    let differences = change.differences ?? []
    edits = differences.prefix(StoryLimits.edits).map { Edit($0, labels: labels) }
    omitted = differences.count - edits.count
    let id = SafeText.line(publication.id, limit: 64)
    lookUp = change.kind == "revised" ? "brief-sync diff \(id)" : "brief-sync show \(id)"
  }

  private init(date document: AlertDocument, last: StatementDocument, labels: AlertLabels) {
    let topic = SafeText.line(document.topic ?? "", limit: 64)
    headline = SafeText.line(
      "\(topic): \(labels.date(document.event ?? "")): \(document.due ?? "")",
      limit: StoryLimits.title)
    title = last.publication.title.map { SafeText.line($0, limit: StoryLimits.title) }
    link = Self.webLink(last.publication.link)
    let move = document.from.map { "\($0) -> \(document.due ?? "")" } ?? ""
    for (label, value) in [
      (labels.source, last.publication.source), (labels.dateMoved, move), (labels.said, last.said),
      (labels.passage, last.passage), (labels.rule, document.rule ?? ""),
    ] {
      let value = SafeText.line(value, limit: StoryLimits.fact)
      if !value.isEmpty { facts.append(Fact(label: label, value: value)) }
    }
    lookUp = "brief-sync deadlines --topic \(topic)"
  }

  private init(event: String, _ document: AlertDocument, labels: AlertLabels) {
    let source = SafeText.line(document.source ?? "", limit: 64)
    headline = "\(source): \(SafeText.line(labels.event(event), limit: StoryLimits.fact))"
    for (label, value) in [(labels.reason, document.reason), (labels.since, document.since)] {
      let value = SafeText.line(value ?? "", limit: StoryLimits.fact)
      if !value.isEmpty { facts.append(Fact(label: label, value: value)) }
    }
    lookUp = "brief-sync status"
  }

  private init(parked channel: String, _ document: AlertDocument, labels: AlertLabels) {
    let channel = SafeText.line(channel, limit: 64)
    headline = "brief-sync: " + labels.parked(channel: channel, count: document.count ?? 0)
    facts.append(
      Fact(
        label: labels.answer, value: SafeText.line(document.reason ?? "", limit: StoryLimits.fact)))
    lookUp = "brief-syncd replay --channel \(channel)"
  }

  private init(summary document: AlertDocument, labels: AlertLabels) {
    let changes = document.changes ?? []
    let count = document.count ?? changes.count
    let source = SafeText.line(document.source ?? "", limit: StoryLimits.fact)
    headline =
      (source.isEmpty ? "" : "\(source): ")
      + labels.summary(reason: document.reason, count: count)
    if let rule = document.rule {
      facts.append(
        Fact(label: labels.rule, value: SafeText.line(rule, limit: StoryLimits.fact)))
    }
    items = changes.prefix(StoryLimits.items).map {
      Item(
        headline: Self.headline($0, labels: labels), link: Self.webLink($0.publication.link))
    }
    items += (document.events ?? []).prefix(StoryLimits.items).map { event in
      let said = event.topic == nil ? labels.event(event.event) : labels.date(event.event)
      let words = "\(event.source): \(said)"
      return Item(headline: SafeText.line(words, limit: StoryLimits.title), link: nil)
    }
    omitted = max(0, count - items.count)
  }

  private static func headline(_ change: ChangeDocument, labels: AlertLabels) -> String {
    var words = labels.kind(change.kind)
    if change.silent == true { words += " \(labels.silently)" }
    if change.kind == "revised", let classes = change.classes, !classes.isEmpty {
      words += " (\(classes.map(labels.differenceClass).joined(separator: ", ")))"
    }
    let title = change.publication.title ?? change.publication.link ?? labels.untitled
    return SafeText.line(
      "\(change.publication.source): \(words): \(title)", limit: StoryLimits.title)
  }

  /// The link when it is one that a reader may follow; nothing that could be taken for more than a
  /// link.
  private static func webLink(_ link: String?) -> String? {
    guard let link, link.hasPrefix("https://") || link.hasPrefix("http://"),
      link.utf8.count <= AlertLimits.line,
      link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"'`\\{}|^()[]".utf8.contains($0) })
    else { return nil }
    return link
  }
}

extension AlertStory.Edit {
  init(_ difference: Difference, labels: AlertLabels) {
    func words(_ text: String?) -> String {
      SafeText.line(text ?? "", limit: StoryLimits.words)
    }
    label = labels.differenceClass(difference.class.rawValue)
    contextBefore = words(difference.contextBefore)
    before = words(difference.before)
    after = words(difference.after)
    contextAfter = words(difference.contextAfter)
  }
}

/// What fits into a message that a person reads. The webhook and the store have all.
enum StoryLimits {
  /// UTF-8 bytes of a headline.
  static let title = 300
  /// UTF-8 bytes of one fact.
  static let fact = 300
  /// UTF-8 bytes of the words before or after.
  static let words = 600
  static let edits = 20
  /// Topics of which a passage is shown.
  static let mentions = 5
  static let items = 20
}
