package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// The sources that the store knows, by local row number.
struct SourceRows {
  let db: Database

  /// The row of a source, made when it is new.
  func ensure(_ id: SourceID) throws -> Int64 {
    let find = try RowStatement(db, "SELECT n FROM source WHERE id = ?")
    let known = try find.first([.text(id.rawValue)]) { try $0.integer(0, of: "a source") }
    if let known { return known }
    try db.execute(sql: "INSERT INTO source (id) VALUES (?)", arguments: [id.rawValue])
    let row = db.lastInsertedRowID
    try PollStateRows(db: db).insert(source: row)
    return row
  }

  /// How a source stands before a poll of it is recorded, in one question: most polls have no other.
  struct Standing {
    var row: Int64
    var standing = SourceStanding()
    /// A publication of it is missing, and may now count as withdrawn.
    var hasMissing = false
    var logged = LoggedState()
  }

  /// The source is made when it is new.
  func standing(of id: SourceID) throws -> Standing {
    let statement = try RowStatement(
      db,
      """
      SELECT n, missing > 0, polls, state, failures, trouble_since, silent_since, last_success,
        next_poll, oddities, moved_to
      FROM source JOIN poll_state ON source = n WHERE id = ?
      """)
    let snapshot = StoreSnapshot(db: db)
    let record = "the state of a source"
    let known = try statement.first([.text(id.rawValue)]) { row in
      let logged = try LoggedState(row, from: 2)
      return Standing(
        row: try row.integer(0, of: record),
        standing: SourceStanding(
          isRetired: logged.state == "retired", failures: Int(clamping: logged.failures),
          troubleSince: snapshot.timestamp(logged.troubleSince),
          silentSince: snapshot.timestamp(logged.silentSince), wasRead: logged.lastSuccess != nil),
        hasMissing: try row.integer(1, of: record) == 1, logged: logged)
    }
    return try known ?? Standing(row: ensure(id))
  }

