import BriefModel
import BriefStore
import Foundation
import GRDB

/// What the store knows of a source, for a change set.
struct KnownRows {
  let db: Database

  func load(source: Int64) throws -> KnownSource {
    let snapshot = StoreSnapshot(db: db)
    let heads = try db.cachedStatement(
      sql: """
        SELECT p.id, p.identity_kind, p.identity, h.* FROM head h JOIN publication p ON p.n = h.publication
        WHERE h.source = ?
        """)
    var known = KnownSource()
    let rows = try Row.fetchCursor(heads, arguments: [source])
    while let row = try rows.next() { known.heads.append(try head(row, snapshot)) }

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

  func headContent(_ publication: PublicationID) throws -> Content {
    let sql = """
      SELECT h.publication, h.version FROM head h JOIN publication p ON p.n = h.publication WHERE p.id = ?
      """
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: [Data(publication.bytes)])
    else {
      throw StoreTrouble.damaged(record: "publication \(publication)", detail: "it has no head")
    }
    return try StoreSnapshot(db: db).content(
      publication: row["publication"], number: row["version"])
  }

  func keep(_ listing: Listing, was: Listing, source: Int64) throws {
    guard listing != was else { return }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO listing VALUES (?, ?)").execute(
      arguments: [source, Data(listing.order.flatMap(\.bytes))])
  }

  private func head(_ row: Row, _ snapshot: StoreSnapshot) throws -> Head {
    Head(
      publication: try snapshot.publicationID([UInt8](row["id"] as Data)),
      identity: try identity(row["identity_kind"], row["identity"]),
      canonicalLink: row["canonical_link"],
      link: row["link"],
      versionID: VersionID(try snapshot.digest([UInt8](row["version_id"] as Data), of: "a head")),
      published: snapshot.timestamp(row["published"]), updated: snapshot.timestamp(row["updated"]),
      correction: row["correction"], presence: try snapshot.presence(row))
  }

  private func identity(_ kind: String, _ value: String) throws -> Identity {
    guard let kind = Identity.Kind(rawValue: kind) else {
      throw StoreTrouble.damaged(record: "identity \(value)", detail: "unknown kind \(kind)")
    }
    return Identity(kind: kind, value: value)
  }
}
