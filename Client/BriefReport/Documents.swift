package import BriefClient
package import BriefModel

/// `changes --json`.
package struct ChangesDocument: Encodable, Sendable {
  package var changes: [Change]
  package var nextCursor: Cursor

  package init(changes: [Change], nextCursor: Cursor) {
    self.changes = changes
    self.nextCursor = nextCursor
  }

  private enum CodingKeys: String, CodingKey {
    case changes
    case nextCursor = "next_cursor"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(changes, forKey: .changes)
    try container.encode(nextCursor.text, forKey: .nextCursor)
  }
}

/// `list --json`.
package struct ListDocument: Encodable, Sendable {
  package var publications: [Publication]
  package init(publications: [Publication]) { self.publications = publications }
}

/// `sources --json`.
package struct SourcesDocument: Encodable, Sendable {
  package var sources: [SourceState]
  package init(sources: [SourceState]) { self.sources = sources }
}

/// `log --json`.
package struct LogDocument: Encodable, Sendable {
  private struct Named: Encodable {
    var id: PublicationID
    var title: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(title, forKey: .title)
    }

    private enum CodingKeys: String, CodingKey { case id, title }
  }

  private let publication: Named
  private let versions: [Version]

  package init(_ history: History) {
    let reference = history.publication.reference
    publication = Named(id: reference.id, title: reference.title)
    versions = history.versions
  }
}

/// `show --json`: the publication with what only reading it needs.
package struct ShowDocument: Encodable, Sendable {
  private let reading: Reading

  package init(_ reading: Reading) { self.reading = reading }

  private enum CodingKeys: String, CodingKey { case publication, version }
  private enum ReadingKeys: String, CodingKey {
    case text, sections, mentions, claims
    case missingText = "missing_text"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let publication = container.superEncoder(forKey: .publication)
    try reading.publication.encode(to: publication)
    var more = publication.container(keyedBy: ReadingKeys.self)
    let body = reading.version.content.body
    try more.encode(body?.text, forKey: .text)
    try more.encode(body?.sections ?? [], forKey: .sections)
    try more.encode(reading.mentions, forKey: .mentions)
    try more.encode(reading.missingText, forKey: .missingText)
    try more.encode(reading.claims, forKey: .claims)
    try container.encode(reading.version, forKey: .version)
  }
}

/// `diff --json`.
package struct DiffDocument: Encodable, Sendable {
  private let comparison: VersionComparison

  package init(_ comparison: VersionComparison) { self.comparison = comparison }

  private enum CodingKeys: String, CodingKey { case publication, from, to, silent, differences }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(comparison.publication.reference, forKey: .publication)
    try container.encode(comparison.older.number, forKey: .from)
    try container.encode(comparison.newer.number, forKey: .to)
    try container.encode(comparison.isSilent, forKey: .silent)
    try container.encode(comparison.differences, forKey: .differences)
  }
}

/// `diff --files --json`.
package struct FilesDiffDocument: Encodable, Sendable {
  package var differences: [Difference]
  package init(differences: [Difference]) { self.differences = differences }
}
