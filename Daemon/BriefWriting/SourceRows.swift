package import BriefModel
package import BriefStore
import Foundation
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
  /// Makes the store know the configured sources. One that is no longer configured keeps its
  /// history and is no longer polled or shown as a source.
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

/// What the daemon remembers of a source between polls.
package struct RememberedSource: Hashable, Sendable {
  package var validators: Validators
  package var bodyDigest: Digest?
  /// The scheduler's own state, JSON.
  package var schedule: String?
  package var nextPoll: Timestamp?

  package init(
    validators: Validators = Validators(), bodyDigest: Digest? = nil, schedule: String? = nil,
    nextPoll: Timestamp? = nil
  ) {
    self.validators = validators
    self.bodyDigest = bodyDigest
    self.schedule = schedule
    self.nextPoll = nextPoll
  }
}

extension StoreWriter {
  /// What is remembered of all sources that were ever known, by id.
  package func remembered() async throws(StoreTrouble) -> [SourceID: RememberedSource] {
    try await read { snapshot in
      let rows = try Row.fetchAll(
        snapshot.db, sql: "SELECT s.id, p.* FROM poll_state p JOIN source s ON s.n = p.source")
      return Dictionary(
        rows.map { row in
          let digest = (row["body_digest"] as Data?).flatMap { Digest([UInt8]($0)) }
          return (
            SourceID(row["id"]),
            RememberedSource(
              validators: Validators(etag: row["etag"], lastModified: row["last_modified"]),
              bodyDigest: digest, schedule: row["schedule"],
              nextPoll: snapshot.timestamp(row["next_poll"]))
          )
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  package func validators(of source: SourceID) async throws(StoreTrouble) -> Validators {
    try await remembered()[source]?.validators ?? Validators()
  }
}

extension StoreWriter {
  /// The newest version of each publication of a source.
  package func headVersions(of source: SourceID) async throws(StoreTrouble) -> [PublicationID:
    VersionID]
  {
    try await read { snapshot in
      let rows = try Row.fetchCursor(
        snapshot.db,
        sql: """
          SELECT p.id, h.version_id FROM source s JOIN head h ON h.source = s.n
          JOIN publication p ON p.n = h.publication WHERE s.id = ?
          """,
        arguments: [source.rawValue])
      var versions: [PublicationID: VersionID] = [:]
      while let row = try rows.next() {
        let id = try snapshot.publicationID([UInt8](row["id"] as Data))
        versions[id] = VersionID(
          try snapshot.digest([UInt8](row["version_id"] as Data), of: "a head"))
      }
      return versions
    }
  }
}
