import BriefModel
package import GRDB
import GRDBSQLite
import Glibc

/// Opens a store for reading only: never creates, never writes, needs no write permission.
package final class StoreReader: Sendable {
  private let queue: DatabaseQueue
  private let turnstile: StoreTurnstile?
  package let location: StoreLocation

  /// Throws ``StoreTrouble``: missing, foreign, newer, older or inaccessible.
  package init(_ location: StoreLocation) throws(StoreTrouble) {
    self.location = location
    turnstile = StoreTurnstile(location)
    guard access(location.database, F_OK) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .missing(path: location.folder) }
      throw .inaccessible(path: location.folder, detail: Self.refusal(code, location.folder))
    }
    do {
      queue = try DatabaseQueue(path: location.database, configuration: Self.configuration())
      try queue.unsafeRead { try Self.check($0, location) }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// Answers from one snapshot of the store.
  package func read<Answer>(_ body: (StoreSnapshot) throws -> Answer) throws(StoreTrouble) -> Answer
  {
    turnstile?.pass()
    do {
      return try queue.unsafeRead { db in
        // The connection can only read. What else the library does around a transaction takes as
        // long as a small answer.
        try Self.execute("BEGIN", on: db)
        defer { sqlite3_exec(db.sqliteConnection, "ROLLBACK", nil, nil, nil) }
        return try body(StoreSnapshot(db: db))
      }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// Writes a copy of the database as it is at one moment, one plain file without a log.
  package func copy(to path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try queue.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
    }
    try copy.close()
  }

  /// Why the folder cannot be entered: who may, where it is its group.
  private static func refusal(_ code: CInt, _ folder: String) -> String {
    let reason = String(cString: strerror(code))
    var facts = stat()
    guard code == EACCES, stat(folder, &facts) == 0, facts.st_mode & S_IXGRP != 0,
      let group = getgrgid(facts.st_gid), let name = group.pointee.gr_name
    else { return reason }
    return "\(reason); members of the group \(String(cString: name)) may"
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    // What nobody writes needs no watching.
    configuration.foreignKeysEnabled = false
    // A reader waits for a checkpoint that restarts the log, which takes milliseconds.
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      // A store may come from a stranger: its schema must not run functions (trusted_schema), and a
      // file that is cut short while mapped would end the process (mmap_size).
      try execute(
        "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA mmap_size = 0", on: db)
      try TitlePhrases.register(db)
      // The library follows which columns each statement touches, to tell observers of changes. A
      // reader has none, and that takes longer than to prepare the statements.
      sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
    }
    return configuration
  }

  /// Without the library's own statements, which take longer to make than these to run.
  private static func execute(_ sql: String, on db: Database) throws {
    let code = sqlite3_exec(db.sqliteConnection, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }

  /// Throws ``StoreTrouble`` unless the database is a store that this program knows.
  package static func check(_ db: Database, _ location: StoreLocation) throws {
    func number(_ pragma: String) throws -> Int32 {
      try RowStatement(db, "PRAGMA \(pragma)").first([]) {
        Int32(clamping: try $0.integer(0, of: "the store's header"))
      } ?? 0
    }
    guard try number("application_id") == Schema.applicationID else {
      throw StoreTrouble.foreign(path: location.database, detail: "it has no mark of ours")
    }
    let version = try number("user_version")
    if version > Schema.version {
      throw StoreTrouble.newer(path: location.folder, found: version, known: Schema.version)
    }
    if version < Schema.version {
      throw StoreTrouble.older(path: location.folder, found: version, known: Schema.version)
    }
  }
}

/// The store as it is at one moment. All SQL that reads stands in extensions of this type.
package struct StoreSnapshot {
  package let db: Database
  /// What could not be read so far.
  package let damage = DamageLog()
  let dictionaries = KnownDictionaries()

  package init(db: Database) {
    self.db = db
  }
}

extension StoreTrouble {
  /// What a failure of the database means for the store at `location`.
  package init(_ error: any Error, at location: StoreLocation) {
    if let trouble = error as? StoreTrouble {
      self = trouble
      return
    }
    guard let failure = error as? DatabaseError else {
      self = .inaccessible(path: location.folder, detail: String(describing: error))
      return
    }
    let detail = Self.words(of: failure)
    switch failure.resultCode {
    case .SQLITE_NOTADB: self = .foreign(path: location.database, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: location.folder, holder: "another process")
    case .SQLITE_CORRUPT: self = .damaged(record: location.database, detail: detail)
    case .SQLITE_FULL: self = .full(path: location.folder)
    case .SQLITE_READONLY where failure.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
      self = .inaccessible(
        path: location.folder,
        detail: "whoever made it was ended in the middle; start brief-syncd, which makes it anew")
    // What a full disk says while a file grows, beside SQLITE_FULL.
    case .SQLITE_IOERR:
      self = .inaccessible(
        path: location.folder,
        detail: "\(detail); df -h \(location.folder) says whether it is full")
    default: self = .inaccessible(path: location.folder, detail: detail)
    }
  }

  /// What SQLite says of a failure; where it has forgotten that, what its code means.
  package static func words(of failure: DatabaseError) -> String {
    if let message = failure.message, message != "not an error" { return message }
    return String(cString: sqlite3_errstr(failure.extendedResultCode.rawValue))
  }
}
