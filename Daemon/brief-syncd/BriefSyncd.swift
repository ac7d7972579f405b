import ArgumentParser
import BriefAlerting
import BriefDaemon
import BriefFetching
import BriefStore
import Glibc

/// The daemon's command. Reading a store is `brief-sync`'s work.
@main
struct BriefSyncd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief-syncd",
    abstract: "Polls publication feeds, keeps every version, and alerts on what changed.",
    discussion: """
      The store is the one of --store, of a configuration that --config names, of \
      BRIEF_SYNC_STORE, of the usual configuration, or the usual place.

      \(ExitStatus.help)
      """,
    version: "brief-syncd \(ProgramVersion.number) (\(StoreEngine.name))",
    subcommands: [
      RunCommand.self, OnceCommand.self, AddCommand.self, RemoveCommand.self,
      ImportCommand.self,
      CheckConfigCommand.self,
      InspectCommand.self, CheckURLCommand.self, ReplayCommand.self, DiscardCommand.self,
      TestAlertCommand.self,
      SyncCommand.self, PauseCommand.self, ResumeCommand.self, ReloadCommand.self,
      UpgradeCommand.self, PruneCommand.self, BackupCommand.self, SelftestCommand.self,
    ])

  /// A command line that makes no sense ends with 2, like a configuration that does not.
  static func main() async {
    StandardStream.prepare()
    ProcessMemory.limitHeaps()
    Glibc.exit(Answer.status(await outcome()))
  }

  private static func outcome() async -> Int32 {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      if !text.isEmpty {
        // Help and version are answers.
        if status.isSuccess { Answer.print(text) } else { StandardStream.errors.write(text + "\n") }
      }
      return status == .validationFailure ? ExitStatus.usage.rawValue : status.rawValue
    }
  }
}
