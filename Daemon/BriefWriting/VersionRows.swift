import BriefModel
import BriefStore
import Foundation
import GRDB

/// Writes publications and versions with their topics and claims.
struct VersionRows {
  let db: Database
  /// What the revision's versions were read from.
  let document: DocumentFacts
  /// What this one was read from, where that is another.
  var own: DocumentFacts?
  let revision: Revision
  let time: Timestamp
  let context: RecordingContext
  let search: PendingSearchRows
  let heads: ReadHeads
  /// Tags that were found before.
  var early: EarlyTaggings?

  /// A version and its publication's row, after writing or as found.
  struct Written {
    /// The publication's local row number.
    var publication: Int64
    var number: Int
    /// `nil` when no version was made.
    var record: VersionRecord?
    var topics: [TopicID]
    var title: String?
    var link: String?
    var series: String?
    var seriesNumber: String?
    /// Dates that took another's place in this version.
    var moves: [ClaimMove] = []
    var published: Timestamp?
    /// BCP 47, stated or found.
    var language: String?
    /// A passage for each topic.
    var mentions: [Mention] = []

    func reference(source: SourceID, id: PublicationID) -> PublicationReference {
      PublicationReference(
        id: id, source: source, title: title, link: link, series: series, number: seriesNumber)
    }
  }

  /// - Parameter content: what is kept of the entry's content; `nil` is all of it.
  func insertFirst(
    _ entry: IdentifiedEntry, _ content: KeptContent? = nil, of publication: PublicationRecord,
    source: Int64
  ) throws -> Written {
    let statement = try RowStatement(
      db,
      """
      INSERT INTO publication (id, source, identity_kind, identity, revision, first_seen)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    try statement.run([
      .bytes(publication.id.bytes), .integer(source), .text(publication.identity.kind.rawValue),
      .text(publication.identity.value), .integer(revision.number),
      .integer(publication.firstSeen.seconds),
    ])
    let row = db.lastInsertedRowID
    let content = content ?? .kept(entry.entry.content)
    let stored = content.stored
    let written = try insert(
      entry, content, digest: stored.digest, publication: publication.id, row: row, source: source,
      number: 1, replaced: nil)
    try ContentRows(db: db, heads: heads).insert(stored, publication: row)
    try HeadRows(db: db).insert(
      entry, publication: row, source: source, revision: revision, time: time)
    try TopicRows.count(
      written.topics, source: source, latest: entry.entry.content.published ?? time, in: db)
    return written
  }

  func insertNext(
    _ entry: IdentifiedEntry, _ content: KeptContent? = nil, of publication: PublicationID,
    source: Int64
  ) throws -> Written {
    let place = try heads.place(of: publication)
    let content = content ?? .kept(entry.entry.content)
    let stored = content.stored
    let replaced = try ContentRows(db: db, heads: heads).replace(place, by: stored)
    let written = try insert(
      entry, content, digest: stored.digest, publication: publication, row: place.row,
      source: source, number: place.version + 1, replaced: replaced)
    try HeadRows(db: db).advance(entry, publication: place.row, to: place.version + 1)
    heads.advance(publication, from: place)
    return written
  }

  /// The newest version as it stands, for a change that makes none.
  func newest(of publication: PublicationID) throws -> Written {
    let place = try heads.place(of: publication)
    let (row, number, snapshot) = (place.row, place.version, heads.snapshot)
    let known = try snapshot.publication(publication)
    let reference = known?.reference
    return Written(
      publication: row, number: number,
      topics: try snapshot.topics(publication: row, version: number),
      title: reference?.title, link: reference?.link, series: reference?.series,
      seriesNumber: reference?.number, published: known?.published, language: known?.language,
      mentions: try snapshot.mentions(publication: row, version: number).firstOfEach)
  }

  private func insert(
    _ identified: IdentifiedEntry, _ content: KeptContent, digest: BriefModel.Digest,
    publication: PublicationID, row: Int64, source: Int64, number: Int,
    replaced: ContentRows.Replaced?
  ) throws -> Written {
    let entry = identified.entry
    // No letters are no link, and the row says by none that it is the identity.
    let link = entry.link.flatMap { $0.isEmpty ? nil : $0 }
    let own =
      try own
      ?? identified.page.map {
        DocumentFacts(rawDigest: $0.rawDigest, facts: try StoreJSON.text($0.facts.recorded))
      }
    let record = VersionRecord(
      publication: publication, number: number, id: identified.versionID, content: content,
      contentDigest: digest, updated: entry.updated, link: link, language: entry.language,
      publisher: entry.publisher,
      series: entry.series, correction: entry.correction, categories: entry.categories,
      rawDigest: (own ?? document).rawDigest, facts: (own ?? document).facts)
    let statement = try RowStatement(
      db,
      """
      INSERT INTO version VALUES (NULL, ?1, ?, ?, ?, ?,
        iif(?6 = (SELECT identity FROM publication WHERE n = ?1), '', ?6),
        ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try statement.run([
      .integer(row), .integer(number), .bytes(record.id.digest.bytes), .integer(revision.number),
      .integer(record.updated?.seconds), .text(record.link), .text(record.language),
      .text(record.publisher), .text(record.series), .text(record.correction),
      .textBytes(RowJSON.bytes(record.categories)), .bytes(own?.rawDigest.bytes),
      .text(own?.facts), .integer(replaced.map { Int64($0.form) }), .bytes(replaced?.bytes),
    ])
    if content.isPruned {
      return Written(publication: row, number: number, record: record, topics: [])
    }
    search.add(entry.content, version: db.lastInsertedRowID)
    let tagging = early?.tagging(of: identified, by: context) ?? context.tag(entry)
    let moves = try TopicRows(db: db, catalogue: context.catalogue).insert(
      tagging,
      at: TopicRows.Place(
        publication: row, source: source, version: number, revision: revision,
        published: entry.content.published, time: time))
    return Written(
      publication: row, number: number, record: record,
      topics: Set(tagging.mentions.map(\.topic)).sorted(),
      title: entry.content.title, link: entry.link, series: entry.series,
      seriesNumber: entry.content.number, moves: moves, published: entry.content.published,
      language: entry.language, mentions: tagging.mentions.firstOfEach)
  }
}

extension [Mention] {
  /// The first of each topic, in order of topics.
  fileprivate var firstOfEach: [Mention] {
    Dictionary(map { ($0.topic, $0) }) { first, _ in first }.values.sorted { $0.topic < $1.topic }
  }
}
