import ArgumentParser
import BriefConfiguration
import BriefDaemon
import BriefStore
import Foundation

struct ReloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload", abstract: "Have the running daemon read its configuration again.",
    discussion: """
      A configuration that is not sound changes nothing, and the answer says what is wrong.
      Example: brief-syncd reload
      """)

  @OptionGroup var options: DaemonOptions

  func run() throws {
    let configuration: DaemonConfiguration
    do {
      configuration = try options.configurationIfNeeded()
    } catch {
      // The daemon reads the file by itself: its answer says what is wrong, and so does its log.
      let withoutFile = options.location(DaemonConfiguration())
      guard try HandOver.toDaemon(withoutFile, "/reload") else { throw ExitStatus.failure(error) }
      return
    }
    let location = options.location(configuration)
    if try HandOver.toDaemon(location, "/reload") { return }
    Answer.complain(
      "No daemon runs for the store at \(location.folder); it reads its configuration when it starts: systemctl start brief-sync"
    )
    throw ExitStatus.failure
  }
}
