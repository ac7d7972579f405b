package import BriefModel
import Foundation
import GRDB

/// A source with the times for which it is known to be complete.
package struct SourceCoverage: Hashable, Sendable {
  package var source: SourceID
  /// Ended by a gap, the oldest first.
  package var sealed: [CoverageRecord]
  /// The one that goes on; `nil` when no whole document came yet.
  package var open: CoverageRecord?
}

extension StoreSnapshot {
  /// By id; of one source, or of all that are configured.
  package func coverage(of source: SourceID?) throws -> [SourceCoverage] {
    let sql = """
      SELECT s.n, s.id, t.covered_since, t.last_success FROM poll_state t
      JOIN source s ON s.n = t.source
      WHERE \(source == nil ? "t.configured = 1" : "s.id = ?") ORDER BY s.id
      """
    return try readable(sql, source.map { [$0.rawValue] } ?? []) { row in
      let id: String = try row.value("id", of: "a source")
      let record = "the coverage of \(id)"
      let sealed = try readable(
        "SELECT first, last FROM coverage WHERE source = ? ORDER BY first",
        [try row.value("n", of: record) as Int64]
      ) {
        CoverageRecord(
          first: try $0.time("first", of: record), last: try $0.time("last", of: record))
      }
      let since = try row.optionalTime("covered_since", of: record)
      let last = try row.optionalTime("last_success", of: record)
      var open: CoverageRecord?
      if let since, let last { open = CoverageRecord(first: since, last: max(since, last)) }
      return SourceCoverage(source: SourceID(id), sealed: sealed, open: open)
    }
  }
}
