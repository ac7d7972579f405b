import BriefConfiguration
import BriefModel
import Testing

/// A fault is named by file, line, key and what is allowed.
struct ConfigurationFaultTests {
  @Test(arguments: [
    ("stroe = \"/x\"", "c.toml:1: stroe: unknown key. Did you mean \"store\"?"),
    ("store = 3", "c.toml:1: store: must be a text in quotes"),
    ("store = \"/x", "c.toml:1: no TOML here"),
    (
      "\n\n[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\nintervall = \"1h\"",
      "c.toml:6: source[1].intervall: unknown key. Did you mean \"interval\"?"
    ),
    ("[[source]]\nid = \"a\"\n", "c.toml:1: source[1]: the key \"url\" is missing"),
    (
      "[[source]]\nid = \"a\"\nurl = \"ftp://example.org/\"",
      "c.toml:3: source[1].url: must begin with http:// or https://"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https:///feed\"",
      "c.toml:3: source[1].url: must begin with http:// or https://"
    ),
    (
      "[[source]]\nid = \"A b\"\nurl = \"https://example.org/\"",
      "c.toml:2: source[1].id: must be up to 64"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\ninterval = \"5s\"",
      "c.toml:4: source[1].interval: must be \"1m\" or more"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\ninterval = \"soon\"",
      "c.toml:4: source[1].interval: must be a time such as"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\ninterval = \"99999999999999999h\"",
      "c.toml:4: source[1].interval: must be a time such as"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\nkind = \"fed\"",
      "c.toml:4: source[1].kind: \"fed\" is unknown. Did you mean \"feed\"?"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\n[[source]]\nid = \"a\"\nurl = \"https://example.org/2\"",
      "c.toml:5: source[2].id: \"a\" stands here twice"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\nkind = \"listing\"\nselectors = { item = \"a >\" }",
      "c.toml:5: source[1].selectors.item: selector “a >”: "
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\npages = true\nextract = { mian = \"p\" }",
      "c.toml:5: source[1].extract.mian: unknown key. Did you mean \"main\"?"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\nextract = { main = \"p\" }",
      "c.toml:4: source[1].extract: needs pages = true beside it"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\nselectors = { item = \"p\" }",
      "c.toml:4: source[1].selectors: stand with kind = \"listing\" alone"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\nkind = \"sitemap\"\nolder_documents = 5",
      "c.toml:5: source[1].older_documents: a sitemap has none; leave the key out"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/1\"\n\0[[source]]\nid = \"b\"",
      "c.toml:4: a NUL byte"
    ),
    ("\0\0\0\0", "c.toml:1: a NUL byte"),
    (
      "[[channel]]\nid = \"desk\"\nkind = \"webhook\"",
      "c.toml:1: channel[1].url: a webhook needs a url"
    ),
    (
      "[[channel]]\nid = \"desk\"\nkind = \"journal\"\n[[rule]]\nname = \"all\"\nchannels = [\"dsek\"]",
      "c.toml:6: rule[1].channels: \"dsek\" is unknown. Did you mean \"desk\"?"
    ),
    (
      "[[channel]]\nid = \"desk\"\nkind = \"journal\"\n[[rule]]\nname = \"all\"\nchannels = [\"desk\"]\ntopics = [\"gas-markt\"]",
      "c.toml:7: rule[1].topics: \"gas-markt\" is unknown. Did you mean \"gas-market\"?"
    ),
    ("[[rule]]\nname = \"all\"", "c.toml:1: rule[1].channels: a rule needs one channel at least"),
    ("source = 3", "c.toml:1: source: is written as [[source]]"),
    (
      "store = \"/x\"\ncontact = \"desk@example.org\\r\\nX-Other: y\"",
      "c.toml:2: contact: must be one line without control characters"
    ),
    ("contact = \"desk\\u0085x\"", "c.toml:1: contact: must be one line"),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\\nx\"",
      "c.toml:3: source[1].url: must be one line"
    ),
    (
      "[[source]]\nid = \"a\"\nurl = \"https://example.org/\"\ncredentials = { kind = \"header\", name = \"X-Key: a\", file = \"/k\" }",
      "c.toml:4: source[1].credentials.name: is a header's name without blanks or colon"
    ),
    (
      "[[channel]]\nid = \"desk\"\nkind = \"mail\"\nserver = \"m.example.org\"\nfrom = \"a@example.org\\r\\nBcc: b@example.org\"\nto = [\"c@example.org\"]",
      "c.toml:5: channel[1].from: must be one line"
    ),
    (
      "[[channel]]\nid = \"desk\"\nkind = \"mail\"\nserver = \"m.example.org\"\nfrom = \"a@example.org\"\nto = [\"c@example.org\\nBcc: b@example.org\"]",
      "c.toml:6: channel[1].to: "
    ),
    ("missing_polls = 0", "c.toml:1: missing_polls: must be a whole number from 1 to 100"),
  ])
  func `a fault names its place and what is allowed`(text: String, expected: String) throws {
    let faults = try #require(throws: ConfigurationFaults.self) {
      try ConfigurationFile.read(text, file: "c.toml", topics: [TopicID("gas-market")])
    }
    #expect(faults.description.contains(expected), "\(faults)")
  }

  @Test func `all faults are told at once, in the order of their lines`() throws {
    let faults = try #require(throws: ConfigurationFaults.self) {
      try ConfigurationFile.read("a = 1\nb = 2\n", file: "c.toml", topics: [])
    }
    #expect(faults.faults.map(\.line) == [1, 2])
  }

