import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Topics by sources: who writes about what, and how much.",
    discussion: "Counts publications whose newest version speaks of the topic.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "Only this topic and those below it.")
  var topic: String?

  @Flag(help: "Print a web page that needs no other file.")
  var html = false

  func validate() throws { try PageForm.check(html: html, shared) }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let choice = try context.topicChoice()
    let topics = try context.topics(topic)
    let (cursor, activity) = try context.answer(asOf: moment.asOf) { snapshot in
      (try snapshot.cursor(), try snapshot.topicActivity())
    }
    let matrix = TopicMatrix(
      activity.filter { topics.isEmpty || topics.contains($0.topic) }, label: choice.label)
    if shared.isForPrograms {
      let document = MatrixDocument(matrix)
      try context.print("matrix", store: cursor, document, rows: document.cells)
    } else if html {
      try context.write(MatrixPage.text(matrix, cursor: cursor))
    } else {
      try context.print(
        matrix.rows.isEmpty
          ? NothingMatched.lines(
            "No publication speaks of a topic", leavingOut: topic == nil ? [] : ["--topic"],
            style: context.style)
          : MatrixText.lines(matrix, style: context.style))
    }
    try context.finish(matrix.rows.isEmpty ? .nothingMatched : .success)
  }
}
