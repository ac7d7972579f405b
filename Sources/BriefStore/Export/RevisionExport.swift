import BriefModel

/// A revision as a line of an export: everything that its entry in the chain is computed from, so
/// that reading it back gives an equal chain.
///
/// A revision of which something cannot be read has the rest, and the names of what it lacks
/// (`unreadable`); it gives no chain.
struct RevisionExport: Encodable {
  static let schema = "brief-sync/export/1"
  let number: Int64
  /// `nil` where not even the revision's own row can be read.
  let revision: (entry: Digest, record: RevisionRecord)?
  let unreadable: [Finding]

  enum Keys: String, CodingKey {
    case schema, revision, origin, sequence, time, source, publications, aliases, versions, changes
    case coverage, entry, unreadable
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(number, forKey: .revision)
    if !unreadable.isEmpty {
      try container.encode(unreadable.map(UnreadableExport.init), forKey: .unreadable)
    }
    guard let (entry, record) = revision else { return }
    try container.encode(record.origin, forKey: .origin)
    try container.encode(record.sequence, forKey: .sequence)
    try container.encode(record.time, forKey: .time)
    try container.encode(record.source, forKey: .source)
    try container.encode(record.publications.map(PublicationExport.init), forKey: .publications)
    try container.encode(record.aliases.map(AliasExport.init), forKey: .aliases)
    try container.encode(record.versions.map(VersionExport.init), forKey: .versions)
    try container.encode(record.changes.map(ChangeExport.init), forKey: .changes)
    try container.encode(record.sealedCoverage.map(CoverageExport.init), forKey: .coverage)
    try container.encode(entry, forKey: .entry)
  }
}

private struct UnreadableExport: Encodable {
  let record: String
  let detail: String

  init(_ finding: Finding) { (record, detail) = (finding.record, finding.detail) }
}

private struct PublicationExport: Encodable {
  let id: PublicationID
  let identity: Identity
  let firstSeen: Timestamp

  init(_ record: PublicationRecord) {
    (id, identity, firstSeen) = (record.id, record.identity, record.firstSeen)
  }

  private enum CodingKeys: String, CodingKey {
    case id, identity
    case firstSeen = "first_seen"
  }
}

private struct AliasExport: Encodable {
  let identity: Identity
  let publication: PublicationID

  init(_ alias: Alias) { (identity, publication) = (alias.identity, alias.publication) }
}

private struct CoverageExport: Encodable {
  let first: Timestamp
  let last: Timestamp

  init(_ record: CoverageRecord) { (first, last) = (record.first, record.last) }
}

struct ChangeExport: Encodable {
  let record: ChangeRecord

  init(_ record: ChangeRecord) { self.record = record }

  enum Keys: String, CodingKey {
    case ordinal, kind, publication, version, silent, withdrawal, differences
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(record.ordinal, forKey: .ordinal)
    try container.encode(record.kind, forKey: .kind)
    try container.encode(record.publication, forKey: .publication)
    try container.encode(record.version, forKey: .version)
    try container.encode(record.isSilent, forKey: .silent)
    try container.encode(record.withdrawal, forKey: .withdrawal)
    // As text, byte for byte: the chain is taken over it as it is stored.
    try container.encode(record.differences, forKey: .differences)
  }
}

struct VersionExport: Encodable {
  let record: VersionRecord

  init(_ record: VersionRecord) { self.record = record }

  enum Keys: String, CodingKey {
    case publication, version, id, content, updated, link, language, publisher, series, correction
    case categories, facts
    case rawSHA256 = "raw_sha256"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(record.publication, forKey: .publication)
    try container.encode(record.number, forKey: .version)
    try container.encode(record.id, forKey: .id)
    try container.encode(record.content, forKey: .content)
    try container.encode(record.updated, forKey: .updated)
    try container.encode(record.link, forKey: .link)
    try container.encode(record.language, forKey: .language)
    try container.encode(record.publisher, forKey: .publisher)
    try container.encode(record.series, forKey: .series)
    try container.encode(record.correction, forKey: .correction)
    try container.encode(record.categories, forKey: .categories)
    try container.encode(record.rawDigest, forKey: .rawSHA256)
    // As text, byte for byte, like the differences of a change.
    try container.encode(record.facts, forKey: .facts)
  }
}

extension KeptContent: Encodable {
  enum Keys: String, CodingKey {
    case title, authors, published, number, sections, enclosures
    case prunedSHA256 = "pruned_sha256"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    switch self {
    case .pruned(let digest): try container.encode(digest, forKey: .prunedSHA256)
    case .kept(let content):
      try container.encode(content.title, forKey: .title)
      try container.encode(content.authors, forKey: .authors)
      try container.encode(content.published, forKey: .published)
      try container.encode(content.number, forKey: .number)
      // `null` is a text that could not be had, `[]` an empty one.
      try container.encode(content.body?.sections, forKey: .sections)
      try container.encode(content.enclosures, forKey: .enclosures)
    }
  }
}

extension StoreSnapshot {
  /// The line of a revision, with what can be read of it, and what cannot.
  package func exportLine(of number: Int64) throws -> (line: String, unreadable: [Finding]) {
    var unreadable: [Finding] = []
    var reading = RevisionReading(snapshot: self, number: number)
    reading.skip = { unreadable.append($0) }
    var revision: (entry: Digest, record: RevisionRecord)?
    do {
      revision = try reading.read()
      if revision == nil {
        unreadable.append(Finding(record: "revision \(number)", detail: "it is not there"))
      }
    } catch {
      unreadable.append(Finding(error, of: "revision \(number)"))
    }
    let line = try JSONText.encode(
      RevisionExport(number: number, revision: revision, unreadable: unreadable))
    return (line, unreadable)
  }
}
