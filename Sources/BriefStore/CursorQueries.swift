package import BriefModel
import GRDB

/// Where the store stands.
extension StoreSnapshot {
  package func storeID() throws -> StoreID {
    let record = "the store's own row"
    let found = try RowStatement(db, "SELECT id FROM store").first([]) {
      try $0.text(0, of: record)
    }
    guard let id = found else {
      throw StoreTrouble.damaged(record: record, detail: "it is not there")
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
    let number = try RowStatement(db, sql).first([.integer(moment?.seconds ?? Int64.max)]) {
      try $0.integer(0, of: "a revision")
    }
    return Revision(number ?? 0)
  }
}
