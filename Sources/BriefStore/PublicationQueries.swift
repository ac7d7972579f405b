package import BriefModel
import Foundation
package import GRDB

/// Which publications to list.
package struct PublicationFilter: Hashable, Sendable {
  package var source: SourceID?
  /// One of them is enough; empty holds for all.
  package var topics: Set<TopicID>
  package var language: String?
  package var since: Timestamp?
  package var until: Timestamp?
  /// `nil` is all.
  package var limit: Int?

  package init(
    source: SourceID? = nil, topics: Set<TopicID> = [], language: String? = nil,
    since: Timestamp? = nil,
    until: Timestamp? = nil, limit: Int? = nil
  ) {
    self.source = source
    self.topics = topics
    self.language = language
    self.since = since
    self.until = until
    self.limit = limit
  }
}

extension StoreSnapshot {
  /// Their places are known to ``publication(_:)-(RowColumns)``.
  private static var publicationColumns: String {
    """
    SELECT p.n, p.id, p.identity_kind, p.identity, p.first_seen, s.id, h.version, h.title, h.authors,
      h.published, h.number, h.link, h.language, h.publisher, h.series, h.presence,
      h.missing_polls, h.withdrawal, h.changed
    FROM publication p JOIN head h ON h.publication = p.n JOIN source s ON s.n = p.source
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
      EXISTS (SELECT 1 FROM mention m WHERE m.topic IN (SELECT value FROM json_each(?))
        AND m.publication = h.publication AND m.version = h.version)
      """, Self.list(filter.topics))
    require(Self.speaks("h.language"), filter.language)
    require("h.changed >= ?", filter.since?.seconds)
    require("h.changed <= ?", filter.until?.seconds)
    let sql = """
      \(Self.publicationColumns)
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY h.changed DESC, h.publication DESC LIMIT ?
      """
    arguments += [filter.limit ?? -1]
    return try readable(columnsOf: sql, arguments, publication)
  }

  /// A JSON array of the topics, for `json_each`; `nil` when there is none.
  static func list(_ topics: Set<TopicID>) -> String? {
    guard !topics.isEmpty else { return nil }
    // A topic's name needs no escapes; what has letters that would is none, and matches nothing.
    let names = topics.map(\.rawValue).filter {
      $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    }
    return "[" + names.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }

  /// True when a version in the store speaks of the topic.
  package func knows(_ topic: TopicID) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM mention WHERE topic = ?)", arguments: [topic.rawValue])
      ?? false
  }

  /// How many publications speak of each topic in their newest version.
  package func publicationsByTopic() throws -> [TopicID: Int] {
    let sql = """
      SELECT m.topic, count(*) AS publications FROM mention m
      JOIN head h ON h.publication = m.publication AND h.version = m.version GROUP BY m.topic
      """
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { counts, row in
      counts[TopicID(try row.value("topic", of: "a topic"))] =
        try row.value("publications", of: "a topic") as Int
    }
  }

  package func publication(_ id: PublicationID) throws -> Publication? {
    try RowStatement(db, Self.publicationColumns + " WHERE p.id = ?")
      .first([.bytes(id.bytes)], publication)
  }

  /// - Parameter row: its local number.
  package func publication(row: Int64) throws -> Publication? {
    try RowStatement(db, Self.publicationColumns + " WHERE p.n = ?")
      .first([.integer(row)], publication)
  }

  package func publicationID(row: Int64) throws -> PublicationID? {
    try RowStatement(db, "SELECT id FROM publication WHERE n = ?").first([.integer(row)]) {
      try publicationID(try $0.bytes(0, of: "a publication"))
    }
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

  private func publication(_ row: RowColumns) throws -> Publication {
    let id = try publicationID(try row.bytes(1, of: "a publication"))
    func record() -> String { "publication \(id)" }
    guard let kind = Identity.Kind(rawValue: try row.text(2, of: record())) else {
      throw StoreTrouble.damaged(record: record(), detail: "unknown kind of identity")
    }
    let version = Int(try row.integer(6, of: record()))
    return Publication(
      reference: PublicationReference(
        id: id, source: SourceID(try row.text(5, of: record())),
        title: try row.optionalText(7, of: record()), link: try row.optionalText(11, of: record()),
        series: try row.optionalText(14, of: record()),
        number: try row.optionalText(10, of: record())),
      identity: Identity(kind: kind, value: try row.text(3, of: record())),
      authors: try StoreJSON.value([String].self, try row.text(8, of: record()), of: record()),
      published: timestamp(try row.optionalInteger(9, of: record())),
      language: try row.optionalText(12, of: record()),
      publisher: try row.optionalText(13, of: record()),
      topics: try topics(publication: try row.integer(0, of: record()), version: version),
      presence: try presence(
        try row.text(15, of: "a publication's presence"),
        polls: try row.optionalInteger(16, of: "a publication's presence"),
        withdrawal: try row.optionalText(17, of: "a publication's presence")),
      versions: version,
      firstSeen: Timestamp(seconds: try row.integer(4, of: record())),
      lastChanged: Timestamp(seconds: try row.integer(18, of: record())))
  }

  package func presence(_ row: Row) throws -> Presence {
    let record = "a publication's presence"
    return try presence(
      try row.value("presence", of: record), polls: try row.optional("missing_polls", of: record),
      withdrawal: try row.optional("withdrawal", of: record))
  }

  /// The columns of a presence as one value.
  package func presence(
    _ name: String, polls: Int64?, withdrawal reason: String?
  ) throws(StoreTrouble) -> Presence {
    let record = "a publication's presence"
    switch name {
    case "present": return .present
    case "rolled_off": return .rolledOff
    case "missing":
      guard let polls = polls.flatMap({ Int(exactly: $0) }) else {
        throw .damaged(record: record, detail: "its missing_polls cannot be read")
      }
      return .missing(polls: polls)
    default:
      guard let reason = reason.flatMap(Presence.Withdrawal.init) else {
        throw StoreTrouble.damaged(record: record, detail: "unknown state")
      }
      return .withdrawn(reason)
    }
  }

  /// - Parameter withReplaced: also those of the version before.
  package func topics(
    publication: Int64, version: Int, withReplaced: Bool = false
  ) throws -> [TopicID] {
    var topics: [TopicID] = []
    let asked =
      withReplaced
      ? "SELECT DISTINCT topic FROM mention WHERE publication = ?1 AND version IN (?2, ?2 - 1)"
      : "SELECT topic FROM mention WHERE publication = ?1 AND version = ?2"
    try RowStatement(db, "\(asked) ORDER BY topic").forEachRow([
      .integer(publication), .integer(version),
    ]) {
      topics.append(TopicID(try $0.text(0, of: "a topic")))
    }
    return topics
  }

  /// Why the publication's page brought no text at its last visit; `nil` when it did or is not
  /// read.
  package func missingText(publication: Int64) throws -> String? {
    let sql = """
      SELECT g.reason FROM head h JOIN page g ON g.source = h.source AND g.link = h.canonical_link
      WHERE h.publication = ? AND g.reason IS NOT NULL
      """
    return try String.fetchOne(db, sql: sql, arguments: [publication])
  }

  package func mentions(publication: Int64, version: Int) throws -> [Mention] {
    let sql = "SELECT passages FROM passage WHERE publication = ? AND version = ?"
    guard let folded = try Data.fetchOne(db, sql: sql, arguments: [publication, version]) else {
      return []
    }
    let record = "the passages of version \(version)"
    do {
      let text = String(decoding: try Compression.decompress([UInt8](folded)), as: UTF8.self)
      return try StoreJSON.value([Mention].self, text, of: record)
    } catch let trouble as CompressionTrouble {
      throw StoreTrouble.damaged(record: record, detail: "it does not unfold (\(trouble))")
    }
  }

  package func claims(publication: Int64, version: Int) throws -> [DatedClaim] {
    let sql = "SELECT claim FROM claim WHERE publication = ? AND version = ? ORDER BY ordinal"
    return try String.fetchAll(db, sql: sql, arguments: [publication, version])
      .map { try StoreJSON.value(DatedClaim.self, $0) }
  }
}
