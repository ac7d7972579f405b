import BriefModel
import BriefStore
import Foundation
import GRDB

/// What the store knows of a source, for a change set.
struct KnownRows {
  let db: Database

  func load(source: Int64) throws -> KnownSource {
    let snapshot = StoreSnapshot(db: db)
    let heads = try RowStatement(
      db,
      """
      SELECT p.id, p.identity_kind, p.identity, h.canonical_link, h.link, h.version_id, h.published,
        coalesce(t.updated, h.updated), h.correction, h.presence, h.missing_polls, h.withdrawal
      FROM head h JOIN publication p ON p.n = h.publication
      LEFT JOIN head_touch t ON t.publication = h.publication WHERE h.source = ?
      """)
    var known = KnownSource()
    try heads.forEachRow([.integer(source)]) { known.heads.append(try head($0, snapshot)) }

    let aliases = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.kind, a.identity, p.id FROM alias a JOIN publication p ON p.n = a.publication
          WHERE a.source = ? ORDER BY a.revision
          """), arguments: [source])
    for row in aliases {
      known.aliases[try identity(row["kind"], row["identity"])] = try snapshot.publicationID(
        [UInt8](row["id"] as Data))
    }
    if let bytes = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT publications FROM listing WHERE source = ?"),
      arguments: [source])
    {
      known.listing = Listing(
        order: stride(from: 0, to: bytes.count - bytes.count % 16, by: 16).compactMap {
          PublicationID(bytes.dropFirst($0).prefix(16))
        })
    }
    return known
  }

  func keep(_ listing: Listing, was: Listing, source: Int64) throws {
    guard listing != was else { return }
    var names: [UInt8] = []
    names.reserveCapacity(listing.order.count * 16)
    for publication in listing.order { publication.append(to: &names) }
    try RowStatement(db, "INSERT OR REPLACE INTO listing VALUES (?, ?, NULL)").run([
      .integer(source), .bytes(names),
    ])
  }

  /// SHA-256 of the names of a document that would change nothing now; `nil` when none is known.
  func settled(source: Int64) throws -> BriefModel.Digest? {
    try RowStatement(
      db, "SELECT settled FROM listing WHERE source = ? AND settled IS NOT NULL"
    ).first([.integer(source)]) { row in
      try row.bytes(0, of: "a listing") { BriefModel.Digest($0) }
    }
  }

  /// Keeps that digest, or forgets it. It must hold after every poll that may move a head.
  func settle(_ names: BriefModel.Digest?, source: Int64) throws {
    try RowStatement(
      db, "UPDATE listing SET settled = ?1 WHERE source = ?2 AND settled IS NOT ?1"
    ).run([.bytes(names?.bytes), .integer(source)])
  }

  private func head(_ row: RowColumns, _ snapshot: StoreSnapshot) throws -> Head {
    let record = "a head"
    return Head(
      publication: try row.bytes(0, of: record) { PublicationID($0) },
      identity: try identity(try row.text(1, of: record), try row.text(2, of: record)),
      canonicalLink: try row.optionalText(3, of: record),
      link: try row.optionalText(4, of: record),
      versionID: VersionID(try row.bytes(5, of: record) { Digest($0) }),
      published: snapshot.timestamp(try row.optionalInteger(6, of: record)),
      updated: snapshot.timestamp(try row.optionalInteger(7, of: record)),
      correction: try row.optionalText(8, of: record),
      presence: try snapshot.presence(
        try row.text(9, of: record), polls: try row.optionalInteger(10, of: record),
        withdrawal: try row.optionalText(11, of: record)))
  }

  private func identity(_ kind: String, _ value: String) throws -> Identity {
    guard let kind = Identity.Kind(rawValue: kind) else {
      throw StoreTrouble.damaged(record: "identity \(value)", detail: "unknown kind \(kind)")
    }
    return Identity(kind: kind, value: value)
  }
}
