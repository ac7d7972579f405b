import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct RecordingBatchTests {
  /// A table that refuses one poll of several that share a transaction.
  @Test func `of polls that brought nothing one that is refused takes no other with it`()
    async throws
  {
    let desk = try Desk()
    let writer = try desk.open()
    try await writer.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER refuse BEFORE INSERT ON poll WHEN NEW.outcome = 'refused'
          BEGIN SELECT raise(ABORT, 'not this one'); END
          """)
    }
    let polls = ["not-modified", "refused", "not-modified", "document"].enumerated().map {
      PollRecord(
        source: SourceID("s\($0)"), time: desk.now, observation: .unchanged, outcome: $1)
    }
    let recorded = try await writer.record(polls, context: desk.context)
    #expect(recorded.map(\.source) == polls.map(\.source))
    #expect(recorded.map { $0.trouble == nil } == [true, false, true, true])
    let logged = try await writer.write { db in
      try String.fetchAll(
        db, sql: "SELECT s.id FROM poll p JOIN source s ON s.n = p.source ORDER BY s.id")
    }
    #expect(logged == ["s0", "s2", "s3"])
  }

  @Test(arguments: [0, 1, 2])
  func `of polls that brought documents one that is refused leaves no row and no word behind`(
    refused: Int
  ) async throws {
    let desk = try Desk()
    let writer = try desk.open()
    try await writer.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER refuse BEFORE INSERT ON head WHEN NEW.title = 'Brief s\(refused)'
          BEGIN SELECT raise(ABORT, 'not this one'); END
          """)
    }
    let polls = (0..<3).map { number in
      let entry = brief("s\(number)", "pipeline\(number)")
      let identified = IdentifiedEntry(
        entry: entry, canonicalLink: entry.link,
        publication: Fingerprint.publication(
          source: SourceID("s\(number)"), identity: entry.identity),
        versionID: Fingerprint.version(entry.content))
      return PollRecord(
        source: SourceID("s\(number)"), time: desk.now,
        observation: .snapshot(IdentifiedSnapshot(entries: [identified], isWhole: true)),
        rawDigest: .zero, facts: HTTPFacts(status: 200), outcome: "document")
    }
    let recorded = try await writer.record(polls, context: desk.context)
    let others = [0, 1, 2].filter { $0 != refused }
    #expect(recorded.map { $0.trouble == nil } == [0, 1, 2].map { $0 != refused })
    #expect(recorded.map { $0.counts.added } == [0, 1, 2].map { $0 == refused ? 0 : 1 })
    let found = try await writer.write { db in
      (
        sources: try String.fetchAll(
          db, sql: "SELECT s.id FROM publication p JOIN source s ON s.n = p.source ORDER BY s.id"),
        words: try (0..<3).map {
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM search WHERE search MATCH ?",
            arguments: [SearchFold.indexed("pipeline\($0)")]) ?? 0
        },
        counted: try Int.fetchAll(db, sql: "SELECT publications + versions + changes FROM store")
      )
    }
    #expect(found.sources == others.map { "s\($0)" })
    #expect(found.words == [0, 1, 2].map { $0 == refused ? 0 : 1 })
    #expect(found.counted == [6])
  }
}
