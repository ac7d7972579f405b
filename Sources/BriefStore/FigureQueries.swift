package import BriefModel
import Foundation
import GRDB

/// A figure with where and when it was said.
package struct StoredFigure: Hashable, Sendable {
  package var figure: Figure
  package var said: CalendarDate
  package var publication: PublicationReference
  package var version: Int
}

extension StoreSnapshot {
  /// What newest versions say, the oldest said first; as of a revision, what was newest then.
  package func figures(
    topics: Set<TopicID>, since: CalendarDate?, until revision: Revision?
  ) throws -> [StoredFigure] {
    var conditions = ["f.revision <= ?"]
    let last = revision?.number ?? Int64.max
    var arguments: StatementArguments = [last]
    if let list = Self.list(topics) {
      conditions.append("f.topic IN (SELECT value FROM json_each(?))")
      arguments += [list]
    }
    if let since {
      conditions.append("f.said >= ?")
      arguments += [since.dayNumber]
    }
    arguments += [last]
    let sql = """
      SELECT f.figure, f.said, f.version, p.id, s.id AS source, h.title, h.link, h.series, h.number
      FROM figure f JOIN publication p ON p.n = f.publication JOIN source s ON s.n = p.source
      JOIN head h ON h.publication = f.publication
      WHERE \(conditions.joined(separator: " AND ")) AND f.version =
        (SELECT max(v.number) FROM version v WHERE v.publication = f.publication AND v.revision <= ?)
      ORDER BY f.said, f.publication, f.ordinal
      """
    return try readable(sql, arguments) { row in
      let record = "a figure"
      return StoredFigure(
        figure: try StoreJSON.value(Figure.self, try row.value("figure", of: record)),
        said: CalendarDate(dayNumber: try row.value("said", of: record)),
        publication: PublicationReference(
          id: try publicationID(try row.bytes("id", of: record)),
          source: SourceID(try row.value("source", of: record)),
          title: try row.optional("title", of: record), link: try row.optional("link", of: record),
          series: try row.optional("series", of: record),
          number: try row.optional("number", of: record)),
        version: try row.value("version", of: record))
    }
  }
}
