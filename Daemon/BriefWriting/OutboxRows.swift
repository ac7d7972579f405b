import BriefModel
import BriefStore
import GRDB

/// Puts alerts into the outbox.
struct OutboxRows {
  let db: Database

  /// An alert that is already owed under its key is not owed twice.
  func owe(_ alert: Alert, key: String, body: AlertBody, at time: Timestamp) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO outbox
          (key, channel, rule, type, revision, body, created, state, attempts, due)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?)
        """)
    try statement.execute(arguments: [
      key, alert.channel.rawValue, alert.rule, body.type, alert.changes.first?.revision.number ?? 0,
      body.text, time.seconds, time.seconds,
    ])
    if db.changesCount > 0 {
      try db.cachedStatement(sql: "UPDATE outbox_count SET pending = pending + 1").execute()
    }
  }
}
