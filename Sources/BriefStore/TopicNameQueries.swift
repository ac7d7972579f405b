package import BriefModel
import GRDB

extension StoreSnapshot {
  /// The topics that the daemon tags with, in their catalogue's order; empty in a store that no daemon
  /// has opened yet.
  package func topicNames() throws -> [TopicName] {
    try readable("SELECT id, parent, labels FROM topic ORDER BY place", []) { row in
      let id: String = try row.value(at: 0, of: "a topic's name")
      let parent: String? = try row.optional(at: 1, of: "topic \(id)")
      return TopicName(
        id: TopicID(id), parent: parent.map { TopicID($0) },
        labels: try StoreJSON.value(
          [String: String].self, try row.value(at: 2, of: "topic \(id)") as String))
    }
  }

  /// Files with topics that the daemon left out at its last start, each with what is wrong.
  package func refusedTopics() throws -> [String] {
    try readable("SELECT reason FROM refused_topics ORDER BY file", []) { row in
      try row.value(at: 0, of: "a refused topic file") as String
    }
  }

  /// The topic of exactly this id with those right below it; empty when there is none.
  package func topicFamily(_ id: TopicID) throws -> Set<TopicID> {
    let family = try String.fetchAll(
      db, sql: "SELECT id FROM topic WHERE id = ?1 OR parent = ?1", arguments: [id.rawValue])
    return family.contains(id.rawValue) ? Set(family.map { TopicID($0) }) : []
  }
}
