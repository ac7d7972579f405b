import BriefModel
import BriefStore
import Foundation
import GRDB

extension DeliveryRows {
  /// What can be sent, and what was parked because it cannot.
  struct Claims {
    var alerts: [ClaimedAlert] = []
    var parked = 0
  }

  /// Claims alerts that are due: those of a publication one at a time, the oldest first; those of a
  /// batch together, as one. One whose text is not there is parked, so that its trouble is seen.
  func claim(
    _ request: ClaimRequest, store: StoreID, digest: (DigestParts) -> AlertBody
  ) throws -> Claims {
    // A due time over the longest wait comes from a clock that was set back; a batch's may be a
    // week ahead.
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.*, b.body FROM outbox o LEFT JOIN outbox_body b ON b.n = o.n
        WHERE o.channel = :channel AND o.state IN ('pending', 'sending') AND o.state = 'pending'
          AND (o.due <= :now OR o.due > :horizon AND o.batch IS NULL) AND (o.attempts = 0 OR :all)
          AND (o.batch IS NOT NULL AND o.batch != 'late.' || o.n
            OR NOT EXISTS (SELECT 1 FROM outbox e
              WHERE e.state IN ('pending', 'sending') AND e.channel = o.channel
                AND e.publication = o.publication AND e.n < o.n
                AND (e.batch IS NULL OR e.batch = 'late.' || e.n AND e.due <= :now)))
        ORDER BY o.due, o.n LIMIT :limit
        """)
    let rows = try Row.fetchAll(
      statement,
      arguments: [
        "channel": channel.rawValue, "now": now.seconds,
        "horizon": now.advanced(by: policy.longestWait).seconds, "all": !request.freshOnly,
        "limit": request.limit,
      ])
    var batches: Set<String> = []
    var claims = Claims()
    var lost: [Int64] = []
    for row in rows {
      let batch: String? = try row.optional("batch", of: "an alert")
      if let batch {
        guard batches.insert(batch).inserted else { continue }
        if let alert = try gathered(batch, lost: &lost, store: store, digest: digest) {
          claims.alerts.append(alert)
        }
      } else if let alert = try single(row, lost: &lost) {
        claims.alerts.append(alert)
      }
    }
    let mark = try db.cachedStatement(
      sql: """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1, asked = ?,
          batch = CASE WHEN batch != 'late.' || n THEN batch END
        WHERE n = ?
        """)
    for row in claims.alerts.flatMap(\.rows) + lost {
      try mark.execute(arguments: [now.seconds, row])
    }
    let loss = AttemptRecord(rows: lost, ending: .parked, answer: Self.textIsMissing)
    for row in lost where try record(loss, row: row) { claims.parked += 1 }
    return claims
  }

  static let textIsMissing = "its text is missing in the store: run brief-sync verify --data"

  /// All that waits of a batch. Its key is that of its first alert, so that the same ones have the
  /// same key on every attempt.
  private func gathered(
    _ batch: String, lost: inout [Int64], store: StoreID, digest: (DigestParts) -> AlertBody
  ) throws -> ClaimedAlert? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.*, b.body FROM outbox o LEFT JOIN outbox_body b ON b.n = o.n
          WHERE o.channel = ? AND o.batch = ? AND o.state IN ('pending', 'sending')
            AND o.state = 'pending'
          ORDER BY o.n LIMIT ?
          """), arguments: [channel.rawValue, batch, policy.largestDigest])
    guard !rows.isEmpty else {
      throw StoreTrouble.damaged(record: "batch \(batch)", detail: "it has no alerts")
    }
    let parts = try rows.compactMap { try single($0, lost: &lost) }
    guard let first = parts.first else { return nil }
    guard parts.count > 1 else { return first }
    var gathered = first
    gathered.rows = parts.flatMap(\.rows)
    gathered.alert.key = "\(first.alert.key).digest"
    gathered.alert.publication = nil
    gathered.alert.body = digest(
      DigestParts(
        key: gathered.alert.key, rule: first.alert.rule, store: store,
        bodies: parts.map(\.alert.body)))
    return gathered
  }

  /// `nil` of an alert whose text is not there: it joins the lost ones.
  private func single(_ row: Row, lost: inout [Int64]) throws -> ClaimedAlert? {
    let key: String = try row.value("key", of: "an alert")
    let record = "alert \(key)"
    let publication: Data? = try row.optional("publication", of: record)
    let attempts: Int = try row.value("attempts", of: record)
    let number: Int64 = try row.value("n", of: record)
    guard let body: String = try row.optional("body", of: record) else {
      lost.append(number)
      return nil
    }
    return ClaimedAlert(
      rows: [number],
      alert: OutgoingAlert(
        key: key, channel: channel, rule: try row.value("rule", of: record),
        body: AlertBody(
          type: try row.value("type", of: record), text: body),
        publication: publication.flatMap { PublicationID($0) },
        created: try row.time("created", of: record), attempt: min(attempts, .max - 1) + 1),
      failures: try row.value("failures", of: record))
  }
}
