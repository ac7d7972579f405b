package import BriefModel
import Foundation
import GRDB

/// Who the store is and how much it holds, from counts that are kept when writing.
package struct StoreSummary: Hashable, Sendable {
  package var id: StoreID
  package var revision: Revision
  package var created: Timestamp
  package var sources: Int
  package var publications: Int
  package var versions: Int
  package var changes: Int
  package var chainLength: Int64
  package var chainHead: Digest
  package var pendingAlerts: Int
  package var parkedAlerts: Int
}

extension StoreSnapshot {
  package func summary() throws -> StoreSummary {
    let sql = """
      SELECT s.*, o.pending, o.parked,
        (SELECT count(*) FROM poll_state WHERE configured = 1) AS sources,
        (SELECT max(number) FROM revision) AS revision
      FROM store s, outbox_count o
      """
    guard let row = try Row.fetchOne(db, sql: sql) else {
      throw StoreTrouble.damaged(record: "the store's own row", detail: "it is not there")
    }
    return StoreSummary(
      id: StoreID(rawValue: row["id"]), revision: Revision(row["revision"] ?? 0),
      created: Timestamp(seconds: row["created"]), sources: row["sources"],
      publications: row["publications"], versions: row["versions"], changes: row["changes"],
      chainLength: row["chain_length"],
      chainHead: try digest([UInt8](row["chain_head"] as Data), of: "the chain's head"),
      pendingAlerts: row["pending"], parkedAlerts: row["parked"])
  }

  /// All configured sources, by id.
  package func sourceStates() throws -> [SourceState] {
    let sql = """
      SELECT s.id, p.* FROM poll_state p JOIN source s ON s.n = p.source
      WHERE p.configured = 1 ORDER BY s.id
      """
    return try Row.fetchAll(db, sql: sql).map(sourceState)
  }

  private func sourceState(_ row: Row) throws -> SourceState {
    guard let kind = Source.Kind(rawValue: row["kind"]),
      let state = SourceState.State(rawValue: row["state"])
    else {
      throw StoreTrouble.damaged(
        record: "source \(row["id"] as String)", detail: "unknown kind or state")
    }
    return SourceState(
      id: SourceID(row["id"]), url: row["url"], kind: kind, state: state, reason: row["reason"],
      troubleSince: timestamp(row["trouble_since"]), lastPoll: timestamp(row["last_poll"]),
      lastSuccess: timestamp(row["last_success"]), nextPoll: timestamp(row["next_poll"]),
      publications: row["publications"], consecutiveFailures: row["failures"],
      oddities: try StoreJSON.value([FeedOddity].self, row["oddities"]))
  }
}
