package import BriefModel
import Foundation
import GRDB

extension StoreSnapshot {
  /// The content of a version.
  ///
  /// An old version is kept against its successor, so reading it unfolds all up to the next whole
  /// one (at most
  /// ``ContentAtRest/run``). Throws ``StoreTrouble/damaged(record:detail:)``.
  package func content(publication row: Int64, number: Int) throws -> Content {
    let encoded = try encodedContent(publication: row, number: number)
    guard let content = ContentCodec.decode(encoded) else {
      throw StoreTrouble.damaged(
        record: "version \(number)", detail: "its content cannot be decoded")
    }
    return content
  }

  package func encodedContent(publication row: Int64, number: Int) throws -> [UInt8] {
    let sql = """
      SELECT number, form, content FROM version
      WHERE publication = ? AND number >= ? ORDER BY number LIMIT ?
      """
    var chain: [[UInt8]] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [row, number, ContentAtRest.run + 1])
    while let row = try rows.next() {
      let record = "version \(number)"
      chain.append(try row.bytes("content", of: record))
      if try row.value("form", of: record) == ContentAtRest.whole { break }
    }
    var neighbour: [UInt8] = []
    do {
      for (index, compressed) in chain.enumerated().reversed() {
        neighbour = try Compression.decompress(
          compressed, against: index == chain.count - 1 ? [] : neighbour)
      }
    } catch {
      throw StoreTrouble.damaged(
        record: "version \(number)", detail: "its content does not unfold (\(error))")
    }
    return neighbour
  }

  /// All versions of a publication, oldest first.
  package func versions(of publication: PublicationID) throws -> [Version] {
    let sql = Self.versionRows + " WHERE p.id = ? ORDER BY v.number"
    return try readable(sql, [Data(publication.bytes)], version)
  }

  /// One version; `nil` when there is none of this number.
  package func version(_ number: Int, of publication: PublicationID) throws -> Version? {
    let sql = Self.versionRows + " WHERE p.id = ? AND v.number = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [Data(publication.bytes), number])
      .map(version)
  }

  private static var versionRows: String {
    """
    SELECT v.*, r.time, c.differences, c.silent FROM version v
    JOIN publication p ON p.n = v.publication
    JOIN revision r ON r.number = v.revision
    LEFT JOIN change c ON c.revision = v.revision AND c.publication = v.publication
      AND c.version = v.number AND c.kind = 'revised'
    """
  }

  private func version(_ row: Row) throws -> Version {
    let number: Int = try row.value("number", of: "a version")
    let record = "version \(number)"
    let differences: String? = try row.optional("differences", of: record)
    return Version(
      number: number,
      id: VersionID(try digest(try row.bytes("id", of: record), of: record)),
      revision: Revision(try row.value("revision", of: record)),
      firstSeen: try row.time("time", of: record),
      updated: try row.optionalTime("updated", of: record),
      link: try row.optional("link", of: record),
      rawDigest: try digest(try row.bytes("raw_digest", of: record), of: record),
      content: try content(publication: try row.value("publication", of: record), number: number),
      differences: try differences.map {
        try StoreJSON.value([Difference].self, $0, of: record)
      } ?? [],
      isSilent: try row.optional("silent", of: record))
  }
}

/// How content lies in the version table.
package enum ContentAtRest {
  /// Compressed by itself.
  package static let whole = 0
  /// Compressed against the next version of the same publication.
  package static let againstNext = 1
  /// After so many versions one is kept whole again, so that reading the oldest of a long history
  /// takes at most this many steps.
  package static let run = 50
}
