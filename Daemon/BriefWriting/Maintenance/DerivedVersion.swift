import BriefModel
import BriefStore
import GRDB

/// A version with what its derived rows are made of.
struct DerivedVersion: Sendable {
  var row: Int64
  var publication: Int64
  var source: Int64
  var number: Int
  var revision: Revision
  var seen: Timestamp
  var entry: Entry

  var place: TopicRows.Place {
    TopicRows.Place(
      publication: publication, source: source, version: number, revision: revision,
      published: entry.content.published, time: seen)
  }

  struct Batch: Sendable {
    var versions: [DerivedVersion] = []
    var unreadable: [String] = []
    /// The last version that was looked at; `nil` when there was none.
    var last: Int64?
  }

  /// Bytes of texts beyond which a batch has enough versions.
  static let textBytes = 1 << 20

  /// The next versions, at most `limit`, and no more when their texts have more than `most` bytes.
  static func batch(
    _ snapshot: StoreSnapshot, after: Int64, limit: Int, most: Int = textBytes
  ) throws -> Batch {
    let sql = """
      SELECT v.n, v.publication, v.number, v.updated, \(StoreSnapshot.versionLink), v.language, v.publisher,
        v.series, v.correction, v.revision, r.time, p.identity_kind, p.identity, p.source
      FROM version v JOIN publication p ON p.n = v.publication
      JOIN revision r ON r.number = v.revision
      WHERE v.n > ? ORDER BY v.n LIMIT ?
      """
    var batch = Batch()
    var bytes = 0
    func take(_ row: RowColumns) throws {
      batch.last = try row.integer(0, of: "a version")
      do {
        guard let version = try version(row, snapshot) else { return }
        bytes += version.entry.content.body?.text.utf8.count ?? 0
        batch.versions.append(version)
      } catch let StoreTrouble.damaged(record, detail) {
        batch.unreadable.append("\(record): \(detail)")
      }
    }
    try RowStatement(snapshot.db, sql).forEachRow(
      [.integer(after), .integer(limit)], take, until: { bytes > most })
    return batch
  }

  /// `nil` when its content was pruned.
  private static func version(_ row: RowColumns, _ snapshot: StoreSnapshot) throws
    -> DerivedVersion?
  {
    let number = Int(try row.integer(2, of: "a version"))
    let name = "version \(number)"
    let publication = try row.integer(1, of: name)
    guard
      case .kept(let content) = try snapshot.keptContent(publication: publication, number: number)
    else { return nil }
    return DerivedVersion(
      row: try row.integer(0, of: name), publication: publication,
      source: try row.integer(13, of: name), number: number,
      revision: Revision(try row.integer(9, of: name)),
      seen: Timestamp(seconds: try row.integer(10, of: name)),
      entry: Entry(
        identity: Identity(
          kind: Identity.Kind(rawValue: try row.text(11, of: name)) ?? .digest,
          value: try row.text(12, of: name)),
        link: try row.optionalText(4, of: name), content: content,
        updated: snapshot.timestamp(try row.optionalInteger(3, of: name)),
        language: try row.optionalText(5, of: name),
        publisher: try row.optionalText(6, of: name), series: try row.optionalText(7, of: name),
        correction: try row.optionalText(8, of: name)))
  }
}
