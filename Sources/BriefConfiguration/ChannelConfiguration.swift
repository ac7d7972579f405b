package import BriefModel

/// Where alerts go, and what it takes to get there.
package struct ChannelConfiguration: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case journal, webhook, mail, slack, mattermost, discord, telegram, matrix, ntfy, command
  }

  package var id: ChannelID
  package var kind: Kind
  /// A webhook's url, or the server of Telegram, Matrix or ntfy: absolute, http or https. `nil`
  /// where the secret is the url.
  package var url: String?
  /// Telegram's chat, Matrix's room, ntfy's topic.
  package var place: String?
  package var mail: MailSettings?
  package var command: CommandSettings?
  /// Where the secret is; the configuration itself never holds it.
  package var secret: SecretPlace?
  /// True when the receiver may live on loopback or a private network.
  package var allowsPrivateAddresses: Bool
  package var labels = LabelLanguage.english
  /// For the alerts of rules that have no timing of their own.
  package var timing: AlertTiming?

  package init(
    id: ChannelID, kind: Kind, url: String? = nil, place: String? = nil, mail: MailSettings? = nil,
    command: CommandSettings? = nil, secret: SecretPlace? = nil,
    allowsPrivateAddresses: Bool = false, labels: LabelLanguage = .english,
    timing: AlertTiming? = nil
  ) {
    self.id = id
    self.kind = kind
    self.url = url
    self.place = place
    self.mail = mail
    self.command = command
    self.secret = secret
    self.allowsPrivateAddresses = allowsPrivateAddresses
    self.labels = labels
    self.timing = timing
  }
}

/// The language of the words around a publisher's own.
package enum LabelLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case polish = "pl"
}

/// A mail server and an envelope.
package struct MailSettings: Hashable, Sendable {
  package enum Security: String, Hashable, Sendable, CaseIterable {
    /// TLS after a greeting in clear (RFC 3207).
    case startTLS = "starttls"
    /// TLS from the first byte (RFC 8314).
    case tls
    /// In clear, for a server on this machine alone.
    case none
  }

  package var server: String
  /// `nil` for the usual one.
  package var port: UInt16?
  package var security = Security.startTLS
  /// The password is the channel's secret.
  package var user: String?
  package var from: MailAddress
  package var to: [MailAddress]

  package init(
    server: String, port: UInt16? = nil, security: Security = .startTLS, user: String? = nil,
    from: MailAddress, to: [MailAddress]
  ) {
    self.server = server
    self.port = port
    self.security = security
    self.user = user
    self.from = from
    self.to = to
  }
}

/// A program that takes alerts.
package struct CommandSettings: Hashable, Sendable {
  /// The program's absolute path and its arguments.
  package var arguments: [String]
  /// Seconds until it is ended.
  package var timeout: Int64
  /// The socket of `brief-sync-alert`, which runs it; `nil` when the daemon does so itself.
  package var socket: String?

  package init(
    arguments: [String], timeout: Int64 = 30, socket: String? = CommandSettings.usualSocket
  ) {
    self.arguments = arguments
    self.timeout = timeout
    self.socket = socket
  }

  /// Where brief-sync-alert.socket listens.
  package static let usualSocket = "/run/brief-sync-alert/socket"
}

/// Where a secret is read from, anew at each start.
package enum SecretPlace: Hashable, Sendable {
  case file(String)
  /// The name of a systemd credential (systemd.exec(5), LoadCredential=).
  case credential(String)
  /// A program that prints it, with its arguments.
  case command([String])
  /// The configuration holds it itself, in the address of a source.
  case written(String)
}
