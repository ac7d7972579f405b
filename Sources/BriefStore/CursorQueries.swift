package import BriefModel
import GRDB

/// Where the store stands.
extension StoreSnapshot {
  package func storeID() throws -> StoreID {
    guard let id = try String.fetchOne(db, sql: "SELECT id FROM store") else {
      throw StoreTrouble.damaged(record: "the store's own row", detail: "it is not there")
    }
    return StoreID(rawValue: id)
  }

  /// The last revision at or before a moment; ``Revision/none`` when nothing was recorded by then.
  ///
  /// Times never run backwards along the chain, so the last of a time is found by its index.
  package func lastRevision(asOf moment: Timestamp? = nil) throws -> Revision {
    let sql = """
      SELECT number FROM revision WHERE time <= ? ORDER BY time DESC, number DESC LIMIT 1
      """
    let statement = try db.cachedStatement(sql: sql)
    let number = try Int64.fetchOne(statement, arguments: [moment?.seconds ?? Int64.max])
    return Revision(number ?? 0)
  }
}
