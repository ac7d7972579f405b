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
      SELECT s.id, p.url, p.kind, p.state, p.reason, p.trouble_since, p.last_poll, p.last_success,
        p.next_poll, p.publications, p.failures, p.oddities,
        p.source IN (SELECT source FROM page WHERE reason IS NOT NULL),
        p.source IN (SELECT source FROM page WHERE visited IS NULL), p.moved_to, p.silent_since
      FROM poll_state p JOIN source s ON s.n = p.source WHERE p.configured = 1 ORDER BY s.id
      """
    return try readable(columnsOf: sql, [], sourceState)
  }

  private func sourceState(_ row: RowColumns) throws -> SourceState {
    let id = try row.text(0, of: "a source")
    func record() -> String { "source \(id)" }
    guard let kind = Source.Kind(rawValue: try row.text(2, of: record())),
      let state = SourceState.State(rawValue: try row.text(3, of: record()))
    else { throw StoreTrouble.damaged(record: record(), detail: "unknown kind or state") }
    var oddities = try StoreJSON.value(
      [SourceOddity].self, try row.text(11, of: record()), of: record())
    if try row.integer(12, of: record()) != 0 { oddities.append(.textsMissing) }
    if try row.integer(13, of: record()) != 0 { oddities.append(.pagesWaiting) }
    return SourceState(
      id: SourceID(id), url: try row.text(1, of: record()),
      movedTo: try row.optionalText(14, of: record()), kind: kind, state: state,
      reason: try row.optionalText(4, of: record()),
      troubleSince: timestamp(try row.optionalInteger(5, of: record())),
      lastPoll: timestamp(try row.optionalInteger(6, of: record())),
      lastSuccess: timestamp(try row.optionalInteger(7, of: record())),
      nextPoll: timestamp(try row.optionalInteger(8, of: record())),
      silentSince: timestamp(try row.optionalInteger(15, of: record())),
      publications: Int(try row.integer(9, of: record())),
      consecutiveFailures: Int(try row.integer(10, of: record())),
      oddities: oddities)
  }
}
