import BriefStore
import GRDB
import GRDBSQLite

/// Keeps the write-ahead log and its index when the last connection closes, so that a reader
/// without write permission can open the store while no daemon runs
/// (sqlite.org/c3ref/c_fcntl_begin_atomic_write.html, SQLITE_FCNTL_PERSIST_WAL).
enum PersistentLog {
  static func keep(_ db: Database) throws {
    var on: CInt = 1
    let code = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &on)
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: "cannot keep the write-ahead log")
    }
  }
}
