/// Something that happened to a publication, recorded in a revision.
public struct Change: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case added, revised, withdrawn, restored
  }

  public var revision: Revision
  /// Place within the revision, from 0.
  public var ordinal: Int
  /// When the poll saw it.
  public var time: Timestamp
  public var kind: Kind
  public var publication: PublicationReference
  /// The version that the change made, or the last one of a publication that was withdrawn.
  public var version: Int
  /// `nil` unless edited. Silent: the content differs, the publisher's date of change does not,
  /// and no correction is announced.
  public var isSilent: Bool?
  public var differences: [Difference]
  /// The topics of the version and, of an edit, of the version that it replaced.
  public var topics: [TopicID]

  public init(
    revision: Revision, ordinal: Int, time: Timestamp, kind: Kind,
    publication: PublicationReference, version: Int,
    isSilent: Bool?, differences: [Difference], topics: [TopicID]
  ) {
    self.revision = revision
    self.ordinal = ordinal
    self.time = time
    self.kind = kind
    self.publication = publication
    self.version = version
    self.isSilent = isSilent
    self.differences = differences
    self.topics = topics
  }

  /// True for a version whose text was read at another place than the last one's, or for the first
  /// time (its page, when that could not be had before): no edit of the publisher's.
  public var isUpgrade: Bool { kind == .revised && isSilent == nil }

  /// The classes of the differences, each once, in the order of ``Difference/Class``.
  public var classes: [Difference.Class] { Difference.classes(of: differences) }
}

extension Difference {
  /// Each class once, in the order of the enumeration.
  public static func classes(of differences: [Difference]) -> [Class] {
    let present = Set(differences.map(\.class))
    return Class.allCases.filter(present.contains)
  }
}

/// A publication as a change or an alert names it.
public struct PublicationReference: Hashable, Sendable {
  public var id: PublicationID
  public var source: SourceID
  public var title: String?
  public var link: String?
  public var series: String?
  public var number: String?

  public init(
    id: PublicationID, source: SourceID, title: String?, link: String?, series: String? = nil,
    number: String? = nil
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.link = link
    self.series = series
    self.number = number
  }
}

/// A publication with what its newest version says and where it stands.
public struct Publication: Hashable, Sendable {
  public var reference: PublicationReference
  public var identity: Identity
  public var authors: [String]
  public var published: Timestamp?
  public var language: String?
  public var publisher: String?
  public var topics: [TopicID]
  public var presence: Presence
  /// How many versions there are; the newest has this number.
  public var versions: Int
  public var firstSeen: Timestamp
  public var lastChanged: Timestamp

  public init(
    reference: PublicationReference, identity: Identity, authors: [String], published: Timestamp?,
    language: String?,
    publisher: String?, topics: [TopicID], presence: Presence, versions: Int, firstSeen: Timestamp,
    lastChanged: Timestamp
  ) {
    self.reference = reference
    self.identity = identity
    self.authors = authors
    self.published = published
    self.language = language
    self.publisher = publisher
    self.topics = topics
    self.presence = presence
    self.versions = versions
    self.firstSeen = firstSeen
    self.lastChanged = lastChanged
  }
}

/// One immutable state of one publication.
public struct Version: Hashable, Sendable {
  /// From 1, in the order in which this store saw them.
  public var number: Int
  public var id: VersionID
  public var revision: Revision
  public var firstSeen: Timestamp
  /// The publisher's own date of change.
  public var updated: Timestamp?
  public var link: String?
  /// SHA-256 of the document that it was read from.
  public var rawDigest: Digest
  public var content: Content
  /// Empty for the first version.
  public var differences: [Difference]
  /// `nil` for the first version.
  public var isSilent: Bool?
  /// True when the content was taken out by a pruning: then ``content`` is empty, and id and
  /// differences still tell what it was.
  public var isPruned: Bool

  public init(
    number: Int, id: VersionID, revision: Revision, firstSeen: Timestamp, updated: Timestamp?,
    link: String?,
    rawDigest: Digest, content: Content, differences: [Difference], isSilent: Bool?,
    isPruned: Bool = false
  ) {
    self.number = number
    self.id = id
    self.revision = revision
    self.firstSeen = firstSeen
    self.updated = updated
    self.link = link
    self.rawDigest = rawDigest
    self.content = content
    self.differences = differences
    self.isSilent = isSilent
    self.isPruned = isPruned
  }
}
