package import BriefModel
package import BriefStore
import GRDB

/// Entries as their newest versions say them, so that what was read once need not be read again.
extension StoreWriter {
  /// What the newest version of the publication at a canonical link says; `nil` when there is none.
  package func newestEntry(of source: SourceID, link: String) async throws(StoreTrouble) -> Entry? {
    try await read { snapshot in
      let sql = """
        SELECT p.id FROM head h JOIN source s ON s.n = h.source
          JOIN publication p ON p.n = h.publication
        WHERE s.id = ? AND h.canonical_link = ? ORDER BY p.n LIMIT 1
        """
      let id = try RowStatement(snapshot.db, sql).first([.text(source.rawValue), .text(link)]) {
        try $0.bytes(0, of: "a head") { PublicationID($0) }
      }
      return try id.flatMap { try snapshot.newestEntry(of: $0) }
    }
  }

  /// The publications of a source by the document that their newest version was read from, where that
  /// is a document of their own.
  package func publicationsByDocument(
    of source: SourceID
  ) async throws(StoreTrouble) -> [Digest: [PublicationID]] {
    try await read { snapshot in
      var publications: [Digest: [PublicationID]] = [:]
      try RowStatement(
        snapshot.db,
        """
        SELECT v.raw_digest, p.id FROM head h JOIN source s ON s.n = h.source
          JOIN publication p ON p.n = h.publication
          JOIN version v ON v.publication = h.publication AND v.number = h.version
        WHERE s.id = ? AND v.raw_digest IS NOT NULL
        """
      ).forEachRow([.text(source.rawValue)]) { row in
        let digest = try row.bytes(0, of: "a version") { Digest($0) }
        publications[digest, default: []].append(
          try row.bytes(1, of: "a publication") { PublicationID($0) })
      }
      return publications
    }
  }

  /// What the newest versions say. One that is damaged is left out: its document can be read again.
  package func newestEntries(
    of publications: [PublicationID]
  ) async throws(StoreTrouble) -> [PublicationID: Entry] {
    try await read { snapshot in
      var entries: [PublicationID: Entry] = [:]
      for publication in publications {
        do {
          entries[publication] = try snapshot.newestEntry(of: publication)
        } catch StoreTrouble.damaged {
          continue
        }
      }
      return entries
    }
  }
}

extension StoreSnapshot {
  fileprivate func newestEntry(of id: PublicationID) throws -> Entry? {
    guard let publication = try publication(id),
      let version = try version(publication.versions, of: id)
    else { return nil }
    let correction = try RowStatement(
      db,
      """
      SELECT h.correction, coalesce(t.updated, h.updated) FROM head h
        JOIN publication p ON p.n = h.publication
        LEFT JOIN head_touch t ON t.publication = h.publication
      WHERE p.id = ?
      """
    ).first([.bytes(id.bytes)]) {
      (try $0.optionalText(0, of: "a head"), timestamp(try $0.optionalInteger(1, of: "a head")))
    }
    return Entry(
      identity: publication.identity, link: publication.reference.link, content: version.content,
      updated: correction?.1, language: publication.language, publisher: publication.publisher,
      series: publication.reference.series, correction: correction?.0)
  }
}
