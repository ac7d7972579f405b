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
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "Only the alerts of this channel.")
  var channel: String?

  @Option(help: "Only the alert with this key, delivered or given up.")
  var key: String?

  func validate() throws {
    if channel != nil && key != nil { throw ValidationError("Give --channel or --key, not both.") }
  }

  func run() async throws {
    let choice =
      key.map { "?key=" + ControlClient.encoded($0) }
      ?? channel.map { "?channel=" + ControlClient.encoded($0) } ?? ""
    if try HandOver.toDaemon(options, "/replay" + choice) { return }
    try await options.withAssembly { assembly in
      let alerts = try await chosen(assembly)
      let count = try await assembly.writer.replay(alerts, at: SystemClock().moment.wall)
      Answer.print("\(count) \(count == 1 ? "alert is" : "alerts are") due again.")
    }
  }

  private func chosen(_ assembly: Assembly) async throws -> ReplayChoice {
    if let key { return .key(key) }
    guard let channel else { return .all }
    return .channel(try await assembly.known(ChannelID(channel)))
  }
}
