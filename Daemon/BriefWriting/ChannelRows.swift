import BriefModel
import GRDB

/// How a channel fares: state, updated in place.
extension DeliveryRows {
  /// Records what was learned of the channel; returns how many alerts that parked, because they
  /// have waited for it as long as an alert may.
  func record(_ state: ChannelRecord) throws -> Int {
    switch state {
    case .unchanged:
      return 0
    case .well:
      try db.cachedStatement(
        sql: """
          INSERT INTO channel_state (channel, failures, waited, held_strictly, is_off, last_delivered)
          VALUES (?, 0, 0, 0, 0, ?)
          ON CONFLICT (channel) DO UPDATE SET failures = 0, held_at = NULL, held_for = NULL, since = NULL,
            answer = NULL, is_off = 0, last_delivered = excluded.last_delivered
          """
      ).execute(arguments: [channel.rawValue, now.seconds])
      return 0
    case .held(let seconds, let added, let isStrict, let failures, let answer):
      let seconds = min(max(seconds, 0), policy.longestWait)
      let added = min(max(added, 0), seconds)
      try db.cachedStatement(
        sql: """
          INSERT INTO channel_state
            (channel, failures, waited, held_at, held_for, held_strictly, since, answer, is_off)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
          ON CONFLICT (channel) DO UPDATE SET failures = excluded.failures,
            waited = waited + excluded.waited, held_at = excluded.held_at, held_for = excluded.held_for,
            held_strictly = excluded.held_strictly, since = coalesce(since, excluded.since),
            answer = excluded.answer, is_off = 0
          """
      ).execute(arguments: [
        channel.rawValue, failures, added, now.seconds, seconds, isStrict ? 1 : 0, now.seconds,
        String(answer.prefix(policy.longestAnswer)),
      ])
      return try parkOverdue(answer: answer)
    }
  }

  func set(off reason: String?) throws {
    guard let reason else {
      try db.execute(
        sql: """
          UPDATE channel_state SET is_off = 0, since = NULL, answer = NULL
          WHERE channel = ? AND is_off = 1
          """, arguments: [channel.rawValue])
      return
    }
    try db.execute(
      sql: """
        INSERT INTO channel_state (channel, failures, waited, held_strictly, since, answer, is_off)
        VALUES (?, 0, 0, 0, ?, ?, 1)
        ON CONFLICT (channel) DO UPDATE SET is_off = 1, answer = excluded.answer,
          since = CASE WHEN is_off = 1 THEN since ELSE excluded.since END,
          failures = 0, held_at = NULL, held_for = NULL
        """, arguments: [channel.rawValue, now.seconds, reason])
  }

  private func parkOverdue(answer: String) throws -> Int {
    try db.execute(
      sql: """
        UPDATE outbox SET state = 'parked', finished = ?, answer = ?
        WHERE channel = ? AND state IN ('pending', 'sending') AND state = 'pending'
          AND waited - channel_waited
            + (SELECT waited FROM channel_state c WHERE c.channel = outbox.channel) > ?
        """,
      arguments: [
        now.seconds, String(answer.prefix(policy.longestAnswer)), channel.rawValue, policy.patience,
      ])
    let count = db.changesCount
    try OutboxCounts(db: db).add(pending: -count, parked: count)
    return count
  }
}
