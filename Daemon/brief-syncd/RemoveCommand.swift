import ArgumentParser
import BriefConfiguration
import BriefDaemon
import BriefModel
import Foundation

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a source out of the configuration; what was recorded of it stays.",
    discussion: """
      The rest of the file stays as it is. A running daemon goes on polling the source until it is \
      told to reload.
      Example: brief-syncd remove pism-spotlight --dry-run
      """)

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Flag(help: "Only say what would be taken out.")
  var dryRun = false

  @Argument(help: "The source's id.")
  var source: String

  func run() throws {
    do {
      let path = ConfigurationPlace.path(
        config, environment: ProcessInfo.processInfo.environment)
      let removal = try ConfigurationRemoval(
        path: path, source: SourceID(source), topics: try ShippedTopics.names())
      guard !dryRun else { return Answer.print("Would be taken out of \(path): \(source)") }
      try removal.write()
      Answer.print(
        """
        Removed \(source) from \(path). What was recorded of it stays: brief-sync list --source \(source)
        A running daemon takes it over with: brief-syncd reload
        """)
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
