import GRDB
import GRDBSQLite

/// The columns of a row while its statement stands on it, counted from 0, read without the
/// library's conversions, which cost more than the row where there are thousands.
///
/// A column that holds something of another type is damage: a flipped bit may make a number of a
/// text. Each call throws ``StoreTrouble/damaged(record:detail:)`` then.
package struct RowColumns {
  private let pointer: OpaquePointer

  init(pointer: OpaquePointer) { self.pointer = pointer }

  init(_ statement: Statement) { pointer = statement.sqliteStatement }

  package func text(
    _ column: CInt, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> String {
    guard let text = try optionalText(column, of: record()) else { throw damage(column, record()) }
    return text
  }

  /// `nil` where the column is empty.
  package func optionalText(
    _ column: CInt, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> String? {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT:
      guard let address = sqlite3_column_text(pointer, column) else { return nil }
      let length = Int(sqlite3_column_bytes(pointer, column))
      return String(
        decoding: UnsafeBufferPointer(start: address, count: length), as: UTF8.self)
    default: throw damage(column, record())
    }
  }

  package func integer(
    _ column: CInt, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Int64 {
    guard let number = try optionalInteger(column, of: record()) else {
      throw damage(column, record())
    }
    return number
  }

  /// `nil` where the column is empty.
  package func optionalInteger(
    _ column: CInt, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Int64? {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return sqlite3_column_int64(pointer, column)
    default: throw damage(column, record())
    }
  }

  package func bytes(
    _ column: CInt, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> [UInt8] {
    try bytes(column, of: record()) { [UInt8]($0) }
  }

  /// Gives the bytes of a blob, which live as long as the call.
  package func bytes<Value>(
    _ column: CInt, of record: @autoclosure () -> String,
    _ take: (UnsafeRawBufferPointer) -> Value?
  ) throws(StoreTrouble) -> Value {
    guard sqlite3_column_type(pointer, column) == SQLITE_BLOB,
      let value = take(
        UnsafeRawBufferPointer(
          start: sqlite3_column_blob(pointer, column),
          count: Int(sqlite3_column_bytes(pointer, column))))
    else { throw damage(column, record()) }
    return value
  }

  private func damage(_ column: CInt, _ record: String) -> StoreTrouble {
    let name = sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? "column"
    return .damaged(record: record, detail: "its \(name) cannot be read")
  }
}
