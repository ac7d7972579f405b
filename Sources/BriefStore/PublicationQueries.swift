package import BriefModel
import Foundation
package import GRDB

/// Which publications to list.
package struct PublicationFilter: Hashable, Sendable {
  package var source: SourceID?
  package var topic: TopicID?
  package var language: String?
  package var since: Timestamp?
  package var until: Timestamp?
  /// `nil` is all.
  package var limit: Int?

  package init(
    source: SourceID? = nil, topic: TopicID? = nil, language: String? = nil,
    since: Timestamp? = nil,
    until: Timestamp? = nil, limit: Int? = nil
  ) {
    self.source = source
    self.topic = topic
    self.language = language
    self.since = since
    self.until = until
    self.limit = limit
  }
}

extension StoreSnapshot {
  private static var publicationColumns: String {
    """
    SELECT p.id, p.identity_kind, p.identity, p.first_seen, p.n, s.id AS source_id, h.* FROM head h
    JOIN publication p ON p.n = h.publication JOIN source s ON s.n = h.source
    """
  }

  /// The last changed first.
  package func publications(_ filter: PublicationFilter) throws -> [Publication] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      conditions.append(condition)
      arguments += [value]
    }
    require("s.id = ?", filter.source?.rawValue)
    require(
      """
      EXISTS (SELECT 1 FROM mention m WHERE m.topic = ?
        AND m.publication = h.publication AND m.version = h.version)
      """, filter.topic?.rawValue)
    require("h.language = ?", filter.language)
    require("h.changed >= ?", filter.since?.seconds)
    require("h.changed <= ?", filter.until?.seconds)
    let sql = """
      \(Self.publicationColumns)
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY h.changed DESC, p.n DESC LIMIT ?
      """
    arguments += [filter.limit ?? -1]
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map(publication)
  }

  package func publication(_ id: PublicationID) throws -> Publication? {
    let sql = Self.publicationColumns + " WHERE p.id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [Data(id.bytes)]).map(publication)
  }

  /// Ids that begin with the hexadecimal digits, at most `limit`, in their order.
  package func publicationIDs(prefix: String, limit: Int) throws -> [PublicationID] {
    let digits = prefix.lowercased()
    guard digits.count <= 32,
      let low = PublicationID(
        hexadecimal: digits.padding(toLength: 32, withPad: "0", startingAt: 0)),
      let high = PublicationID(
        hexadecimal: digits.padding(toLength: 32, withPad: "f", startingAt: 0))
    else { return [] }
    let sql = "SELECT id FROM publication WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
    return try Data.fetchAll(db, sql: sql, arguments: [Data(low.bytes), Data(high.bytes), limit])
      .map { try publicationID([UInt8]($0)) }
  }

  /// The local row number of a publication.
  package func row(of id: PublicationID) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT n FROM publication WHERE id = ?", arguments: [Data(id.bytes)])
  }

  private func publication(_ row: Row) throws -> Publication {
    let id = try publicationID([UInt8](row["id"] as Data))
    guard let kind = Identity.Kind(rawValue: row["identity_kind"]) else {
      throw StoreTrouble.damaged(record: "publication \(id)", detail: "unknown kind of identity")
    }
    return Publication(
      reference: PublicationReference(
        id: id, source: SourceID(row["source_id"]), title: row["title"], link: row["link"],
        series: row["series"], number: row["number"]),
      identity: Identity(kind: kind, value: row["identity"]),
      authors: try StoreJSON.value([String].self, row["authors"]),
      published: timestamp(row["published"]),
      language: row["language"], publisher: row["publisher"],
      topics: try topics(publication: row["n"], version: row["version"]),
      presence: try presence(row),
      versions: row["version"], firstSeen: Timestamp(seconds: row["first_seen"]),
      lastChanged: Timestamp(seconds: row["changed"]))
  }

  package func presence(_ row: Row) throws -> Presence {
    switch row["presence"] as String {
    case "present": return .present
    case "rolled_off": return .rolledOff
    case "missing": return .missing(polls: row["missing_polls"])
    default:
      guard let reason = (row["withdrawal"] as String?).flatMap(Presence.Withdrawal.init) else {
        throw StoreTrouble.damaged(record: "a publication's presence", detail: "unknown state")
      }
      return .withdrawn(reason)
    }
  }

  package func topics(publication: Int64, version: Int) throws -> [TopicID] {
    let sql = "SELECT topic FROM mention WHERE publication = ? AND version = ? ORDER BY topic"
    return try String.fetchAll(
      db.cachedStatement(sql: sql), arguments: [publication, version]
    ).map { TopicID($0) }
  }

  package func mentions(publication: Int64, version: Int) throws -> [Mention] {
    let sql = "SELECT passages FROM mention WHERE publication = ? AND version = ? ORDER BY topic"
    return try String.fetchAll(db, sql: sql, arguments: [publication, version])
      .flatMap { try StoreJSON.value([Mention].self, $0) }
  }

  package func claims(publication: Int64, version: Int) throws -> [DatedClaim] {
    let sql = "SELECT claim FROM claim WHERE publication = ? AND version = ? ORDER BY ordinal"
    return try String.fetchAll(db, sql: sql, arguments: [publication, version])
      .map { try StoreJSON.value(DatedClaim.self, $0) }
  }
}
