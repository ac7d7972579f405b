import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Shares, prices, sums and counts that briefs attach to topics, as series.",
    discussion: "Of the newest versions, the oldest said first. Exits with 4 when there are none.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "About this topic and those below it.")
  var topic: String?

  @Option(help: "Said on this day or later.")
  var since: String?

  @Flag(help: "Print comma-separated values.")
  var csv = false

  func validate() throws {
    if csv && shared.isForPrograms {
      throw ValidationError("Give one of --json, --jsonl and --csv.")
    }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let choice = try context.topicChoice()
    let topics = try context.topics(topic)
    let since = try context.moment(since, option: "since")?.day
    let (cursor, figures) = try context.answer(asOf: moment.asOf) { snapshot in
      (try snapshot.cursor(), try snapshot.figures(topics: topics, since: since))
    }
    if shared.isForPrograms {
      let document = FiguresDocument(figures)
      try context.print("figures", store: cursor, document, rows: document.figures)
    } else if csv {
      try context.write(FiguresCSV.lines(figures).map { $0 + "\r\n" }.joined())
    } else {
      let narrowing = NarrowingOptions.given(
        ("--topic", topic != nil), ("--since", self.since != nil))
      try context.print(
        figures.isEmpty
          ? NothingMatched.lines("No figures", leavingOut: narrowing, style: context.style)
          : FiguresText.lines(figures, style: context.style, label: choice.label))
    }
    try context.finish(figures.isEmpty ? .nothingMatched : .success)
  }
}
