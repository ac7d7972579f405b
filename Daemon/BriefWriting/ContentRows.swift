import BriefModel
import BriefStore
import Foundation
import GRDB

/// Writes what versions say: the newest's whole, each older one against the one that replaced it.
struct ContentRows {
  let db: Database
  let heads: ReadHeads

  /// A content as it lies in the row of the version that replaced it.
  struct Replaced {
    var form: Int
    var bytes: [UInt8]
  }

  /// The content of a publication's first version.
  func insert(_ content: StoredContent, publication: Int64) throws {
    if ContentDictionary.occasions.contains(publication) { try drawDictionary(publication) }
    try write(
      content, publication: publication,
      sql: "INSERT INTO head_content (form, dictionary, content, publication) VALUES (?, ?, ?, ?)")
  }

  /// Puts the next version's content into the place of the newest, and gives what is kept of that:
  /// against its successor, but for every fiftieth, which stays whole.
  func replace(_ place: ReadHeads.Place, by content: StoredContent) throws -> Replaced {
    let old = try heads.stored(place)
    try write(
      content, publication: place.row,
      sql: "UPDATE head_content SET form = ?, dictionary = ?, content = ? WHERE publication = ?")
    switch (old, content) {
    case (.pruned(let digest), _):
      return Replaced(form: ContentAtRest.pruned, bytes: digest.bytes)
    case (.encoded(let old), .encoded(let successor))
    where !place.version.isMultiple(of: ContentAtRest.run):
      // Higher levels cost several times the time and gain a byte.
      let folded = try Compression.compress(old, against: successor, level: 6)
      return Replaced(form: ContentAtRest.againstNext, bytes: folded)
    case (.encoded(let old), _):
      return Replaced(form: ContentAtRest.whole, bytes: try Compression.compress(old, level: 6))
    }
  }

  private func write(_ content: StoredContent, publication: Int64, sql: String) throws {
    var dictionary: Int64?
    let bytes: [UInt8]
    switch content {
    case .pruned(let digest): bytes = digest.bytes
    case .encoded(let encoded):
      dictionary = try newestDictionary()
      if let dictionary {
        let ready = try heads.snapshot.foldingDictionary(dictionary)
        bytes = try Compression.compress(encoded, with: ready)
      } else {
        bytes = try Compression.compress(encoded)
      }
    }
    let form = if case .pruned = content { ContentAtRest.pruned } else { ContentAtRest.whole }
    try RowStatement(db, sql).run([
      .integer(form), .integer(dictionary), .bytes(bytes), .integer(publication),
    ])
  }

  private func newestDictionary() throws -> Int64? {
    try RowStatement(db, "SELECT max(n) FROM dictionary").first([]) {
      try $0.optionalInteger(0, of: "a dictionary")
    }.flatMap(\.self)
  }

  /// Learns from contents that are spread over all there are.
  private func drawDictionary(_ publications: Int64) throws {
    let step = max(1, Int(publications) / ContentDictionary.samples)
    var contents: [[UInt8]] = []
    for publication in stride(from: 1, to: Int(publications), by: step) {
      // One that cannot be read teaches nothing; `verify` names it.
      if case .encoded(let bytes)? = try? heads.snapshot.headContent(
        publication: Int64(publication), of: "publication \(publication)")
      {
        contents.append(bytes)
      }
    }
    guard let dictionary = ContentDictionary(learningFrom: contents) else { return }
    for table in ["dictionary", "dictionary_copy"] {
      try db.execute(
        sql: "INSERT INTO \(table) (n, digest, bytes) VALUES (?, ?, ?)",
        arguments: [
          publications, Data(dictionary.digest.bytes), Data(dictionary.bytes),
        ])
    }
  }
}
