import GRDBSQLite

/// The database library that is in use.
package enum StoreEngine {
  /// `SQLite 3.40.1`.
  package static var name: String { "SQLite " + String(cString: sqlite3_libversion()) }
}