  /// Keeps what was set of a source and how it stands right after, to answer as of a moment.
  func noteSetting(of source: Int64, at now: Timestamp) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO source_setting
        SELECT source, ?, polls % ?, url, kind, configured, state, next_poll, moved_to
        FROM poll_state WHERE source = ?
        """
    ).execute(arguments: [now.seconds, PollLogRows.kept, source])
  }
}

extension StoreWriter {
  /// Makes the store know the configured sources. One that is no longer configured keeps its
  /// history and is no longer polled or shown as a source. One whose address was changed begins
  /// anew: what the old address said (a redirect, 410) does not hold for the new one.
  ///
  /// - Parameter now: when the configuration was read; `nil` is when the writer began.
  package func configure(
    _ sources: [Source], at now: Timestamp? = nil
  ) async throws(StoreTrouble) {
    let now = now ?? opened
    try await write { db in
      let known = try KnownSettings(db: db, of: sources)
      for id in known.gone {
        let row = try SourceRows(db: db).ensure(SourceID(id))
        try db.cachedStatement(sql: "UPDATE poll_state SET configured = 0 WHERE source = ?")
          .execute(arguments: [row])
        try SourceRows(db: db).noteSetting(of: row, at: now)
      }
      for (place, source) in sources.enumerated() where !known.isAsItWas[place] {
        try Self.configure(source, in: db, at: now)
      }
    }
  }

  /// What the schedule learned of an address, and not of its publisher.
  private static let ofAddress =
    "'$.nextPoll', '$.failures', '$.failure', '$.failingSince', '$.freshFor', '$.manners', "
    + "'$.redirect', '$.retiredAt', '$.trust', '$.planned', '$.reasons'"

  private static func configure(_ source: Source, in db: Database, at now: Timestamp) throws {
    let row = try SourceRows(db: db).ensure(source.id)
    let kind = source.kind.rawValue
    try db.cachedStatement(
      sql: """
        UPDATE poll_state SET etag = NULL, last_modified = NULL, body_digest = NULL,
          moved_to = NULL, next_poll = NULL,
          schedule = CASE WHEN json_valid(schedule) THEN json_remove(schedule, \(Self.ofAddress)) END,
          reason = CASE WHEN reason IS NULL THEN NULL ELSE ?3 END,
          state = CASE state WHEN 'retired' THEN 'never_polled' ELSE state END
        WHERE source = ?1 AND url <> ?2 AND url <> ''
        """
    ).execute(arguments: [
      row, source.url, "Its address was changed, and the new one has not been asked yet.",
    ])
    // Its older documents were another address's.
    try db.cachedStatement(
      sql: """
        UPDATE older_reading SET ended = 'moved' WHERE source = ?1 AND ended IS NULL
          AND (SELECT url <> ?2 FROM poll_state WHERE source = ?1)
        """
    ).execute(arguments: [row, source.url])
    try db.cachedStatement(
      sql: "UPDATE poll_state SET configured = 1, kind = ?, url = ? WHERE source = ?"
    ).execute(arguments: [kind, source.url, row])
    try SourceRows(db: db).noteSetting(of: row, at: now)
  }
}

/// How what the store knows of configured sources stands to what is configured now, in one question:
/// ten thousand are named at each start, and mostly nothing changed.
private struct KnownSettings {
  /// By the source's place in the configuration: the store has it so already.
  var isAsItWas: [Bool]
  /// No longer configured.
  var gone: [String] = []

  init(db: Database, of sources: [Source]) throws {
    isAsItWas = [Bool](repeating: false, count: sources.count)
    let places = Dictionary(
      sources.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    let record = "a source"
    try RowStatement(
      db,
      """
      SELECT s.id, p.kind, p.url FROM poll_state p JOIN source s ON s.n = p.source
      WHERE p.configured = 1
      """
    ).forEachRow([]) { row in
      let id = try row.text(0, of: record)
      guard let place = places[id] else { return gone.append(id) }
      isAsItWas[place] =
        try row.text(1, of: record) == sources[place].kind.rawValue
        && row.text(2, of: record) == sources[place].url
    }
  }
}

extension StoreWriter {
  /// The newest version of each publication of a source.
  package func headVersions(of source: SourceID) async throws(StoreTrouble) -> [PublicationID:
    VersionID]
  {
    try await readOften { snapshot in
      let statement = try RowStatement(
        snapshot.db,
        """
        SELECT p.id, h.version_id FROM source s JOIN head h ON h.source = s.n
        JOIN publication p ON p.n = h.publication WHERE s.id = ?
        """)
      var versions: [PublicationID: VersionID] = [:]
      try statement.forEachRow([.text(source.rawValue)]) { row in
        let id = try row.bytes(0, of: "a head") { PublicationID($0) }
        versions[id] = VersionID(try row.bytes(1, of: "a head") { Digest($0) })
      }
      return versions
    }
  }

  /// What the newest version of a publication is called, and whether the last document that its source was read
  /// from had broken off.
  package func lastListed(
    _ publication: PublicationID, of source: SourceID
  ) async throws(StoreTrouble) -> (title: String?, brokeOff: Bool) {
    try await readOften { snapshot in
      let title = try RowStatement(
        snapshot.db,
        """
        SELECT h.title FROM head h JOIN publication p ON p.n = h.publication WHERE p.id = ?
        """
      ).first([.bytes(publication.bytes)]) { try $0.optionalText(0, of: "a head") }
      let oddities = try RowStatement(
        snapshot.db,
        """
        SELECT p.oddities FROM poll_state p JOIN source s ON s.n = p.source WHERE s.id = ?
        """
      ).first([.text(source.rawValue)]) {
        try StoreJSON.value([SourceOddity].self, try $0.text(0, of: "a source"), of: "a source")
      }
      return (title: title ?? nil, brokeOff: oddities?.contains(.brokenOff) ?? false)
    }
  }
}
