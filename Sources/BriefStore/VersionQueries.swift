package import BriefModel
import Foundation
import GRDB

extension StoreSnapshot {
  /// The content of a version; throws ``StoreTrouble/damaged(record:detail:)`` when it was pruned,
  /// too.
  package func content(publication row: Int64, number: Int) throws -> Content {
    if case .kept(let content) = try keptContent(publication: row, number: number) {
      return content
    }
    throw StoreTrouble.damaged(record: "version \(number)", detail: "its content was pruned")
  }

  /// The content of a version, or what a pruning left of it.
  ///
  /// An old version is kept against its successor, so reading it unfolds all up to the next whole
  /// one (at most
  /// ``ContentAtRest/run``). Throws ``StoreTrouble/damaged(record:detail:)``.
  package func keptContent(publication row: Int64, number: Int) throws -> KeptContent {
    do {
      switch try storedContent(publication: row, number: number) {
      case .pruned(let digest): return .pruned(digest)
      case .encoded(let bytes):
        if let content = ContentCodec.decode(bytes) { return .kept(content) }
      }
    } catch StoreTrouble.damaged(_, let detail) {
      throw StoreTrouble.damaged(
        record: versionName(number, publication: row), detail: detail)
    }
    throw StoreTrouble.damaged(
      record: versionName(number, publication: row), detail: "its content cannot be decoded")
  }

  /// `version 3 of 26dc…`, as far as the publication's row can be read.
  private func versionName(_ number: Int, publication row: Int64) -> String {
    let id = (try? publicationID(row: row)) ?? nil
    return "version \(number)" + (id.map { " of \($0)" } ?? "")
  }

  /// All versions of a publication, oldest first.
  package func versions(of publication: PublicationID) throws -> [Version] {
    let sql = Self.versionRows + " WHERE p.id = ? ORDER BY v.number"
    return try readable(sql, [Data(publication.bytes)], version)
  }

  /// One version; `nil` when there is none of this number.
  package func version(_ number: Int, of publication: PublicationID) throws -> Version? {
    let sql = Self.versionRows + " WHERE p.id = ? AND v.number = ?"
    return try Row.fetchOne(
      db.cachedStatement(sql: sql), arguments: [Data(publication.bytes), number]
    ).map(version)
  }

  /// Whether a content is the one that a version was recorded with: its id is the SHA-256 of it.
  package func isRecorded(
    _ content: Content, as number: Int, publication: Int64
  ) throws -> Bool {
    let record = "version \(number)"
    let id = try RowStatement(
      db, "SELECT id FROM version WHERE publication = ? AND number = ?"
    ).first([.integer(publication), .integer(Int64(number))]) { try $0.bytes(0, of: record) }
    return id == Fingerprint.version(content).digest.bytes
  }

  /// The link of the version `v` of the publication `p`, in SQL: kept once where it is the identity.
  package static var versionLink: String { "iif(v.link = '', p.identity, v.link)" }

  private static var versionRows: String {
    """
    SELECT v.*, \(versionLink) AS said_link, coalesce(v.raw_digest, r.raw_digest) AS document,
      r.time, c.differences, c.silent
    FROM version v
    JOIN publication p ON p.n = v.publication
    JOIN revision r ON r.number = v.revision
    LEFT JOIN change c ON c.revision = v.revision AND c.publication = v.publication
      AND c.version = v.number AND c.kind = 'revised'
    """
  }

  private func version(_ row: Row) throws -> Version {
    let number: Int = try row.value("number", of: "a version")
    let record = "version \(number)"
    let differences: Data? = try row.optional("differences", of: record)
    let kept = try keptContent(
      publication: try row.value("publication", of: record), number: number)
    let id = VersionID(try digest(try row.bytes("id", of: record), of: record))
    // A text that is shown, cited or compared is the one that was recorded, or it is none.
    if case .kept(let content) = kept, Fingerprint.version(content) != id {
      throw StoreTrouble.damaged(
        record: versionName(number, publication: try row.value("publication", of: record)),
        detail: "its content is not the one that was recorded")
    }
    return Version(
      number: number,
      id: id,
      revision: Revision(try row.value("revision", of: record)),
      firstSeen: try row.time("time", of: record),
      updated: try row.optionalTime("updated", of: record),
      link: try row.optional("said_link", of: record),
      rawDigest: try digest(try row.bytes("document", of: record), of: record),
      content: kept.content,
      differences: try differences.map {
        try DifferencesAtRest.differences([UInt8]($0), of: record)
      } ?? [],
      // A revision of no difference is an upgrade of the text, and no edit.
      isSilent: differences?.isEmpty == true ? nil : try row.optional("silent", of: record),
      isPruned: kept.isPruned)
  }
}
