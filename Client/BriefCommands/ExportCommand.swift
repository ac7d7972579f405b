import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole store as JSON Lines.",
    discussion: """
      The first line names the store, each other line is one revision with all that it recorded.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "After this revision only.")
  var after: Int64 = 0

  func run() throws {
    let context = CommandContext(shared)
    let archive = try context.archive()
    do {
      try archive.export(after: Revision(after)) { line in
        try context.write(line + "\n")
      }
    } catch let error as ArchiveError {
      throw CommandFailure(error)
    }
  }
}
