package import BriefModel
import GRDB

/// How content lies in the store: a publication's newest in `head_content`, an older one in the row
/// of the version that replaced it.
package enum ContentAtRest {
  /// Compressed by itself, or with a dictionary.
  package static let whole = 0
  /// Compressed against the version that replaced it.
  package static let againstNext = 1
  /// Taken out: what lies there is its digest.
  package static let pruned = 2
  /// After so many versions one is kept whole again, so that reading the oldest of a long history
  /// takes at most this many steps.
  package static let run = 50
}

/// A content as it was read from its place.
package enum StoredContent {
  case encoded([UInt8])
  case pruned(Digest)

  /// SHA-256 of the encoded content, exactly as the publisher gave it.
  package var digest: Digest {
    switch self {
    case .encoded(let bytes): Fingerprint.sha256(bytes)
    case .pruned(let digest): digest
    }
  }
}

extension StoreSnapshot {
  /// The content of a version, encoded; throws ``StoreTrouble/damaged(record:detail:)``.
  package func storedContent(publication row: Int64, number: Int) throws -> StoredContent {
    let record = "version \(number)"
    let statement = try RowStatement(
      db,
      """
      SELECT number, form, replaced FROM version
      WHERE publication = ? AND number >= ? ORDER BY number LIMIT ?
      """)
    // The first row is this version's; each of the next holds the content before it.
    var isThere = false
    var folded: [[UInt8]] = []
    var end: StoredContent?
    func take(_ next: RowColumns) throws {
      guard isThere else {
        guard try next.integer(0, of: record) == number else { return }
        isThere = true
        return
      }
      let bytes = try next.bytes(2, of: record)
      switch Int(try next.integer(1, of: record)) {
      case ContentAtRest.pruned where folded.isEmpty: end = .pruned(try digest(bytes, of: record))
      case ContentAtRest.againstNext: folded.append(bytes)
      default:
        end = .encoded(
          try unfolded(record) { () throws(CompressionTrouble) in
            try Compression.decompress(bytes)
          })
      }
    }
    let limit = ContentAtRest.run + 2
    try statement.forEachRow(
      [.integer(row), .integer(number), .integer(limit)], take, until: { end != nil })
    guard isThere else { throw StoreTrouble.damaged(record: record, detail: "it is not there") }
    var content: [UInt8]
    switch try end ?? headContent(publication: row, of: record) {
    case .encoded(let bytes): content = bytes
    case .pruned(let digest):
      if folded.isEmpty { return .pruned(digest) }
      throw StoreTrouble.damaged(record: record, detail: "what it is kept against was pruned")
    }
    for bytes in folded.reversed() {
      let next = content
      content = try unfolded(record) { () throws(CompressionTrouble) in
        try Compression.decompress(bytes, against: next)
      }
    }
    return .encoded(content)
  }

  /// The content of a publication's newest version, encoded.
  ///
  /// - Parameter record: named when it cannot be read.
  package func headContent(
    publication row: Int64, of record: @autoclosure () -> String
  ) throws -> StoredContent {
    let statement = try RowStatement(
      db, "SELECT form, dictionary, content FROM head_content WHERE publication = ?")
    let head = try statement.first([.integer(row)]) { head in
      (
        form: try head.integer(0, of: record()),
        dictionary: try head.optionalInteger(1, of: record()),
        bytes: try head.bytes(2, of: record())
      )
    }
    guard let (form, number, bytes) = head else {
      throw StoreTrouble.damaged(record: record(), detail: "its content is not there")
    }
    if form == ContentAtRest.pruned { return .pruned(try digest(bytes, of: record())) }
    let dictionary = try number.map { try unfoldingDictionary($0) }
    return .encoded(
      try unfolded(record()) { () throws(CompressionTrouble) in
        if let dictionary { return try Compression.decompress(bytes, with: dictionary) }
        return try Compression.decompress(bytes)
      })
  }

  private func unfolded(
    _ record: @autoclosure () -> String, _ body: () throws(CompressionTrouble) -> [UInt8]
  ) throws -> [UInt8] {
    do {
      return try body()
    } catch {
      throw StoreTrouble.damaged(
        record: record(), detail: "its content does not unfold (\(error))")
    }
  }
}
