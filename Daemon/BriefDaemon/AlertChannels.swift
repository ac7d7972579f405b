import BriefAlerting
import BriefModel
import Foundation

/// The configured channels, and those that cannot be used as they are set up, each with the reason.
struct AlertChannels {
  private(set) var usable: [any Channel] = []
  /// Their alerts wait until the configuration is mended.
  private(set) var off: [ChannelID: String] = [:]

  init(_ configuration: [ChannelConfiguration], courier: Courier, clock: any DaemonClock) {
    for channel in configuration {
      switch channel.kind {
      case .journal:
        usable.append(JournalChannel(id: channel.id))
      case .webhook:
        do {
          usable.append(try Self.webhook(channel, courier: courier, clock: clock))
        } catch {
          off[channel.id] = error.reason
        }
      }
    }
  }

  private struct Fault: Error {
    var reason: String
  }

  private static func webhook(
    _ channel: ChannelConfiguration, courier: Courier, clock: any DaemonClock
  ) throws(Fault) -> WebhookChannel {
    WebhookChannel(
      id: channel.id, url: channel.url ?? "", secret: try secret(of: channel),
      allowsPrivateAddresses: channel.allowsPrivateAddresses, courier: courier,
      now: { clock.moment.wall })
  }

  private static func secret(of channel: ChannelConfiguration) throws(Fault) -> WebhookSecret? {
    guard let path = channel.secretFile else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Fault(reason: "its secret file \(path) cannot be read")
    }
    guard let secret = WebhookSecret(text) else {
      throw Fault(reason: "its secret file \(path) holds no secret")
    }
    return secret
  }
}
