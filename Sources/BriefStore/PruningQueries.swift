import GRDB

extension StoreSnapshot {
  /// Versions whose content was taken out.
  package func prunedVersions() throws -> Int {
    // The sum of the prunings, and not a count over all versions: it costs as much as there were.
    try Int.fetchOne(db, sql: "SELECT coalesce(sum(versions), 0) FROM pruning") ?? 0
  }
}
