import BriefClient
import BriefModel

/// `dossier --json`.
extension Dossier: Encodable {
  private enum Keys: String, CodingKey {
    case topic, label, topics, today, publications, sources, first, deadlines, changes, passages
    case figures
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(subject.id, forKey: .topic)
    try container.encode(subject.label, forKey: .label)
    try container.encode(subject.family.sorted(), forKey: .topics)
    try container.encode(today, forKey: .today)
    try container.encode(count, forKey: .publications)
    try container.encode(sources.map(SourceRow.init), forKey: .sources)
    try container.encode(first, forKey: .first)
    try container.encode(deadlines, forKey: .deadlines)
    try container.encode(changes, forKey: .changes)
    try container.encode(figures.map(FiguresDocument.Row.init), forKey: .figures)
    try container.encode(passages, forKey: .passages)
  }

  private struct SourceRow: Encodable {
    let source: SourceID
    let publications: Int
    let latest: CalendarDate

    init(_ row: TopicActivity) {
      (source, publications, latest) = (row.source, row.publications, row.latest.day)
    }
  }
}

extension Dossier.Passage: Encodable {
  private enum Keys: String, CodingKey { case publication, mention, citation }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(publication.reference, forKey: .publication)
    try container.encode(mention, forKey: .mention)
    try container.encode(CSLItem(citation), forKey: .citation)
  }
}
