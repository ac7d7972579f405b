package import BriefModel

/// All topics and pattern groups that are in force.
package struct TopicCatalogue: Hashable, Sendable {
  /// Grows with each change of the shipped catalogue; with user files in force another number for
  /// each state of theirs.
  package internal(set) var version: Int = 0
  /// In the order of the files.
  package private(set) var topics: [Topic] = []
  package private(set) var groups: [String: [TopicPattern]] = [:]
  private var positions: [TopicID: Int] = [:]
  /// The user's files that are in force, in their order.
  var ownFiles: [OwnFile] = []

  /// A catalogue file of a user's own.
  struct OwnFile: Hashable, Sendable {
    var name: String
    var bytes: [UInt8]
  }

  /// Without a topic.
  package init() {}

  package subscript(id: TopicID) -> Topic? {
    positions[id].map { topics[$0] }
  }

  /// Adds a file: a topic whose id is known takes the old one's place, a group of a known name adds
  /// its patterns. Nothing is changed when the file is refused.
  package func adding(
    _ bytes: [UInt8], named file: String
  ) throws(CatalogueTrouble) -> TopicCatalogue {
    try adding(CatalogueFile(bytes, named: file), named: file)
  }

  func adding(
    _ read: CatalogueFile, named file: String
  ) throws(CatalogueTrouble) -> TopicCatalogue {
    var result = self
    for (name, patterns) in (read.groups ?? [:]).sorted(by: { $0.key < $1.key }) {
      result.groups[name, default: []] += try Self.patterns(
        patterns, at: "groups.\(name)", file, topic: nil)
    }
    var seen: Set<String> = []
    for entry in read.topics ?? [] {
      guard seen.insert(entry.id).inserted else {
        throw CatalogueTrouble(file: file, topic: entry.id, reason: .duplicateID)
      }
      result.insert(try Self.topic(entry, file))
    }
    for topic in result.topics where topic.file == file { try result.check(topic) }
    for topic in result.topics { try result.checkParents(of: topic, blaming: file) }
    result.version = max(version, read.version ?? version)
    return result
  }

  private mutating func insert(_ topic: Topic) {
    if let position = positions[topic.id] {
      topics[position] = topic
    } else {
      positions[topic.id] = topics.count
      topics.append(topic)
    }
  }

  private func check(_ topic: Topic) throws(CatalogueTrouble) {
    let named =
      topic.near.flatMap { near in near.groups.map { ("near", $0) } }
      + topic.away.flatMap { away in (away.groups + (away.unless ?? [])).map { ("away", $0) } }
      + topic.together.map { ("together", $0) }
    for (place, name) in named where groups[name] == nil {
      throw CatalogueTrouble(
        file: topic.file, topic: topic.id.rawValue, place: place, reason: .unknownGroup(name))
    }
  }

  /// The file that was added last is to blame: those before it were checked without it.
  private func checkParents(of topic: Topic, blaming file: String) throws(CatalogueTrouble) {
    var path = [topic.id.rawValue]
    var current = topic
    while let parent = current.parent {
      if path.contains(parent.rawValue) {
        throw CatalogueTrouble(
          file: file, topic: topic.id.rawValue, place: "parent",
          reason: .cycle(path + [parent.rawValue]))
      }
      guard let next = self[parent] else {
        throw CatalogueTrouble(
          file: file, topic: current.id.rawValue, place: "parent",
          reason: .unknownParent(parent.rawValue))
      }
      path.append(parent.rawValue)
      current = next
    }
    guard path.count <= 2 else {
      throw CatalogueTrouble(
        file: file, topic: topic.id.rawValue, place: "parent", reason: .tooDeep)
    }
  }
}

extension TopicCatalogue {
  private static func topic(
    _ entry: CatalogueFile.Entry, _ file: String
  ) throws(CatalogueTrouble) -> Topic {
    guard !entry.id.isEmpty, entry.id.utf8.allSatisfy(isIDByte) else {
      throw CatalogueTrouble(file: file, topic: entry.id, place: "id", reason: .badID)
    }
    let labels = (entry.labels ?? [:]).filter { !$0.value.isEmpty }
    guard !labels.isEmpty else {
      throw CatalogueTrouble(file: file, topic: entry.id, place: "labels", reason: .noLabel)
    }
    func read(
      _ texts: [String: [String]]?, _ place: String
    ) throws(CatalogueTrouble) -> [String: [TopicPattern]] {
      try byLanguage(texts, at: place, file, topic: entry.id)
    }
    return Topic(
      id: TopicID(entry.id), parent: entry.parent.map { TopicID($0) }, labels: labels,
      patterns: try read(entry.patterns, "patterns"),
      passagePatterns: try read(entry.passagePatterns, "passage_patterns"),
      loosePatterns: try read(entry.loosePatterns, "loose_patterns"),
      supportingPatterns: try read(entry.supportingPatterns, "supporting_patterns"),
      exclude: try patterns(entry.exclude ?? [], at: "exclude", file, topic: entry.id),
      excludeWithin: entry.excludeWithin ?? Topic.excludeWithin,
      near: entry.near ?? [], away: entry.away ?? [], together: entry.together ?? [],
      milestones: entry.milestones ?? [],
      standing: entry.standing ?? .named, note: entry.note, programme: entry.programme, file: file)
  }

  private static func byLanguage(
    _ entry: [String: [String]]?, at place: String, _ file: String, topic: String
  ) throws(CatalogueTrouble) -> [String: [TopicPattern]] {
    var byLanguage: [String: [TopicPattern]] = [:]
    for (language, texts) in (entry ?? [:]).sorted(by: { $0.key < $1.key }) {
      byLanguage[language] = try patterns(texts, at: "\(place).\(language)", file, topic: topic)
    }
    return byLanguage
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func patterns(
    _ texts: [String], at place: String, _ file: String, topic: String?
  ) throws(CatalogueTrouble) -> [TopicPattern] {
    var patterns: [TopicPattern] = []
    for (number, text) in texts.enumerated() {
      do {
        patterns.append(try TopicPattern(text))
      } catch {
        throw CatalogueTrouble(
          file: file, topic: topic, place: "\(place)[\(number)]", reason: .pattern(text, error))
      }
    }
    return patterns
  }
}
