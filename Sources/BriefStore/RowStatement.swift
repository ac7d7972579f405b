package import GRDB
import GRDBSQLite

/// What a column takes; `nil` is NULL.
package enum ColumnValue: Sendable {
  case integer(Int64?)
  case text(String?)
  /// Text that is known to be UTF-8.
  case textBytes([UInt8])
  case bytes([UInt8]?)

  package static func integer(_ number: Int) -> ColumnValue { .integer(Int64(number)) }
}

/// A prepared statement that is run by the thousand: its columns are bound and read as they are,
/// without a value of the database library around each.
package struct RowStatement {
  private let db: Database
  private let statement: Statement

  /// Prepared once a connection.
  package init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  /// Binds the columns in their order and runs the statement. It gives no rows.
  package func run(_ columns: [ColumnValue]) throws {
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    try bind(columns, to: pointer)
    let code = sqlite3_step(pointer)
    guard code == SQLITE_DONE else { throw trouble(code) }
  }

  /// Binds the columns and gives each row of the answer, which lives as long as the call.
  ///
  /// - Parameter isEnough: asked before each row.
  package func forEachRow(
    _ columns: [ColumnValue], _ take: (RowColumns) throws -> Void,
    until isEnough: () -> Bool = { false }
  ) throws {
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    try bind(columns, to: pointer)
    while !isEnough() {
      let code = sqlite3_step(pointer)
      guard code != SQLITE_DONE else { return }
      guard code == SQLITE_ROW else { throw trouble(code) }
      try take(RowColumns(pointer: pointer))
    }
  }

  /// The first row of the answer; `nil` when there is none.
  package func first<Value>(
    _ columns: [ColumnValue], _ take: (RowColumns) throws -> Value
  ) throws -> Value? {
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    try bind(columns, to: pointer)
    let code = sqlite3_step(pointer)
    guard code != SQLITE_DONE else { return nil }
    guard code == SQLITE_ROW else { throw trouble(code) }
    return try take(RowColumns(pointer: pointer))
  }

  private func bind(_ columns: [ColumnValue], to pointer: OpaquePointer) throws {
    for (index, column) in columns.enumerated() {
      let code = bind(column, to: pointer, at: CInt(index + 1))
      guard code == SQLITE_OK else { throw trouble(code) }
    }
  }

  private func bind(_ column: ColumnValue, to pointer: OpaquePointer, at index: CInt) -> CInt {
    switch column {
    case .integer(let number?): return sqlite3_bind_int64(pointer, index, number)
    case .text(var text?):
      return text.withUTF8 { bindText($0, to: pointer, at: index) }
    case .textBytes(let bytes):
      return bytes.withUnsafeBufferPointer { bindText($0, to: pointer, at: index) }
    case .bytes(let bytes?):
      return bytes.withUnsafeBufferPointer {
        // An empty array may have no address, which would bind NULL.
        $0.baseAddress.map { address in
          sqlite3_bind_blob64(pointer, index, address, UInt64(bytes.count), Self.copied)
        } ?? sqlite3_bind_zeroblob(pointer, index, 0)
      }
    case .integer(nil), .text(nil), .bytes(nil): return sqlite3_bind_null(pointer, index)
    }
  }

  private func bindText(
    _ bytes: UnsafeBufferPointer<UInt8>, to pointer: OpaquePointer, at index: CInt
  ) -> CInt {
    let length = UInt64(bytes.count)
    guard let address = bytes.baseAddress else {
      return sqlite3_bind_text64(pointer, index, "", 0, Self.copied, UInt8(SQLITE_UTF8))
    }
    return address.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      sqlite3_bind_text64(pointer, index, $0, length, Self.copied, UInt8(SQLITE_UTF8))
    }
  }

  private func trouble(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) },
      sql: statement.sql)
  }

  /// SQLITE_TRANSIENT: the statement keeps a copy of its own.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
