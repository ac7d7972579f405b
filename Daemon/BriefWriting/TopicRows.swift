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

  /// Puts a version's rows into the place of those that another catalogue made. Counts by topic
  /// stay right all the while: a poll may come in between.
  func replace(_ tagging: Tagging, at place: Place) throws {
    let known = try StoreSnapshot(db: db).topics(
      publication: place.publication, version: place.version)
    // Most versions have the topics that they had.
    let isCounted = known == Set(tagging.mentions.map(\.topic)).sorted()
    let columns: [ColumnValue] = [
      .integer(place.source), .integer(place.publication), .integer(place.version),
    ]
    if !isCounted { try RowStatement(db, Self.countedLess).run(columns) }
    try Self.remove(db, publication: place.publication, version: place.version)
    try insert(tagging, at: place)
    if !isCounted { try RowStatement(db, Self.countedMore).run(columns) }
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
    for topic in Set(tagging.mentions.map(\.topic)).sorted() {
      try RowStatement(db, "INSERT INTO mention VALUES (?, ?, ?, ?)").run([
        .integer(place.publication), .integer(place.version), .text(topic.rawValue),
        .integer(catalogue),
      ])
    }
    if !tagging.mentions.isEmpty {
      // By topic, those of one in the order of the text.
      let sorted = tagging.mentions.enumerated().sorted {
        ($0.element.topic, $0.offset) < ($1.element.topic, $1.offset)
      }
      let passages = RowJSON.bytes(sorted.map(\.element))
      try RowStatement(db, "INSERT INTO passage VALUES (?, ?, ?)").run([
        .integer(place.publication), .integer(place.version),
        .bytes(try Compression.compress(passages)),
      ])
    }
    let before = try StandingWords.of(place, in: db)
    for (ordinal, dated) in tagging.claims.enumerated() {
      try insert(dated, ordinal, said: before.said(dated) ?? place.said, at: place)
    }
    for (ordinal, figure) in tagging.figures.enumerated() {
      try insert(figure, ordinal, said: before.said(figure) ?? place.said, at: place)
    }
    guard !tagging.claims.isEmpty else { return [] }
    var moves = ClaimMove.stated(in: tagging.claims)
    if place.version > 1 {
      let before = before.claims.map(\.claim)
      let known = ClaimMove.stated(in: before)
      moves.removeAll { move in known.contains { $0.isSame(as: move) } }
      moves += ClaimMove.edited(from: before, to: tagging.claims)
    }
    for (ordinal, move) in moves.enumerated() {
      try insert(move, ordinal, among: tagging.claims, at: place)
    }
    return moves
  }

  private func insert(
    _ dated: DatedClaim, _ ordinal: Int, said: CalendarDate, at place: Place
  ) throws {
    let claim = try RowStatement(
      db, "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let isPlain = !dated.isSuperseded && dated.topic != nil
    let bearing = dated.looksForward(from: place.written) ? 1 : dated.isNegated ? -1 : 0
    let due = isPlain ? dated.due.map { Int64($0.dayNumber) } : nil
    try claim.run([
      .integer(place.publication), .integer(place.version), .integer(ordinal), .integer(catalogue),
      .integer(place.source), .integer(place.revision), .text(dated.topic?.rawValue),
      .text(dated.kind.rawValue), .integer(due), .integer(said.dayNumber),
      .integer(bearing),
      .bytes(Array(ClaimWords(passage: dated.passage, date: dated.text).bytes)),
      .textBytes(RowJSON.bytes(dated)),
    ])
  }

  private func insert(
    _ figure: Figure, _ ordinal: Int, said: CalendarDate, at place: Place
  ) throws {
    try RowStatement(db, "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run([
      .integer(place.publication), .integer(place.version), .integer(ordinal), .integer(catalogue),
      .integer(place.revision), .text(figure.topic.rawValue), .integer(said.dayNumber),
      .textBytes(RowJSON.bytes(figure)),
    ])
  }

  private func insert(
    _ move: ClaimMove, _ ordinal: Int, among claims: [DatedClaim], at place: Place
  ) throws {
    let claim = claims.firstIndex {
      $0.topic == move.topic && $0.due == move.to && $0.passage == move.passage
    }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO claim_move VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      place.publication, place.version, ordinal, catalogue, place.revision, move.topic.rawValue,
      move.kind.rawValue, move.from.dayNumber, move.to.dayNumber, move.way.rawValue,
      place.said.dayNumber, claim ?? 0,
    ])
  }
}

extension ClaimMove {
  fileprivate func isSame(as other: ClaimMove) -> Bool {
    topic == other.topic && from == other.from && to == other.to && way == other.way
  }
}
