import ArgumentParser
import BriefDaemon
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
    if try HandOver.toDaemon(options, "/reload") { return }
    Answer.complain(
      "No daemon runs for this store; it reads its configuration when it starts: systemctl start brief-sync"
    )
    throw ExitStatus.failure
  }
}
