import BriefModel

/// A publisher and a store in miniature, for tables: entries are named by letters.
struct Scene {
  var known = KnownSource()
  private var contents: [PublicationID: Content] = [:]

  /// Takes in a poll of `entries` and gives what changed, as text: `+a`, `~a date`, `-a missing`,
  /// `^a`.
  mutating func poll(
    _ entries: [IdentifiedEntry], deleted: [String] = [], isWhole: Bool = true,
    isComplete: Bool = false, policy: WithdrawalPolicy = WithdrawalPolicy()
  ) -> [String] {
    let snapshot = IdentifiedSnapshot(
      entries: entries, deleted: deleted, isWhole: isWhole, isComplete: isComplete)
    let set = ChangeSet.between(known, and: snapshot, policy: policy) { contents[$0] ?? Content() }
    let changes = apply(set)
    return set.settles(snapshot) && !isFixed(by: snapshot, policy)
      ? changes + ["unsettled"] : changes
  }

  /// True when what lists the same versions under the same names, however it writes their links,
  /// changes nothing.
  private func isFixed(by snapshot: IdentifiedSnapshot, _ policy: WithdrawalPolicy) -> Bool {
    var other = snapshot
    for index in other.entries.indices {
      other.entries[index].entry.link? += "?utm_source=mail"
    }
    guard snapshot.listedNames != nil, other.listedNames == snapshot.listedNames else {
      return snapshot.listedNames == nil
    }
    let again = ChangeSet.between(known, and: other, policy: policy) { contents[$0] ?? Content() }
    return again.changes.isEmpty && again.presences.isEmpty && again.touched.isEmpty
      && again.aliases.isEmpty && !again.isGap && again.moved.isEmpty
      && again.oddities == snapshot.oddities && again.listing == known.listing
      && again.unchanged == snapshot.entries.count
  }

  /// Takes in a poll that brought the same document.
  mutating func pollUnchanged() -> [String] {
    apply(ChangeSet.unchanged(known))
  }

  private(set) var lastOddities: Set<SourceOddity> = []
  private var lastChanges: [PlannedChange] = []

  /// What the last poll added or revised, by title.
  func titles(of kind: Change.Kind) -> [String] {
    lastChanges.filter { $0.kind == kind }.compactMap(\.entry?.entry.content.title).sorted()
  }

  private mutating func apply(_ set: ChangeSet) -> [String] {
    lastOddities = set.oddities
    lastChanges = set.changes
    known.listing = set.listing
    for alias in set.aliases { known.aliases[alias.identity] = alias.publication }
    for change in set.changes { advance(change) }
    for (publication, updated) in set.touched {
      guard let index = known.heads.firstIndex(where: { $0.publication == publication }) else {
        continue
      }
      known.heads[index].updated = updated
    }
    for (publication, move) in set.moved {
      guard let index = known.heads.firstIndex(where: { $0.publication == publication }) else {
        continue
      }
      (known.heads[index].link, known.heads[index].canonicalLink) = (move.link, move.canonicalLink)
    }
    for index in known.heads.indices {
      if let presence = set.presences[known.heads[index].publication] {
        known.heads[index].presence = presence
      }
    }
    return set.changes.map(describe)
  }

  private mutating func advance(_ change: PlannedChange) {
    guard let entry = change.entry else { return }
    contents[change.publication] = entry.entry.content
    var head = Head(
      publication: change.publication, identity: entry.entry.identity,
      canonicalLink: entry.canonicalLink, link: entry.entry.link, versionID: entry.versionID,
      published: entry.entry.content.published, updated: entry.entry.updated,
      correction: entry.entry.correction)
    if let index = known.heads.firstIndex(where: { $0.publication == change.publication }) {
      head.identity = known.heads[index].identity
      known.heads[index] = head
    } else {
      known.heads.append(head)
    }
  }

  private func describe(_ change: PlannedChange) -> String {
    let name = known.heads.first { $0.publication == change.publication }?.identity.value ?? "?"
    switch change.kind {
    case .added: return "+\(name)"
    case .restored: return "^\(name)"
    case .withdrawn:
      let presence = known.heads.first { $0.publication == change.publication }?.presence
      if case .withdrawn(let reason)? = presence { return "-\(name) \(reason.rawValue)" }
      return "-\(name)"
    case .revised:
      let classes = Difference.classes(of: change.differences).map(\.rawValue)
      return
        "~\(name) \(classes.joined(separator: ",")) \(change.isSilent == true ? "silent" : "announced")"
    }
  }

  func link(_ name: String) -> String? {
    known.heads.first { $0.identity.value == name }?.canonicalLink
  }

  func presence(_ name: String) -> String? {
    known.heads.first { $0.identity.value == name }?.presence.name
  }
}

/// An entry called `name`, published on day `day` of January 2024.
func entry(
  _ name: String, _ text: String = "A brief on gas.", day: Int? = nil, id: String? = nil,
  link: String? = nil, updated: Int? = nil, correction: String? = nil
) -> IdentifiedEntry {
  let content = Content(
    title: "Brief \(name)",
    published: day.flatMap { CalendarDate(year: 2024, month: 1, day: $0)?.midnight },
    body: Body(text: text))
  let link = link ?? "example.org/\(name)"
  let identity = Identity(kind: .entryID, value: id ?? name)
  return IdentifiedEntry(
    entry: Entry(
      identity: identity, link: "https://\(link)", content: content,
      updated: updated.flatMap { CalendarDate(year: 2024, month: 2, day: $0)?.midnight },
      correction: correction),
    canonicalLink: link, publication: publicationID(identity.value),
    alternatives: [
      publicationID("link:\(link)"), publicationID("title:\(name)"),
      publicationID("content:\(text)"),
    ], versionID: versionID(of: content))
}

func publicationID(_ name: String) -> PublicationID {
  PublicationID(firstHalfOf: digest(name))
}

func versionID(of content: Content) -> VersionID {
  let comparable = content.comparable
  return VersionID(
    digest(
      "\(comparable.title ?? "")|\(comparable.published?.seconds ?? 0)|\(comparable.body?.text ?? "")"
    ))
}

/// 32 bytes that differ where the texts do: enough for names in a test.
private func digest(_ text: String) -> Digest {
  var bytes: [UInt8] = []
  for salt in UInt64(0)..<4 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ salt &* 0x9e37_79b9_7f4a_7c15
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }
  }
  return Digest(bytes) ?? .zero
}
