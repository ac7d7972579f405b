package import BriefModel
package import BriefStore
import GRDB

/// Where the reading of a source's older documents stands that is to close a gap.
package struct OlderReading: Hashable, Sendable {
  /// The poll that found the gap: what was first seen before it ends the reading.
  package var found: Timestamp
  /// The document that was read last, to be read once more: what is taken down meanwhile moves others
  /// up into it. With a page, the one of that number of this address.
  package var address: String
  package var page: Int?
  /// Older documents that were read.
  package var documents = 0
  /// Polls in a row that could not have the next one.
  package var failures = 0
  /// Why nothing known will be reached; `nil` while the reading goes on.
  package var ending: SourceGap.Ending?

  package init(found: Timestamp, address: String, page: Int? = nil) {
    (self.found, self.address, self.page) = (found, address, page)
  }
}

/// What a poll did to the gap of its source.
package enum OlderStanding: Hashable, Sendable {
  /// It found one, and what it read of the older documents did not close it.
  case opened(OlderReading)
  case advanced(OlderReading)
  /// All was read that there is.
  case closed

  /// The next poll reads on.
  package var goesOn: Bool {
    switch self {
    case .opened(let reading), .advanced(let reading): reading.ending == nil
    case .closed: false
    }
  }
}

/// Gaps between polls: state, written with the poll that read older documents. What they bring is
/// owed as one message on each channel, due when the last of them was read.
struct OlderReadingRows {
  let db: Database
  let context: RecordingContext

  private enum Limits {
    /// Seconds for which alerts are held. A hundred documents, ten a poll, take a day with a poll
    /// every two hours.
    static let longestHold: Int64 = 3 * 86_400
  }

  /// - Parameters:
  ///   - isGap: nothing of what the poll saw was known by another name.
  ///   - after: the last good poll before this one.
  func keep(_ standing: OlderStanding, isGap: Bool, after: Int64?, source: Int64) throws {
    switch standing {
    case .opened(let reading):
      guard isGap else { return }
      // A gap that was not closed yet and a newer one are one: the reading begins at its newer end.
      try write(
        reading, source, [.integer(after)],
        """
        INSERT INTO older_reading VALUES (?1, ?2, ?8, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT DO UPDATE SET
          found = iif(ended IS NULL, found, excluded.found),
          after = iif(ended IS NULL, after, excluded.after), address = excluded.address,
          page = excluded.page, documents = excluded.documents, failures = excluded.failures,
          ended = excluded.ended
        WHERE excluded.ended IS NULL OR ended IS NOT NULL
        """)
      guard db.changesCount > 0, let after else { return }
      try RowStatement(db, "INSERT OR REPLACE INTO coverage_gap VALUES (?, ?, ?, 0)").run([
        .integer(source), .integer(after), .integer(reading.found.seconds),
      ])
    case .advanced(let reading):
      try write(
        reading, source, [],
        """
        UPDATE older_reading SET address = ?3, page = ?4, documents = ?5, failures = ?6, ended = ?7
        WHERE source = ?1 AND found = ?2
        """)
    case .closed:
      // Those that a reading before this one gave up stay open.
      try RowStatement(
        db,
        """
        UPDATE coverage_gap SET closed = 1 WHERE source = ?1 AND found >=
          (SELECT found FROM older_reading WHERE source = ?1 AND ended IS NULL)
        """
      ).run([.integer(source)])
      try RowStatement(
        db, "UPDATE older_reading SET ended = 'closed' WHERE source = ? AND ended IS NULL"
      ).run([.integer(source)])
    }
  }

  private func write(
    _ reading: OlderReading, _ source: Int64, _ others: [ColumnValue], _ sql: String
  ) throws {
    let columns: [ColumnValue] = [
      .integer(source), .integer(reading.found.seconds), .text(reading.address),
      .integer(reading.page.map { Int64($0) }), .integer(reading.documents),
      .integer(reading.failures), .text(reading.ending?.rawValue),
    ]
    try RowStatement(db, sql).run(columns + others)
  }

  /// The poll that found the gap which is being closed; `nil` when there is none.
  func found(_ source: Int64) throws -> Timestamp? {
    try RowStatement(
      db, "SELECT found FROM older_reading WHERE source = ? AND (ended IS NULL OR ended = 'closed')"
    ).first([.integer(source)]) { Timestamp(seconds: try $0.integer(0, of: "a gap")) }
  }

  /// What alerts of older documents wait for.
  func hold(_ source: SourceID, found: Timestamp) -> AlertHold {
    AlertHold(
      batch: "older.\(source)", until: found.advanced(by: Limits.longestHold), reason: .backFill)
  }

  /// Lets the held alerts go when no document is left to be read, nor a page of an entry.
  func settle(source: Int64, id: SourceID, at time: Timestamp) throws {
    let ended = try RowStatement(
      db, "SELECT ended FROM older_reading WHERE source = ? AND ended IS NOT NULL"
    ).first([.integer(source)]) { try $0.text(0, of: "a gap") }
    guard let ended, try !FirstRoundRows(db: db, context: context).hasWaitingPages(source) else {
      return
    }
    if ended == "closed" {
      try RowStatement(db, "DELETE FROM older_reading WHERE source = ?").run([.integer(source)])
    }
    try OutboxRows(db: db).release("older.\(id)", at: time, context: context)
  }
}

extension StoreWriter {
  /// Where the reading of a source's older documents stands, and the publications that end it; `nil`
  /// when there is nothing to read on.
  package func olderReading(
    of source: SourceID
  ) async throws(StoreTrouble) -> (reading: OlderReading, known: Set<PublicationID>)? {
    try await read { snapshot in
      let record = "a gap"
      let reading = try RowStatement(
        snapshot.db,
        """
        SELECT o.found, o.address, o.page, o.documents, o.failures FROM older_reading o
        JOIN source s ON s.n = o.source WHERE s.id = ? AND o.ended IS NULL
        """
      ).first([.text(source.rawValue)]) { row in
        var reading = OlderReading(
          found: Timestamp(seconds: try row.integer(0, of: record)),
          address: try row.text(1, of: record),
          page: try row.optionalInteger(2, of: record).map { Int(clamping: $0) })
        reading.documents = Int(clamping: try row.integer(3, of: record))
        reading.failures = Int(clamping: try row.integer(4, of: record))
        return reading
      }
      guard let reading else { return nil }
      var known: Set<PublicationID> = []
      try RowStatement(
        snapshot.db,
        """
        SELECT p.id FROM publication p JOIN source s ON s.n = p.source
        WHERE s.id = ? AND p.first_seen < ?
        """
      ).forEachRow([.text(source.rawValue), .integer(reading.found.seconds)]) { row in
        known.insert(try row.bytes(0, of: "a publication") { PublicationID($0) })
      }
      return (reading, known)
    }
  }
}
