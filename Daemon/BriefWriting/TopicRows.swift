import BriefModel
import BriefStore
import Foundation
import GRDB

/// Topics and claims of versions: derived, and marked with the catalogue that made them.
struct TopicRows {
  let db: Database
  let catalogue: Int

  func insert(_ tagging: Tagging, publication: Int64, version: Int) throws {
    let mention = try db.cachedStatement(sql: "INSERT INTO mention VALUES (?, ?, ?, ?, ?)")
    let byTopic = Dictionary(grouping: tagging.mentions, by: \.topic)
    for (topic, mentions) in byTopic.sorted(by: { $0.key < $1.key }) {
      try mention.execute(arguments: [
        publication, version, topic.rawValue, catalogue,
        Data(try Compression.compress(Array(StoreJSON.text(mentions).utf8))),
      ])
    }
    let claim = try db.cachedStatement(sql: "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, dated) in tagging.claims.enumerated() {
      try claim.execute(arguments: [
        publication, version, ordinal, catalogue, dated.topic?.rawValue, dated.start?.description,
        dated.end?.description, try StoreJSON.text(dated),
      ])
    }
  }
}
