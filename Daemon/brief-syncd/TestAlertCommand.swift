import ArgumentParser
import BriefConfiguration
import BriefDaemon
import Foundation

struct TestAlertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test-alert",
    abstract: "Send one alert that says it is a test, and show the whole conversation.",
    discussion: """
      Secrets are not shown. The store is not touched, so the daemon may run meanwhile. Exits with \
      1 when the receiver did not take it.
      Example: brief-syncd test-alert desk
      """)

  @Option(help: "The configuration file. Without it the usual places are tried.")
  var config: String?

  @Argument(help: "The channel's id.")
  var channel: String

  func run() async throws {
    do {
      var options = DaemonOptions()
      options.config = config
      let isDelivered = try await ChannelTest.run(
        channel, configuration: try options.configuration()
      ) { line in
        Answer.print(line)
      }
      if !isDelivered { throw ExitStatus.failure }
    } catch let unknown as ChannelTest.Unknown {
      Answer.complain("\(unknown)")
      throw ExitStatus.usage
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
