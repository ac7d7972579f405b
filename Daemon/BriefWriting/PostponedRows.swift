import BriefModel
import BriefStore
import GRDB

/// Alerts that are due when their channel may not be told.
///
/// What was never tried becomes one message. What was tried may have arrived, so it keeps its key
/// and goes by itself: its batch is its own, `late.` and its row, until it is claimed.
extension DeliveryRows {
  /// Seconds. An alert that is newer was held against the cap when it was owed.
  private static let justOwed: Int64 = 60

  func postpone(by times: SendingTimes) throws {
    for (rule, timing) in times.timed {
      if let until = times.postponed(timing, at: now) {
        try postpone(rule, until: until)
      } else if timing.digest == nil, let cap = timing.hourlyCap {
        let sent = try sentLastHour(rule)
        guard let until = times.postponed(timing, at: now, sentLastHour: cap) else { continue }
        try postpone(rule, until: until, beyond: max(0, cap - sent))
      }
    }
    guard let others = times.others, let until = times.postponed(others, at: now) else { return }
    let strangers = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT rule FROM outbox
        WHERE channel = ? AND state IN ('pending', 'sending') AND state = 'pending' AND due <= ?
        """, arguments: [channel.rawValue, now.seconds])
    for rule in strangers where !times.rules.contains(rule) { try postpone(rule, until: until) }
  }

  private func postpone(_ rule: String, until: Timestamp) throws {
    try db.cachedStatement(
      sql: """
        UPDATE outbox SET due = :until, batch = \(Self.postponedBatch)
        WHERE channel = :channel AND state IN ('pending', 'sending') AND state = 'pending'
          AND due <= :now AND rule = :rule
        """
    ).execute(arguments: [
      "until": until.seconds, "batch": "\(rule).\(until.seconds)", "channel": channel.rawValue,
      "now": now.seconds, "rule": rule,
    ])
  }

  /// Those that would go as a message of their own, but for the first `room` of them.
  private func postpone(_ rule: String, until: Timestamp, beyond room: Int) throws {
    try db.cachedStatement(
      sql: """
        UPDATE outbox SET due = :until, batch = \(Self.postponedBatch)
        WHERE n IN (SELECT n FROM outbox
          WHERE channel = :channel AND state IN ('pending', 'sending') AND state = 'pending'
            AND due <= :now AND rule = :rule AND created <= :owed
            AND (batch IS NULL OR batch = 'late.' || n)
          ORDER BY due, n LIMIT -1 OFFSET :room)
        """
    ).execute(arguments: [
      "until": until.seconds, "batch": "\(rule).\(until.seconds)", "channel": channel.rawValue,
      "now": now.seconds, "rule": rule, "owed": now.advanced(by: -Self.justOwed).seconds,
      "room": room,
    ])
  }

  private static let postponedBatch = """
    CASE WHEN batch IS NOT NULL THEN batch WHEN attempts = 0 THEN :batch ELSE 'late.' || n END
    """

  private func sentLastHour(_ rule: String) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM outbox
          WHERE state = 'delivered' AND finished > ? AND channel = ? AND rule = ? AND batch IS NULL
          """), arguments: [now.advanced(by: -3_600).seconds, channel.rawValue, rule]) ?? 0
  }
}
