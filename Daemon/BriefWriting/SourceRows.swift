package import BriefModel
package import BriefStore
import GRDB

/// The sources that the store knows, by local row number.
struct SourceRows {
  let db: Database

  /// The row of a source, made when it is new.
  func ensure(_ id: SourceID) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT n FROM source WHERE id = ?")
    if let row = try Int64.fetchOne(find, arguments: [id.rawValue]) { return row }
    try db.execute(sql: "INSERT INTO source (id) VALUES (?)", arguments: [id.rawValue])
    let row = db.lastInsertedRowID
    try PollStateRows(db: db).insert(source: row)
    return row
  }
}

extension StoreWriter {
  /// Makes the store know the configured sources. One that is no longer configured keeps its history and is
  /// no longer polled or shown as a source.
  package func configure(_ sources: [Source]) async throws(StoreTrouble) {
    try await write { db in
      try db.execute(sql: "UPDATE poll_state SET configured = 0")
      for source in sources {
        let row = try SourceRows(db: db).ensure(source.id)
        try db.execute(
          sql: """
            UPDATE poll_state SET configured = 1, kind = ?,
              etag = CASE WHEN url = ? THEN etag END, last_modified = CASE WHEN url = ? THEN last_modified END,
              body_digest = CASE WHEN url = ? THEN body_digest END, url = ?
            WHERE source = ?
            """,
          arguments: [source.kind.rawValue, source.url, source.url, source.url, source.url, row])
      }
    }
  }
}
