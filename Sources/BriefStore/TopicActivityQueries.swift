package import BriefModel
import Foundation
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

/// Publications whose newest version speaks of a topic.
package struct TopicPublicationIDs: Hashable, Sendable {
  /// How many there are.
  package var count = 0
  /// The last changed first; as many as were asked for.
  package var newest: [PublicationID] = []
  /// The earliest of each source, the first source first.
  package var first: [PublicationID] = []
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
    // With the kinds named SQLite walks an index that is in their order, and need not sort.
    let sql = """
      SELECT kind, count(*) AS n, count(nullif(silent, 0)) AS silent FROM change
      WHERE kind IN ('added', 'revised', 'withdrawn', 'restored') AND revision > ? AND revision <= ?
      GROUP BY kind
      """
    var kinds: [Change.Kind: Int] = [:]
    var silent = 0
    let rows = try Row.fetchAll(db, sql: sql, arguments: [revision.number, last.number])
    for row in rows {
      guard let kind = Change.Kind(rawValue: try row.value("kind", of: "a change")) else {
        throw StoreTrouble.damaged(record: "a change", detail: "unknown kind")
      }
      kinds[kind] = try row.value("n", of: "a count of changes")
      silent += try row.value("silent", of: "a count of changes") as Int
    }
    let upgrades = """
      SELECT count(*) FROM change
      WHERE kind = 'revised' AND length(differences) = 0 AND revision > ? AND revision <= ?
      """
    if let revised = kinds[.revised] {
      let upgraded = try Int.fetchOne(
        db, sql: upgrades, arguments: [revision.number, last.number])
      kinds[.revised] = revised == upgraded ? nil : revised - (upgraded ?? 0)
    }
    return (kinds, silent)
  }

  /// How many changes after a revision left a text that speaks of each topic, the busiest first. An
  /// edit that took a topic out is not counted for it: to find those among all would take longer than
  /// the rest of a report.
  package func topicChanges(
    after revision: Revision, through last: Revision
  ) throws -> [(topic: TopicID, changes: Int)] {
    let touched = """
      SELECT m.topic AS topic, count(*) AS n FROM change c
      JOIN mention m ON m.publication = c.publication AND m.version = c.version
      """
    // Every version came with one change, so that mentions by topic, which an index has in order,
    // count those; a short beginning taken away is cheaper than a long rest looked up.
    let whole = """
      SELECT topic, sum(n) AS n FROM (
        SELECT topic, count(*) AS n FROM mention GROUP BY topic
        UNION ALL \(touched) WHERE c.kind IN ('withdrawn', 'restored') GROUP BY m.topic
        UNION ALL SELECT topic, -n FROM (\(touched) WHERE c.revision <= ? GROUP BY m.topic))
      GROUP BY topic HAVING sum(n) > 0
      """
    let part = "\(touched) WHERE c.revision > ? AND c.revision <= ? GROUP BY m.topic"
    let isMost = try isMostOfTheChain(after: revision, through: last)
    let arguments: StatementArguments =
      isMost ? [revision.number] : [revision.number, last.number]
    return try readable("\(isMost ? whole : part) ORDER BY n DESC, topic", arguments) { row in
      (
        TopicID(try row.value("topic", of: "a topic's count")),
        try row.value("n", of: "a topic's count")
      )
    }
  }

  /// Does a walk to the end of the chain leave out less than it takes?
  private func isMostOfTheChain(after revision: Revision, through last: Revision) throws -> Bool {
    let newest = try lastRevision().number
    return last.number >= newest && revision.number < newest / 2
  }

  /// When a revision was recorded; `nil` when there is none of this number.
  package func time(of revision: Revision) throws -> Timestamp? {
    timestamp(
      try Int64.fetchOne(
        db, sql: "SELECT time FROM revision WHERE number = ?", arguments: [revision.number]))
  }

  /// The last revision before a moment; ``Revision/none`` when there is none.
  package func lastRevision(before moment: Timestamp) throws -> Revision {
    try lastRevision(asOf: moment.advanced(by: -1))
  }

  /// The publications whose newest version speaks of one of the topics: read in one pass, since a
  /// topic may be in a third of all.
  package func publications(about topics: [TopicID], limit: Int) throws -> TopicPublicationIDs {
    // With min() SQLite gives the other columns of the row that has it.
    let sql = """
      WITH found AS MATERIALIZED (
        SELECT DISTINCT h.publication, h.changed, h.source, coalesce(h.published, h.changed) AS said
        FROM mention m JOIN head h ON h.publication = m.publication AND h.version = m.version
        WHERE m.topic IN (\(Self.marks(topics))))
      SELECT 0 AS part, count(*) AS value FROM found
      UNION ALL SELECT * FROM (
        SELECT 1, publication FROM found ORDER BY changed DESC, publication DESC LIMIT ?)
      UNION ALL SELECT * FROM (SELECT 2, publication FROM (
        SELECT publication, min(said) AS said FROM found GROUP BY source)
        ORDER BY said, publication)
      """
    let arguments = StatementArguments(topics.map(\.rawValue)) + [limit]
    var answer = TopicPublicationIDs()
    for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
      let value: Int64 = try row.value(at: 1, of: "a topic's publications")
      switch try row.value(at: 0, of: "a topic's publications") as Int {
      case 0: answer.count = Int(value)
      case 1: answer.newest.append(try publicationID(row: value))
      default: answer.first.append(try publicationID(row: value))
      }
    }
    return answer
  }

  private static func marks(_ topics: [TopicID]) -> String {
    topics.map { _ in "?" }.joined(separator: ",")
  }

  private func publicationID(row: Int64) throws -> PublicationID {
    let bytes = try Data.fetchOne(
      db, sql: "SELECT id FROM publication WHERE n = ?", arguments: [row])
    return try publicationID([UInt8](bytes ?? Data()))
  }
}
