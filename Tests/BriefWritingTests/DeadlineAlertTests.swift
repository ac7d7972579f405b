import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// Alerts about dates: an edit that moves one, a day that passes.
struct DeadlineAlertTests {
  /// "due DAY" in a text is a deadline of the gas market on that day.
  private func desk(_ claims: Set<ClaimCondition>) throws -> Desk {
    let desk = try Desk()
    desk.context.rules = [AlertRule(name: "dates", channels: [ChannelID("desk")], claims: claims)]
    desk.context.body = { alert, _, _ in AlertBody(type: "x", text: Self.text(alert)) }
    desk.context.tag = { entry in
      let words = (entry.content.body?.text ?? "").split(separator: " ")
      let days = words.compactMap { CalendarDate(iso: $0) }
      return Tagging(
        claims: days.map { day in
          DatedClaim(
            topic: TopicID("gas"), kind: .deadline, start: nil, end: day, text: "\(day)",
            offset: 0, passage: "The single gas market shall open by \(day) at last")
        })
    }
    return desk
  }

  private static func text(_ alert: Alert) -> String {
    switch alert.subject {
    case .change: alert.moves.map { "\($0.from)>\($0.to)" }.joined(separator: ",")
    case .deadline(let event):
      "\(event.condition.rawValue) \(event.from.map { "\($0)>" } ?? "")\(event.due)"
    case .summary: "summary"
    case .source: "source"
    }
  }

  private func alerts(_ writer: StoreWriter) async throws -> [String] {
    try await writer.write { db in
      try String.fetchAll(db, sql: "SELECT body FROM outbox_body ORDER BY n")
    }
  }

  @Test func `an edit that moves a date is told, any other edit is not`() async throws {
    let desk = try desk([.moved])
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 and so on")])
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 and on and on")])
    _ = try await desk.poll(writer, [brief("a", "due 2026-12-01 and on and on")])
    _ = try await desk.poll(writer, [brief("a", "due 2026-12-01 and on"), brief("b", "no date")])
    #expect(try await alerts(writer) == ["2025-12-01>2026-12-01"])
  }

  @Test func `a move that is only proposed is told to nobody`() async throws {
    let desk = try desk([.moved])
    desk.context.tag = { entry in
      let text = entry.content.body?.text ?? ""
      let days = text.split(separator: " ").compactMap { CalendarDate(iso: $0) }
      return Tagging(
        claims: days.enumerated().map { index, day in
          DatedClaim(
            topic: TopicID("gas"), kind: .planned, start: nil, end: day, text: "\(day)",
            offset: index, passage: text, isHedged: index == 1, isProposed: index == 1)
        })
    }
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 it is")])
    let proposed = brief("b", "from 2025-12-01 to 2026-12-01 is asked")
    for _ in 0..<60 {
      _ = try await desk.poll(writer, [proposed, brief("a", "due 2025-12-01 it is")])
    }
    // Neither is it an edit's move when the proposal comes into a text.
    _ = try await desk.poll(
      writer, [proposed, brief("a", "due 2025-12-01 it is but 2026-12-01 is asked")])
    #expect(try await alerts(writer) == [])
  }

  @Test func `a date that becomes overdue is told once, over restarts too`() async throws {
    let desk = try desk([.overdue])
    let entries = [brief("a", "due 2023-11-16 it is"), brief("b", "due 2024-11-16 it is")]
    for _ in 0..<3 {
      // Let go of at the end of each turn, as a daemon that stops does.
      let writer = try desk.open()
      for _ in 0..<40 { _ = try await desk.poll(writer, entries) }
    }
    #expect(try await alerts(try desk.open()) == ["overdue 2023-11-16"])
  }

  @Test func `dates that were overdue before anyone followed them are history`() async throws {
    let desk = try desk([.overdue, .silent])
    let writer = try desk.open()
    var old = brief("a", "due 2021-11-16 it is")
    old.content.published = CalendarDate(year: 2020, month: 1, day: 1)?.midnight
    for _ in 0..<60 { _ = try await desk.poll(writer, [old]) }
    #expect(try await alerts(writer) == [])
  }

