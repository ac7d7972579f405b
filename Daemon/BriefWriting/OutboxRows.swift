import BriefModel
import BriefStore
import Foundation
import GRDB

/// Puts alerts into the outbox.
struct OutboxRows {
  let db: Database

  /// An alert that is already owed under its key is not owed twice.
  func owe(_ alert: Alert, key: String, body: AlertBody, at time: Timestamp) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO outbox (key, channel, rule, type, revision, publication, created, state,
          attempts, failures, waited, channel_waited, due)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'pending', 0, 0, 0,
          coalesce((SELECT waited FROM channel_state WHERE channel = ?2), 0), ?7)
        """)
    try statement.execute(arguments: [
      key, alert.channel.rawValue, alert.rule, body.type, alert.changes.first?.revision.number ?? 0,
      alert.publication.map { Data($0.bytes) }, time.seconds,
    ])
    guard db.changesCount > 0 else { return }
    try db.cachedStatement(sql: "INSERT INTO outbox_body VALUES (?, ?)")
      .execute(arguments: [db.lastInsertedRowID, body.text])
    try OutboxCounts(db: db).add(pending: 1)
  }
}

extension Alert {
  /// The publication whose alerts must keep their order; `nil` for what is about several.
  fileprivate var publication: PublicationID? {
    switch subject {
    case .change(let change): change.publication.id
    case .summary: nil
    }
  }
}

/// How many alerts are pending (on their way included) and parked, kept beside the rows so that
/// `status` need not count them.
struct OutboxCounts {
  let db: Database

  func add(pending: Int = 0, parked: Int = 0) throws {
    guard pending != 0 || parked != 0 else { return }
    try db.cachedStatement(
      sql: "UPDATE outbox_count SET pending = pending + ?, parked = parked + ?"
    ).execute(arguments: [pending, parked])
  }
}
