import BriefAlerting
import BriefConfiguration
import BriefModel
import Foundation

/// The configured channels, and those that cannot be used as they are set up, each with the reason.
struct AlertChannels {
  private(set) var usable: [any Channel] = []
  /// Their alerts wait until the configuration is mended.
  private(set) var off: [ChannelID: String] = [:]

  /// Reads the channels' secrets.
  init(
    _ configuration: [ChannelConfiguration], courier: Courier, clock: any DaemonClock,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async {
    let secrets = SecretReader(environment: environment, runner: LocalRunner())
    for channel in configuration {
      do {
        var secret: String?
        if let place = channel.secret { secret = try await secrets.read(place) }
        let maker = ChannelMaker(
          configuration: channel, secret: secret, courier: courier, clock: clock)
        usable.append(try maker.make())
      } catch let fault as ChannelFault {
        off[channel.id] = fault.reason
      } catch {
        off[channel.id] = "\(error)"
      }
    }
  }
}

/// Why a channel cannot be used; never holds a secret.
struct ChannelFault: Error, Hashable {
  var reason: String
}

/// Makes one channel of what the configuration says.
private struct ChannelMaker {
  let configuration: ChannelConfiguration
  let secret: String?
  let courier: Courier
  let clock: any DaemonClock

  func make() throws(ChannelFault) -> any Channel {
    let id = configuration.id
    switch configuration.kind {
    case .journal: return JournalChannel(id: id)
    case .webhook: return try webhook()
    case .slack: return try chat(.slack(url: url()))
    case .mattermost: return try chat(.mattermost(url: url()))
    case .discord: return try chat(.discord(url: url()))
    case .telegram: return try chat(.telegram(server: url(), token: token(), chat: place()))
    case .matrix: return try chat(.matrix(server: url(), token: token(), room: place()))
    case .ntfy: return try chat(.ntfy(server: url(), topic: place(), token: secret))
    case .mail: return try mail()
    case .command: return try command()
    }
  }

  private func webhook() throws(ChannelFault) -> any Channel {
    var signing: WebhookSecret?
    if let secret {
      signing = WebhookSecret(secret)
      if signing == nil { throw ChannelFault(reason: "its secret is no signing secret") }
    }
    let clock = clock
    return WebhookChannel(
      id: configuration.id, url: try url(), secret: signing,
      allowsPrivateAddresses: configuration.allowsPrivateAddresses, courier: courier,
      now: { clock.moment.wall })
  }

  private func chat(_ service: ChatService) throws(ChannelFault) -> any Channel {
    let clock = clock
    return ChatChannel(
      id: configuration.id, service: service, labels: AlertLabels(configuration.labels),
      allowsPrivateAddresses: configuration.allowsPrivateAddresses, courier: courier,
      now: { clock.moment.wall })
  }

  private func mail() throws(ChannelFault) -> any Channel {
    guard let mail = configuration.mail else {
      throw ChannelFault(reason: "the configuration names no mail server")
    }
    let security: MailServer.Security =
      switch mail.security {
      case .startTLS: .startTLS
      case .tls: .tls
      case .none: .clearOnLoopback
      }
    return MailChannel(
      id: configuration.id,
      server: MailServer(
        host: mail.server, port: mail.port, security: security, user: mail.user, password: secret),
      from: mail.from, to: mail.to, labels: AlertLabels(configuration.labels),
      allowsPrivateAddresses: configuration.allowsPrivateAddresses || mail.security == .none,
      courier: courier)
  }

  private func command() throws(ChannelFault) -> any Channel {
    guard let settings = configuration.command else {
      throw ChannelFault(reason: "the configuration names no program")
    }
    let command = AlertCommand(
      arguments: settings.arguments, timeout: Int(settings.timeout * 1000))
    if let socket = settings.socket {
      return CommandChannel(
        id: configuration.id, command: command, runner: SocketRunner(path: socket))
    }
    return CommandChannel(id: configuration.id, command: command, runner: LocalRunner())
  }

  /// The configured address; where there is none the secret is the address.
  private func url() throws(ChannelFault) -> String {
    guard let url = configuration.url ?? secret else {
      throw ChannelFault(reason: "the configuration names no address")
    }
    return url
  }

  private func token() throws(ChannelFault) -> String {
    guard let secret else { throw ChannelFault(reason: "it has no token") }
    return secret
  }

  private func place() throws(ChannelFault) -> String {
    guard let place = configuration.place else {
      throw ChannelFault(reason: "the configuration does not say where to post")
    }
    return place
  }
}
