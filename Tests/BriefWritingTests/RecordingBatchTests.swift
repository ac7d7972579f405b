import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct RecordingBatchTests {
  /// A table that refuses one poll of several that share a savepoint.
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
}
