import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import BriefTopics

struct TopicsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the topics of the catalogue, with how many publications speak of each.")

  @OptionGroup var shared: SharedOptions

  @Option(help: "The language of the labels.")
  var lang = "en"

  @OptionGroup var own: OwnTopics

  func run() throws {
    let context = CommandContext(shared)
    let catalogue = try own.catalogue()
    let (cursor, counts, names) = try context.answer { snapshot in
      (
        try snapshot.cursor(), try snapshot.publicationsByTopic(),
        Dictionary(
          try snapshot.topicNames().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
    let known = catalogue.topics.filter { $0.parent == nil }.flatMap { root in
      [root] + catalogue.topics.filter { $0.parent == root.id }
    }
    var rows = known.map { topic in
      TopicRow(
        id: topic.id, parent: topic.parent, label: topic.label(lang),
        publications: counts[topic.id] ?? 0)
    }
    // Topics of a catalogue that only the daemon has: what it calls them stands in the store.
    rows += counts.filter { catalogue[$0.key] == nil }.sorted { $0.key < $1.key }.map {
      TopicRow(
        id: $0.key, parent: names[$0.key]?.parent,
        label: names[$0.key]?.label(lang) ?? $0.key.rawValue, publications: $0.value)
    }
    if shared.isForPrograms {
      try context.print("topics", store: cursor, TopicsDocument(rows), rows: rows)
    } else {
      try context.print(TopicsText.lines(rows, style: context.style))
    }
    try context.finish()
  }
}
