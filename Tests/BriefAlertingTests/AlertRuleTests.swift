import BriefModel
import Testing

@Suite struct AlertRuleTests {
  private static let desk = [ChannelID("desk")]

  private static func rule(
    kinds: Set<Change.Kind> = [], languages: Set<String> = [], series: Set<String> = [],
    authors: Set<String> = [], words: [String] = [], events: Set<SourceEvent.Kind> = []
  ) -> AlertRule {
    AlertRule(
      name: "r", channels: desk, kinds: kinds, languages: languages, series: series,
      authors: authors, words: words, events: events)
  }

  private static let details = ChangeDetails(
    language: "pl-PL", authors: ["Anna Maria Dyner"],
    text: "Jednolity rynek gazu\nDo 1 grudnia 2023 r. — Białoruś i Rosja. ГАЗОВЫЙ рынок; zażółć")

  static let conditions: [(AlertRule, Bool)] = [
    (rule(), true), (rule(languages: ["pl"]), true), (rule(languages: ["PL-pl"]), true),
    (rule(languages: ["p"]), false), (rule(languages: ["en"]), false),
    (rule(series: ["spotlight"]), true), (rule(series: ["Bulletin"]), false),
    (rule(authors: ["anna maria dyner", "x"]), true), (rule(authors: ["Dyner"]), false),
    (rule(words: ["rynek gazu"]), true), (rule(words: ["RYNEK GAZ"]), false),
    (rule(words: ["rynek gaz*"]), true), (rule(words: ["gazu do 1"]), true),
    (rule(words: ["газовый"]), true), (rule(words: ["nek"]), false),
    (rule(words: ["", "*"]), false),
    (rule(words: ["ZAŻÓŁĆ"]), true), (rule(words: ["Białoruś", "x"]), true),
    (rule(events: [.failing]), false), (rule(kinds: [.revised], events: [.failing]), true),
    (rule(languages: ["pl"], words: ["nothing"]), false),
  ]

  @Test(arguments: conditions)
  func `a rule holds when every condition does`(rule: AlertRule, holds: Bool) throws {
    #expect(rule.matches(try AlertScene.change(), details: Self.details) == holds)
  }

  @Test func `a condition on what a publication says does not hold when nothing is known of it`()
    throws
  {
    #expect(!Self.rule(languages: ["pl"]).matches(try AlertScene.change()))
  }

  static let events: [(AlertRule, Bool)] = [
    (rule(), true), (rule(events: [.failing]), true), (rule(events: [.recovered]), false),
    (rule(kinds: [.revised]), false), (rule(words: ["gas"]), false),
    (rule(kinds: [.revised], events: [.failing]), true),
    (AlertRule(name: "r", channels: desk, sources: [SourceID("other")]), false),
    (AlertRule(name: "r", channels: desk, sources: [SourceID("pism")]), true),
  ]

  @Test(arguments: events)
  func `trouble of a source is told by rules without a condition on changes, or that name it`(
    rule: AlertRule, holds: Bool
  ) {
    let event = SourceEvent(
      source: SourceID("pism"), kind: .failing, time: Timestamp(seconds: 9),
      since: Timestamp(seconds: 1), failures: 3, reason: "no")
    #expect(rule.matches(event) == holds)
  }

  @Test func `a source in trouble is told of once, at the third failure, and its recovery once`() {
    let trouble = PollTrouble(code: "http-500", sentence: "broken")
    let gone = PollTrouble(code: "http-410", sentence: "gone", isFinal: true)
    func event(_ trouble: PollTrouble?, failures: Int, retired: Bool = false) -> SourceEvent.Kind? {
      SourceEvent.after(
        trouble, of: SourceID("s"),
        standing: SourceStanding(
          isRetired: retired, failures: failures, troubleSince: Timestamp(seconds: 1)),
        at: Timestamp(seconds: 2), failingAfter: 3)?.kind
    }
    #expect((0..<6).map { event(trouble, failures: $0) } == [nil, nil, .failing, nil, nil, nil])
    #expect(
      (0..<6).map { event(nil, failures: $0) } == [
        nil, nil, nil, .recovered, .recovered, .recovered,
      ])
    #expect(event(gone, failures: 0) == .retired)
    #expect(event(gone, failures: 9, retired: true) == nil)
    #expect(event(nil, failures: 1, retired: true) == .recovered)
  }
}
