import ArgumentParser
import BriefDaemon
import BriefModel

struct DiscardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard",
    abstract: "Take a channel's alerts out of the outbox, undelivered and for good.",
    discussion: """
      Those that wait and those that were given up. Says how many, and does it only with --yes. \
      A record of each stays: brief-sync outbox lists them. To send them through another channel \
      instead: brief-syncd replay --channel ID --to OTHER.
      Example: brief-syncd discard --channel old-desk
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "The channel, whether the configuration has it or not.")
  var channel: String

  @Flag(help: "Do it.")
  var yes = false

  func run() async throws {
    try options.requireStore()
    let path = "/discard?channel=" + ControlClient.encoded(channel) + (yes ? "&yes=1" : "")
    if try HandOver.toDaemon(options, path) { return }
    try await options.withAssembly { assembly in
      Answer.print(try await assembly.discard(ChannelID(channel), isMeant: yes))
    }
  }
}
