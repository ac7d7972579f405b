import BriefClient
import BriefModel
import BriefTopics

/// Which topics a word of the command line means.
struct TopicChoice {
  let catalogue: TopicCatalogue

  /// The shipped catalogue's.
  init() throws(CommandFailure) {
    do {
      catalogue = try TopicCatalogue.shipped()
    } catch {
      throw CommandFailure(
        .failure, error.description, nextCommand: "brief-sync topics check --help")
    }
  }

  init(_ catalogue: TopicCatalogue) { self.catalogue = catalogue }

  /// A topic with those below it: by its id, else by a word that only its id or label has.
  ///
  /// `nil` when the catalogue has no such topic. Throws ``CommandFailure`` with the candidates when
  /// there are several.
  func topics(_ text: String) throws(CommandFailure) -> Set<TopicID>? {
    if let topic = catalogue[TopicID(text)] { return family(topic.id) }
    let word = text.lowercased()
    guard !word.isEmpty else { return nil }
    let byID = catalogue.topics.filter {
      $0.id.rawValue.split(separator: "-").contains { $0 == word }
    }
    let byLabel = catalogue.topics.filter { topic in
      topic.labels.values.contains { $0.lowercased().contains(word) }
    }
    let found = byID.isEmpty ? byLabel : byID
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
      NearestName.of(text, among: catalogue.topics.map(\.id.rawValue))
      .map { " Did you mean “\($0)”?" } ?? ""
    return CommandFailure(
      .usage, "There is no topic “\(text)”.\(hint)", nextCommand: "brief-sync topics list")
  }

  func label(_ id: TopicID) -> String { catalogue[id]?.label() ?? id.rawValue }

  private func family(_ id: TopicID) -> Set<TopicID> {
    Set([id] + catalogue.topics.filter { $0.parent == id }.map(\.id))
  }
}

extension CommandContext {
  /// The topics that `--topic` means; none when it is not given. A topic that only the store knows,
  /// from a catalogue of its own, is itself. Throws ``CommandFailure``.
  func topics(_ text: String?) throws -> Set<TopicID> {
    guard let text else { return [] }
    let choice = try TopicChoice()
    if choice.catalogue[TopicID(text)] == nil,
      try answer({ try $0.knows(TopicID(text)) })
    {
      return [TopicID(text)]
    }
    if let topics = try choice.topics(text) { return topics }
    throw choice.unknown(text)
  }
}
