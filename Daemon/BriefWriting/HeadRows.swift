import BriefModel
import BriefStore
import Foundation
import GRDB

/// Where each publication's newest version stands.
struct HeadRows {
  let db: Database

  func insert(
    _ identified: IdentifiedEntry, publication: Int64, source: Int64, revision: Revision,
    time: Timestamp
  ) throws {
    let statement = try RowStatement(
      db,
      """
      INSERT INTO head VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'present', 0, NULL, ?, ?)
      """)
    try statement.run(
      [.integer(publication), .integer(source)] + columns(identified) + [
        .integer(revision.number), .integer(time.seconds),
      ])
  }

  func advance(_ identified: IdentifiedEntry, publication: Int64, to version: Int) throws {
    let statement = try RowStatement(
      db,
      """
      UPDATE head SET version = ?, version_id = ?, title = ?, authors = ?, published = ?, updated = ?,
        number = ?, link = ?, canonical_link = ?, language = ?, publisher = ?, series = ?,
        correction = ?
      WHERE publication = ?
      """)
    try statement.run(
      [.integer(version)] + columns(identified) + [.integer(publication)])
    for table in ["head_touch", "link_move"] {
      try RowStatement(db, "DELETE FROM \(table) WHERE publication = ?").run([
        .integer(publication)
      ])
    }
  }

  /// Gives heads the links that moved. A version that is written after it has its own.
  func move(_ links: [PublicationID: MovedLink]) throws {
    for (publication, move) in links {
      try RowStatement(
        db,
        """
        UPDATE head SET link = ?, canonical_link = ?
        WHERE publication = (SELECT n FROM publication WHERE id = ?)
        """
      ).run([.text(move.link), .text(move.canonicalLink), .bytes(publication.bytes)])
      try RowStatement(
        db, "INSERT OR REPLACE INTO link_move SELECT n, ? FROM publication WHERE id = ?"
      ).run([.text(move.link), .bytes(publication.bytes)])
    }
  }

  /// Remembers dates of change that moved with nothing else.
  func touch(_ touched: [PublicationID: Timestamp]) throws {
    for (publication, updated) in touched {
      try RowStatement(
        db, "INSERT OR REPLACE INTO head_touch SELECT n, ? FROM publication WHERE id = ?"
      ).run([.integer(updated.seconds), .bytes(publication.bytes)])
    }
  }

  /// What a head repeats of its version, from its id to the correction.
  private func columns(_ identified: IdentifiedEntry) -> [ColumnValue] {
    let entry = identified.entry
    return [
      .bytes(identified.versionID.digest.bytes), .text(entry.content.title),
      .textBytes(RowJSON.bytes(entry.content.authors)),
      .integer(entry.content.published?.seconds), .integer(entry.updated?.seconds),
      .text(entry.content.number), .text(entry.link), .text(identified.canonicalLink),
      .text(entry.language), .text(entry.publisher), .text(entry.series), .text(entry.correction),
    ]
  }

  func touch(publication: Int64, revision: Revision, time: Timestamp) throws {
    try RowStatement(db, "UPDATE head SET changed_revision = ?, changed = ? WHERE publication = ?")
      .run([.integer(revision.number), .integer(time.seconds), .integer(publication)])
  }

  func move(_ presences: [PublicationID: Presence], at time: Timestamp) throws {
    for (publication, presence) in presences {
      var polls = 0
      var withdrawal: String?
      switch presence {
      case .missing(let count): polls = count
      case .withdrawn(let reason): withdrawal = reason.rawValue
      case .present, .rolledOff: break
      }
      let state: [ColumnValue] = [
        .text(presence.name), .integer(polls), .text(withdrawal), .bytes(publication.bytes),
      ]
      try RowStatement(
        db,
        """
        UPDATE head SET presence = ?, missing_polls = ?, withdrawal = ?
        WHERE publication = (SELECT n FROM publication WHERE id = ?)
        """
      ).run(state)
      try RowStatement(
        db,
        "INSERT OR REPLACE INTO presence_move SELECT n, ?, ?, ?, ? FROM publication WHERE id = ?"
      ).run([.integer(time.seconds)] + state)
    }
  }
}
