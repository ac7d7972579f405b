import BriefModel
import BriefStore
import GRDB

/// A search index in the making, beside the one that readers use.
struct NextIndex {
  let db: Database

  /// Segments of one size that are merged into one (sqlite.org/fts5.html, 6.4): 4 where polls add
  /// now and then and searches go on meanwhile; more, and each word is written fewer times, where
  /// all are added and nobody asks.
  private static let (merged, mergedInTheMaking) = (4, 16)

  /// - Parameter words: ``SearchRows/columns(_:)`` of each.
  func insert(_ versions: [DerivedVersion], _ words: [[ColumnValue]]) throws {
    if try !db.tableExists(SearchRows.nextIndex) {
      try db.execute(sql: Schema.searchTable(SearchRows.nextIndex))
      try merge(Self.mergedInTheMaking)
    }
    let rows = SearchRows(db: db, table: SearchRows.nextIndex)
    for (version, words) in zip(versions, words) { try rows.insert(words, version: version.row) }
  }

  private func merge(_ segments: Int) throws {
    let name = SearchRows.nextIndex
    try db.execute(
      sql: "INSERT INTO \(name) (\(name), rank) VALUES ('automerge', ?)", arguments: [segments])
  }

  /// Takes the place of the old index, with what was recorded since the last batch.
  func replace(after row: Int64) throws {
    let snapshot = StoreSnapshot(db: db)
    let rest = try DerivedVersion.batch(snapshot, after: row, limit: Int.max, most: Int.max)
      .versions
    try insert(rest, rest.map { SearchRows.columns($0.entry.content) })
    try merge(Self.merged)
    try db.execute(
      sql: """
        DROP TABLE \(SearchRows.index);
        ALTER TABLE \(SearchRows.nextIndex) RENAME TO \(SearchRows.index)
        """)
  }

  /// Forgets what was made of it.
  static func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS \(SearchRows.nextIndex)")
    try db.execute(
      sql: "UPDATE derivation SET through = 0 WHERE kind = ? AND through IS NOT NULL",
      arguments: [Derivation.Kind.search.rawValue])
  }
}
