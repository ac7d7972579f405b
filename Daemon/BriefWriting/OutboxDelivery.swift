package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// The outbox as its dispatcher uses it.
///
/// The lease of a claimed alert is the store's own lock: one process dispatches, it remembers what
/// it claimed, and a process that takes the store over releases all claims. No clock takes part in
/// it, so that no clock can make two attempts overlap.
extension StoreWriter {
  /// Makes ready for dispatching: alerts that were on their way when the last daemon ended are due
  /// again under the same key, and due times that a clock set back has left in the future are now.
  package func releaseClaims(at now: Timestamp) async throws(StoreTrouble) {
    try await write { db in
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'pending', due = min(due, :now)
          WHERE state IN ('pending', 'sending') AND state = 'sending'
          """, arguments: ["now": now.seconds])
      try db.execute(
        sql: """
          UPDATE outbox SET due = :now WHERE state IN ('pending', 'sending') AND due > :now
            AND max(created, coalesce(asked, created)) > :now
          """, arguments: ["now": now.seconds])
    }
  }

  /// Records the attempts of a channel and claims its next alerts, in one transaction.
  ///
  /// Alerts about one publication are claimed one after the other, in the order in which they were
  /// owed.
  ///
  /// - Parameters:
  ///   - times: when the channel may be told; `nil` for always.
  ///   - digest: makes one body of several.
  ///   - notice: what to tell, through another channel, of alerts that this step parks.
  package func advanceDelivery(
    of channel: ChannelID, attempts: [AttemptRecord], state: ChannelRecord, claim: ClaimRequest,
    at now: Timestamp, policy: OutboxPolicy = OutboxPolicy(), times: SendingTimes? = nil,
    digest: @escaping @Sendable (DigestParts) -> AlertBody = {
      $0.bodies.first ?? AlertBody(type: "digest", text: "{}")
    },
    notice: @escaping @Sendable (ParkedAlerts) throws -> ParkingNotice? = { _ in nil }
  ) async throws(StoreTrouble) -> DeliveryStep {
    try await write { db in
      let rows = DeliveryRows(db: db, channel: channel, now: now, policy: policy)
      var step = DeliveryStep()
      for attempt in attempts {
        for row in attempt.rows where try rows.record(attempt, row: row) { step.parked += 1 }
      }
      // After the attempts: a hold also parks what has waited long enough, those just tried
      // included.
      step.parked += try rows.record(state)
      if claim.limit > 0 {
        if let times { try rows.postpone(by: times) }
        let claims = try rows.claim(claim, store: self.store, digest: digest)
        step.claimed = claims.alerts
        step.parked += claims.parked
      }
      if step.parked > 0, let parked = try rows.lastParked(count: step.parked),
        let notice = try notice(parked)
      {
        try OutboxRows(db: db).owe(notice, at: now)
      }
      step.nextDue = try rows.nextDue()
      return step
    }
  }

  /// Moves the due times of waiting alerts with a clock that was set. A digest's is a time of day:
  /// it moves only with a clock that was set back, for else it would wait for as long as that was.
  package func clockWasSet(
    from old: Timestamp, to new: Timestamp, of channel: ChannelID
  ) async throws(StoreTrouble) {
    try await write { db in
      try db.execute(
        sql: """
          UPDATE outbox SET due = CASE WHEN due <= :old THEN :new ELSE due - :old + :new END
          WHERE state IN ('pending', 'sending') AND channel = :channel AND due > min(:old, :new)
            AND (batch IS NULL OR :new < :old)
          """,
        arguments: ["old": old.seconds, "new": new.seconds, "channel": channel.rawValue])
    }
  }

  package func memory(
    of channel: ChannelID, at now: Timestamp
  ) async throws(StoreTrouble) -> ChannelMemory {
    try await read { snapshot in
      guard
        let row = try Row.fetchOne(
          snapshot.db,
          sql: """
            SELECT failures, held_at, held_for, held_strictly FROM channel_state WHERE channel = ?
            """,
          arguments: [channel.rawValue])
      else { return ChannelMemory() }
      let record = "the state of channel \(channel)"
      var memory = ChannelMemory(
        failures: try row.value("failures", of: record),
        isStrict: try row.value("held_strictly", of: record))
      // A hold that begins in the future was made before the clock was set back: it is over.
      if let at: Int64 = try row.optional("held_at", of: record),
        let length: Int64 = try row.optional("held_for", of: record), at <= now.seconds
      {
        // A hold is some hours; what is longer was never written by us.
        memory.heldSince = now.seconds.subtractingReportingOverflow(max(at, 0)).partialValue
        memory.heldFor = max(0, max(length, 0) - max(memory.heldSince, 0))
      }
      return memory
    }
  }

  /// Says why a channel is off, or that it is on again (`nil`).
  package func setChannel(
    _ channel: ChannelID, offBecause reason: String?, at now: Timestamp
  ) async throws(StoreTrouble) {
    try await write { db in
      try DeliveryRows(db: db, channel: channel, now: now, policy: OutboxPolicy()).set(off: reason)
    }
  }

  /// Channels for which alerts wait.
  package func channelsOwed() async throws(StoreTrouble) -> [ChannelID] {
    try await read { snapshot in
      try String.fetchAll(
        snapshot.db,
        sql: """
          SELECT DISTINCT channel FROM outbox WHERE state IN ('pending', 'sending') ORDER BY channel
          """
      ).map { ChannelID($0) }
    }
  }

  /// Removes some of the delivered alerts that are older than they are kept; true when there may be
  /// more.
  package func removeDelivered(
    before now: Timestamp, policy: OutboxPolicy = OutboxPolicy()
  ) async throws(StoreTrouble) -> Bool {
    try await write { db in
      try db.execute(
        sql: """
          DELETE FROM outbox WHERE n IN (SELECT n FROM outbox
            WHERE state = 'delivered' AND finished < ? ORDER BY finished LIMIT ?)
          """,
        arguments: [
          now.advanced(by: -policy.keepDelivered).seconds, policy.removedAtOnce,
        ])
      return db.changesCount >= policy.removedAtOnce
    }
  }
}
