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

  func insert(_ content: Content, version: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (rowid, title, text, authors) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [version] + columns(content))
  }

  /// The index keeps no text, so it has to be told which words to forget
  /// (sqlite.org/fts5.html, "The 'delete' command").
  func remove(_ content: Content, version: Int64) throws {
    let statement = try db.cachedStatement(
      sql:
        "INSERT INTO \(table) (\(table), rowid, title, text, authors) VALUES ('delete', ?, ?, ?, ?)"
    )
    try statement.execute(arguments: [version] + columns(content))
  }

  private func columns(_ content: Content) -> StatementArguments {
    [
      SearchFold.indexed(content.title ?? ""), SearchFold.indexed(content.body?.text ?? ""),
      SearchFold.indexed(content.authors.joined(separator: "\n")),
    ]
  }
}
