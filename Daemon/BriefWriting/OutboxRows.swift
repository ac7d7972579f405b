import BriefModel
import BriefStore
import Foundation
import GRDB

/// What summaries wait for whose subject is still being read; those of one batch are one message on
/// each channel.
struct AlertHold {
  var batch: String
  /// They wait no longer.
  var until: Timestamp
  /// Of the summaries that it holds back.
  var reason: Alert.SummaryReason
}

/// Puts alerts into the outbox.
struct OutboxRows {
  let db: Database

  /// An alert that is already owed under its key is not owed twice.
  ///
  /// - Parameters:
  ///   - context: its rules say when the alert is due.
  ///   - holds: hold back summaries for their reasons.
  func owe(
    _ alert: Alert, key: String, body: AlertBody, at time: Timestamp, context: RecordingContext,
    heldBy holds: [AlertHold] = []
  ) throws {
    var hold: AlertHold?
    if case .summary(_, let reason, _) = alert.subject {
      hold = holds.first { $0.reason == reason }
    }
    let due = try hold?.until ?? due(alert, at: time, context: context)
    try insert(
      key: key, channel: alert.channel, rule: alert.rule, body: body,
      revision: alert.changes.first?.revision.number ?? 0, publication: alert.publication, at: time,
      due: due,
      batch: hold?.batch ?? due.map { "\(alert.rule).\($0.seconds)" })
  }

  /// Alerts that were held in a batch are due: at once, or when the rule of the first of them says.
  func release(_ batch: String, at time: Timestamp, context: RecordingContext) throws {
    let held = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT channel, rule, min(n) FROM outbox WHERE state = 'pending' AND batch = ?
          GROUP BY channel
          """), arguments: [batch])
    for row in held {
      let channel: String = row["channel"]
      let name: String = row["rule"]
      let rule = context.rules.first { $0.name == name }
      let timing = rule?.timing(for: ChannelID(channel))
      let due = timing?.due(at: time, owedLastHour: 0) {
        context.zoneOffset(timing?.zone ?? "UTC", $0)
      }
      try db.cachedStatement(
        sql: """
          UPDATE outbox SET due = ? WHERE state = 'pending' AND channel = ? AND batch = ?
          """
      ).execute(arguments: [(due ?? time).seconds, channel, batch])
    }
  }

  /// One word is enough: while an earlier one of the same kind waits there is no other.
  func owe(_ notice: ParkingNotice, at time: Timestamp) throws {
    let waits = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM outbox
          WHERE state IN ('pending', 'sending') AND channel = ? AND rule = ? AND type = ?)
        """, arguments: [notice.channel.rawValue, notice.rule, notice.body.type])
    guard waits != true else { return }
    try insert(
      key: notice.key, channel: notice.channel, rule: notice.rule, body: notice.body, revision: 0,
      publication: nil, at: time)
  }

  private func insert(
    key: String, channel: ChannelID, rule: String, body: AlertBody, revision: Int64,
    publication: PublicationID?, at time: Timestamp, due: Timestamp? = nil, batch: String? = nil
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO outbox (key, channel, rule, type, revision, publication, created, state,
          attempts, failures, waited, channel_waited, due, batch)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'pending', 0, 0, 0,
          coalesce((SELECT waited FROM channel_state WHERE channel = ?2), 0), ?8, ?9)
        """)
    try statement.execute(arguments: [
      key, channel.rawValue, rule, body.type, revision, publication.map { Data($0.bytes) },
      time.seconds, (due ?? time).seconds, batch,
    ])
    guard db.changesCount > 0 else { return }
    try db.cachedStatement(sql: "INSERT INTO outbox_body VALUES (?, ?)")
      .execute(arguments: [db.lastInsertedRowID, body.text])
    try OutboxCounts(db: db).add(pending: 1)
  }
}

extension OutboxRows {
  /// `nil` for at once.
  private func due(_ alert: Alert, at time: Timestamp, context: RecordingContext) throws
    -> Timestamp?
  {
    let rule = context.rules.first { $0.name == alert.rule }
    guard let timing = rule?.timing(for: alert.channel) else { return nil }
    let owed = timing.hourlyCap == nil ? 0 : try owedLastHour(alert, at: time)
    return timing.due(at: time, owedLastHour: owed) { context.zoneOffset(timing.zone, $0) }
  }

  private func owedLastHour(_ alert: Alert, at time: Timestamp) throws -> Int {
    // Caps are far below the rows looked at; without the bound a flood would be counted again and
    // again.
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM outbox WHERE n > (SELECT max(n) FROM outbox) - 2000
            AND channel = ? AND rule = ? AND created > ? AND batch IS NULL
          """),
      arguments: [alert.channel.rawValue, alert.rule, time.advanced(by: -3_600).seconds]) ?? 0
  }
}

extension Alert {
  /// The publication whose alerts must keep their order; `nil` for what is about several.
  fileprivate var publication: PublicationID? {
    switch subject {
    case .change(let change): change.publication.id
    case .summary, .source, .deadline: nil
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
