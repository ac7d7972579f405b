import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "The ledger of dates: first stated, moved, met, missed, shelved, overdue, silent.",
    discussion: """
      A line is a topic, a kind and the days that were named for it. Days are joined where a text \
      states the move, an edit made it, or a later publication gives another day in the same \
      words; else they are lines of their own. Marks: . upcoming, ! overdue, = met, x missed, - \
      shelved (called off, or put off to no day).
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "About this topic and those below it.")
  var topic: String?

  @Flag(help: "Only what is past its day without a word of what came of it.")
  var overdue = false

  @Flag(help: "Only what moved.")
  var moved = false

  @Option(help: "Only what was spoken of on this day or later: 2024-05-01, \"2 weeks ago\", 30d.")
  var since: String?

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print a calendar that others can subscribe to (RFC 5545).")
  var ics = false

  func validate() throws {
    if [shared.json, shared.jsonl, csv, ics].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --json, --jsonl, --csv and --ics.")
    }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let choice = try context.topicChoice()
    let question = DeadlineQuestion(
      topics: try context.topics(topic), standings: overdue ? [.overdue] : [],
      hasMoved: moved ? true : nil, since: try context.moment(since, option: "since")?.day)
    let (cursor, deadlines) = try context.answer(asOf: moment.asOf) { snapshot in
      (try snapshot.cursor(), try snapshot.deadlines(question, today: context.now.day))
    }
    if shared.isForPrograms {
      try context.print(
        "deadlines", store: cursor, DeadlinesDocument(deadlines), rows: deadlines)
    } else if csv {
      try context.write(DeadlinesCSV.lines(deadlines).map { $0 + "\r\n" }.joined())
    } else if ics {
      try context.write(
        DeadlinesCalendar.text(deadlines, store: cursor.store, label: choice.label))
    } else {
      let narrowing = NarrowingOptions.given(
        ("--topic", topic != nil), ("--overdue", overdue), ("--moved", moved),
        ("--since", since != nil))
      try context.print(
        deadlines.isEmpty
          ? NothingMatched.lines(
            "No dates in the ledger", leavingOut: narrowing, style: context.style)
          : DeadlinesText.lines(deadlines, style: context.style, label: choice.label))
    }
    try context.finish(deadlines.isEmpty ? .nothingMatched : .success)
  }
}
