package import BriefModel
package import BriefStore
import Foundation
package import GRDB
import Synchronization

/// The only way to change a store. One connection of one process writes and checkpoints; see
/// ARCHITECTURE.md on why that is also what keeps SQLite 3.40's log safe.
package final class StoreWriter: Sendable {
  private let queue: DatabaseQueue
  private let lock: StoreLock
  let place: StorePlaceMark
  /// When the log may be cut again.
  private let pause = Mutex(LogPolicy.Pause())
  package let location: StoreLocation
  package let store: StoreID
  /// When the writer began.
  let opened: Timestamp

  /// Takes the store's lock, makes the store when there is none, and migrates an older one.
  ///
  /// - Parameters:
  ///   - holder: shown to others who want the lock: program and process id.
  ///   - newID: the identity of a store that has to be made.
  package init(
    _ location: StoreLocation, holder: String, newID: StoreID, now: Timestamp
  ) throws(StoreTrouble) {
    self.location = location
    opened = now
    lock = try StoreLock(location, holder: holder)
    // SQLite makes its files with the process's mask; the group reads, nobody else does.
    umask(0o027)
    do {
      try Self.refuseOthers(location)
      queue = try DatabaseQueue(path: location.database, configuration: Self.configuration())
      store = try queue.inDatabase { db in
        try StoreMigration.run(db, location, id: newID, now: now)
        return try StoreSnapshot(db: db).storeID()
      }
      place = StorePlaceMark(location)
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// Throws ``StoreTrouble`` for a file that is not ours, or newer, before anything could be
  /// written to it: a connection that writes sets the file's journal mode.
  private static func refuseOthers(_ location: StoreLocation) throws {
    guard FileManager.default.fileExists(atPath: location.database),
      !UnfinishedStore.isLeft(at: location)
    else { return }
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: location.database, configuration: configuration)
    _ = try queue.inDatabase { try StoreMigration.check($0, location) }
    try queue.close()
  }

  /// Milliseconds that a statement waits for a lock.
  static let patience: CInt = 10_000

  /// KiB of pages in memory: as SQLite has it, and while documents are recorded. A commit of some
  /// hundred of those changes that many pages; with 2 MiB they go into the log in the middle of it,
  /// and again at its end.
  private static let cache = (usual: 2_048, large: 6_144)

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience) / 1000)
    configuration.prepareDatabase { db in
      // FULL: an acknowledged poll survives a power cut, and an alert is owed once. secure_delete, which
      // Debian's library begins with, fills pages with zeros that are given up, as those of each merged
      // segment of the index are, and writes them; where content is taken out on purpose, `prune` sets it.
      try db.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = 0;
          PRAGMA journal_size_limit = 16777216; PRAGMA wal_autocheckpoint = 1000;
          PRAGMA secure_delete = OFF; PRAGMA cache_size = -\(Self.cache.usual)
          """)
      try PersistentLog.keep(db)
    }
    return configuration
  }

  /// Commits polls, each as a whole, in one transaction.
  ///
  /// A poll that cannot be recorded is rolled back alone and carries its trouble in the result; the
  /// others stand. Throws when nothing could be committed: then nothing was.
  ///
  /// - Parameter traffic: what was asked of hosts since the last commit, added to what is kept.
  package func record(
    _ polls: [PollRecord], traffic: [HostTraffic] = [], context: RecordingContext
  ) async throws(StoreTrouble) -> [RecordedPoll] {
    let isLarge = polls.contains { if case .snapshot = $0.observation { true } else { false } }
    let body = { @Sendable (db: Database) throws -> [RecordedPoll] in
      // Pages beyond it are let go at once.
      let cache = isLarge ? Self.cache.large : Self.cache.usual
      try RowStatement(db, "PRAGMA cache_size = -\(cache)").run([])
      let batch = RecordingBatch(
        db: db, store: self.store, location: self.location, context: context)
      let traffic = { try TrafficRows(db: db).add(traffic) }
      if let recorded = try batch.recordTogether(polls, beside: traffic) { return recorded }
      var recorded: [RecordedPoll] = []
      try db.inTransaction {
        try traffic()
        recorded = try batch.record(polls)
        return .commit
      }
      return recorded
    }
    return try await watched {
      try await queue.writeWithoutTransaction { try Self.counted($0, body) }
    }
  }

  private static func now() -> Timestamp { Timestamp(seconds: Int64(time(nil))) }

  /// Runs statements in one transaction on the only connection that writes.
  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Answer
  ) async throws(StoreTrouble) -> Answer {
    try await watched { try await queue.write { try Self.counted($0, body) } }
  }

  /// The answer, and whether a row was changed on the way.
  private static func counted<Answer>(
    _ db: Database, _ body: (Database) throws -> Answer
  ) throws -> (Answer, hasChanged: Bool) {
    let before = db.totalChangesCount
    return (try body(db), db.totalChangesCount != before)
  }

  /// Shows how the disk fares with what is run, and bounds the log after it.
  private func watched<Answer: Sendable>(
    _ run: () async throws -> (Answer, hasChanged: Bool)
  ) async throws(StoreTrouble) -> Answer {
    do {
      let (answer, hasChanged) = try await run()
      // A transaction that changed nothing proves nothing: a full disk takes it.
      if hasChanged { lock.show(nil, at: Self.now()) }
      await boundLog()
      return answer
    } catch {
      if let kind = StoreDistress.Kind(error) { lock.show(kind, at: Self.now()) }
      throw StoreTrouble(error, at: location)
    }
  }

  /// Cuts the log when it has grown beyond its bound; see ``LogPolicy``.
  private func boundLog() async {
    let size = LogPolicy.size(location)
    guard let attempt = pause.withLock({ $0.attempt(at: size) }) else { return }
    let isGated = attempt == .gated
    let patience = isGated ? LogPolicy.gatePatience : LogPolicy.patience
    if isGated { lock.setTurnstile(shut: true) }
    defer { if isGated { lock.setTurnstile(shut: false) } }
    // What was committed stands whether or not the log can be cut.
    let isCut =
      (try? await queue.writeWithoutTransaction { try LogPolicy.cut($0, patience: patience) })
      ?? false
    pause.withLock { $0.note(isCut: isCut, attempt, at: size) }
  }

  /// Reads on the writer's connection: sees what was committed last.
  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (StoreSnapshot) throws -> Answer
  ) async throws(StoreTrouble) -> Answer {
    do {
      return try await queue.read { try body(StoreSnapshot(db: $0)) }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// The same for one statement that every poll asks: `read` sets `query_only`, for which SQLite
  /// prepares all statements of the connection anew.
  func readOften<Answer: Sendable>(
    _ body: @escaping @Sendable (StoreSnapshot) throws -> Answer
  ) async throws(StoreTrouble) -> Answer {
    do {
      return try await queue.writeWithoutTransaction { try body(StoreSnapshot(db: $0)) }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// Writes the file anew without its free pages, and brings that into it.
  func vacuum() async throws(StoreTrouble) {
    do {
      try await queue.vacuum()
      _ = try await queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }

  /// Moves the log into the database and gives its space back, as far as readers let it.
  package func checkpoint() async throws(StoreTrouble) {
    do {
      _ = try await queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
    } catch {
      throw StoreTrouble(error, at: location)
    }
  }
}

extension StoreDistress.Kind {
  /// `nil` for a failure that is not the disk's.
  fileprivate init?(_ error: any Error) {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?: self = .full
    case .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?: self = .readOnly
    case .SQLITE_IOERR?: self = .failing
    case .SQLITE_NOMEM?, .SQLITE_CORRUPT?: self = .other
    default: return nil
    }
  }
}
