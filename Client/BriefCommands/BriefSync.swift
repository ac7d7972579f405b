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
      $XDG_STATE_HOME/brief-sync and ~/.local/state/brief-sync that there is. brief-syncd looks into a \
      configuration that its --config names before BRIEF_SYNC_STORE.

      Exit codes: \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")).
      """,
    version: "brief-sync 0.1.0 (\(Archive.engine))",
    subcommands: described.map(\.command))

  /// With its name, one a line, in the order of the help.
  static let verbs: [(name: String, command: any ParsableCommand.Type)] = [
    ("status", StatusCommand.self),
    ("changes", ChangesCommand.self),
    ("list", ListCommand.self),
    ("show", ShowCommand.self),
    ("log", LogCommand.self),
    ("diff", DiffCommand.self),
    ("search", SearchCommand.self),
    ("blame", BlameCommand.self),
    ("when", WhenCommand.self),
    ("deadlines", DeadlinesCommand.self),
    ("figures", FiguresCommand.self),
    ("explain", ExplainCommand.self),
    ("watch", WatchCommand.self),
    ("sources", SourcesCommand.self),
    ("traffic", TrafficCommand.self),
    ("coverage", CoverageCommand.self),
    ("outbox", OutboxCommand.self),
    ("alerts", AlertsCommand.self),
    ("verify", VerifyCommand.self),
    ("export", ExportCommand.self),
    ("doctor", DoctorCommand.self),
    ("config", ConfigCommand.self),
    ("completions", CompletionsCommand.self),
    ("cite", CiteCommand.self),
    ("evidence", EvidenceCommand.self),
    ("feed", FeedCommand.self),
    ("matrix", MatrixCommand.self),
    ("brief", BriefCommand.self),
    ("dossier", DossierCommand.self),
    ("inspect", InspectCommand.self),
    ("extract", ExtractCommand.self),
    ("topics", TopicsCommand.self),
    ("manual", ManualCommand.self),
  ]

  /// To describe thirty verbs takes longer than to answer `status`: where the command line begins with
  /// one, only that one is described. The two that print all of them, and help, see all.
  private static let described: [(name: String, command: any ParsableCommand.Type)] = {
    let first = CommandLine.arguments.dropFirst().first
    guard let first, first != "manual", first != "completions",
      let verb = verbs.first(where: { $0.name == first })
    else { return verbs }
    return [verb]
  }()
}
