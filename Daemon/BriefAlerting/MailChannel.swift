package import BriefConfiguration
package import BriefModel

/// How a mail server is spoken to.
package struct MailServer: Hashable, Sendable {
  package enum Security: Hashable, Sendable {
    /// STARTTLS, and nothing is sent when the server does not offer it.
    case startTLS
    /// TLS from the first byte.
    case tls
    /// In clear: for a server on this machine only; the address rule sees to it.
    case clearOnLoopback
  }

  package var host: String
  package var port: UInt16
  package var security: Security
  package var user: String?
  package var password: String?

  /// - Parameters:
  ///   - port: `nil` for 587 with STARTTLS, 465 with TLS (RFC 8314), 25 on loopback.
  package init(
    host: String, port: UInt16? = nil, security: Security = .startTLS, user: String? = nil,
    password: String? = nil
  ) {
    self.host = host
    self.security = security
    self.user = user
    self.password = password
    switch security {
    case .startTLS: self.port = port ?? 587
    case .tls: self.port = port ?? 465
    case .clearOnLoopback: self.port = port ?? 25
    }
  }

  /// `nil` for a host that could mean more than a host.
  ///
  /// - Parameter greeting: the name that we greet with (EHLO).
  func url(greeting: String) -> String? {
    let isPlain = host.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A)
        || ".-:[]".utf8.contains($0)
    }
    guard isPlain, !host.isEmpty, !host.hasPrefix("-") else { return nil }
    return "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)/\(greeting)"
  }
}

extension MailServer: CustomStringConvertible, CustomReflectable {
  package var description: String { "\(host):\(port)" }
  /// The password is never shown.
  package var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}

/// Sends alerts as mail. One mail goes to all recipients of the channel; an address that the server will
/// never have is named in the log and keeps it from none of the others, and one that is put off has the mail
/// sent again to all, under the same Message-ID.
package struct MailChannel: Channel {
  package let id: ChannelID
  private let server: MailServer
  private let sender: MailAddress
  private let recipients: [MailAddress]
  private let labels: AlertLabels
  private let allowsPrivateAddresses: Bool
  private let courier: Courier

  package init(
    id: ChannelID, server: MailServer, from sender: MailAddress, to recipients: [MailAddress],
    labels: AlertLabels = AlertLabels(), allowsPrivateAddresses: Bool = false, courier: Courier
  ) {
    self.id = id
    self.server = server
    self.sender = sender
    self.recipients = recipients
    self.labels = labels
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.courier = courier
  }

  package func deliver(_ alert: OutgoingAlert) async -> DeliveryResult {
    guard let document = AlertDocument(alert.body) else {
      return .park(reason: "the stored alert cannot be read")
    }
    guard let url = server.url(greeting: sender.domain), !recipients.isEmpty else {
      return .park(reason: "the channel has no usable server or recipient")
    }
    let message = MailMessage(
      sender: sender, recipients: recipients, alert: alert, document: document, labels: labels)
    let mail = MailLetter(
      url: url, needsTLS: server.security != .clearOnLoopback, user: server.user,
      password: server.password, sender: sender, recipients: recipients,
      text: Array(message.text.utf8))
    let receipt = await courier.carry(
      Letter(content: .mail(mail), allowsPrivateAddresses: allowsPrivateAddresses))
    return SMTPVerdict.result(receipt)
  }
}
