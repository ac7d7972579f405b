import BriefModel
import BriefStore
import GRDB

/// The search index: one row a version, its rowid the version's local number.
struct SearchRows {
  let db: Database
  /// The index that is written; another one while an upgrade builds it.
  var table = SearchRows.index

  static let index = "search"
  /// An index in the making.
  static let nextIndex = "search_next"

  func insert(_ columns: [ColumnValue], version: Int64) throws {
    try RowStatement(db, "INSERT INTO \(table) (rowid, title, text, authors) VALUES (?, ?, ?, ?)")
      .run([.integer(version)] + columns)
  }

  /// The index keeps no text, so it has to be told which words to forget
  /// (sqlite.org/fts5.html, "The 'delete' command").
  func remove(_ content: Content, version: Int64) throws {
    try RowStatement(
      db,
      "INSERT INTO \(table) (\(table), rowid, title, text, authors) VALUES ('delete', ?, ?, ?, ?)"
    ).run([.integer(version)] + Self.columns(content))
  }

  /// The words of title, text and authors.
  static func columns(_ content: Content, _ stems: inout KnownStems) -> [ColumnValue] {
    let texts = [
      content.title ?? "", content.body?.text ?? "", content.authors.joined(separator: "\n"),
    ]
    var columns: [ColumnValue] = []
    for text in texts { columns.append(.textBytes(SearchFold.indexedBytes(text, &stems))) }
    return columns
  }

  /// The same of a content by itself.
  static func columns(_ content: Content) -> [ColumnValue] {
    var stems = KnownStems()
    return columns(content, &stems)
  }
}
