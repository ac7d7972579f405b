import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import Testing

/// A store whose maker was killed in the middle is made anew; nothing else is touched.
struct UnfinishedStoreTests {
  private let location: StoreLocation

  init() throws {
    location = StoreLocation(
      folder: FileManager.default.temporaryDirectory.path + "/brief-unfinished-\(UUID())")
    try FileManager.default.createDirectory(
      atPath: location.folder, withIntermediateDirectories: true)
  }

  /// Puts the files of a transaction into the folder as a kill in the middle of it leaves them.
  private func leave(after sql: String) throws {
    let room = location.folder + "-room"
    try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: room) }
    let queue = try DatabaseQueue(path: room + "/store.sqlite")
    try queue.inDatabase { db in
      if !sql.isEmpty { try db.execute(sql: sql) }
      // With so little memory pages go into the file before the commit.
      try db.execute(
        sql: """
          PRAGMA cache_size = 1; BEGIN; CREATE TABLE something (a);
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
          INSERT INTO something SELECT zeroblob(4000) FROM n
          """)
      for name in ["store.sqlite", "store.sqlite-journal"] {
        try FileManager.default.copyItem(
          atPath: "\(room)/\(name)", toPath: "\(location.folder)/\(name)")
      }
      try db.execute(sql: "ROLLBACK")
    }
  }

  private func open() throws -> StoreWriter {
    try StoreWriter(
      location, holder: "test 1", newID: StoreID(rawValue: UUID().uuidString.lowercased()),
      now: Timestamp(seconds: 1_700_000_000))
  }

  @Test func `a store whose making was cut short is made anew`() throws {
    defer { try? FileManager.default.removeItem(atPath: location.folder) }
    try leave(after: "")
    #expect(throws: StoreTrouble.self) { try StoreReader(location) }
    _ = try open()
    #expect(try StoreReader(location).read { try $0.summary().publications } == 0)
  }

  @Test func `another database with an unfinished transaction is refused, its bytes as they were`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: location.folder) }
    try leave(after: "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)")
    let before = FileManager.default.contents(atPath: location.database)
    #expect(throws: StoreTrouble.self) { try open() }
    #expect(FileManager.default.contents(atPath: location.database) == before)
  }
}
