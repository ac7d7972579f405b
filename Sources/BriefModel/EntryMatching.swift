/// Which entry of a snapshot is which publication of the store.
///
/// An identity, a link and the content each say something, and none of them always. Taken first is
/// what two of them agree on: an identity (the entry's own, or one under which the publication was
/// found before) with its link, its content, or, where there is no link, its date. Then:
///
/// - An identity whose link and content are another publication's stands for that one (ids that
///   are places in the list, or that two entries exchanged), and one whose link, date, title and text
///   are nobody's for a new one (an id that is used again). ``EntryLikeness`` decides.
/// - A link, or the very same content (a site that moved to another host), that names exactly one
///   publication and one entry stands for it, unless the publication is listed under its own
///   identity: a feed that hands out new ids for old links makes no flood of "added".
/// - Entries that share an identity are told apart by ``SharedIdentities``.
struct EntryMatching {
  struct Pair {
    var publication: PublicationID
    var head: Head?
    var entry: IdentifiedEntry
    var alias: Alias?
  }

  /// In document order.
  private(set) var pairs: [Pair] = []
  private(set) var oddities: Set<SourceOddity> = []
  private let entries: [IdentifiedEntry]
  /// The publication of each entry, where it is known.
  private var found: [Head?]
  private var taken: Set<PublicationID> = []

  /// - Parameter content: of a head's newest version; asked only where identity and link disagree.
  init(
    known: KnownSource, entries: [IdentifiedEntry], content: (PublicationID) throws -> Content
  ) rethrows {
    self.entries = entries
    found = [Head?](repeating: nil, count: entries.count)
    let heads = Dictionary(
      known.heads.map { ($0.publication, $0) }, uniquingKeysWith: { first, _ in first })
    let shared = SharedIdentities(entries, heads: heads, aliases: known.aliases)
    if !shared.isEmpty { oddities.insert(.duplicateIDs) }
    let own = entries.indices.map { shared.head(of: $0, entries[$0]) }

    var open: [Int] = []
    var repeated = shared.repeated
    for place in entries.indices where !repeated.contains(place) {
      guard let head = own[place], head.isSurely(entries[place]) else {
        open.append(place)
        continue
      }
      if !take(head, at: place) { repeated.insert(place) }
    }
    var aliased: Set<Int> = []
    if !open.isEmpty {
      let index = HeadIndex(heads: known.heads, entries: entries)
      try settle(open.filter { own[$0] != nil }, own: own, index: index, content: content)
      for place in open where own[place] == nil {
        guard let head = index.onlyHead(for: entries[place]), take(head, at: place) else {
          continue
        }
        oddities.insert(.changedIDs)
        // One that several entries have names none of them.
        if shared.alternative(for: entries[place]) == nil { aliased.insert(place) }
      }
    }
    for place in entries.indices {
      if !repeated.contains(place),
        let pair = pair(at: place, shared: shared, heads: heads, isAliased: aliased.contains(place))
      {
        pairs.append(pair)
      } else {
        oddities.insert(.repeatedEntries)
      }
    }
  }

  private mutating func take(_ head: Head, at place: Int) -> Bool {
    guard taken.insert(head.publication).inserted else { return false }
    found[place] = head
    return true
  }

  /// Entries whose identity stands for a publication of another link and another content.
  private mutating func settle(
    _ places: [Int], own: [Head?], index: HeadIndex, content: (PublicationID) throws -> Content
  ) rethrows {
    var doubtful: [Int] = []
    for place in places {
      guard let head = own[place] else { continue }
      let entry = entries[place]
      guard let other = index.onlyHead(for: entry), other.publication != head.publication,
        !taken.contains(other.publication),
        try EntryLikeness(entry).isRather(other, than: head, content: content),
        take(other, at: place)
      else {
        doubtful.append(place)
        continue
      }
      oddities.insert(.reusedIDs)
    }
    for place in doubtful {
      guard let head = own[place] else { continue }
      let isAnother = try EntryLikeness(entries[place]).isNot(head, content: content)
      if isAnother || !take(head, at: place) { oddities.insert(.reusedIDs) }
    }
  }

  /// `nil` when no name is left for a new publication.
  private mutating func pair(
    at place: Int, shared: SharedIdentities, heads: [PublicationID: Head], isAliased: Bool
  ) -> Pair? {
    let entry = entries[place]
    if let head = found[place] {
      return Pair(
        publication: head.publication, head: head, entry: entry,
        alias: isAliased
          ? Alias(identity: entry.entry.identity, publication: head.publication) : nil)
    }
    let names = [shared.alternative(for: entry) ?? entry.publication] + entry.alternatives
    guard let name = names.first(where: { heads[$0] == nil && !taken.contains($0) }) else {
      return nil
    }
    taken.insert(name)
    return Pair(publication: name, head: nil, entry: entry)
  }
}

extension Head {
  /// True when more than the identity says that the entry is this publication.
  fileprivate func isSurely(_ entry: IdentifiedEntry) -> Bool {
    if versionID == entry.versionID { return true }
    guard let here = canonicalLink, let there = entry.canonicalLink else {
      return published == entry.entry.content.published
    }
    return here == there
  }
}

/// Heads by canonical link and by content, for those that stand for one head and one entry.
private struct HeadIndex {
  private var byLink: [String: Head?] = [:]
  private var byVersion: [VersionID: Head?] = [:]
  private var links: [String: Int] = [:]
  private var versions: [VersionID: Int] = [:]

  init(heads: [Head], entries: [IdentifiedEntry]) {
    for head in heads {
      let id = head.versionID
      byVersion[id] = byVersion.keys.contains(id) ? .some(nil) : .some(head)
      guard let link = head.canonicalLink else { continue }
      byLink[link] = byLink.keys.contains(link) ? .some(nil) : .some(head)
    }
    for entry in entries {
      versions[entry.versionID, default: 0] += 1
      if let link = entry.canonicalLink { links[link, default: 0] += 1 }
    }
  }

  /// By the link, else by the one that led to it, else by the content.
  func onlyHead(for entry: IdentifiedEntry) -> Head? {
    if let link = entry.canonicalLink, links[link] == 1, let head = byLink[link].flatMap(\.self) {
      return head
    }
    if let former = entry.formerLink, links[former] == nil,
      let head = byLink[former].flatMap(\.self)
    {
      return head
    }
    guard versions[entry.versionID] == 1, Self.tells(entry),
      let head = byVersion[entry.versionID].flatMap(\.self),
      // What is still listed at its own link is not this one.
      head.canonicalLink.map({ links[$0] == nil }) ?? true || head.published != nil
    else { return nil }
    return head
  }

  /// True when no other publication says the same by chance. Without a date, two short texts may well
  /// be the same and mean different things ("Weekly review"), but for two files of a folder: one that
  /// left it, and one that came with the same text, is the same under another name.
  private static func tells(_ entry: IdentifiedEntry) -> Bool {
    let content = entry.entry.content
    return content.published != nil || entry.entry.identity.isFile
      || content.title != nil && (content.body?.text.utf8.count ?? 0) >= tellingBytes
  }

  /// UTF-8 bytes of a text that nobody writes twice: some thirty words.
  private static let tellingBytes = 200
}

extension Identity {
  /// Of a document on disk.
  fileprivate var isFile: Bool { kind == .link && value.hasPrefix("file:") }
}
