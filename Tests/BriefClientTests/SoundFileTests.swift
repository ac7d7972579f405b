import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// A store that is well is never called damaged.
struct SoundFileTests {
  @Test func `a publication that was found under a new id leaves the file sound`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    let first = brief("a", "On gas.", day: 1)
    var renamed = first
    renamed.identity = Identity(kind: .entryID, value: "another")
    try await desk.poll([first])
    try await desk.poll([renamed])
    #expect(try await desk.count("SELECT count(*) FROM alias") == 1)
    #expect(try desk.archive().verify(.everything).findings == [])
  }

  @Test func `no key of a table without rowid leaves out a column before its last one`()
    async throws
  {
    // SQLite 3.40.1 calls the rows of such a table damaged.
    let desk = try Desk()
    try await desk.configure("s")
    let sql = """
      SELECT t.name || ': ' || group_concat(c.pk, ' ') FROM pragma_table_list t
      JOIN pragma_table_info(t.name) c WHERE t.wr = 1 AND t.schema = 'main' GROUP BY t.name
      """
    let keys = try await desk.openWriter().read { try String.fetchAll($0.db, sql: sql) }
    #expect(!keys.isEmpty)
    for key in keys {
      let places = key.split(separator: " ").dropFirst().compactMap { Int($0) }
      let last = places.lastIndex { $0 > 0 } ?? 0
      #expect(!places[...last].contains(0), "\(key)")
    }
  }
}
