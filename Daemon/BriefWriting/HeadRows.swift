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
    let entry = identified.entry
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO head VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'present', 0, NULL, ?, ?)
        """)
    try statement.execute(arguments: [
      publication, source, Data(identified.versionID.digest.bytes), entry.content.title,
      try StoreJSON.text(entry.content.authors), entry.content.published?.seconds,
      entry.updated?.seconds,
      entry.content.number, entry.link, identified.canonicalLink, entry.language, entry.publisher,
      entry.series, entry.correction, revision.number, time.seconds,
    ])
  }

  func advance(_ identified: IdentifiedEntry, publication: Int64, to version: Int) throws {
    let entry = identified.entry
    try db.cachedStatement(
      sql: """
        UPDATE head SET version = ?, version_id = ?, title = ?, authors = ?, published = ?, updated = ?,
          number = ?, link = ?, canonical_link = ?, language = ?, publisher = ?, series = ?,
          correction = ?
        WHERE publication = ?
        """
    ).execute(
      arguments: [
        version, Data(identified.versionID.digest.bytes), entry.content.title,
        try StoreJSON.text(entry.content.authors), entry.content.published?.seconds,
        entry.updated?.seconds,
        entry.content.number, entry.link, identified.canonicalLink, entry.language, entry.publisher,
        entry.series, entry.correction, publication,
      ])
  }

  func touch(publication: Int64, revision: Revision, time: Timestamp) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE head SET changed_revision = ?, changed = ? WHERE publication = ?")
    try statement.execute(arguments: [revision.number, time.seconds, publication])
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
      try db.cachedStatement(
        sql: """
          UPDATE head SET presence = ?, missing_polls = ?, withdrawal = ?
          WHERE publication = (SELECT n FROM publication WHERE id = ?)
          """
      ).execute(
        arguments: [presence.name, polls, withdrawal, Data(publication.bytes)])
      try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO presence_move SELECT n, ?, ?, ?, ? FROM publication WHERE id = ?
          """
      ).execute(
        arguments: [time.seconds, presence.name, polls, withdrawal, Data(publication.bytes)])
    }
  }
}
