import ArgumentParser
import BriefDaemon
import Foundation

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Poll and deliver until SIGTERM: what the service runs.",
    discussion: """
      It ends by itself only when it cannot go on; the unit says which statuses systemd starts again.
      \(ExitStatus.help)
      """)

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    let signals = SignalWatch()
    try await options.withAssembly { assembly in
      let options = options
      try await Service(
        assembly, environment: ProcessInfo.processInfo.environment, signals: signals
      ) {
        try options.configuration()
      }.run()
    }
  }
}
