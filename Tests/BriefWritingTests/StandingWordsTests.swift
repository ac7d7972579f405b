import BriefModel
import BriefStore
import BriefWriting
import Testing

/// What an edit elsewhere in a brief does to its dates and figures: nothing.
struct StandingWordsTests {
  /// "due DAY" in a text is a deadline of the gas market on that day, "at NUMBER" its price.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.context.tag = { entry in
      let words = (entry.content.body?.text ?? "").split(separator: " ")
      return Tagging(
        claims: words.compactMap { CalendarDate(iso: $0) }.map { day in
          DatedClaim(
            topic: TopicID("gas"), kind: .deadline, start: nil, end: day, text: "\(day)",
            offset: 0, passage: "The single gas market shall open by \(day) at last")
        },
        figures: words.compactMap { Double($0) }.map { price in
          Figure(
            topic: TopicID("gas"), kind: .price, value: price, unit: "USD", text: "\(price)",
            offset: 0, passage: "The price of gas stands at \(price) dollars these days")
        })
    }
    return desk
  }

  private func lines(_ writer: StoreWriter, today: String) async throws -> [String] {
    let day = try #require(CalendarDate(iso: today))
    return try await writer.read { snapshot in
      try snapshot.deadlineLines(topics: nil, until: nil, ledger: DeadlineLedger(today: day)).map {
        "\($0.due) in \($0.statements), last \($0.last.said)\($0.isDropped ? " dropped" : "")"
      }
    }
  }

  private func figures(_ writer: StoreWriter) async throws -> [String] {
    try await writer.read { snapshot in
      try snapshot.figures(topics: [], since: nil, until: nil).map {
        "\($0.figure.value) said \($0.said) in version \($0.version)"
      }
    }
  }

  @Test func `dates and figures that an edit left alone keep the day on which they were said`()
    async throws
  {
    let desk = try desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 at 128.5 it is")])
    let before = try await lines(writer, today: "2024-06-01")
    #expect(try await figures(writer) == ["128.5 said 2023-11-14 in version 1"])
    for _ in 0..<24 {
      _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 at 128.5 it is")])
    }
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 at 128.5 it is Photo A Nowak")])
    #expect(try await lines(writer, today: "2024-06-01") == before)
    #expect(try await figures(writer) == ["128.5 said 2023-11-14 in version 2"])
  }

  @Test func `a date that was edited is said on the day of the edit`() async throws {
    let desk = try desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 at 128.5 it is")])
    for _ in 0..<24 {
      _ = try await desk.poll(writer, [brief("a", "due 2025-12-01 at 128.5 it is")])
    }
    _ = try await desk.poll(writer, [brief("a", "due 2026-12-01 at 130.5 it is")])
    #expect(
      try await lines(writer, today: "2024-06-01") == ["2026-12-01 in 1, last 2023-11-16"])
    #expect(try await figures(writer) == ["130.5 said 2023-11-16 in version 2"])
  }

  @Test func `a date that its only brief took out is named no more, and a second brief keeps it`()
    async throws
  {
    let desk = try desk()
    let writer = try desk.open()
    let (one, two) = (brief("a", "due 2025-12-01 it is"), brief("b", "due 2025-12-01 indeed"))
    _ = try await desk.poll(writer, [one, two])
    _ = try await desk.poll(writer, [brief("a", "talk goes on"), two])
    #expect(try await lines(writer, today: "2024-06-01") == ["2025-12-01 in 1, last 2023-11-14"])
    _ = try await desk.poll(writer, [brief("a", "talk goes on"), brief("b", "no word of it")])
    #expect(
      try await lines(writer, today: "2024-06-01") == ["2025-12-01 in 2, last 2023-11-14 dropped"])
    _ = try await desk.poll(writer, [brief("a", "talk goes on"), two])
    #expect(
      try await lines(writer, today: "2024-06-01").map { $0.hasSuffix("dropped") } == [false])
  }
}
