/// What a poll's snapshot changes in what the store knows of a source: the heart, pure.
///
/// `heads` is what the store knows, `entries` what the poll saw; the result says what to record.
/// The article <doc:WhatCountsAsAChange> gives the rules, `ChangeSetTests` is the table of them.
public struct ChangeSet: Hashable, Sendable {
  /// In document order, then withdrawals, then what pages of their own brought.
  public var changes: [PlannedChange] = []
  /// The new presence of each publication whose presence moved.
  public var presences: [PublicationID: Presence] = [:]
  /// Identities under which publications were found for the first time, other than their own.
  public var aliases: [Alias] = []
  /// Dates of change that moved though nothing else did, to compare the next poll with.
  public var touched: [PublicationID: Timestamp] = [:]
  /// Links that moved though nothing else did, or together with an edit.
  public var moved: [PublicationID: MovedLink] = [:]
  /// The listing to compare the next poll with.
  public var listing: Listing
  /// What is odd about the feed, for `doctor`.
  public var oddities: Set<SourceOddity> = []
  /// How many entries matched a head and said nothing new.
  public var unchanged = 0
  /// True when this document and the last one share no entry: what stood between them may be lost.
  public var isGap = false

  /// Compares a snapshot with the heads of its source.
  ///
  /// - Parameters:
  ///   - content: the content of a head's newest version; asked only for those that differ.
  public static func between(
    _ known: KnownSource, and snapshot: IdentifiedSnapshot,
    policy: WithdrawalPolicy = WithdrawalPolicy(),
    content: (PublicationID) throws -> Content
  ) rethrows -> ChangeSet {
    var set = ChangeSet(listing: known.listing)
    let matches = try EntryMatching(
      known: known, entries: snapshot.entries, content: content)
    set.oddities = matches.oddities.union(snapshot.oddities)
    var seen: [PublicationID] = []
    for match in matches.pairs {
      seen.append(match.publication)
      if let alias = match.alias { set.aliases.append(alias) }
      guard let head = match.head else {
        set.changes.append(
          PlannedChange(publication: match.publication, kind: .added, entry: match.entry))
        continue
      }
      if match.entry.pageIsGone {
        // A list that nobody tends goes on naming what its publisher took down.
        set.withdraw(head, .gone)
      } else {
        if head.presence.isWithdrawn {
          set.changes.append(
            PlannedChange(publication: head.publication, kind: .restored, entry: match.entry))
        }
        if head.presence != .present { set.presences[head.publication] = .present }
      }
      try set.compare(head, with: match.entry, content: content)
      if let move = MovedLink(from: head, to: match.entry) { set.moved[head.publication] = move }
    }
    set.isGap =
      snapshot.isWhole && !seen.isEmpty && !known.listing.order.isEmpty
      && Set(known.listing.order).isDisjoint(with: seen)
    set.withdraw(known: known, snapshot: snapshot, seen: seen, policy: policy)
    try set.revisit(known: known, snapshot: snapshot, seen: seen, content: content)
    return set
  }

  private mutating func compare(
    _ head: Head, with entry: IdentifiedEntry, content: (PublicationID) throws -> Content
  ) rethrows {
    guard head.versionID != entry.versionID else {
      unchanged += 1
      if let updated = entry.entry.updated, updated != head.updated {
        touched[head.publication] = updated
      }
      return
    }
    var sides = (before: try content(head.publication), after: entry.entry.content)
    var isReadAnew = entry.upgrade != nil
    if let upgrade = entry.upgrade {
      sides = upgrade.sides(sides.before)
    } else if let body = sides.before.body, body.withoutCounters != body {
      // An older program kept counters as content.
      sides.before.body = body.withoutCounters
      isReadAnew = true
    }
    let differences = ContentDiff.differences(
      from: sides.before, to: sides.after, oldLink: head.link, newLink: entry.entry.link)
    guard !isReadAnew || !differences.isEmpty else {
      changes.append(
        PlannedChange(publication: head.publication, kind: .revised, entry: entry))
      return
    }
    let isSilent =
      SilentEdit.isSilent(
        differences, oldUpdated: head.updated, newUpdated: entry.entry.updated,
        oldCorrection: head.correction, newCorrection: entry.entry.correction)
      && !TitleLabel.isNew(from: sides.before.title, to: sides.after.title)
    changes.append(
      PlannedChange(
        publication: head.publication, kind: .revised, entry: entry, differences: differences,
        isSilent: isSilent))
  }

