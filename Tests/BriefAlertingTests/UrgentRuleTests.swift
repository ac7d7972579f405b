import BriefModel
import Testing

/// Which rule tells a channel, when several hold.
struct UrgentRuleTests {
  private static let desk = ChannelID("desk")

  private static func rule(
    _ name: String, _ digest: AlertTiming.Digest? = nil, quiet: Bool = false,
    kinds: Set<Change.Kind> = []
  ) -> AlertRule {
    let timing: AlertTiming? =
      digest == nil && !quiet
      ? nil
      : AlertTiming(
        digest: digest, quietHours: quiet ? AlertTiming.QuietHours(from: 0, to: 60) : nil)
    return AlertRule(name: name, channels: [desk], kinds: kinds, timing: timing)
  }

  private static let weekly = rule("weekly", .weekly(day: 1, minute: 0))
  private static let daily = rule("daily", .daily(minute: 0))
  private static let hourly = rule("hourly", .hourly)
  private static let quiet = rule("quiet", quiet: true)
  private static let now = rule("now")
  private static let added = rule("added", kinds: [.added])

  static let table: [([AlertRule], String)] = [
    ([weekly, now], "now"), ([now, weekly], "now"), ([weekly, daily, hourly], "hourly"),
    ([weekly, daily], "daily"), ([hourly, quiet], "quiet"), ([quiet, now], "now"),
    ([now, rule("second")], "now"), ([weekly, added], "weekly"), ([added, quiet, weekly], "quiet"),
  ]

  @Test(arguments: table)
  func `the most urgent rule that holds tells a channel, whatever its place`(
    rules: [AlertRule], name: String
  ) throws {
    let change = try AlertScene.change()
    let source = change.publication.source
    let single = Alert.owed(
      for: [change], rules: rules, source: source, bulk: PollBulk(isFirstPoll: false, listed: 9))
    #expect(single.map(\.rule) == [name])
    let first = Alert.owed(
      for: [change], rules: rules, source: source, bulk: PollBulk(isFirstPoll: true, listed: 9))
    #expect(first.map(\.rule) == [name])
  }

  @Test func `what happens to a source is told by the most urgent rule, too`() {
    let event = SourceEvent(
      source: SourceID("pism"), kind: .failing, time: Timestamp(seconds: 9),
      since: Timestamp(seconds: 1), failures: 3, reason: "no")
    #expect(Alert.owed(for: event, rules: [Self.weekly, Self.now]).map(\.rule) == ["now"])
  }

  @Test func `a channel's own timing counts where a rule has none`() throws {
    var first = Self.rule("gathered")
    first.channelTimings[Self.desk] = AlertTiming(digest: .hourly)
    var second = Self.rule("immediate")
    second.timing = AlertTiming()
    let change = try AlertScene.change()
    let alerts = Alert.owed(
      for: [change], rules: [first, second], source: change.publication.source,
      bulk: PollBulk(isFirstPoll: false, listed: 9))
    #expect(alerts.map(\.rule) == ["immediate"])
  }
}
