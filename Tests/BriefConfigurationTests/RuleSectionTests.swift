import BriefConfiguration
import BriefModel
import Testing

/// Rules with every condition, when they are sent, and those that cannot be meant.
struct RuleSectionTests {
  private static let head = """
    [[source]]
    id = "pism"
    url = "https://example.org/feed"
    languages = ["en"]
    [[channel]]
    id = "desk"
    kind = "journal"
    mode = "daily"
    at = "07:30"
    zone = "Europe/Warsaw"
    [[rule]]
    name = "r"
    channels = ["desk"]

    """
  private static let topics = TopicNames([
    (TopicID("energy"), nil), (TopicID("gas"), TopicID("energy")),
    (TopicID("lng"), TopicID("gas")), (TopicID("visas"), nil),
  ])

  private static func read(_ keys: String) throws -> DaemonConfiguration {
    try ConfigurationFile.read(head + keys, file: "c.toml", topics: topics)
  }

  @Test func `every condition is read, and a topic brings those under it`() throws {
    let rule = try #require(
      try Self.read(
        """
        kinds = ["revised", "withdrawn"]
        sources = ["pism"]
        series = ["Spotlight"]
        authors = ["A. Legucka"]
        topics = ["energy"]
        languages = ["en"]
        classes = ["date"]
        silent = true
        claims = ["moved", "overdue", "silent"]
        events = ["failing", "recovered"]
        words = ["gas market*"]
        quiet_hours = "22:00-06:30"
        cap_per_hour = 5
        zone = "Europe/Minsk"
        """
      ).rules.first)
    var expected = AlertRule(
      name: "r", channels: [ChannelID("desk")], kinds: [.revised, .withdrawn],
      sources: [SourceID("pism")],
      topics: [TopicID("energy"), TopicID("gas"), TopicID("lng")], classes: [.date],
      isSilent: true, languages: ["en"], series: ["Spotlight"], authors: ["A. Legucka"],
      words: ["gas market*"], claims: [.moved, .overdue, .silent],
      events: [.failing, .recovered],
      timing: AlertTiming(
        quietHours: AlertTiming.QuietHours(from: 1320, to: 390), hourlyCap: 5,
        zone: "Europe/Minsk"))
    let daily = AlertTiming(digest: .daily(minute: 450), zone: "Europe/Warsaw")
    expected.channelTimings = [ChannelID("desk"): daily]
    #expect(rule == expected)
    #expect(rule.timing(for: ChannelID("desk")) == expected.timing)
  }

  @Test(arguments: [
    ("", AlertTiming(digest: .daily(minute: 450), zone: "Europe/Warsaw")),
    ("mode = \"immediate\"", AlertTiming()),
    ("mode = \"hourly\"", AlertTiming(digest: .hourly)),
    ("mode = \"daily\"", AlertTiming(digest: .daily(minute: 420))),
    (
      "mode = \"weekly\"\nday = \"friday\"\nat = \"16:00\"",
      AlertTiming(digest: .weekly(day: 5, minute: 960))
    ),
  ])
  func `a rule's own timing goes before its channel's`(keys: String, expected: AlertTiming) throws {
    #expect(try Self.read(keys).rules.first?.timing(for: ChannelID("desk")) == expected)
  }

  @Test(arguments: [
    (
      "topics = [\"enrgy\"]",
      "c.toml:14: rule[1].topics: \"enrgy\" is unknown. Did you mean \"energy\"?"
    ),
    (
      "sources = [\"pims\"]",
      "c.toml:14: rule[1].sources: \"pims\" is unknown. Did you mean \"pism\"?"
    ),
    ("claims = [\"moves\"]", "Did you mean \"moved\"?"),
    ("events = [\"faling\"]", "Did you mean \"failing\"?"),
    ("mode = \"daily\"\nat = \"7.30\"", "must be a time of day such as \"07:30\""),
    ("at = \"07:30\"", "stands with mode = \"daily\" or \"weekly\" alone"),
    ("mode = \"daily\"\nday = \"monday\"", "stands with mode = \"weekly\" alone"),
    ("quiet_hours = \"22:00-24:00\"", "must be two times of day"),
    ("mode = \"hourly\"\ncap_per_hour = 3", "has no meaning for a digest"),
    ("mode = \"daily\"\nzone = \"Europe/Warszawa\"", "is no time zone that this machine knows"),
    ("[[rule]]\nname = \"r\"\nchannels = [\"desk\"]", "\"r\" stands here twice"),
  ])
  func `a fault is refused with its line and the nearest name`(keys: String, expected: String)
    throws
  {
    let faults = try #require(throws: ConfigurationFaults.self) { try Self.read(keys) }
    #expect(faults.description.contains(expected), "\(faults)")
  }

  @Test(arguments: [
    ("silent = true", [String]()),
    ("kinds = [\"added\"]\nsilent = true", ["rule[1].silent"]),
    ("kinds = [\"withdrawn\"]\nclasses = [\"date\"]", ["rule[1].classes"]),
    ("words = [\"gas\", \"*\"]", ["rule[1].words"]),
    ("languages = [\"pl\"]", ["rule[1].languages"]),
    ("languages = [\"english!\"]", ["rule[1].languages", "rule[1].languages"]),
    ("languages = [\"en-GB\"]", []),
  ])
  func `a rule that can never match is warned of`(keys: String, expected: [String]) throws {
    let warnings = try Self.read(keys).warnings
    #expect(warnings.map(\.key) == expected)
    #expect(warnings.allSatisfy { $0.message.contains("can never match") && $0.line != nil })
  }

  @Test(arguments: [
    ("", true), ("kinds = [\"added\"]", true), ("sources = [\"pism\"]", true),
    ("claims = [\"overdue\"]", true), ("claims = [\"silent\"]", false),
  ])
  func `a rule behind one that takes everything is warned of`(keys: String, isWarned: Bool) throws {
    let second = "[[rule]]\nname = \"late\"\nchannels = [\"desk\"]\n"
    let warnings = try Self.read(second + keys).warnings.map(\.message)
    #expect(
      warnings
        == (isWarned
          ? ["can never match: rule \"r\" above already sends all of it to the same channels"] : [])
    )
    let slow = try Self.read("mode = \"weekly\"\n" + second + keys).warnings
    #expect(slow.isEmpty, "what is sent sooner is not taken away by a digest")
    let first = try Self.read("kinds = [\"added\"]\n" + second + keys).warnings
    #expect(first.isEmpty)
  }

  @Test func `a rule about dates holds for no change, and its topics say which dates`() throws {
    let rule = try #require(
      try Self.read("topics = [\"gas\"]\nclaims = [\"moved\"]").rules.first)
    let change = Change(
      revision: .none, ordinal: 0, time: Timestamp(seconds: 0), kind: .added,
      publication: PublicationReference(
        id: PublicationID(firstHalfOf: .zero), source: SourceID("pism"), title: nil, link: nil),
      version: 1, isSilent: nil, differences: [], topics: [TopicID("gas")])
    #expect(!rule.matches(change))
    var plain = rule
    plain.claims = []
    #expect(plain.matches(change))
  }
}
