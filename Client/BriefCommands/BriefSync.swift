import ArgumentParser
import BriefClient

/// The command with its verbs.
struct BriefSync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief-sync",
    abstract: "Read what think tanks published, edited and withdrew.",
    discussion: """
      Reads a store that brief-syncd keeps; never writes it and needs no daemon. The store is the \
      one of --store, of BRIEF_SYNC_STORE, or of the first of /var/lib/brief-sync, \
      $XDG_STATE_HOME/brief-sync and ~/.local/state/brief-sync that there is.

      Exit codes: \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")).
      """,
    version: "brief-sync 0.1.0 (\(Archive.engine))",
    // One a line, in the order of the help.
    subcommands: [
      StatusCommand.self,
      ChangesCommand.self,
      ListCommand.self,
      ShowCommand.self,
      LogCommand.self,
      DiffCommand.self,
      SearchCommand.self,
      BlameCommand.self,
      WhenCommand.self,
      DeadlinesCommand.self,
      FiguresCommand.self,
      ExplainCommand.self,
      WatchCommand.self,
      SourcesCommand.self,
      TrafficCommand.self,
      CoverageCommand.self,
      OutboxCommand.self,
      AlertsCommand.self,
      VerifyCommand.self,
      ExportCommand.self,
      DoctorCommand.self,
      ConfigCommand.self,
      CompletionsCommand.self,
      CiteCommand.self,
      EvidenceCommand.self,
      FeedCommand.self,
      MatrixCommand.self,
      BriefCommand.self,
      DossierCommand.self,
      InspectCommand.self,
      ExtractCommand.self,
      TopicsCommand.self,
      ManualCommand.self,
    ])
}
