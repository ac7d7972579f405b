import ArgumentParser
import BriefDaemon
import Foundation

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Poll and deliver until SIGTERM: what the service runs.")

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    try await options.withAssembly { assembly in
      let options = options
      try await Service(assembly, environment: ProcessInfo.processInfo.environment) {
        try options.configuration()
      }.run()
    }
  }
}
