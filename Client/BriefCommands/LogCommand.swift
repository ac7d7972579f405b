import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Tell a publication's history, the oldest version first.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Argument(help: "Id of the publication, or its first four digits or more.")
  var id: String

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let (cursor, history) = try context.answer(asOf: moment.asOf) { snapshot in
      let publication = try snapshot.publication(matching: id)
      return (try snapshot.cursor(), try snapshot.history(of: publication.reference.id))
    }
    if shared.isForPrograms {
      try context.print("log", store: cursor, LogDocument(history), rows: history.versions)
    } else {
      try context.print(LogText.lines(history, style: context.style))
    }
    try context.finish()
  }
}
