import BriefAlerting
package import BriefConfiguration
import BriefModel
import Foundation

/// Tries a channel with one alert that says that it is a test. Touches no store.
package enum ChannelTest {
  /// Why there is nothing to try; names the nearest channel.
  package struct Unknown: Error, CustomStringConvertible {
    package var description: String
  }

  /// True when the receiver took it. Throws ``Unknown`` for a channel that is not configured.
  ///
  /// - Parameter write: takes the conversation, a line at a time, without secrets.
  package static func run(
    _ name: String, configuration: DaemonConfiguration, clock: any DaemonClock = SystemClock(),
    write: @escaping @Sendable (String) -> Void
  ) async throws -> Bool {
    let known = configuration.channels.map(\.id.rawValue)
    guard let channel = configuration.channels.first(where: { $0.id.rawValue == name }) else {
      let hint = NearestName.of(name, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
      throw Unknown(
        description:
          "no channel is called \"\(name)\".\(hint) There are: \(known.joined(separator: ", "))")
    }
    let courier = Courier(transcript: write)
    defer { courier.close() }
    let channels = await AlertChannels([channel], courier: courier, clock: clock)
    guard let usable = channels.usable.first else {
      write("\(name) is off: \(channels.off[channel.id] ?? "no reason is known")")
      return false
    }
    let alert = try OutgoingAlert.test(
      of: channel.id, store: StoreID(rawValue: "test"), at: clock.moment.wall)
    if channel.kind == .command { write("> \(alert.body.text)") }
    switch await usable.deliver(alert) {
    case .delivered(let answer, let refused):
      write("delivered" + (answer.map { ": \($0)" } ?? ""))
      if let refused { write("but not to all recipients: \(refused)") }
      return true
    case .retry(let after, let answer):
      write("not now: \(answer)" + (after.map { "; asks to wait \($0) s" } ?? ""))
    case .park(let reason): write("never: \(reason)")
    case .interrupted: write("interrupted")
    }
    return false
  }
}
