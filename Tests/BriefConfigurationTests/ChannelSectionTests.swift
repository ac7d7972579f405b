import BriefConfiguration
import BriefModel
import Testing

/// Every kind of channel can be set up, and what is missing is named.
struct ChannelSectionTests {
  private static func channel(_ keys: String) throws -> ChannelConfiguration {
    let text = "[[channel]]\nid = \"desk\"\n\(keys)"
    return try #require(
      try ConfigurationFile.read(text, file: "c.toml", topics: []).channels.first)
  }

  @Test func `every kind of channel is read`() throws {
    let desk = ChannelID("desk")
    let sender = try #require(MailAddress("brief@example.org"))
    let reader = try #require(MailAddress("desk@example.org"))
    let table: [(String, ChannelConfiguration)] = [
      ("kind = \"journal\"", ChannelConfiguration(id: desk, kind: .journal)),
      (
        "kind = \"webhook\"\nurl = \"https://example.org/h\"\nsecret_credential = \"hook\"",
        ChannelConfiguration(
          id: desk, kind: .webhook, url: "https://example.org/h", secret: .credential("hook"))
      ),
      (
        "kind = \"slack\"\nsecret_file = \"/etc/slack\"",
        ChannelConfiguration(id: desk, kind: .slack, secret: .file("/etc/slack"))
      ),
      (
        "kind = \"mattermost\"\nurl = \"http://[::1]/hooks/x\"\nallow_private = true",
        ChannelConfiguration(
          id: desk, kind: .mattermost, url: "http://[::1]/hooks/x", allowsPrivateAddresses: true)
      ),
      (
        "kind = \"discord\"\nsecret_command = [\"/usr/bin/pass\", \"discord\"]",
        ChannelConfiguration(
          id: desk, kind: .discord, secret: .command(["/usr/bin/pass", "discord"]))
      ),
      (
        "kind = \"telegram\"\nchat = \"-100\"\nsecret_file = \"/t\"\nlabels = \"pl\"",
        ChannelConfiguration(
          id: desk, kind: .telegram, url: "https://api.telegram.org", place: "-100",
          secret: .file("/t"), labels: .polish)
      ),
      (
        "kind = \"matrix\"\nserver = \"https://m.example.org\"\nroom = \"!a:b\"\nsecret_file = \"/t\"",
        ChannelConfiguration(
          id: desk, kind: .matrix, url: "https://m.example.org", place: "!a:b",
          secret: .file("/t"))
      ),
      (
        "kind = \"ntfy\"\ntopic = \"briefs\"",
        ChannelConfiguration(id: desk, kind: .ntfy, url: "https://ntfy.sh", place: "briefs")
      ),
      (
        """
        kind = "mail"
        server = "mail.example.org"
        port = 2525
        security = "tls"
        user = "brief"
        secret_file = "/etc/mail"
        from = "brief@example.org"
        to = ["desk@example.org"]
        """,
        ChannelConfiguration(
          id: desk, kind: .mail,
          mail: MailSettings(
            server: "mail.example.org", port: 2525, security: .tls, user: "brief", from: sender,
            to: [reader]), secret: .file("/etc/mail"))
      ),
      (
        "kind = \"command\"\ncommand = [\"/bin/tell\", \"$(x)\"]\ntimeout = \"5s\"\nsocket = \"\"",
        ChannelConfiguration(
          id: desk, kind: .command,
          command: CommandSettings(arguments: ["/bin/tell", "$(x)"], timeout: 5, socket: nil))
      ),
    ]
    for (keys, expected) in table { #expect(try Self.channel(keys) == expected) }
    #expect(Set(table.map(\.1.kind)) == Set(ChannelConfiguration.Kind.allCases))
  }

  @Test(arguments: [
    ("kind = \"slack\"", "channel[1].url: slack needs its webhook's url"),
    ("kind = \"telegram\"\nchat = \"1\"", "channel[1]: needs the bot's token: secret_file"),
    ("kind = \"telegram\"\nsecret_file = \"/t\"", "the key \"chat\" is missing"),
    ("kind = \"matrix\"\nroom = \"!a\"\nsecret_file = \"/t\"", "matrix needs its home server"),
    ("kind = \"ntfy\"", "the key \"topic\" is missing"),
    ("kind = \"mail\"\nserver = \"m\"\nfrom = \"a@b\"", "channel[1].to: needs one address"),
    (
      "kind = \"mail\"\nserver = \"m\"\nfrom = \"a@b\"\nto = [\"x@y\\r\\nBcc: z@y\"]",
      "is no plain mail address"
    ),
    (
      "kind = \"mail\"\nserver = \"smtp://m:25\"\nfrom = \"a@b\"\nto = [\"x@y\"]",
      "channel[1].server: is a host's name without a scheme"
    ),
    (
      "kind = \"mail\"\nserver = \"m\"\nuser = \"u\"\nfrom = \"a@b\"\nto = [\"x@y\"]",
      "channel[1].user: needs a password"
    ),
    ("kind = \"command\"\ncommand = [\"tell\"]", "is a program's absolute path"),
    (
      "kind = \"ntfy\"\ntopic = \"t\"\nsecret_file = \"/a\"\nsecret_credential = \"b\"",
      "has its secret in more than one place"
    ),
    ("kind = \"ntfy\"\ntopic = \"t\"\nsecret_credential = \"../x\"", "without a path"),
    ("kind = \"journal\"\nurl = \"https://example.org/\"", "channel[1].url: unknown key"),
    ("kind = \"journal\"\nlabels = \"de\"", "channel[1].labels: \"de\" is unknown"),
    ("kind = \"mial\"", "Did you mean \"mail\"?"),
  ])
  func `what a channel lacks is named`(keys: String, expected: String) throws {
    let faults = try #require(throws: ConfigurationFaults.self) { try Self.channel(keys) }
    #expect(faults.description.contains(expected), "\(faults)")
  }
}
