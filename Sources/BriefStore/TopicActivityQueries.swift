package import BriefModel
import GRDB

/// How much a source says of a topic.
package struct TopicActivityRow: Hashable, Sendable {
  package var topic: TopicID
  package var source: SourceID
  /// Publications whose newest version speaks of it.
  package var publications: Int
  /// The day of the latest: its publisher's, else when it was seen.
  package var latest: Timestamp
}

extension StoreSnapshot {
  /// By topic, then source; from counts that are kept when writing.
  package func topicActivity() throws -> [TopicActivityRow] {
    let sql = """
      SELECT t.topic, s.id, t.publications, t.latest FROM topic_source t
      JOIN source s ON s.n = t.source WHERE t.publications > 0 ORDER BY t.topic, s.id
      """
    return try readable(sql, []) { row in
      TopicActivityRow(
        topic: TopicID(try row.value("topic", of: "a topic's count")),
        source: SourceID(try row.value("id", of: "a topic's count")),
        publications: try row.value("publications", of: "a topic's count"),
        latest: try row.time("latest", of: "a topic's count"))
    }
  }

  /// How many changes of each kind were recorded after a revision, and how many edits were silent.
  package func changeCounts(
    after revision: Revision, through last: Revision
  ) throws -> (kinds: [Change.Kind: Int], silent: Int) {
    let sql = """
      SELECT kind, count(*) AS n, total(silent) AS silent FROM change
      WHERE revision > ? AND revision <= ? GROUP BY kind
      """
    var kinds: [Change.Kind: Int] = [:]
    var silent = 0
    let rows = try Row.fetchAll(db, sql: sql, arguments: [revision.number, last.number])
    for row in rows {
      guard let kind = Change.Kind(rawValue: try row.value("kind", of: "a change")) else {
        throw StoreTrouble.damaged(record: "a change", detail: "unknown kind")
      }
      kinds[kind] = try row.value("n", of: "a count of changes")
      let total: Double = try row.value("silent", of: "a count of changes")
      if kind == .revised { silent = Int(total) }
    }
    return (kinds, silent)
  }

  /// How many changes after a revision touched each topic, the busiest first.
  package func topicChanges(
    after revision: Revision, through last: Revision
  ) throws -> [(topic: TopicID, changes: Int)] {
    let sql = """
      SELECT m.topic, count(*) AS n FROM change c
      JOIN mention m ON m.publication = c.publication AND m.version = c.version
      WHERE c.revision > ? AND c.revision <= ? GROUP BY m.topic ORDER BY n DESC, m.topic
      """
    return try readable(sql, [revision.number, last.number]) { row in
      (
        TopicID(try row.value("topic", of: "a topic's count")),
        try row.value("n", of: "a topic's count")
      )
    }
  }

  /// The last revision before a moment; ``Revision/none`` when there is none.
  package func lastRevision(before moment: Timestamp) throws -> Revision {
    try lastRevision(asOf: moment.advanced(by: -1))
  }

  /// Ids of publications whose newest version speaks of one of the topics, the last changed first;
  /// and how many there are.
  package func publications(
    about topics: [TopicID], limit: Int
  ) throws -> (ids: [PublicationID], count: Int) {
    guard !topics.isEmpty else { return ([], 0) }
    let marks = topics.map { _ in "?" }.joined(separator: ",")
    let about = """
      FROM (SELECT DISTINCT m.publication AS p FROM mention m
        JOIN head h ON h.publication = m.publication AND h.version = m.version
        WHERE m.topic IN (\(marks)))
      """
    let names = StatementArguments(topics.map(\.rawValue))
    let count = try Int.fetchOne(db, sql: "SELECT count(*) \(about)", arguments: names) ?? 0
    let sql = """
      SELECT b.id \(about) JOIN head h ON h.publication = p JOIN publication b ON b.n = p
      ORDER BY h.changed DESC, p DESC LIMIT ?
      """
    let ids = try readable(sql, names + [limit]) { row in
      try publicationID(try row.bytes("id", of: "a publication"))
    }
    return (ids, count)
  }
}
