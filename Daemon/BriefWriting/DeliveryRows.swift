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

  /// Records an attempt; true when it parked its alert.
  func record(_ attempt: AttemptRecord) throws -> Bool {
    let answer = attempt.answer.map { String($0.prefix(policy.longestAnswer)) }
    switch attempt.ending {
    case .delivered:
      try finish(attempt.row, state: "delivered", answer: answer)
      try OutboxCounts(db: db).add(pending: -db.changesCount)
    case .parked:
      return try park(attempt.row, answer: answer)
    case .interrupted:
      try db.cachedStatement(
        sql: "UPDATE outbox SET state = 'pending', due = ? WHERE n = ? AND state = 'sending'"
      ).execute(arguments: [now.seconds, attempt.row])
    case .retry(let wait, let isChannelsFault):
      let wait = min(max(wait, 0), policy.longestWait)
      if !isChannelsFault, try waited(attempt.row) + wait > policy.patience {
        return try park(attempt.row, answer: answer)
      }
      try db.cachedStatement(
        sql: """
          UPDATE outbox SET state = 'pending', due = ?, waited = waited + ?, failures = failures + ?,
            answer = ?
          WHERE n = ? AND state = 'sending'
          """
      ).execute(arguments: [
        now.advanced(by: wait).seconds, isChannelsFault ? 0 : wait, isChannelsFault ? 0 : 1, answer,
        attempt.row,
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

  /// Claims alerts that are due: those of a publication one at a time, the oldest first.
  func claim(_ request: ClaimRequest) throws -> [ClaimedAlert] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.n, o.key, o.rule, o.type, o.publication, o.created, o.attempts, o.failures, b.body
        FROM outbox o JOIN outbox_body b ON b.n = o.n
        WHERE o.channel = :channel AND o.state IN ('pending', 'sending') AND o.state = 'pending'
          AND (o.due <= :now OR o.due > :horizon) AND (o.attempts = 0 OR :all)
          AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.state IN ('pending', 'sending')
            AND e.channel = o.channel AND e.publication = o.publication AND e.n < o.n)
        ORDER BY o.due, o.n LIMIT :limit
        """)
    let rows = try Row.fetchAll(
      statement,
      arguments: [
        "channel": channel.rawValue, "now": now.seconds,
        "horizon": now.advanced(by: policy.longestWait).seconds, "all": !request.freshOnly,
        "limit": request.limit,
      ])
    let mark = try db.cachedStatement(
      sql: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, asked = ? WHERE n = ?")
    return try rows.map { row in
      let claimed = try claimed(row)
      try mark.execute(arguments: [now.seconds, claimed.row])
      return claimed
    }
  }

  private func claimed(_ row: Row) throws -> ClaimedAlert {
    let key: String = try row.value("key", of: "an alert")
    let record = "alert \(key)"
    let publication: Data? = try row.optional("publication", of: record)
    let attempts: Int = try row.value("attempts", of: record)
    return ClaimedAlert(
      row: try row.value("n", of: record),
      alert: OutgoingAlert(
        key: key, channel: channel, rule: try row.value("rule", of: record),
        body: AlertBody(
          type: try row.value("type", of: record), text: try row.value("body", of: record)),
        publication: publication.flatMap { PublicationID($0) },
        created: try row.time("created", of: record), attempt: attempts + 1),
      failures: try row.value("failures", of: record))
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
