import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the sources and how their polls go.",
    discussion: "With an id, tell all about that source. Exits with 3 when sources are failing.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Flag(help: "Print the feeds as OPML, for another reader.")
  var opml = false

  @Argument(help: "Id of one source.")
  var id: String?

  func validate() throws {
    if opml && shared.isForPrograms { throw ValidationError("Give --opml or --json, not both.") }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let (cursor, all) = try context.answer(asOf: moment.asOf) {
      (try $0.cursor(), try $0.sources())
    }
    let sources = id.map { id in all.filter { $0.id.rawValue == id } } ?? all
    if let id, sources.isEmpty {
      throw CommandFailure(
        .nothingMatched, "No configured source has the id “\(id)”.",
        nextCommand: "brief-sync sources")
    }
    if opml {
      try context.print(SourceList.opml(sources))
    } else if shared.isForPrograms {
      try context.print(
        "sources", store: cursor, SourcesDocument(sources: sources), rows: sources)
    } else if id != nil, context.terminal.isTerminal {
      try context.print(sources.flatMap { SourcesText.details($0, style: context.style) })
    } else {
      try context.print(SourcesText.lines(sources, style: context.style))
    }
    let isFailing = sources.contains { $0.state == .failing || $0.state == .retired }
    try context.finish(isFailing ? .sourcesFailing : .success)
  }
}
