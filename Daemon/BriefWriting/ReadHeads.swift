import BriefModel
import BriefStore
import GRDB

/// Where the newest versions of a poll's publications stand and what they say, as far as it was
/// read: the comparison reads what a new version replaces, and so does the row that keeps it.
final class ReadHeads {
  let snapshot: StoreSnapshot
  private var places: [PublicationID: Place] = [:]
  private var contents: [Int64: StoredContent] = [:]
  private var bytes = 0
  /// Bytes of contents that are remembered: beyond it they are read twice.
  private static let limit = 2 << 20

  struct Place {
    /// The publication's local row number.
    var row: Int64
    var version: Int
  }

  init(db: Database) { snapshot = StoreSnapshot(db: db) }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` for a publication without a head.
  func place(of publication: PublicationID) throws -> Place {
    if let place = places[publication] { return place }
    let record = "publication \(publication)"
    let statement = try RowStatement(
      snapshot.db,
      """
      SELECT h.publication, h.version FROM head h JOIN publication p ON p.n = h.publication
      WHERE p.id = ?
      """)
    let found = try statement.first([.bytes(publication.bytes)]) { row in
      Place(row: try row.integer(0, of: record), version: Int(try row.integer(1, of: record)))
    }
    guard let found else {
      throw StoreTrouble.damaged(record: record, detail: "it has no newest version")
    }
    places[publication] = found
    return found
  }

  /// What the newest version says, for a comparison. Throws ``StoreTrouble/damaged(record:detail:)`` when it
  /// is not what was recorded: a difference to it would be told as the publisher's edit.
  func content(of publication: PublicationID) throws -> Content {
    let place = try place(of: publication)
    let record = "version \(place.version) of publication \(publication)"
    guard case .encoded(let encoded) = try stored(place) else {
      throw StoreTrouble.damaged(record: record, detail: "its content was pruned")
    }
    guard let content = ContentCodec.decode(encoded) else {
      throw StoreTrouble.damaged(record: record, detail: "its content cannot be decoded")
    }
    guard try snapshot.isRecorded(content, as: place.version, publication: place.row) else {
      throw StoreTrouble.damaged(
        record: record, detail: "its content is not the one that was recorded")
    }
    if bytes + encoded.count <= Self.limit, contents[place.row] == nil {
      contents[place.row] = .encoded(encoded)
      bytes += encoded.count
    }
    return content
  }

  func stored(_ place: Place) throws -> StoredContent {
    try contents[place.row]
      ?? snapshot.headContent(publication: place.row, of: "version \(place.version)")
  }

  /// Notes that the next version took the head's place.
  func advance(_ publication: PublicationID, from place: Place) {
    if case .encoded(let replaced)? = contents.removeValue(forKey: place.row) {
      bytes -= replaced.count
    }
    places[publication] = Place(row: place.row, version: place.version + 1)
  }
}
