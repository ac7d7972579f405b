import BriefModel
import BriefStore
import GRDB

/// Words that wait to be put into the search index until the rows of their versions are written.
///
/// FTS5 of SQLite 3.40 writes what it holds in memory into the file at each savepoint, and SQLite
/// makes one around most statements that could fail halfway. Between other rows, every version's
/// words would become a segment of their own that has to be merged; one behind the other, thousands
/// share one.
final class PendingSearchRows {
  private var rows: [(version: Int64, columns: [ColumnValue])] = []
  private var bytes = 0
  private var stems = KnownStems()
  /// Bytes of words that wait at most before they are written between two polls, and so become a
  /// segment: FTS5 holds about as many (`hashsize`, ``Schema/searchTable(_:)``).
  private static let limit = 4 << 20

  func add(_ content: Content, version: Int64) {
    let columns = SearchRows.columns(content, &stems)
    for case .textBytes(let text) in columns { bytes += text.count }
    rows.append((version, columns))
  }

  /// How many wait.
  var count: Int { rows.count }

  /// Drops what was added since `count` was this: the rows of its versions were rolled back.
  func drop(from count: Int) { rows.removeSubrange(min(count, rows.count)...) }

  /// To be called outside of the savepoint of a poll, with which the rows of others would be rolled
  /// back.
  func writeIfMany(to db: Database) throws {
    if bytes > Self.limit { try write(to: db) }
  }

  func write(to db: Database) throws {
    let index = SearchRows(db: db)
    for row in rows { try index.insert(row.columns, version: row.version) }
    rows.removeAll(keepingCapacity: true)
    bytes = 0
  }
}
