import BriefStore
import GRDB
import GRDBSQLite
import Glibc

/// How the write-ahead log stays small while others read.
///
/// SQLite begins the log anew when a commit finds that no reader uses it. Readers at full speed
/// never leave that moment, and the log would grow without end: beyond a size the writer waits for
/// them, briefly (sqlite.org/wal.html, "Avoiding Excessively Large WAL Files"); and where they
/// always overlap, beyond a larger one, it lets no reader begin meanwhile (``StoreTurnstile``).
enum LogPolicy {
  /// Bytes of the log beyond which the writer waits. SQLite's own checkpoints, at 1,000 pages, keep
  /// it at half of that where nobody is in the way.
  static let bound: Int64 = 8 << 20
  /// Milliseconds that are waited for the readers of one old state: several times what a question
  /// takes. There are five states at most, and a commit must not take 50.
  static let patience: CInt = 5
  /// Bytes of the log beyond which readers wait until it is cut.
  static let gate: Int64 = 32 << 20
  /// Milliseconds that are waited then: what a question takes at most, beside eight others. Half of
  /// a reader's patience, since the writer must also copy the log.
  static let gatePatience: CInt = 100
  /// Commits without another attempt after one that a long reader spoiled, so that it slows fewer
  /// than one commit in a hundred.
  static let pause = 200

  enum Attempt { case brief, gated }

  /// When the log may be cut again, after attempts that long readers spoiled.
  struct Pause {
    private var commits = 0
    private var gate = LogPolicy.gate

    /// What may be tried after another commit; `nil` when nothing is.
    mutating func attempt(at size: Int64) -> Attempt? {
      commits = max(0, commits - 1)
      guard size > bound else {
        gate = LogPolicy.gate
        return nil
      }
      if size > gate { return .gated }
      guard commits == 0 else { return nil }
      return size > LogPolicy.gate ? .gated : .brief
    }

    mutating func note(isCut: Bool, _ attempt: Attempt, at size: Int64) {
      commits = isCut ? 0 : LogPolicy.pause
      // A reader that stays spoils each attempt, and each slows a commit: the next when the log is twice
      // as large.
      if attempt == .gated { gate = isCut ? LogPolicy.gate : size * 2 }
    }
  }

  static func size(_ location: StoreLocation) -> Int64 {
    var status = stat()
    return stat(location.database + "-wal", &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Brings the whole log into the database and cuts it to nothing; false when a reader was in the
  /// way. Outside of transactions, on the connection that writes.
  static func cut(_ db: Database, patience: CInt) throws -> Bool {
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
