import BriefModel

/// A revision as a line of an export: everything that its entry in the chain is computed from, so
/// that reading it back gives an equal chain.
struct RevisionExport: Encodable {
  static let schema = "brief-sync/export/1"
  let number: Int64
  let entry: Digest
  let record: RevisionRecord

  enum Keys: String, CodingKey {
    case schema, revision, origin, sequence, time, source, publications, aliases, versions, changes
    case coverage, entry
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(number, forKey: .revision)
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
  /// The line of a revision. Throws ``StoreTrouble/damaged(record:detail:)`` when it is not there
  /// or cannot be read.
  package func exportLine(of number: Int64) throws -> String {
    guard let (entry, record) = try RevisionReading(snapshot: self, number: number).read() else {
      throw StoreTrouble.damaged(record: "revision \(number)", detail: "it is not there")
    }
    return try JSONText.encode(RevisionExport(number: number, entry: entry, record: record))
  }
}
