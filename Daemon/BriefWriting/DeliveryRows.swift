import BriefModel
import BriefStore
import Foundation
import GRDB

/// One channel's rows of the outbox.
struct DeliveryRows {
  let db: Database
  let channel: ChannelID
  let now: Timestamp
  let policy: OutboxPolicy

  /// Records an attempt for one of its rows; true when it parked it.
  func record(_ attempt: AttemptRecord, row: Int64) throws -> Bool {
    let answer = attempt.answer.map { String($0.prefix(policy.longestAnswer)) }
    switch attempt.ending {
    case .delivered:
      try finish(row, state: "delivered", answer: answer)
      try OutboxCounts(db: db).add(pending: -db.changesCount)
    case .parked:
      return try park(row, answer: answer)
    case .interrupted:
      try db.cachedStatement(
        sql: "UPDATE outbox SET state = 'pending', due = ? WHERE n = ? AND state = 'sending'"
      ).execute(arguments: [now.seconds, row])
    case .retry(let wait, let isChannelsFault):
      let wait = min(max(wait, 0), policy.longestWait)
      if !isChannelsFault, try waited(row) > policy.patience - wait {
        return try park(row, answer: answer)
      }
      try db.cachedStatement(
        sql: """
          UPDATE outbox SET state = 'pending', due = ?, waited = waited + ?, failures = failures + ?,
            answer = ?
          WHERE n = ? AND state = 'sending'
          """
      ).execute(arguments: [
        now.advanced(by: wait).seconds, isChannelsFault ? 0 : wait, isChannelsFault ? 0 : 1, answer,
        row,
      ])
    }
    return false
  }

  private func park(_ row: Int64, answer: String?) throws -> Bool {
    try finish(row, state: "parked", answer: answer)
    let count = db.changesCount
    try OutboxCounts(db: db).add(pending: -count, parked: count)
    return count > 0
  }

  private func finish(_ row: Int64, state: String, answer: String?) throws {
    try db.cachedStatement(
      sql: """
        UPDATE outbox SET state = ?, finished = ?, answer = ? WHERE n = ? AND state = 'sending'
        """
    ).execute(arguments: [state, now.seconds, answer, row])
  }

  /// Seconds that an alert has waited, its channel's holds since it was owed included.
  private func waited(_ row: Int64) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT o.waited + coalesce(c.waited, 0) - o.channel_waited
          FROM outbox o LEFT JOIN channel_state c ON c.channel = o.channel WHERE o.n = ?
          """), arguments: [row]) ?? 0
  }

  /// The alerts that were parked just now, without notices of the same kind: nobody is told that a
  /// notice could not be delivered.
  func lastParked(count: Int) throws -> ParkedAlerts? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT key, answer FROM outbox
          WHERE channel = ? AND state = 'parked' AND finished = ? AND type != 'channel'
          ORDER BY n DESC LIMIT 1
          """), arguments: [channel.rawValue, now.seconds])
    return try row.map { row in
      var parked = ParkedAlerts()
      parked.count = count
      parked.key = try row.value("key", of: "a parked alert")
      parked.answer = try row.optional("answer", of: "a parked alert") ?? ""
      return parked
    }
  }

  func nextDue() throws -> Timestamp? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT min(due) FROM outbox
          WHERE channel = ? AND state IN ('pending', 'sending') AND state = 'pending'
          """), arguments: [channel.rawValue]
    ).map(Timestamp.init(seconds:))
  }
}
