package import BriefModel
import Foundation
package import GRDB

/// Columns read so that a damaged row is an error with the record's name: a flipped bit may make a
/// number of a text, and a conversion that is taken for granted ends the process.
extension Row {
  /// Throws ``StoreTrouble/damaged(record:detail:)`` unless the column has a value of this type.
  package func value<Value: DatabaseValueConvertible>(
    _ column: String, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Value {
    let stored: DatabaseValue = self[column] ?? .null
    guard let value = Value.fromDatabaseValue(stored) else {
      throw .damaged(record: record(), detail: "its \(column) cannot be read")
    }
    return value
  }

  /// `nil` where the column is empty; throws where it holds something of another type.
  package func optional<Value: DatabaseValueConvertible>(
    _ column: String, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Value? {
    let stored: DatabaseValue = self[column] ?? .null
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw .damaged(record: record(), detail: "its \(column) cannot be read")
    }
    return value
  }

  /// The column at a place of the query's own list, counted from 0.
  package func value<Value: DatabaseValueConvertible>(
    at place: Int, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Value {
    let stored: DatabaseValue = self[place]
    guard let value = Value.fromDatabaseValue(stored) else {
      throw .damaged(record: record(), detail: "a column cannot be read")
    }
    return value
  }

  package func optional<Value: DatabaseValueConvertible>(
    at place: Int, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Value? {
    let stored: DatabaseValue = self[place]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw .damaged(record: record(), detail: "a column cannot be read")
    }
    return value
  }

  package func bytes(_ column: String, of record: @autoclosure () -> String) throws(StoreTrouble)
    -> [UInt8]
  {
    let stored: Data = try value(column, of: record())
    return [UInt8](stored)
  }

  package func time(_ column: String, of record: @autoclosure () -> String) throws(StoreTrouble)
    -> Timestamp
  {
    Timestamp(seconds: try value(column, of: record()))
  }

  package func optionalTime(
    _ column: String, of record: @autoclosure () -> String
  ) throws(StoreTrouble) -> Timestamp? {
    let seconds: Int64? = try optional(column, of: record())
    return seconds.map(Timestamp.init(seconds:))
  }
}

/// What could not be read while the rest was: a damaged record never hides the others.
package final class DamageLog {
  package private(set) var troubles: [StoreTrouble] = []
  /// Beyond so many one learns nothing new; `verify` names them all.
  private static let kept = 100

  package init() {}

  package func note(_ trouble: StoreTrouble) {
    if troubles.count < Self.kept, !troubles.contains(trouble) { troubles.append(trouble) }
  }
}

extension StoreSnapshot {
  /// The values of all rows that can be read; the others are noted in ``damage``.
  func readable<Value>(
    _ sql: String, _ arguments: StatementArguments, _ value: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    return try readable(rows, value)
  }

  /// The same for thousands of rows, their columns by place.
  func readable<Value>(
    columnsOf sql: String, _ arguments: StatementArguments,
    _ value: (RowColumns) throws -> Value
  ) throws -> [Value] {
    let statement = try db.cachedStatement(sql: sql)
    let columns = RowColumns(statement)
    return try readable(try Row.fetchCursor(statement, arguments: arguments)) { _ in
      try value(columns)
    }
  }

  private func readable<Value>(
    _ rows: RowCursor, _ value: (Row) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    do {
      while let row = try rows.next() {
        do {
          values.append(try value(row))
        } catch let trouble as StoreTrouble {
          damage.note(trouble)
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // A page of the table is gone: what stands before it was read.
      damage.note(.damaged(record: "a page of the store", detail: error.message ?? "corrupt"))
    }
    return values
  }
}
