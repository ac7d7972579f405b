public import BriefModel
internal import BriefStore

/// What a publisher said around the content of a version, and what HTTP said when it was read.
public struct VersionFacts: Hashable, Sendable {
  /// BCP 47.
  public var language: String?
  public var publisher: String?
  public var series: String?
  /// The announced corrections, one a line, when there were some.
  public var correction: String?
  /// The publisher's own terms.
  public var categories: [String]
  /// ``HTTPFacts`` as JSON, exactly as it is in the chain.
  public var http: String
}

/// A version with all that it takes to prove it to someone who has neither the store nor this
/// program.
public struct VersionEvidence: Hashable, Sendable {
  public var publication: Publication
  public var version: Version
  public var facts: VersionFacts
  /// `nil` for the first version.
  public var comparison: VersionComparison?
  /// The document that the version was read from; `nil` when the store does not keep it.
  public var original: [UInt8]?
  /// The content as it is kept: its SHA-256 stands in ``revisionBytes``.
  public var contentBytes: [UInt8]
  /// The content with typography and white space folded: its SHA-256 is the version's id.
  public var comparableBytes: [UInt8]
  /// All that the revision recorded, and the entry before it: their SHA-256 is ``entry``.
  public var revisionBytes: [UInt8]
  public var entry: Digest
  public var predecessor: Digest
  /// The store that made the observation, and its own count.
  public var origin: String
  public var sequence: Int64
  public var recorded: Timestamp
  /// Where the store stood when it was asked, and the entry of its last revision.
  public var cursor: Cursor
  public var chainHead: Digest
}

extension ArchiveSnapshot {
  /// What the publisher said around a version's content.
  ///
  /// Throws ``ArchiveError/Code/unknown`` when there is no such version.
  public func facts(
    of id: PublicationID, version number: Int
  ) throws(ArchiveError) -> VersionFacts {
    guard let row = try query({ try $0.versionFacts(number, of: id) }) else {
      throw ArchiveError(
        code: .unknown, message: "\(id.short) has no version \(number).",
        nextCommand: "brief-sync log \(id.short)")
    }
    return VersionFacts(
      language: row.language, publisher: row.publisher, series: row.series,
      correction: row.correction, categories: row.categories, http: row.facts)
  }

  /// A version with its place in the chain, recomputed from the stored rows; without a number the
  /// newest.
  ///
  /// Throws ``ArchiveError/Code/unknown`` when there is no such version, and
  /// ``ArchiveError/Code/damaged`` when its revision cannot be put together again.
  public func evidence(
    of id: PublicationID, version number: Int? = nil
  ) throws(ArchiveError) -> VersionEvidence {
    let reading = try reading(of: id, version: number)
    let version = reading.version
    let proof = try query { store in
      try store.proof(of: id, version: version.number, in: version.revision)
    }
    guard let proof else {
      throw ArchiveError(
        code: .damaged, message: "The revision that recorded \(id.short) is not whole.",
        nextCommand: "brief-sync verify --data")
    }
    let status = try status()
    return VersionEvidence(
      publication: reading.publication, version: version,
      facts: try facts(of: id, version: version.number),
      comparison: version.number > 1 ? try comparison(of: id, to: version.number) : nil,
      original: OriginalFile.read(version.rawDigest, in: location),
      contentBytes: ContentCodec.encode(version.content),
      comparableBytes: ContentCodec.encode(version.content.comparable),
      revisionBytes: proof.revisionBytes, entry: proof.entry, predecessor: proof.predecessor,
      origin: proof.origin, sequence: proof.sequence, recorded: proof.time, cursor: status.cursor,
      chainHead: status.chainHead)
  }
}
