/// What the store knows of a source before a poll is recorded.
public struct KnownSource: Hashable, Sendable {
  public var heads: [Head]
  /// Identities beside the publications' own, under which they were found.
  public var aliases: [Identity: PublicationID]
  public var listing: Listing

  public init(
    heads: [Head] = [], aliases: [Identity: PublicationID] = [:], listing: Listing = Listing()
  ) {
    self.heads = heads
    self.aliases = aliases
    self.listing = listing
  }
}

/// A publication's newest version, as far as a comparison needs it.
public struct Head: Hashable, Sendable {
  public var publication: PublicationID
  public var identity: Identity
  /// Canonical (see ``Identity/Kind/link``); `nil` when the publisher gave none.
  public var canonicalLink: String?
  public var link: String?
  public var versionID: VersionID
  public var published: Timestamp?
  /// The publisher's own date of change, as the last poll saw it: it may have moved since the newest
  /// version, with nothing else.
  public var updated: Timestamp?
  /// The corrections that the newest version announces, one a line.
  public var correction: String?
  public var presence: Presence

  public init(
    publication: PublicationID, identity: Identity, canonicalLink: String? = nil,
    link: String? = nil,
    versionID: VersionID, published: Timestamp? = nil, updated: Timestamp? = nil,
    correction: String? = nil, presence: Presence = .present
  ) {
    self.publication = publication
    self.identity = identity
    self.canonicalLink = canonicalLink
    self.link = link
    self.versionID = versionID
    self.published = published
    self.updated = updated
    self.correction = correction
    self.presence = presence
  }
}

/// A snapshot whose entries have their names.
public struct IdentifiedSnapshot: Hashable, Sendable {
  public var entries: [IdentifiedEntry]
  /// The `ref`s of RFC 6721 `deleted-entry` elements.
  public var deleted: [String]
  public var isWhole: Bool
  public var isComplete: Bool
  /// Entries whose own pages were visited apart from the document: they may be added, revised and
  /// restored, and say nothing of what the document lists.
  public var revisited: [IdentifiedEntry]
  /// Entries of older documents, which the source does not list any more: likewise.
  public var older: [IdentifiedEntry] = []
  /// Canonical links whose pages are gone (404, 410). True where they have said so often enough for
  /// a publication that the document still lists.
  public var gone: [String: Bool]
  /// What whoever read the document found odd.
  public var oddities: Set<SourceOddity>

  public init(
    entries: [IdentifiedEntry], deleted: [String] = [], isWhole: Bool = true,
    isComplete: Bool = false, revisited: [IdentifiedEntry] = [], gone: [String: Bool] = [:],
    oddities: Set<SourceOddity> = []
  ) {
    self.entries = entries
    self.deleted = deleted
    self.isWhole = isWhole
    self.isComplete = isComplete
    self.revisited = revisited
    self.gone = gone
    self.oddities = oddities
  }

  /// True when most dates run from old to new in document order. Most: one pinned entry tells
  /// nothing. Where a fourth stands out of that order, it is another (by title).
  var isOldestFirst: Bool {
    let dates = entries.compactMap(\.entry.content.published)
    let steps = zip(dates, dates.dropFirst())
    return steps.count { $0 < $1 } > steps.count { $0 > $1 }
      && DateOrder.outOfOrder(dates) * 4 <= dates.count
  }
}

/// An entry with the names that its identity and content give it.
public struct IdentifiedEntry: Hashable, Sendable {
  public var entry: Entry
  public var canonicalLink: String?
  /// The name that a new publication of this identity gets.
  public var publication: PublicationID
  /// The names that it gets when its identity is shared by other entries of the document: by link,
  /// by title and date, by content. The first by which all of them differ is taken.
  public var alternatives: [PublicationID]
  public var versionID: VersionID
  /// The page that its text was read from; `nil` when that is the source's own document.
  public var page: PageFacts?
  /// Set where the text is read at another place than the last version's was, or is had for the first
  /// time.
  public var upgrade: TextUpgrade?
  /// Canonical: a link of an earlier document whose page leads to this entry's now.
  public var formerLink: String?
  /// The document lists it, and its page has said often enough that there is no such page.
  public var pageIsGone = false

