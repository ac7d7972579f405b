import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Testing

/// Which moves of dates are new to a reader, and how many publications a line has.
struct MovedDateTests {
  /// "due DAY" in a text is a deadline of the gas market on that day, "from DAY to DAY" a move.
  private func desk() async throws -> Desk {
    let desk = try Desk()
    desk.context.tag = { entry in
      let text = entry.content.body?.text ?? ""
      let days = text.split(separator: " ").compactMap { CalendarDate(iso: $0) }
      let isProposed = text.contains("proposed")
      if text.contains("cancelled") {
        return Tagging(claims: [
          DatedClaim(
            topic: TopicID("gas"), kind: .planned, start: nil, end: nil, text: "cancelled",
            offset: 0, passage: text, callingOff: .cancelled)
        ])
      }
      return Tagging(
        claims: days.enumerated().map { index, day in
          DatedClaim(
            topic: TopicID("gas"), kind: .deadline, start: nil, end: day, text: "\(day)",
            offset: index, passage: text,
            isSuperseded: days.count > 1 && index == 0 && !isProposed,
            isProposed: isProposed && index == 1)
        })
    }
    try await desk.configure("s", "t")
    return desk
  }

  private func moved(_ archive: Archive, since cursor: Cursor) throws -> [String] {
    try archive.read { snapshot in
      try snapshot.deadlines(movedAfter: cursor, today: day("2024-02-01")).moved.map {
        "\($0.moves.first?.from.description ?? "-") > \($0.due)"
      }
    }
  }

  private func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  @Test func `a move that a brief of last month states is told when it is read, and once`()
    async throws
  {
    let desk = try await desk()
    let first = brief("a", "due 2027-03-01 it opens")
    try await desk.poll([first])
    let archive = try desk.archive()
    let before = try archive.cursor()
    // Its publisher dates it long before the moment at which the cursor was taken.
    try await desk.poll([first, brief("b", "from 2027-03-01 to 2027-09-01 was it put off")])
    let after = try archive.cursor()
    try await desk.poll([first, brief("c", "no date")])
    #expect(try moved(archive, since: before) == ["2027-03-01 > 2027-09-01"])
    #expect(try moved(archive, since: after) == [])
  }

  @Test func `a move by an edit is told once, whatever else is edited that day`() async throws {
    let desk = try await desk()
    try await desk.poll([brief("a", "due 2027-01-01 the gas market shall open at last")])
    let archive = try desk.archive()
    let before = try archive.cursor()
    try await desk.poll([brief("a", "due 2028-01-01 the gas market shall open at last")])
    let after = try archive.cursor()
    #expect(try moved(archive, since: before) == ["2027-01-01 > 2028-01-01"])
    try await desk.poll([brief("a", "due 2028-01-01 the gas market shall open at last, maybe")])
    #expect(try moved(archive, since: after) == [])
    #expect(try moved(archive, since: before) == ["2027-01-01 > 2028-01-01"])
  }

  @Test func `a move that a second source states is told again, and its restatement is not`()
    async throws
  {
    let desk = try await desk()
    let text = "due 2027-01-01 the gas market shall open at last"
    try await desk.poll([brief("a", text, day: 1)], source: "s")
    let later = "due 2028-01-01 the gas market shall open at last"
    try await desk.poll([brief("a", text, day: 1), brief("b", later, day: 9)], source: "s")
    let archive = try desk.archive()
    let restated = try archive.cursor()
    #expect(try moved(archive, since: archive.beginning()) == ["2027-01-01 > 2028-01-01"])
    // Said earlier than what was read first.
    try await desk.poll([brief("c", later, day: 8)], source: "t")
    #expect(try moved(archive, since: restated) == [])
    let third = try archive.cursor()
    let move = brief("d", "from 2027-01-01 to 2028-01-01 the gas market", day: 12)
    try await desk.poll([brief("c", later, day: 8), move], source: "t")
    #expect(try moved(archive, since: third) == ["2027-01-01 > 2028-01-01"])
  }

  @Test func `a publication that named two days of a line is counted once`() async throws {
    let desk = try await desk()
    func text(_ day: String) -> String { "due \(day) the gas market shall open at last" }
    try await desk.poll([brief("a", text("2027-01-01"), day: 1)], source: "s")
    try await desk.poll([brief("b", text("2027-01-01"), day: 2)], source: "t")
    let archive = try desk.archive()
    func counts() throws -> [String] {
      try archive.read { try $0.deadlines(today: day("2024-02-01")) }
        .map { "\($0.due) \($0.statements)" }
    }
    #expect(try counts() == ["2027-01-01 2"])
    try await desk.poll([brief("a", text("2029-01-01"), day: 1)], source: "s")
    #expect(try counts() == ["2027-01-01 1", "2029-01-01 1"])
    try await desk.poll([brief("b", text("2029-01-01"), day: 2)], source: "t")
    #expect(try counts() == ["2029-01-01 2"])
  }

  @Test func `a move that is only proposed is a remark of the line, and moves nothing`()
    async throws
  {
    let desk = try await desk()
    let first = brief("a", "due 2027-03-01 it opens")
    try await desk.poll([first])
    let archive = try desk.archive()
    let before = try archive.cursor()
    try await desk.poll([first, brief("b", "from 2027-03-01 to 2027-09-01 was proposed")])
    #expect(try moved(archive, since: before) == [])
    let found = try archive.read { try $0.deadlines(today: day("2024-02-01")) }
    #expect(found.map { "\($0.due)" } == ["2027-03-01"])
    #expect(found.first?.remarks.map(\.kind) == [.proposed])
    #expect(found.first?.remarks.map(\.due) == [day("2027-09-01")])
    #expect(found.first?.remarks.map(\.by.publication.id) == [id("b")])
  }

  @Test func `what a sentence without a date calls off is shelved`() async throws {
    let desk = try await desk()
    let first = brief("a", "due 2024-01-20 the gas market shall open at last", day: 1)
    try await desk.poll([first])
    let archive = try desk.archive()
    func told() throws -> [String] {
      try archive.read { try $0.deadlines(today: day("2026-02-01")) }.map {
        "\($0.standing.rawValue) \($0.isSilent) \($0.remarks.map(\.kind.rawValue)) \($0.last.text)"
      }
    }
    #expect(try told() == ["overdue true [] 2024-01-20"])
    let off = brief("b", "the market for gas that shall open is cancelled", day: 9)
    try await desk.poll([first, off])
    #expect(try told() == ["shelved false [\"cancelled\"] cancelled"])
  }
}
