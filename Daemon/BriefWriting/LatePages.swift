import BriefModel
import BriefStore
import Foundation
import GRDB

/// Publications that were recorded by their feed's own text, since their page could not be had.
struct LatePages {
  let db: Database
  let policy: AlertPolicy

  /// What a publication said before the version that its page made; `nil` unless that page is the first
  /// one of a publication that was seen lately and was new then.
  ///
  /// - Parameter published: by the publisher.
  func earlier(_ change: Change, published: Timestamp?) throws -> ChangeDetails.Earlier? {
    let sql = """
      SELECT p.n, p.first_seen FROM publication p
      JOIN version old ON old.publication = p.n AND old.number = ?2 - 1
      JOIN version new ON new.publication = p.n AND new.number = ?2
      WHERE p.id = ?1 AND old.raw_digest IS NULL AND new.raw_digest IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM version v
          WHERE v.publication = p.n AND v.number < ?2 AND v.raw_digest IS NOT NULL)
      """
    let arguments: StatementArguments = [Data(change.publication.id.bytes), change.version]
    guard
      let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    else { return nil }
    let record = "a publication"
    let seen = Timestamp(seconds: try row.value("first_seen", of: record))
    guard seen.advanced(by: policy.completedWithin) >= change.time,
      published.map({ $0.advanced(by: policy.completedWithin) >= seen }) ?? true
    else { return nil }
    let publication: Int64 = try row.value("n", of: record)
    let snapshot = StoreSnapshot(db: db)
    return ChangeDetails.Earlier(
      topics: try snapshot.topics(publication: publication, version: change.version - 1),
      text: try snapshot.said(publication: publication, version: change.version - 1).text)
  }
}
