/// The identities that stand on several entries of a document, by what those differ, and which
/// publication each identity names.
struct SharedIdentities {
  /// The places of entries that say again, or said before, what another one says.
  private(set) var repeated: Set<Int> = []
  /// The place of the alternative by which the entries of an identity differ.
  private var choice: [PublicationID: Int] = [:]
  /// The entry that goes on what a shared identity named before, by identity.
  private var owners: [PublicationID: Int] = [:]
  private let heads: [PublicationID: Head]
  private let aliases: [Identity: PublicationID]

  init(
    _ entries: [IdentifiedEntry], heads: [PublicationID: Head],
    aliases: [Identity: PublicationID]
  ) {
    (self.heads, self.aliases) = (heads, aliases)
    let groups = Dictionary(grouping: entries.indices) { entries[$0].publication }
    for (publication, group) in groups where group.count > 1 {
      let states = Dictionary(grouping: group) { State(entries[$0]) }
      for state in states.values where state.count > 1 {
        // The later state, if the publisher says which that is; else the one that stands first.
        let last = state.max { one, other in
          let dates = (entries[one].entry.updated, entries[other].entry.updated)
          return (dates.0?.seconds ?? .min, other) < (dates.1?.seconds ?? .min, one)
        }
        repeated.formUnion(state.filter { $0 != last })
      }
      let distinct = group.filter { !repeated.contains($0) }
      guard distinct.count > 1 else { continue }
      let depth = distinct.map { entries[$0].alternatives.count }.min() ?? 0
      choice[publication] = (0..<depth).first { index in
        Set(distinct.map { entries[$0].alternatives[index] }).count == distinct.count
      }
      guard let head = named(entries[distinct[0]]) else { continue }
      owners[publication] =
        distinct.first { entries[$0].versionID == head.versionID }
        ?? distinct.only { head.isLinked(by: entries[$0]) }
    }
  }

  /// Entries of one identity that are one publication: the very same, or the same link, title and
  /// date, which an edit left as they were.
  private enum State: Hashable {
    case same(VersionID)
    case dated([PublicationID])

    init(_ entry: IdentifiedEntry) {
      let content = entry.entry.content
      self =
        entry.canonicalLink != nil && content.title != nil && content.published != nil
        ? .dated(Array(entry.alternatives.prefix(2))) : .same(entry.versionID)
    }
  }

  var isEmpty: Bool { choice.isEmpty }

  /// `nil` when the entry has its identity for itself.
  func alternative(for entry: IdentifiedEntry) -> PublicationID? {
    choice[entry.publication].map { entry.alternatives[$0] }
  }

  /// What the entry's identity says that it is.
  func head(of place: Int, _ entry: IdentifiedEntry) -> Head? {
    if let alternative = alternative(for: entry) {
      return owners[entry.publication] == place ? named(entry) : heads[alternative]
    }
    if let head = named(entry) {
      // An id that several publications had names the one at this link.
      guard !head.isLinked(by: entry), head.versionID != entry.versionID else { return head }
      return entry.alternatives.lazy.compactMap { heads[$0] }.first {
        $0.identity == entry.entry.identity
      } ?? head
    }
    // The others that shared its id may have left the document.
    return entry.alternatives.lazy.compactMap { heads[$0] }.first
  }

  private func named(_ entry: IdentifiedEntry) -> Head? {
    heads[entry.publication] ?? aliases[entry.entry.identity].flatMap { heads[$0] }
  }
}

extension Head {
  fileprivate func isLinked(by entry: IdentifiedEntry) -> Bool {
    canonicalLink != nil && canonicalLink == entry.canonicalLink
  }
}

extension Array {
  /// The one element that meets a condition; `nil` when several do.
  fileprivate func only(where condition: (Element) -> Bool) -> Element? {
    let found = filter(condition)
    return found.count == 1 ? found[0] : nil
  }
}
