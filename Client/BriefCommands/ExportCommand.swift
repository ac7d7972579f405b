import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole store as JSON Lines.",
    discussion: """
      The first line names the store, each other line is one revision with all that it recorded. What \
      cannot be read is named on standard error and in its revision's line (“unreadable”), the rest is \
      written all the same, and the command exits with 13. brief-syncd import takes whole exports only.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "After this revision only.")
  var after: Int64 = 0

  func run() throws {
    let context = CommandContext(shared)
    let archive = try context.archive()
    do {
      var unreadable = 0
      try archive.export(
        after: Revision(after),
        skip: { finding in
          unreadable += 1
          StandardError.write("brief-sync: \(finding.record): \(finding.detail)\n")
        },
        { line in try context.write(line + "\n") })
      guard unreadable > 0 else { return }
      throw CommandFailure(
        .integrity,
        "\(counted(unreadable, "record")) could not be read; all else is written.",
        nextCommand:
          "cp -a COPY/. \(archive.path)  (a copy that brief-syncd backup made, while no daemon runs)"
      )
    } catch let error as ArchiveError {
      throw CommandFailure(error)
    }
  }
}