  public init(
    entry: Entry, canonicalLink: String? = nil, publication: PublicationID,
    alternatives: [PublicationID] = [], versionID: VersionID, page: PageFacts? = nil
  ) {
    self.page = page
    self.entry = entry
    self.canonicalLink = canonicalLink
    self.publication = publication
    self.alternatives = alternatives
    self.versionID = versionID
  }
}

/// A text that takes the place of another reading of the same publication: its page's instead of the
/// feed's own. What differs by the reading alone is an upgrade and no edit.
public struct TextUpgrade: Hashable, Sendable {
  /// What the last version would say by the reading that both have in common; `nil` when it does.
  public var before: Content?
  /// What the entry says by that reading.
  public var after: Content

  public init(before: Content? = nil, after: Content) {
    self.before = before
    self.after = after
  }

  /// The sides to compare, given what the last version says. A text that was missing says nothing of
  /// what it would have been.
  func sides(_ content: Content) -> (before: Content, after: Content) {
    var old = before ?? content
    old.body = old.body ?? after.body
    return (old, after)
  }
}

/// Where the text of an entry was read, when it was read from a page of its own.
public struct PageFacts: Hashable, Sendable {
  /// SHA-256 of the page's bytes.
  public var rawDigest: Digest
  public var facts: HTTPFacts

  public init(rawDigest: Digest, facts: HTTPFacts) {
    self.rawDigest = rawDigest
    self.facts = facts
  }
}

/// A second identity of a publication.
public struct Alias: Hashable, Sendable {
  public var identity: Identity
  public var publication: PublicationID

  public init(identity: Identity, publication: PublicationID) {
    self.identity = identity
    self.publication = publication
  }
}

/// A change that is to be recorded.
public struct PlannedChange: Hashable, Sendable {
  public var publication: PublicationID
  public var kind: Change.Kind
  /// `nil` for a withdrawal.
  public var entry: IdentifiedEntry?
  /// Empty unless revised.
  public var differences: [Difference]
  /// `nil` unless revised; `nil` with a revision that only upgrades its text.
  public var isSilent: Bool?

  public init(
    publication: PublicationID, kind: Change.Kind, entry: IdentifiedEntry?,
    differences: [Difference] = [],
    isSilent: Bool? = nil
  ) {
    self.publication = publication
    self.kind = kind
    self.entry = entry
    self.differences = differences
    self.isSilent = isSilent
  }
}

/// What is odd about a feed: stored, and shown by `doctor`.
public enum SourceOddity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Several entries of one document have the same id and are not the same.
  case duplicateIDs = "duplicate-ids"
  /// The same entry stands in the document several times: it counts once.
  case repeatedEntries = "repeated-entries"
  /// Old links came with new ids.
  case changedIDs = "changed-ids"
  /// Ids stand for other publications than before: links and contents told them apart.
  case reusedIDs = "reused-ids"
  /// The document was whole and empty, though publications were known.
  case emptied
  /// Pages or files whose text could not be had.
  case textsMissing = "texts-missing"
  /// None of its pages has given a text for long: no edit of their texts is seen.
  case pagesRefused = "pages-refused"
  /// Files of a folder that could not be read: nothing is withdrawn meanwhile.
  case unreadableFiles = "unreadable-files"
  /// More pages are listed than are read at once; the rest follows with the next polls.
  case pagesWaiting = "pages-waiting"
  /// Sitemaps of an index that could not be read: nothing is withdrawn meanwhile.
  case unreadableParts = "unreadable-parts"
  /// The document broke off: its last, unfinished entry does not count, and nothing is withdrawn meanwhile.
  case brokenOff = "broken-off"
}
