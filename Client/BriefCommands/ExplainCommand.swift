import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import BriefTopics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a text has its topics, a change was told, a source is polled when it is.",
    discussion: """
      For each topic that a pattern touched: the score and what was needed, the patterns, the \
      passages, and for what does not count the reason. By the shipped catalogue, or the one that --topics adds to.

      A change is named by its revision and its place in it, 12.0, or by an alert's key: which \
      rules of the configuration hold for it, and why the others do not.

      A source is named by its id: when it is polled next and why, what its server and its feed \
      ask for, how much of the traffic was spared, and what would change it.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var own: OwnTopics

  @Option(
    help: "For a change: the configuration file. Without it the usual places are tried.",
    completion: .file())
  var config: String?

  @Argument(
    help: "Id of the publication, or its first four digits or more; or a change; or a source.")
  var id: String

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    if let place = ExplainChange.place(id) {
      return try ExplainChange(context: context, moment: moment.asOf, config: config).run(place)
    }
    if try ExplainSource(context: context, moment: moment.asOf).run(id) { return }
    let (cursor, reading) = try context.answer(asOf: moment.asOf) { snapshot in
      let publication = try snapshot.publication(matching: id)
      return (
        try snapshot.cursor(), try snapshot.reading(of: publication.reference.id)
      )
    }
    let reasons = TopicReasons(reading, catalogue: try own.catalogue())
    if shared.isForPrograms {
      let document = ReasonsDocument(reading, reasons)
      try context.print("explain", store: cursor, document, rows: [document])
    } else {
      try context.print(ReasonsText.lines(reading, reasons, style: context.style.asPage))
    }
    try context.finish()
  }
}
