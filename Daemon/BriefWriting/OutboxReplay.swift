package import BriefModel
package import BriefStore
import GRDB

/// Which parked alerts to send again.
package enum ReplayChoice: Hashable, Sendable {
  case all
  case channel(ChannelID)
  /// One alert, delivered or parked, by its key.
  case key(String)
}

extension StoreWriter {
  /// Makes alerts due again, with all their patience before them, under the keys that they have.
  /// Returns how many.
  package func replay(_ choice: ReplayChoice, at now: Timestamp) async throws(StoreTrouble) -> Int {
    try await write { db in
      let (condition, value): (String, String) =
        switch choice {
        case .all: ("state = 'parked' AND :value = ''", "")
        case .channel(let channel): ("state = 'parked' AND channel = :value", channel.rawValue)
        case .key(let key): ("state IN ('parked', 'delivered') AND key = :value", key)
        }
      let parked =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM outbox WHERE \(condition) AND state = 'parked'",
          arguments: ["value": value]) ?? 0
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'pending', due = :now, finished = NULL, failures = 0, waited = 0,
            channel_waited = coalesce(
              (SELECT waited FROM channel_state c WHERE c.channel = outbox.channel), 0)
          WHERE \(condition)
          """, arguments: ["now": now.seconds, "value": value])
      let count = db.changesCount
      try OutboxCounts(db: db).add(pending: count, parked: -parked)
      // Whoever asks knows that the receiver is well again: it is asked now.
      try db.execute(
        sql: """
          UPDATE channel_state SET held_at = NULL, held_for = NULL WHERE channel IN
            (SELECT channel FROM outbox WHERE state IN ('pending', 'sending') AND due = :now)
          """, arguments: ["now": now.seconds])
      return count
    }
  }
}
