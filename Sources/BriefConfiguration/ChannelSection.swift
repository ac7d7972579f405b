import BriefModel

/// `[[channel]]`.
struct ChannelSection {
  private var reader: TableReader

  init(_ reader: TableReader) { self.reader = reader }

  /// `nil` after a fault without which no channel can be made.
  mutating func read(known: [ChannelConfiguration]) -> ChannelConfiguration? {
    let id = identifier(&reader, known: Set(known.map(\.id.rawValue)))
    _ = reader.required("kind")
    let kind = reader.choice("kind", ChannelConfiguration.Kind.self)
    let timing = TimingKeys().read(&reader)
    let labels = reader.choice("labels", LabelLanguage.self) ?? .english
    var channel = ChannelConfiguration(
      id: ChannelID(id ?? ""), kind: kind ?? .journal, labels: labels, timing: timing)
    if let kind {
      if kind != .journal && kind != .command {
        channel.allowsPrivateAddresses = reader.boolean("allow_private") ?? false
        channel.secret = secret()
      }
      readMeans(of: kind, into: &channel)
      reader.finish()
    }
    return id == nil || kind == nil ? nil : channel
  }

  private mutating func readMeans(
    of kind: ChannelConfiguration.Kind, into channel: inout ChannelConfiguration
  ) {
    switch kind {
    case .journal: break
    case .webhook:
      channel.url = address("url", "a webhook needs a url that begins with http:// or https://")
      if channel.url == nil {
        reader.fault("url", "a webhook needs a url that begins with http:// or https://")
      }
    case .slack, .mattermost, .discord:
      // The url of these is all that it takes to post there: a secret.
      channel.url = address("url", "must begin with http:// or https:// and name a host")
      if (channel.url == nil) == (channel.secret == nil) {
        reader.fault(
          "url",
          "\(kind.rawValue) needs its webhook's url: as url, or better as the secret (secret_file)")
      }
    case .telegram:
      channel.url =
        address("server", "must begin with http:// or https:// and name a host")
        ?? "https://api.telegram.org"
      channel.place = reader.required("chat")
      needsSecret(channel, "the bot's token")
    case .matrix:
      channel.url = address("server", "must begin with http:// or https:// and name a host")
      if channel.url == nil {
        reader.fault("server", "matrix needs its home server, \"https://matrix.example.org\"")
      }
      channel.place = reader.required("room")
      needsSecret(channel, "an access token")
    case .ntfy:
      channel.url =
        address("server", "must begin with http:// or https:// and name a host")
        ?? "https://ntfy.sh"
      channel.place = reader.required("topic")
    case .mail: channel.mail = mail(hasSecret: channel.secret != nil)
    case .command: channel.command = command()
    }
  }

  private mutating func address(_ key: String, _ message: String) -> String? {
    guard let url = reader.string(key) else { return nil }
    if !isWebAddress(url) { reader.fault(key, message) }
    return url
  }

  private func needsSecret(_ channel: ChannelConfiguration, _ what: String) {
    if channel.secret == nil {
      reader.fault("", "needs \(what): secret_file, secret_credential or secret_command")
    }
  }

  private mutating func secret() -> SecretPlace? {
    let file = reader.string("secret_file")
    let credential = reader.string("secret_credential")
    let command = reader.strings("secret_command")
    let places =
      [
        file.map(SecretPlace.file), credential.map(SecretPlace.credential),
        command.map(SecretPlace.command),
      ].compactMap(\.self)
    if places.count > 1 {
      reader.fault("", "has its secret in more than one place; keep one of the secret_ keys")
    }
    if let credential, credential.isEmpty || credential.contains("/") {
      reader.fault("secret_credential", "is the name of a systemd credential, without a path")
    }
    if let command, command.first?.hasPrefix("/") != true {
      reader.fault(
        "secret_command",
        "is a program's absolute path and its arguments, [\"/usr/bin/pass\", \"desk\"]")
    }
    return places.first
  }

  private mutating func mail(hasSecret: Bool) -> MailSettings? {
    let server = reader.required("server")
    let port = reader.integer("port", in: 1...65_535)
    let security = reader.choice("security", MailSettings.Security.self) ?? .startTLS
    let user = reader.string("user")
    let from = reader.required("from")
    let to = reader.strings("to") ?? []
    if to.isEmpty { reader.fault("to", "needs one address at least, [\"desk@example.org\"]") }
    let named = [from].compactMap(\.self).map { ("from", $0) } + to.map { ("to", $0) }
    for (key, text) in named where MailAddress(text) == nil {
      reader.fault(key, "\"\(text)\" is no plain mail address such as \"desk@example.org\"")
    }
    if let server, !isHost(server) {
      reader.fault("server", "is a host's name without a scheme or port, \"mail.example.org\"")
    }
    if user != nil && !hasSecret {
      reader.fault("user", "needs a password: secret_file, secret_credential or secret_command")
    }
    if user == nil && hasSecret { reader.fault("user", "is missing beside the password") }
    guard let server, let sender = from.flatMap(MailAddress.init) else { return nil }
    return MailSettings(
      server: server, port: port.flatMap { UInt16(exactly: $0) }, security: security, user: user,
      from: sender, to: to.compactMap(MailAddress.init))
  }

  private mutating func command() -> CommandSettings? {
    let arguments = reader.strings("command") ?? []
    let timeout = reader.duration("timeout", in: 1...600) ?? 30
    let socket = reader.string("socket")
    if arguments.first?.hasPrefix("/") != true {
      reader.fault(
        "command",
        "is a program's absolute path and its arguments, [\"/usr/local/bin/tell\", \"desk\"]")
    }
    if arguments.contains(where: { $0.utf8.contains(0) }) {
      reader.fault("command", "has an argument with a NUL in it, which no program can be given")
    }
    if let socket, !socket.isEmpty, !socket.hasPrefix("/") {
      reader.fault("socket", "is an absolute path, or \"\" to run the program in the daemon itself")
    }
    guard !arguments.isEmpty else { return nil }
    return CommandSettings(
      arguments: arguments, timeout: timeout,
      socket: socket.map { $0.isEmpty ? nil : $0 } ?? CommandSettings.usualSocket)
  }
}

/// A host's name or address, and nothing that could be taken for more.
private func isHost(_ text: String) -> Bool {
  !text.isEmpty && !text.hasPrefix("-")
    && text.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A)
        || ".-:[]".utf8.contains($0)
    }
}