  /// Pages that were visited apart from the document, and entries of older documents. What the
  /// document lists decides of presence; a page decides for a publication that the document does not
  /// list any more, and for one that it lists once the page has said so often enough.
  private mutating func revisit(
    known: KnownSource, snapshot: IdentifiedSnapshot, seen: [PublicationID],
    content: (PublicationID) throws -> Content
  ) rethrows {
    let listed = Set(seen)
    let lastListed = Set(known.listing.order)
    let older = Set(snapshot.older.map(\.publication))
    let matches = try EntryMatching(
      known: known, entries: snapshot.revisited + snapshot.older, content: content)
    for match in matches.pairs where !listed.contains(match.publication) {
      if let alias = match.alias { aliases.append(alias) }
      guard let head = match.head else {
        changes.append(
          PlannedChange(publication: match.publication, kind: .added, entry: match.entry))
        if older.contains(match.entry.publication) { presences[match.publication] = .rolledOff }
        continue
      }
      if isWithdrawn(head) {
        // What the last document lists, and what was withdrawn for its page's sake, is there again.
        let isListed = !snapshot.isWhole && lastListed.contains(head.publication)
        presences[head.publication] = isListed ? .present : .rolledOff
        changes.append(
          PlannedChange(publication: head.publication, kind: .restored, entry: match.entry))
      }
      try compare(head, with: match.entry, content: content)
    }
    for head in known.heads where !snapshot.gone.isEmpty && !listed.contains(head.publication) {
      guard let link = head.canonicalLink, let isSure = snapshot.gone[link],
        isSure || head.presence != .present
      else { continue }
      withdraw(head, .gone)
    }
  }

  /// A poll that brought the same document as the last one: what was missing is missing once more.
  public static func unchanged(_ known: KnownSource, policy: WithdrawalPolicy = WithdrawalPolicy())
    -> ChangeSet
  {
    var set = ChangeSet(listing: known.listing)
    for head in known.heads {
      if case .missing = head.presence { set.advanceMissing(head, policy: policy) }
    }
    set.dropWithdrawnGhosts()
    return set
  }

  private mutating func withdraw(
    known: KnownSource, snapshot: IdentifiedSnapshot, seen: [PublicationID],
    policy: WithdrawalPolicy
  ) {
    let declared = Set(snapshot.deleted)
    for head in known.heads
    where declared.contains(head.identity.value) && !seen.contains(head.publication) {
      withdraw(head, .declared)
    }
    // A cut-off document and an empty one withdraw nothing: both are what a publisher's fault looks
    // like.
    guard snapshot.isWhole else {
      listing = known.listing.supplemented(by: seen)
      return
    }
    guard !seen.isEmpty else {
      if !known.heads.isEmpty { oddities.insert(.emptied) }
      return
    }
    let heads = Dictionary(
      known.heads.map { ($0.publication, $0) }, uniquingKeysWith: { first, _ in first })
    if snapshot.isComplete {
      let listed = Set(seen)
      for head in known.heads where !listed.contains(head.publication) {
        withdraw(head, .notInCompleteFeed)
      }
      listing = Listing(order: seen)
      return
    }
    if known.listing.order.isEmpty { rollOff(known.heads, butFor: seen) }
    var ghosts: Set<PublicationID> = []
    var tail: Set<PublicationID> = []
    let fresh = freshEntries(heads: heads)
    for absence in known.listing.absences(
      in: seen, fresh: fresh, oldestFirst: snapshot.isOldestFirst,
      published: heads.compactMapValues(\.published))
    {
      guard let head = heads[absence.publication], !isWithdrawn(head) else { continue }
      if absence.isMissing {
        advanceMissing(head, policy: policy)
        if !isWithdrawn(head) { ghosts.insert(head.publication) }
      } else {
        tail.insert(head.publication)
        if head.presence != .rolledOff { presences[head.publication] = .rolledOff }
      }
    }
    listing = known.listing.followed(
      by: seen, ghosts: ghosts, tail: tail, oldestFirst: snapshot.isOldestFirst)
  }

  /// Added entries that are younger than every head that is listed.
  private func freshEntries(heads: [PublicationID: Head]) -> Set<PublicationID> {
    let newest = heads.values.compactMap { $0.presence == .present ? $0.published : nil }.max()
    return Set(
      changes.compactMap { change in
        guard change.kind == .added, let published = change.entry?.entry.content.published else {
          return nil
        }
        return newest.map { published > $0 } ?? true ? change.publication : nil
      })
  }

  /// Without an earlier listing (a store that was made of an export) nothing tells what is missing,
  /// and what is not listed is not said to be there.
  private mutating func rollOff(_ heads: [Head], butFor seen: [PublicationID]) {
    let listed = Set(seen)
    for head in heads where head.presence == .present && !listed.contains(head.publication) {
      presences[head.publication] = .rolledOff
    }
  }

  private mutating func advanceMissing(_ head: Head, policy: WithdrawalPolicy) {
    let polls = if case .missing(let before) = head.presence { before + 1 } else { 1 }
    if polls >= policy.missingPolls {
      withdraw(head, .missing)
    } else {
      presences[head.publication] = .missing(polls: polls)
    }
  }

  private mutating func withdraw(_ head: Head, _ reason: Presence.Withdrawal) {
    guard !isWithdrawn(head) else { return }
    presences[head.publication] = .withdrawn(reason)
    changes.append(PlannedChange(publication: head.publication, kind: .withdrawn, entry: nil))
  }

  private func isWithdrawn(_ head: Head) -> Bool {
    (presences[head.publication] ?? head.presence).isWithdrawn
  }

  private mutating func dropWithdrawnGhosts() {
    listing.order.removeAll { presences[$0]?.isWithdrawn == true }
  }
}
