package import BriefModel
package import BriefStore
import GRDB

/// What the schedule decided and must know again after a restart.
struct ScheduleRows {
  let db: Database

  func keep(_ poll: PollRecord, source: Int64) throws {
    if let rhythm = poll.rhythm {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO rhythm VALUES (?, ?)")
        .execute(arguments: [source, rhythm])
    }
    if poll.movesBack || poll.movedTo != nil {
      try db.execute(
        sql: "UPDATE poll_state SET moved_to = ? WHERE source = ?",
        arguments: [poll.movedTo, source])
    }
    for host in poll.hosts { try keep(host) }
  }

  private func keep(_ host: HostRecord) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO host VALUES (?1, ?2, ?3, ?4, 0, 0, 0)
        ON CONFLICT (name) DO UPDATE SET closed_until = ?2, asked = ?3, honoured = ?4
        """
    ).execute(
      arguments: [host.name, host.closedUntil?.seconds, host.asked, host.honoured])
  }
}

/// The plan of a source that changed without a poll of its own.
package struct SourcePlan: Hashable, Sendable {
  package var source: SourceID
  /// The scheduler's own state, JSON.
  package var schedule: String
  package var nextPoll: Timestamp?

  package init(source: SourceID, schedule: String, nextPoll: Timestamp?) {
    self.source = source
    self.schedule = schedule
    self.nextPoll = nextPoll
  }
}

extension StoreWriter {
  package func keepPlans(_ plans: [SourcePlan]) async throws(StoreTrouble) {
    try await write { db in
      for plan in plans {
        try db.cachedStatement(
          sql: """
            UPDATE poll_state SET schedule = ?, next_poll = ?
            WHERE source = (SELECT n FROM source WHERE id = ?)
            """
        ).execute(arguments: [plan.schedule, plan.nextPoll?.seconds, plan.source.rawValue])
      }
    }
  }

  /// Pauses a source, or lets a paused or retired one go on. False when the store knows no such
  /// source.
  ///
  /// - Parameter now: `nil` is when the writer began.
  package func setPaused(
    _ source: SourceID, _ isPaused: Bool, at now: Timestamp? = nil
  ) async throws(StoreTrouble) -> Bool {
    let now = now ?? opened
    return try await write { db in
      let find = "SELECT n FROM source WHERE id = ?"
      guard let row = try Int64.fetchOne(db, sql: find, arguments: [source.rawValue]) else {
        return false
      }
      try db.execute(
        sql: isPaused
          ? "UPDATE poll_state SET state = 'paused', next_poll = NULL WHERE source = ?"
          : """
          UPDATE poll_state SET
            state = CASE WHEN last_poll IS NULL THEN 'never_polled' WHEN failures > 0 THEN 'failing'
              ELSE 'ok' END,
            next_poll = NULL
          WHERE source = ? AND state IN ('paused', 'retired')
          """,
        arguments: [row])
      if db.changesCount > 0 { try SourceRows(db: db).noteSetting(of: row, at: now) }
      return try Bool.fetchOne(
        db, sql: "SELECT configured FROM poll_state WHERE source = ?", arguments: [row]) ?? false
    }
  }

  /// Takes the write lock and gives it back: returns only while the store can be written.
  package func pulse() async throws(StoreTrouble) {
    try await write { _ in }
  }
}
