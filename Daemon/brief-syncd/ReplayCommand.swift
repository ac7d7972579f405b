import ArgumentParser
import BriefDaemon
import BriefModel
import BriefWriting

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make alerts that were given up due again, under their keys.",
    discussion: """
      The running daemon sends them at once; without one brief-syncd once does. \
      Quiet hours and caps hold for them, too.
      Example: brief-syncd replay --channel desk
      Example: brief-syncd replay --channel old-desk --to desk
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "Only the alerts of this channel.")
  var channel: String?

  @Option(help: "Only the alert with this key, delivered or given up.")
  var key: String?

  @Option(
    help: """
      Send them through this channel instead, with those of --channel that still wait. For a channel \
      that the configuration does not have any more.
      """)
  var to: String?

  func validate() throws {
    if to != nil && channel == nil { throw ValidationError("--to needs --channel beside it.") }
    if channel != nil && key != nil { throw ValidationError("Give --channel or --key, not both.") }
  }

  func run() async throws {
    let choice =
      key.map { "?key=" + ControlClient.encoded($0) }
      ?? channel.map { "?channel=" + ControlClient.encoded($0) } ?? ""
    let way = to.map { "&to=" + ControlClient.encoded($0) } ?? ""
    if try HandOver.toDaemon(options, "/replay" + choice + way) { return }
    try await options.withAssembly { assembly in
      if let channel, let to {
        Answer.print(try await assembly.reroute(ChannelID(channel), to: ChannelID(to)))
      } else {
        let alerts: ReplayChoice =
          key.map { .key($0) } ?? channel.map { .channel(ChannelID($0)) } ?? .all
        Answer.print(try await assembly.replay(alerts))
      }
    }
  }
}
