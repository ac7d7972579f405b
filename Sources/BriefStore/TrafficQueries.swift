package import BriefModel
import Foundation
import GRDB

extension StoreSnapshot {
  /// All hosts that were ever asked, the most asked first.
  package func hostTraffic() throws -> [HostTraffic] {
    try readable("SELECT * FROM host ORDER BY requests DESC, name", [], traffic)
  }

  /// How a configured source is polled; `nil` when no such source is configured.
  package func polling(of id: SourceID) throws -> SourcePolling? {
    guard let state = try sourceStates().first(where: { $0.id == id }) else { return nil }
    let record = "source \(id)"
    let sql = """
      SELECT polls, not_modified, bytes, schedule FROM poll_state p JOIN source s ON s.n = p.source
      WHERE s.id = ?
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.rawValue]) else { return nil }
    let schedule: String? = try row.optional("schedule", of: record)
    // What cannot be read is learned again by the next poll.
    let plan = schedule.flatMap { try? StoreJSON.value(StoredPlan.self, $0) }
    let name = PollHost.name(url: state.movedTo ?? state.url, kind: state.kind)
    func host(_ name: String) throws -> HostTraffic? {
      try readable("SELECT * FROM host WHERE name = ?", [name], traffic).first
    }
    let kept = try host(name)
    let recent = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM head h JOIN publication p ON p.n = h.publication
        JOIN source s ON s.n = h.source JOIN poll_state o ON o.source = s.n
        WHERE s.id = ? AND coalesce(h.published, p.first_seen) > o.last_poll - 28 * 86400
        """,
      arguments: [id.rawValue])
    return SourcePolling(
      state: state, reasons: plan?.reasons ?? [], freshFor: plan?.freshFor,
      manners: plan?.manners ?? FeedManners(), lastChange: plan?.lastChange,
      polls: try row.value("polls", of: record),
      notModified: try row.value("not_modified", of: record),
      bytes: try row.value("bytes", of: record), host: name.isEmpty ? nil : kept,
      leadsTo: try plan?.leadsTo.flatMap(host), recent: recent ?? 0,
      warning: try lastWarning(of: id))
  }

  /// The detail of the last poll, when that was good.
  private func lastWarning(of id: SourceID) throws -> String? {
    let record = "the last poll of \(id)"
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT p.detail, p.trouble_since FROM poll p JOIN source s ON s.n = p.source
        WHERE s.id = ? ORDER BY p.time DESC LIMIT 1
        """, arguments: [id.rawValue])
    guard let row, try row.optional("trouble_since", of: record) as Int64? == nil else {
      return nil
    }
    return try (row.optional("detail", of: record) as String?).map(ShownAddress.inText)
  }

  private func traffic(_ row: Row) throws -> HostTraffic {
    let name: String = try row.value("name", of: "a host")
    let record = "host \(name)"
    return HostTraffic(
      host: name, requests: try row.value("requests", of: record),
      notModified: try row.value("not_modified", of: record),
      bytes: try row.value("bytes", of: record),
      waitsHonoured: try row.value("honoured", of: record),
      closedUntil: try row.optionalTime("closed_until", of: record))
  }
}

/// What readers want to know of the scheduler's own state, whose other members are its own.
private struct StoredPlan: Decodable {
  var reasons: [PollReason]?
  var freshFor: Int64?
  var manners: FeedManners?
  var lastChange: Timestamp?
  var leadsTo: String?
}