  @Test func `a date of which nobody speaks any more is told when asked for`() async throws {
    let desk = try desk([.silent])
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "due 2029-11-16 it is")])
    desk.turnBack(by: -182 * 86_400)
    _ = try await desk.poll(writer, [brief("a", "due 2029-11-16 it is")])
    #expect(try await alerts(writer) == [])
    for _ in 0..<72 { _ = try await desk.poll(writer, [brief("a", "due 2029-11-16 it is")]) }
    #expect(try await alerts(writer) == ["silent 2029-11-16"])
  }

  @Test func `a clock ten years ahead and back tells nothing twice and sticks nowhere`()
    async throws
  {
    let desk = try desk([.overdue])
    let writer = try desk.open()
    let entries = [brief("a", "due 2023-11-16 it is")]
    _ = try await desk.poll(writer, entries)
    desk.turnBack(by: -315_360_000)
    _ = try await desk.poll(writer, entries)
    desk.turnBack(by: 315_360_000)
    for _ in 0..<96 { _ = try await desk.poll(writer, entries) }
    #expect(try await alerts(writer) == ["overdue 2023-11-16"])
  }

  @Test func `a date that another publication gives in the same words is told once, the day after`()
    async throws
  {
    let desk = try desk([.moved])
    let writer = try desk.open()
    func said(_ name: String, _ due: String, daysAgo: Int64) -> Entry {
      var entry = brief(name, "due \(due) it is")
      entry.content.published = desk.now.advanced(by: -daysAgo * 86_400)
      return entry
    }
    let first = said("a", "2025-12-01", daysAgo: 9)
    for _ in 0..<30 { _ = try await desk.poll(writer, [first]) }
    let second = said("b", "2027-12-01", daysAgo: 0)
    for _ in 0..<60 { _ = try await desk.poll(writer, [second, first]) }
    #expect(try await alerts(writer) == ["moved 2025-12-01>2027-12-01"])
  }

  @Test func `what was restated long before a source was added is history`() async throws {
    let desk = try desk([.moved])
    let writer = try desk.open()
    var (first, second) = (brief("a", "due 2025-12-01 it"), brief("b", "due 2027-12-01 it"))
    first.content.published = CalendarDate(year: 2022, month: 1, day: 1)?.midnight
    second.content.published = CalendarDate(year: 2023, month: 1, day: 1)?.midnight
    for _ in 0..<30 { _ = try await desk.poll(writer, [first]) }
    for _ in 0..<60 { _ = try await desk.poll(writer, [second, first]) }
    #expect(try await alerts(writer) == [])
  }

  @Test func `which rules ask for dates`() throws {
    let statement = Deadline.Statement(
      said: try #require(CalendarDate(iso: "2024-01-01")),
      publication: PublicationReference(
        id: Fingerprint.publication(
          source: SourceID("s"), identity: Identity(kind: .link, value: "x")),
        source: SourceID("s"), title: nil, link: nil), version: 1, text: "", passage: "")
    let event = DeadlineEvent(
      condition: .overdue, topic: TopicID("gas"), kind: .deadline, due: statement.said,
      day: statement.said, sources: [SourceID("s")], last: statement)
    let channels = [ChannelID("desk")]
    let table: [(AlertRule, Bool)] = [
      (AlertRule(name: "all", channels: channels), true),
      (AlertRule(name: "overdue", channels: channels, claims: [.overdue]), true),
      (AlertRule(name: "moved", channels: channels, claims: [.moved]), false),
      (AlertRule(name: "added", channels: channels, kinds: [.added]), false),
      (
        AlertRule(
          name: "oil", channels: channels, topics: [TopicID("oil")], claims: [.overdue]), false
      ),
      (
        AlertRule(
          name: "other", channels: channels, sources: [SourceID("t")], claims: [.overdue]), false
      ),
    ]
    for (rule, expected) in table { #expect(rule.matches(event) == expected, "\(rule.name)") }
  }
}
