package import BriefModel
import Foundation
import GRDB

/// A source with the times for which it is known to be complete.
package struct SourceCoverage: Hashable, Sendable {
  package var source: SourceID
  /// Ended by a gap that is open still, the oldest first.
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
      // Where a gap was closed, the time before it goes on in the one after it.
      var begin: Timestamp?
      let number: Int64 = try row.value("n", of: record)
      let sealed = try readable(
        """
        SELECT c.first, c.last, coalesce(g.closed, 0) AS goes_on FROM coverage c
        LEFT JOIN coverage_gap g ON g.source = c.source AND g.after = c.last
        WHERE c.source = ? ORDER BY c.first
        """, [number]
      ) { part -> CoverageRecord? in
        let first = try begin ?? part.time("first", of: record)
        begin = try part.value("goes_on", of: record) ? first : nil
        return begin == nil
          ? CoverageRecord(first: first, last: try part.time("last", of: record)) : nil
      }
      let since = try row.optionalTime("covered_since", of: record)
      let last = try row.optionalTime("last_success", of: record)
      var open: CoverageRecord?
      if let since, let last {
        open = CoverageRecord(first: begin ?? since, last: max(since, last))
      }
      return SourceCoverage(source: SourceID(id), sealed: sealed.compactMap(\.self), open: open)
    }
  }
}
