/// Which entry of a snapshot is which publication of the store.
///
/// The ladder: the entry's own identity; an identity under which the publication was found before;
/// else the canonical link, when it names exactly one head and one entry and that head's own
/// identity is not listed (a feed that hands out new ids for old links makes no flood of "added");
/// else, under the same condition, the very same dated content (a site that moved to another host).
struct EntryMatching {
  struct Pair {
    var publication: PublicationID
    var head: Head?
    var entry: IdentifiedEntry
    var alias: Alias?
  }

  private(set) var pairs: [Pair] = []
  private(set) var oddities: Set<SourceOddity> = []

  init(known: KnownSource, entries: [IdentifiedEntry]) {
    let heads = Dictionary(
      known.heads.map { ($0.publication, $0) }, uniquingKeysWith: { first, _ in first })
    let shared = SharedIdentities(entries)
    if !shared.isEmpty { oddities.insert(.duplicateIDs) }
    let links = LinkIndex(heads: known.heads, entries: entries)
    let contents = ContentIndex(heads: known.heads, entries: entries)
    let listed = Set(entries.map(\.publication))
    var taken: Set<PublicationID> = []

    for entry in entries {
      var pair = Self.pair(
        entry, alternative: shared.alternative(for: entry), heads: heads, known: known)
      if pair.head == nil, let head = links.onlyHead(for: entry) ?? contents.onlyHead(for: entry),
        !listed.contains(head.publication),
        !taken.contains(head.publication)
      {
        pair.publication = head.publication
        pair.head = head
        pair.alias = Alias(identity: entry.entry.identity, publication: head.publication)
        oddities.insert(.changedIDs)
      }
      if taken.insert(pair.publication).inserted {
        pairs.append(pair)
      } else {
        oddities.insert(.repeatedEntries)
      }
    }
  }

  private static func pair(
    _ entry: IdentifiedEntry, alternative: PublicationID?, heads: [PublicationID: Head],
    known: KnownSource
  ) -> Pair {
    if let alternative {
      // The first publication under a shared id keeps its name as long as its content stays.
      if let head = heads[entry.publication], head.versionID == entry.versionID {
        return Pair(publication: entry.publication, head: head, entry: entry)
      }
      return Pair(publication: alternative, head: heads[alternative], entry: entry)
    }
    if let head = heads[entry.publication] {
      return Pair(publication: entry.publication, head: head, entry: entry)
    }
    if let publication = known.aliases[entry.entry.identity], let head = heads[publication] {
      return Pair(publication: publication, head: head, entry: entry)
    }
    // The others that shared its id may have left the document.
    for name in entry.alternatives {
      if let head = heads[name] { return Pair(publication: name, head: head, entry: entry) }
    }
    return Pair(publication: entry.publication, head: nil, entry: entry)
  }
}

/// The identities that stand on several entries of a document, and by what those differ.
private struct SharedIdentities {
  /// The place of the alternative by which the entries of an identity differ.
  private var choice: [PublicationID: Int] = [:]

  init(_ entries: [IdentifiedEntry]) {
    let groups = Dictionary(grouping: entries, by: \.publication)
    for (publication, group) in groups where group.count > 1 {
      let distinct = Dictionary(
        group.map { ($0.versionID, $0) }, uniquingKeysWith: { first, _ in first })
      guard distinct.count > 1 else { continue }
      let depth = distinct.values.map(\.alternatives.count).min() ?? 0
      choice[publication] = (0..<depth).first { index in
        Set(distinct.values.map { $0.alternatives[index] }).count == distinct.count
      }
    }
  }

  var isEmpty: Bool { choice.isEmpty }

  /// `nil` when the entry has its identity for itself.
  func alternative(for entry: IdentifiedEntry) -> PublicationID? {
    choice[entry.publication].map { entry.alternatives[$0] }
  }
}

/// Heads and entries by canonical link, for links that stand for one of each.
private struct LinkIndex {
  private var heads: [String: Head?] = [:]
  private var entries: [String: Int] = [:]

  init(heads known: [Head], entries listed: [IdentifiedEntry]) {
    for head in known {
      guard let link = head.canonicalLink else { continue }
      heads[link] = heads.keys.contains(link) ? .some(nil) : .some(head)
    }
    for entry in listed {
      if let link = entry.canonicalLink { entries[link, default: 0] += 1 }
    }
  }

  func onlyHead(for entry: IdentifiedEntry) -> Head? {
    guard let link = entry.canonicalLink, entries[link] == 1 else { return nil }
    return heads[link].flatMap(\.self)
  }
}

/// Heads and entries by dated content that stands for one of each. Without a date, two texts may well
/// be the same and mean different things ("Weekly review"), but for two files of a folder: one that
/// left it, and one that came with the same text, is the same under another name.
private struct ContentIndex {
  private var heads: [VersionID: Head?] = [:]
  private var entries: [VersionID: Int] = [:]

  init(heads known: [Head], entries listed: [IdentifiedEntry]) {
    for head in known where head.published != nil || head.identity.isFile {
      let id = head.versionID
      heads[id] = heads.keys.contains(id) ? .some(nil) : .some(head)
    }
    for entry in listed { entries[entry.versionID, default: 0] += 1 }
  }

  func onlyHead(for entry: IdentifiedEntry) -> Head? {
    guard entries[entry.versionID] == 1 else { return nil }
    guard let head = heads[entry.versionID].flatMap(\.self) else { return nil }
    return head.published != nil || entry.entry.identity.isFile ? head : nil
  }
}

extension Identity {
  /// Of a document on disk.
  fileprivate var isFile: Bool { kind == .link && value.hasPrefix("file:") }
}
