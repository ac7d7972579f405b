package import BriefModel
import Foundation
import GRDB

/// A version with all that proves it.
package struct VersionProof: Hashable, Sendable {
  package var record: VersionRecord
  package var revision: Revision
  package var origin: String
  package var sequence: Int64
  package var time: Timestamp
  /// The revision's entry in the chain, and the one before it.
  package var entry: Digest
  package var predecessor: Digest
  /// The bytes whose SHA-256 is the entry.
  package var revisionBytes: [UInt8]
}

extension StoreSnapshot {
  /// What the publisher said around a version's content; `nil` when there is none of this number.
  package func versionFacts(_ number: Int, of publication: PublicationID) throws -> VersionFactsRow?
  {
    let sql = """
      SELECT v.language, v.publisher, v.series, v.correction, v.categories,
        coalesce(v.facts, r.facts) AS facts
      FROM version v JOIN publication p ON p.n = v.publication
      JOIN revision r ON r.number = v.revision WHERE p.id = ? AND v.number = ?
      """
    let record = "version \(number) of \(publication)"
    guard
      let row = try Row.fetchOne(db, sql: sql, arguments: [Data(publication.bytes), number])
    else { return nil }
    return VersionFactsRow(
      language: try row.optional("language", of: record),
      publisher: try row.optional("publisher", of: record),
      series: try row.optional("series", of: record),
      correction: try row.optional("correction", of: record),
      categories: try StoreJSON.value(
        [String].self, try row.value("categories", of: record), of: record),
      facts: try row.value("facts", of: record))
  }

  /// The version's place in the chain; `nil` when the revision or the version is not there.
  package func proof(
    of publication: PublicationID, version: Int, in revision: Revision
  ) throws -> VersionProof? {
    let reading = RevisionReading(snapshot: self, number: revision.number)
    guard let (entry, record) = try reading.read(),
      let found = record.versions.first(where: {
        $0.publication == publication && $0.number == version
      })
    else { return nil }
    let before = try Data.fetchOne(
      db, sql: "SELECT entry FROM revision WHERE number = ?", arguments: [revision.number - 1])
    let predecessor = try before.map {
      try digest([UInt8]($0), of: "revision \(revision.number - 1)")
    }
    return VersionProof(
      record: found, revision: revision, origin: record.origin, sequence: record.sequence,
      time: record.time, entry: entry, predecessor: predecessor ?? .zero,
      revisionBytes: record.canonical(after: predecessor ?? .zero))
  }
}

/// What the publisher said around a version's content, and what HTTP said.
package struct VersionFactsRow: Hashable, Sendable {
  package var language: String?
  package var publisher: String?
  package var series: String?
  package var correction: String?
  package var categories: [String]
  /// ``HTTPFacts`` as JSON, exactly as stored.
  package var facts: String
}
