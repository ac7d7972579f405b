import BriefStore
import GRDB
import GRDBSQLite
import Glibc

/// How the write-ahead log stays small while others read.
///
/// SQLite begins the log anew when a commit finds that no reader uses it. Readers at full speed
/// never leave that moment, and the log would grow without end: beyond a size the writer waits for
/// them, briefly (sqlite.org/wal.html, "Avoiding Excessively Large WAL Files").
enum LogPolicy {
  /// Bytes of the log beyond which the writer waits. SQLite's own checkpoints, at 1,000 pages, keep
  /// it at half of that where nobody is in the way.
  static let bound: Int64 = 8 << 20
  /// Milliseconds that are waited for the readers of one old state: several times what a question
  /// takes. There are five states at most, and a commit must not take 50.
  static let patience: CInt = 5
  /// Commits without another attempt after one that a long reader spoiled, so that it slows fewer
  /// than one commit in a hundred.
  static let pause = 200

  static func size(_ location: StoreLocation) -> Int64 {
    var status = stat()
    return stat(location.database + "-wal", &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Brings the whole log into the database and cuts it to nothing; false when a reader was in the
  /// way. Outside of transactions, on the connection that writes.
  static func cut(_ db: Database) throws -> Bool {
    sqlite3_busy_timeout(db.sqliteConnection, patience)
    defer { sqlite3_busy_timeout(db.sqliteConnection, StoreWriter.patience) }
    do {
      _ = try db.checkpoint(.truncate)
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return false
    }
  }
}
