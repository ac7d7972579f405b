import BriefModel
import BriefStore
import Foundation
import GRDB

/// Topics and claims of versions: derived, and marked with the catalogue that made them.
struct TopicRows {
  let db: Database
  let catalogue: Int

  /// The version that a tagging is of.
  struct Place {
    /// Local numbers.
    var publication: Int64
    var source: Int64
    var version: Int
    var revision: Int64
    /// The day on which the version's claims were made.
    var said: CalendarDate
    /// The day from which its text looks forward: that of publication, edited or not.
    var written: CalendarDate

    /// - Parameters:
    ///   - published: by the publisher, as the version says.
    ///   - time: when the version was seen.
    init(
      publication: Int64, source: Int64, version: Int, revision: Revision, published: Timestamp?,
      time: Timestamp
    ) {
      (self.publication, self.source, self.version) = (publication, source, version)
      self.revision = revision.number
      // What a first version says was said when it was published; an edit speaks on the day it is
      // seen.
      let written = published.map { min($0, time) } ?? time
      said = (version == 1 ? written : time).day
      self.written = written.day
    }
  }

  /// Forgets what was derived of a version.
  static func remove(_ db: Database, publication: Int64, version: Int) throws {
    for table in ["mention", "passage", "claim", "claim_move", "figure"] {
      try RowStatement(db, "DELETE FROM \(table) WHERE publication = ? AND version = ?")
        .run([.integer(publication), .integer(version)])
    }
  }

  /// Puts a version's rows into the place of those that another catalogue made, unless they are the
  /// same: then they stay as they are. Counts by topic stay right all the while: a poll may come in
  /// between.
  ///
  /// - Returns: whether they were others.
  @discardableResult
  func replace(_ tagging: Tagging, at place: Place) throws -> Bool {
    let rows = try TagRows.made(of: tagging, at: place, in: db).rows
    // What cannot be read is replaced.
    let known = try? TagRows.known(at: place, in: db)
    guard rows != known else { return false }
    // Most versions have the topics that they had.
    let isCounted = known?.topics == rows.topics
    let columns: [ColumnValue] = [
      .integer(place.source), .integer(place.publication), .integer(place.version),
    ]
    if !isCounted { try RowStatement(db, Self.countedLess).run(columns) }
    try Self.remove(db, publication: place.publication, version: place.version)
    try insert(rows, at: place)
    if !isCounted { try RowStatement(db, Self.countedMore).run(columns) }
    return true
  }

  private static let countedLess = """
    UPDATE topic_source SET publications = publications - 1
    WHERE source = ?1 AND topic IN (SELECT topic FROM mention m JOIN head h
      ON h.publication = m.publication AND h.version = m.version
      WHERE m.publication = ?2 AND m.version = ?3)
    """
  private static let countedMore = """
    INSERT INTO topic_source
    SELECT topic, ?1, 1, coalesce(h.published, h.changed) FROM mention m JOIN head h
      ON h.publication = m.publication AND h.version = m.version
    WHERE m.publication = ?2 AND m.version = ?3
    ON CONFLICT (topic, source) DO UPDATE SET publications = publications + 1,
      latest = max(latest, excluded.latest)
    """

  /// Counts a publication that is new, by the topics of its first version.
  ///
  /// - Parameter latest: the day of its publisher, else when it was seen.
  static func count(_ topics: [TopicID], source: Int64, latest: Timestamp, in db: Database) throws {
    let statement = try RowStatement(
      db,
      """
      INSERT INTO topic_source VALUES (?, ?, 1, ?)
      ON CONFLICT (topic, source) DO UPDATE SET publications = publications + 1,
        latest = max(latest, excluded.latest)
      """)
    for topic in topics {
      try statement.run([.text(topic.rawValue), .integer(source), .integer(latest.seconds)])
    }
  }

  /// Returns the dates that moved, in the text itself or against the version before.
  @discardableResult
  func insert(_ tagging: Tagging, at place: Place) throws -> [ClaimMove] {
    let (rows, moves) = try TagRows.made(of: tagging, at: place, in: db)
    try insert(rows, at: place)
    return moves
  }

  private func insert(_ rows: TagRows, at place: Place) throws {
    let (publication, version) = (
      ColumnValue.integer(place.publication), ColumnValue.integer(place.version)
    )
    let (catalogue, revision) = (
      ColumnValue.integer(catalogue), ColumnValue.integer(place.revision)
    )
    for topic in rows.topics {
      try RowStatement(db, "INSERT INTO mention VALUES (?, ?, ?, ?)").run([
        publication, version, .text(topic), catalogue,
      ])
    }
    if let passages = rows.passages {
      try RowStatement(db, "INSERT INTO passage VALUES (?, ?, ?)").run([
        publication, version, .bytes(passages),
      ])
    }
    for (ordinal, claim) in rows.claims.enumerated() {
      try RowStatement(db, "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run([
        publication, version, .integer(ordinal), catalogue, .integer(place.source), revision,
        .text(claim.topic), .text(claim.kind), .integer(claim.due), .integer(claim.said),
        .integer(claim.bearing), .bytes(claim.words), .textBytes(claim.claim),
      ])
    }
    for (ordinal, figure) in rows.figures.enumerated() {
      try RowStatement(db, "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run([
        publication, version, .integer(ordinal), catalogue, revision, .text(figure.topic),
        .integer(figure.said), .textBytes(figure.figure),
      ])
    }
    for (ordinal, move) in rows.moves.enumerated() {
      try RowStatement(db, "INSERT INTO claim_move VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(
          [
            publication, version, .integer(ordinal), catalogue, revision, .text(move.topic),
            .text(move.kind), .integer(move.from), .integer(move.to), .text(move.way),
            .integer(move.said), .integer(move.claim),
          ])
    }
  }
}
