import BriefClient
package import BriefModel

/// `matrix --json`: the cells that are not empty.
package struct MatrixDocument: Encodable, Sendable {
  package struct Cell: Encodable, Sendable {
    package let topic: TopicID
    package let label: String
    package let source: SourceID
    package let publications: Int
    package let latest: CalendarDate
  }

  package let topics: [TopicID]
  package let sources: [SourceID]
  package let cells: [Cell]

  package init(_ matrix: TopicMatrix) {
    topics = matrix.rows.map(\.topic)
    sources = matrix.sources
    cells = matrix.rows.flatMap { row in
      matrix.sources.compactMap { row.cells[$0] }.map { cell in
        Cell(
          topic: cell.topic, label: row.label, source: cell.source,
          publications: cell.publications, latest: cell.latest.day)
      }
    }
  }
}
