import BriefModel
import BriefStore
import Foundation
import GRDB

/// The rows of one revision other than its versions: the same whether a poll is recorded or an export
/// is taken in.
struct RecordRows {
  let db: Database
  let revision: Revision
  /// The source's local row number.
  let source: Int64

  /// The revision's row comes first (others refer to it), with an entry that stands at the end.
  ///
  /// - Parameter document: what its versions were read from; `nil` when it has none.
  func open(_ record: RevisionRecord, entry: BriefModel.Digest, document: DocumentFacts?) throws {
    try db.execute(
      sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        revision.number, record.origin, record.sequence, record.time.seconds, source,
        Data(entry.bytes), document.map { Data($0.rawDigest.bytes) }, document?.facts,
      ])
  }

  func insert(_ change: ChangeRecord, publication: Int64, at time: Timestamp) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      revision.number, change.ordinal, change.kind.rawValue, publication, change.version,
      change.isSilent,
      change.withdrawal?.rawValue, change.differences,
    ])
    try HeadRows(db: db).touch(publication: publication, revision: revision, time: time)
  }

  func insert(_ alias: Alias) throws {
    try db.execute(
      sql: """
        INSERT INTO alias SELECT ?, ?, ?, n, ? FROM publication WHERE id = ?
        """,
      arguments: [
        source, alias.identity.kind.rawValue, alias.identity.value, revision.number,
        Data(alias.publication.bytes),
      ])
  }

  func insert(_ coverage: CoverageRecord) throws {
    try db.execute(
      sql: "INSERT INTO coverage VALUES (?, ?, ?, ?)",
      arguments: [revision.number, source, coverage.first.seconds, coverage.last.seconds])
  }

  /// Closes the revision into the chain.
  func close(_ record: RevisionRecord, entry: BriefModel.Digest) throws {
    let entry = Data(entry.bytes)
    try db.execute(
      sql: "UPDATE revision SET entry = ? WHERE number = ?", arguments: [entry, revision.number])
    try db.execute(
      sql: """
        UPDATE store SET chain_length = chain_length + 1, chain_head = ?,
          publications = publications + ?, versions = versions + ?, changes = changes + ?
        """,
      arguments: [entry, record.publications.count, record.versions.count, record.changes.count])
  }
}

/// The document that versions were read from.
struct DocumentFacts: Hashable {
  /// SHA-256 of its bytes.
  var rawDigest: BriefModel.Digest
  /// ``HTTPFacts`` as JSON.
  var facts: String
}
