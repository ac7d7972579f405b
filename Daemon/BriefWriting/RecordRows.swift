import BriefModel
import BriefStore
import Foundation
import GRDB

/// The rows of one revision other than its versions: the same whether a poll is recorded or an
/// export is taken in.
struct RecordRows {
  let db: Database
  let revision: Revision
  /// The source's local row number.
  let source: Int64

  /// The revision's row comes first (others refer to it), with an entry that stands at the end.
  ///
  /// - Parameter document: what its versions were read from; `nil` when it has none.
  func open(_ record: RevisionRecord, entry: BriefModel.Digest, document: DocumentFacts?) throws {
    try RowStatement(db, "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run([
      .integer(revision.number), .text(record.origin), .integer(record.sequence),
      .integer(record.time.seconds), .integer(source), .bytes(entry.bytes),
      .bytes(document?.rawDigest.bytes), .text(document?.facts),
    ])
  }

  func insert(_ change: ChangeRecord, publication: Int64, at time: Timestamp) throws {
    try RowStatement(db, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run([
      .integer(revision.number), .integer(change.ordinal), .text(change.kind.rawValue),
      .integer(publication), .integer(change.version), .integer(change.isSilent.map { $0 ? 1 : 0 }),
      .text(change.withdrawal?.rawValue), .bytes(try DifferencesAtRest.fold(change.differences)),
    ])
    // The head of a new publication says so already.
    guard change.kind != .added else { return }
    try HeadRows(db: db).touch(publication: publication, revision: revision, time: time)
  }

  func insert(_ alias: Alias) throws {
    try db.execute(
      sql: """
        INSERT INTO alias (source, kind, identity, publication, revision)
        SELECT ?, ?, ?, n, ? FROM publication WHERE id = ?
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
    try RowStatement(db, "UPDATE revision SET entry = ? WHERE number = ?").run([
      .bytes(entry.bytes), .integer(revision.number),
    ])
    try RowStatement(
      db,
      """
      UPDATE store SET chain_length = chain_length + 1, chain_head = ?,
        publications = publications + ?, versions = versions + ?, changes = changes + ?
      """
    ).run([
      .bytes(entry.bytes), .integer(record.publications.count), .integer(record.versions.count),
      .integer(record.changes.count),
    ])
  }
}

/// The document that versions were read from.
struct DocumentFacts: Hashable {
  /// SHA-256 of its bytes.
  var rawDigest: BriefModel.Digest
  /// ``HTTPFacts`` as JSON.
  var facts: String
}
