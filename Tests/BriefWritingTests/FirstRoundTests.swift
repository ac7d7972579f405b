import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// The first sync of a source whose pages are read a few with each poll is one message.
struct FirstRoundTests {
  private static let day: Int64 = 86_400

  private static func page(_ name: String, visited: Timestamp?) -> PageRecord {
    var page = PageRecord(
      link: "example.org/\(name)", announced: .zero, entry: "{}", due: Timestamp(seconds: 0),
      extractor: 1)
    page.visited = visited
    return page
  }

  /// A poll at `time` that read the pages of `entries` and leaves those of `waiting`.
  private static func poll(
    _ writer: StoreWriter, _ desk: Desk, at time: Timestamp, _ entries: [Entry], waiting: [String]
  ) async throws {
    let source = SourceID("s")
    let snapshot = IdentifiedSnapshot(
      entries: entries.map { entry in
        IdentifiedEntry(
          entry: entry, canonicalLink: entry.link,
          publication: Fingerprint.publication(source: source, identity: entry.identity),
          versionID: Fingerprint.version(entry.content))
      })
    var record = PollRecord(
      source: source, time: time, observation: .snapshot(snapshot),
      rawDigest: Fingerprint.sha256(Array("\(time)".utf8)), facts: HTTPFacts(status: 200),
      outcome: "document")
    record.pages =
      entries.map { page($0.identity.value, visited: time) }
      + waiting.map { page($0, visited: nil) }
    let recorded = try await writer.record([record], context: desk.context)
    #expect(recorded.first?.trouble == nil)
  }

  private static func outbox(_ writer: StoreWriter) async throws -> [String] {
    try await writer.write { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.body, o.due - o.created AS wait, coalesce(o.batch, '') AS batch
          FROM outbox o JOIN outbox_body b ON b.n = o.n ORDER BY o.n
          """
      ).map { row in
        "\(row["body"] as String) \((row["wait"] as Int64) / day)d \(row["batch"] as String)"
      }
    }
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.context.body = { alert, _, _ in
      switch alert.subject {
      case .summary(_, let reason, let changes):
        AlertBody(type: "x", text: "\(reason.rawValue) \(changes.count)")
      case .change(let change): AlertBody(type: "x", text: change.publication.title ?? "")
      default: AlertBody(type: "x", text: "other")
      }
    }
    return desk
  }

  @Test func `what the rounds bring is held until the last page was read, and news is not`()
    async throws
  {
    let desk = try desk()
    let writer = try desk.open()
    let start = Timestamp(seconds: 1_800_000_000)
    let (a, b, c) = (brief("a", "A."), brief("b", "B."), brief("c", "C."))
    try await Self.poll(writer, desk, at: start, [a], waiting: ["b", "c"])
    #expect(try await Self.outbox(writer) == ["first-poll 1 7d first-round.s"])
    var news = brief("n", "News.")
    news.content.published = start.advanced(by: 60)
    try await Self.poll(
      writer, desk, at: start.advanced(by: 3_600), [news, b, a], waiting: ["c"])
    #expect(
      try await Self.outbox(writer) == [
        "first-poll 1 7d first-round.s", "first-poll 1 6d first-round.s", "Brief n 0d ",
      ])
    let end = start.advanced(by: 7_200)
    try await Self.poll(writer, desk, at: end, [news, c, b, a], waiting: [])
    let due = try await writer.write { db in
      try Int64.fetchAll(
        db, sql: "SELECT due FROM outbox WHERE batch = 'first-round.s' ORDER BY n")
    }
    #expect(due == [end.seconds, end.seconds, end.seconds])
    // From now on each is news.
    try await Self.poll(
      writer, desk, at: end.advanced(by: 60), [brief("d", "D."), news, c, b, a], waiting: [])
    #expect(try await Self.outbox(writer).last == "Brief d 0d ")
  }

  @Test func `a round that does not end is told after a week`() async throws {
    let desk = try desk()
    let writer = try desk.open()
    let start = Timestamp(seconds: 1_800_000_000)
    try await Self.poll(writer, desk, at: start, [brief("a", "A.")], waiting: ["b"])
    try await Self.poll(
      writer, desk, at: start.advanced(by: 8 * Self.day), [brief("a", "A.")], waiting: ["b"])
    let rounds = try await writer.write { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM first_round")
    }
    #expect(rounds == 0)
  }

  @Test func `a first poll that leaves no page is told at once`() async throws {
    let desk = try desk()
    let writer = try desk.open()
    try await Self.poll(
      writer, desk, at: Timestamp(seconds: 1_800_000_000), [brief("a", "A.")], waiting: [])
    #expect(try await Self.outbox(writer) == ["first-poll 1 0d "])
  }
}
