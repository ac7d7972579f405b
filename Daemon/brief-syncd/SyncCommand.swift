import ArgumentParser
import BriefDaemon
import BriefModel

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Poll a source now, or all of them, due or not.",
    discussion: """
      The running daemon does it; without one this command polls, delivers and ends, as once does. \
      Hosts that asked to be left alone are left alone. A store is not made: brief-syncd once makes one.
      Example: brief-syncd sync pism-spotlight
      """)

  @OptionGroup var options: DaemonOptions

  @Argument(help: "The source's id. Without it all that are not paused.")
  var source: String?

  func run() async throws {
    let path = source.map { "/sync/" + ControlClient.encoded($0) } ?? "/sync"
    if try HandOver.toDaemon(options, path) { return }
    // Where no store is, a daemon may be writing to one that was moved away.
    try options.requireStore()
    try await options.withAssembly { assembly in
      let chosen = try source.map { name in
        try [assembly.configuration.known(SourceID(name))]
      }
      let report = try await Round(assembly).run(everything: true, only: chosen) {
        Answer.print($0)
      }
      Answer.print(report.text)
      if report.failed > 0 { throw ExitStatus.someSourcesFailed }
    }
  }
}
