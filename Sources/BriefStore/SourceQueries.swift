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
    let record = "the store's own row"
    return StoreSummary(
      id: StoreID(rawValue: try row.value("id", of: record)),
      revision: Revision(try row.optional("revision", of: record) ?? 0),
      created: try row.time("created", of: record), sources: try row.value("sources", of: record),
      publications: try row.value("publications", of: record),
      versions: try row.value("versions", of: record),
      changes: try row.value("changes", of: record),
      chainLength: try row.value("chain_length", of: record),
      chainHead: try digest(try row.bytes("chain_head", of: record), of: "the chain's head"),
      pendingAlerts: try row.value("pending", of: record),
      parkedAlerts: try row.value("parked", of: record))
  }

  /// All configured sources, by id.
  package func sourceStates() throws -> [SourceState] {
    let sql = """
      SELECT s.id, p.* FROM poll_state p JOIN source s ON s.n = p.source
      WHERE p.configured = 1 ORDER BY s.id
      """
    return try readable(sql, [], sourceState)
  }

  private func sourceState(_ row: Row) throws -> SourceState {
    let id: String = try row.value("id", of: "a source")
    let record = "source \(id)"
    guard let kind = Source.Kind(rawValue: try row.value("kind", of: record)),
      let state = SourceState.State(rawValue: try row.value("state", of: record))
    else { throw StoreTrouble.damaged(record: record, detail: "unknown kind or state") }
    return SourceState(
      id: SourceID(id), url: try row.value("url", of: record), kind: kind, state: state,
      reason: try row.optional("reason", of: record),
      troubleSince: try row.optionalTime("trouble_since", of: record),
      lastPoll: try row.optionalTime("last_poll", of: record),
      lastSuccess: try row.optionalTime("last_success", of: record),
      nextPoll: try row.optionalTime("next_poll", of: record),
      publications: try row.value("publications", of: record),
      consecutiveFailures: try row.value("failures", of: record),
      oddities: try StoreJSON.value(
        [SourceOddity].self, try row.value("oddities", of: record), of: record))
  }
}
