import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Tell which alerts wait, were given up or sent lately, and how each channel fares.",
    discussion: """
      Alerts that were given up are sent again with brief-syncd replay, or through another channel; \
      brief-syncd discard takes a channel's out for good, and they stay listed as discarded. \
      Delivered ones are kept for a week.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "Alerts of each state that are listed.")
  var limit = 20

  @Option(help: "Only the alerts of this channel.")
  var channel: String?

  /// Seconds that the latency looks back: delivered alerts are kept as long.
  static let latencySpan: Int64 = 7 * 86_400

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let context = CommandContext(shared)
    let (cursor, whole) = try context.answer { snapshot in
      (
        try snapshot.cursor(),
        try snapshot.outbox(
          limit: channel == nil ? limit : Int(Int32.max),
          since: context.now.advanced(by: -Self.latencySpan))
      )
    }
    var outbox = whole
    if let channel {
      outbox.channels.removeAll { $0.id.rawValue != channel }
      guard !outbox.channels.isEmpty else {
        let near = NearestName.of(channel, among: whole.channels.map(\.id.rawValue))
        throw CommandFailure(
          .nothingMatched,
          "No alert was ever owed to a channel “\(channel)”."
            + (near.map { " Did you mean “\($0)”?" } ?? ""),
          nextCommand: "brief-sync outbox")
      }
      var left: [Outbox.Alert.State: Int] = [:]
      outbox.alerts.removeAll { alert in
        guard alert.channel.rawValue == channel else { return true }
        left[alert.state, default: limit] -= 1
        return (left[alert.state] ?? 0) < 0
      }
    }
    if shared.isForPrograms {
      let document = OutboxDocument(outbox)
      try context.print("outbox", store: cursor, document, rows: document.alerts)
    } else {
      try context.print(OutboxText.lines(outbox, style: context.style))
    }
    try context.finish()
  }
}
