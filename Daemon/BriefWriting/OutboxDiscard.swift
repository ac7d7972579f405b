package import BriefModel
package import BriefStore
import GRDB

/// What sending a channel's alerts elsewhere came to.
package struct Rerouting: Hashable, Sendable {
  /// Alerts that are due on the other channel now.
  package var moved = 0
  /// Those that the other channel was owed itself: discarded, so that it is told once.
  package var discarded = 0

  package init() {}
}

extension StoreWriter {
  /// Alerts of a channel that wait or were given up.
  package func undelivered(of channel: ChannelID) async throws(StoreTrouble) -> Int {
    try await read { snapshot in
      try Int.fetchOne(
        snapshot.db, sql: "SELECT count(*) FROM outbox WHERE \(Self.undelivered)",
        arguments: ["channel": channel.rawValue]) ?? 0
    }
  }

  /// Takes a channel's alerts that wait or were given up out of the outbox and keeps a record of each;
  /// returns how many. What is on its way stays.
  ///
  /// - Parameter isGone: the configuration does not have the channel: what is known of how it fares
  ///   is forgotten.
  package func discard(
    _ channel: ChannelID, isGone: Bool, at now: Timestamp
  ) async throws(StoreTrouble) -> Int {
    try await write { db in
      let count = try Self.discard(
        db, where: Self.undelivered, arguments: ["channel": channel.rawValue], at: now)
      if isGone { try Self.forget(db, channel) }
      return count
    }
  }

  /// Makes a channel's alerts that wait or were given up due on another one, under the keys that they
  /// have, with all their patience before them. A digest keeps its time; a wait for the other receiver
  /// is over.
  package func reroute(
    _ channel: ChannelID, to other: ChannelID, isGone: Bool, at now: Timestamp
  ) async throws(StoreTrouble) -> Rerouting {
    try await write { db in
      var rerouting = Rerouting()
      // A key ends with its channel.
      rerouting.discarded = try Self.discard(
        db,
        where: """
          \(Self.undelivered) AND EXISTS (SELECT 1 FROM outbox t
            WHERE t.key = substr(outbox.key, 1, length(outbox.key) - length(:channel)) || :other)
          """, arguments: ["channel": channel.rawValue, "other": other.rawValue], at: now)
      let parked =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM outbox WHERE state = 'parked' AND channel = ?",
          arguments: [channel.rawValue]) ?? 0
      try db.execute(
        sql: """
          UPDATE outbox SET channel = :other, state = 'pending', finished = NULL, failures = 0,
            waited = 0, due = CASE
              WHEN state = 'parked' OR batch IS NULL OR batch = 'late.' || n THEN :now ELSE due END,
            channel_waited = coalesce((SELECT waited FROM channel_state WHERE channel = :other), 0)
          WHERE \(Self.undelivered)
          """,
        arguments: [
          "channel": channel.rawValue, "other": other.rawValue, "now": now.seconds,
        ])
      rerouting.moved = db.changesCount
      try OutboxCounts(db: db).add(pending: parked, parked: -parked)
      if isGone { try Self.forget(db, channel) }
      return rerouting
    }
  }

  /// Forgets channels that are off, that the configuration does not have and that nothing waits for.
  package func forgetChannels(but known: Set<ChannelID>) async throws(StoreTrouble) {
    try await write { db in
      let off = try String.fetchAll(
        db,
        sql: """
          SELECT channel FROM channel_state WHERE is_off = 1 AND channel NOT IN
            (SELECT channel FROM outbox WHERE state IN ('pending', 'sending'))
          """)
      for channel in off where !known.contains(ChannelID(channel)) {
        try Self.forget(db, ChannelID(channel))
      }
    }
  }

  private static let undelivered = "channel = :channel AND state IN ('pending', 'parked')"

  private static func discard(
    _ db: Database, where condition: String, arguments: StatementArguments, at now: Timestamp
  ) throws -> Int {
    let counts = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS all_of_them, count(*) FILTER (WHERE state = 'parked') AS parked
        FROM outbox WHERE \(condition)
        """, arguments: arguments)
    let (count, parked): (Int, Int) = (counts?["all_of_them"] ?? 0, counts?["parked"] ?? 0)
    try db.execute(
      sql: """
        INSERT INTO discarded_alert (key, channel, rule, type, publication, created, attempts, due,
          asked, answer, finished)
        SELECT key, channel, rule, type, publication, created, attempts, due, asked, answer,
          \(now.seconds) FROM outbox WHERE \(condition) ORDER BY n
        """, arguments: arguments)
    try db.execute(sql: "DELETE FROM outbox WHERE \(condition)", arguments: arguments)
    try OutboxCounts(db: db).add(pending: parked - count, parked: -parked)
    return count
  }

  private static func forget(_ db: Database, _ channel: ChannelID) throws {
    try db.execute(
      sql: "DELETE FROM channel_state WHERE channel = ?", arguments: [channel.rawValue])
  }
}
