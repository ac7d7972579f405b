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
    let record = "the store's own row"
    let statement = try RowStatement(
      db,
      """
      SELECT s.id, (SELECT max(number) FROM revision), s.created,
        (SELECT count(*) FROM poll_state WHERE configured = 1), s.publications, s.versions,
        s.changes, s.chain_length, s.chain_head, o.pending, o.parked
      FROM store s, outbox_count o
      """)
    let summary = try statement.first([]) { row in
      StoreSummary(
        id: StoreID(rawValue: try row.text(0, of: record)),
        revision: Revision(try row.optionalInteger(1, of: record) ?? 0),
        created: Timestamp(seconds: try row.integer(2, of: record)),
        sources: Int(try row.integer(3, of: record)),
        publications: Int(try row.integer(4, of: record)),
        versions: Int(try row.integer(5, of: record)),
        changes: Int(try row.integer(6, of: record)),
        chainLength: try row.integer(7, of: record),
        chainHead: try digest(try row.bytes(8, of: record), of: "the chain's head"),
        pendingAlerts: Int(try row.integer(9, of: record)),
        parkedAlerts: Int(try row.integer(10, of: record)))
    }
    guard let summary else {
      throw StoreTrouble.damaged(record: record, detail: "it is not there")
    }
    return summary
  }

  /// All configured sources, by id, with addresses as they may be shown.
  package func sourceStates() throws -> [SourceState] {
    let sql = """
      SELECT s.id, p.url, p.kind, p.state, p.reason, p.trouble_since, p.last_poll, p.last_success,
        p.next_poll, p.publications, p.failures, p.oddities,
        p.source IN (SELECT source FROM page WHERE reason IS NOT NULL),
        p.source IN (SELECT source FROM page WHERE visited IS NULL), p.moved_to, p.silent_since,
        o.found, o.after, o.documents, o.ended
      FROM poll_state p JOIN source s ON s.n = p.source
      LEFT JOIN older_reading o ON o.source = p.source AND o.ended IS NOT 'closed'
      WHERE p.configured = 1 ORDER BY s.id
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
    var source = SourceState(
      id: SourceID(id), url: ShownAddress.of(try row.text(1, of: record())),
      movedTo: try row.optionalText(14, of: record()).map(ShownAddress.of), kind: kind,
      state: state,
      reason: try row.optionalText(4, of: record()).map(ShownAddress.inText),
      troubleSince: timestamp(try row.optionalInteger(5, of: record())),
      lastPoll: timestamp(try row.optionalInteger(6, of: record())),
      lastSuccess: timestamp(try row.optionalInteger(7, of: record())),
      nextPoll: timestamp(try row.optionalInteger(8, of: record())),
      silentSince: timestamp(try row.optionalInteger(15, of: record())),
      publications: Int(try row.integer(9, of: record())),
      consecutiveFailures: Int(try row.integer(10, of: record())),
      oddities: oddities)
    if let found = timestamp(try row.optionalInteger(16, of: record())) {
      source.gap = SourceGap(
        after: timestamp(try row.optionalInteger(17, of: record())), found: found,
        documents: Int(clamping: try row.integer(18, of: record())),
        ending: try row.optionalText(19, of: record()).flatMap(SourceGap.Ending.init(rawValue:)))
    }
    return source
  }
}