  @Test func `a file that is not there is named`() throws {
    let faults = try #require(throws: ConfigurationFaults.self) {
      try ConfigurationFile.read(path: "/nonexistent/c.toml", topics: [])
    }
    #expect(
      faults.description
        == "/nonexistent/c.toml: there is no such file; name one with --config FILE")
  }
}

struct ConfigurationFileTests {
  @Test func `every key is read`() throws {
    let configuration = try ConfigurationFile.read(
      """
      store = "/var/lib/brief-sync"
      contact = "mailto:desk@example.org"
      missing_polls = 5
      [[source]]
      id = "pism-spotlight"
      url = "https://example.org/feed"
      interval = "2h"
      max_interval = "1d"
      languages = [
        "en", "pl",
      ]
      series = "Spotlight"
      allow_private = true
      [[channel]]
      id = "desk"
      kind = "webhook"
      url = "https://example.org/hook"
      [[rule]]
      name = "silent dates"
      channels = ["desk"]
      kinds = ["revised"]
      sources = ["pism-spotlight"]
      topics = ["gas"]
      classes = ["date", "number"]
      silent = true
      """, file: "c.toml", topics: [TopicID("gas")])
    var expected = DaemonConfiguration()
    expected.store = "/var/lib/brief-sync"
    expected.contact = "mailto:desk@example.org"
    expected.withdrawal = WithdrawalPolicy(missingPolls: 5)
    expected.sources = [
      Source(
        id: SourceID("pism-spotlight"), url: "https://example.org/feed", interval: 7200,
        maximumInterval: 86_400, languages: ["en", "pl"], series: "Spotlight",
        allowsPrivateAddresses: true)
    ]
    expected.channels = [
      ChannelConfiguration(id: ChannelID("desk"), kind: .webhook, url: "https://example.org/hook")
    ]
    expected.rules = [
      AlertRule(
        name: "silent dates", channels: [ChannelID("desk")], kinds: [.revised],
        sources: [SourceID("pism-spotlight")], topics: [TopicID("gas")], classes: [.date, .number],
        isSilent: true)
    ]
    #expect(configuration == expected)
  }

  @Test func `an empty file follows nothing`() throws {
    #expect(try ConfigurationFile.read("", file: "c.toml", topics: []) == DaemonConfiguration())
  }
}
