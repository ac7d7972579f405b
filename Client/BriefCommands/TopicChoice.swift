import BriefClient
import BriefModel
import BriefTopics

/// Which topics a word of the command line means.
struct TopicChoice {
  /// In their catalogue's order.
  let names: [TopicName]
  private let byID: [TopicID: TopicName]

  init(_ names: [TopicName]) {
    self.names = names
    byID = Dictionary(names.map { ($0.id, $0) }) { first, _ in first }
  }

  subscript(id: TopicID) -> TopicName? { byID[id] }

  /// The catalogue that is built into the program. Throws ``CommandFailure``.
  static func shipped() throws(CommandFailure) -> TopicCatalogue {
    do {
      return try TopicCatalogue.shipped()
    } catch {
      throw CommandFailure(
        .failure, error.description, nextCommand: "brief-sync topics check --help")
    }
  }

  /// What its topics are called. Throws ``CommandFailure``.
  static func shippedNames() throws(CommandFailure) -> [TopicName] {
    do {
      return try CatalogueOutline.shipped().topics
    } catch {
      throw CommandFailure(
        .failure, error.description, nextCommand: "brief-sync topics check --help")
    }
  }

  /// A topic with those below it: by its id, else by a word that only its id or label has.
  ///
  /// `nil` when the catalogue has no such topic. Throws ``CommandFailure`` with the candidates when
  /// there are several.
  func topics(_ text: String) throws(CommandFailure) -> Set<TopicID>? {
    if self[TopicID(text)] != nil { return family(TopicID(text)) }
    let word = text.lowercased()
    guard !word.isEmpty else { return nil }
    let byWord = names.filter {
      $0.id.rawValue.split(separator: "-").contains { $0 == word }
    }
    let byLabel = names.filter { topic in
      topic.labels.values.contains { $0.lowercased().contains(word) }
    }
    let found = byWord.isEmpty ? byLabel : byWord
    if found.count > 1 {
      let lines = found.map { "  \($0.id)  \($0.label())" }
      throw CommandFailure(
        .usage,
        (["“\(text)” may be one of several topics:"] + lines).joined(separator: "\n"),
        nextCommand: "brief-sync topics list")
    }
    return found.first.map { family($0.id) }
  }

  /// That the catalogue has no such topic, with the nearest name.
  func unknown(_ text: String) -> CommandFailure {
    let hint =
      NearestName.of(text, among: names.map(\.id.rawValue))
      .map { " Did you mean “\($0)”?" } ?? ""
    return CommandFailure(
      .usage, "There is no topic “\(text)”.\(hint)", nextCommand: "brief-sync topics list")
  }

  func label(_ id: TopicID) -> String { self[id]?.label() ?? id.rawValue }

  private func family(_ id: TopicID) -> Set<TopicID> {
    Set([id] + names.filter { $0.parent == id }.map(\.id))
  }
}

extension CommandContext {
  /// The topics that the store's daemon tags with; in a store that no daemon has opened yet, those that
  /// are built into the program. Throws ``CommandFailure``.
  func topicChoice() throws -> TopicChoice {
    let names = try answer { try $0.topicNames() }
    return TopicChoice(names.isEmpty ? try TopicChoice.shippedNames() : names)
  }

  /// The topics that `--topic` means; none when it is not given. A topic that only older versions
  /// have, from another catalogue, is itself. Throws ``CommandFailure``.
  func topics(_ text: String?) throws -> Set<TopicID> {
    guard let text else { return [] }
    let choice = try topicChoice()
    if choice[TopicID(text)] == nil, try answer({ try $0.knows(TopicID(text)) }) {
      return [TopicID(text)]
    }
    if let topics = try choice.topics(text) { return topics }
    throw choice.unknown(text)
  }
}
