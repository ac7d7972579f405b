import GRDB
import GRDBSQLite

/// The columns of a statement's present row by place, read without the library's conversions, which
/// cost more than the row where there are thousands. Checked as strictly: a flipped bit may make a
/// number of a text.
struct StatementColumns {
  private let statement: OpaquePointer

  init(_ statement: Statement) { self.statement = statement.sqliteStatement }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` unless the column is text.
  func text(_ place: Int32, of record: @autoclosure () -> String) throws(StoreTrouble) -> String {
    guard let text = try optionalText(place, of: record()) else {
      throw .damaged(record: record(), detail: "a column cannot be read")
    }
    return text
  }

  /// `nil` where the column is empty; throws where it holds something of another type.
  func optionalText(
    _ place: Int32, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> String? {
    switch sqlite3_column_type(statement, place) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(statement, place) else { return nil }
      let bytes = UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, place)))
      return String(decoding: bytes, as: UTF8.self)
    default: throw .damaged(record: record(), detail: "a column cannot be read")
    }
  }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` unless the column is a whole number.
  func integer(_ place: Int32, of record: @autoclosure () -> String) throws(StoreTrouble) -> Int64 {
    guard let number = try optionalInteger(place, of: record()) else {
      throw .damaged(record: record(), detail: "a column cannot be read")
    }
    return number
  }

  /// `nil` where the column is empty; throws where it holds something of another type.
  func optionalInteger(
    _ place: Int32, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Int64? {
    switch sqlite3_column_type(statement, place) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, place)
    default: throw .damaged(record: record(), detail: "a column cannot be read")
    }
  }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` unless the column is a blob.
  func bytes(_ place: Int32, of record: @autoclosure () -> String) throws(StoreTrouble) -> [UInt8] {
    guard sqlite3_column_type(statement, place) == SQLITE_BLOB else {
      throw .damaged(record: record(), detail: "a column cannot be read")
    }
    let count = Int(sqlite3_column_bytes(statement, place))
    return [UInt8](
      UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, place), count: count))
  }
}
