import BriefModel
import BriefStore
import Foundation
import GRDB

extension DeliveryRows {
  /// Claims alerts that are due: those of a publication one at a time, the oldest first; those of a
  /// batch together, as one.
  func claim(
    _ request: ClaimRequest, store: StoreID, digest: (DigestParts) -> AlertBody
  ) throws -> [ClaimedAlert] {
    // A due time over the longest wait comes from a clock that was set back; a batch's may be a
    // week ahead.
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.*, b.body FROM outbox o JOIN outbox_body b ON b.n = o.n
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
    var claimed: [ClaimedAlert] = []
    for row in rows {
      let batch: String? = try row.optional("batch", of: "an alert")
      if let batch {
        guard batches.insert(batch).inserted else { continue }
        claimed.append(try gathered(batch, store: store, digest: digest))
      } else {
        claimed.append(try single(row))
      }
    }
    let mark = try db.cachedStatement(
      sql: """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1, asked = ?,
          batch = CASE WHEN batch != 'late.' || n THEN batch END
        WHERE n = ?
        """)
    for row in claimed.flatMap(\.rows) { try mark.execute(arguments: [now.seconds, row]) }
    return claimed
  }

  /// All that waits of a batch. Its key is that of its first alert, so that the same ones have the
  /// same key on every attempt.
  private func gathered(
    _ batch: String, store: StoreID, digest: (DigestParts) -> AlertBody
  ) throws -> ClaimedAlert {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.*, b.body FROM outbox o JOIN outbox_body b ON b.n = o.n
          WHERE o.channel = ? AND o.batch = ? AND o.state IN ('pending', 'sending')
            AND o.state = 'pending'
          ORDER BY o.n LIMIT ?
          """), arguments: [channel.rawValue, batch, policy.largestDigest])
    let parts = try rows.map(single)
    guard let first = parts.first else {
      throw StoreTrouble.damaged(record: "batch \(batch)", detail: "it has no alerts")
    }
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

  private func single(_ row: Row) throws -> ClaimedAlert {
    let key: String = try row.value("key", of: "an alert")
    let record = "alert \(key)"
    let publication: Data? = try row.optional("publication", of: record)
    let attempts: Int = try row.value("attempts", of: record)
    return ClaimedAlert(
      rows: [try row.value("n", of: record)],
      alert: OutgoingAlert(
        key: key, channel: channel, rule: try row.value("rule", of: record),
        body: AlertBody(
          type: try row.value("type", of: record), text: try row.value("body", of: record)),
        publication: publication.flatMap { PublicationID($0) },
        created: try row.time("created", of: record), attempt: attempts + 1),
      failures: try row.value("failures", of: record))
  }
}
