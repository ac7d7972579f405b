import BriefModel
import BriefStore
import Foundation
import GRDB

/// Records one poll inside a transaction: heads read, change set computed, rows written, rules
/// evaluated, alerts put into the outbox, validators and schedule advanced, revision closed. In
/// that order.
struct PollRecording {
  let db: Database
  let store: StoreID
  let poll: PollRecord
  let context: RecordingContext
  let search: PendingSearchRows
  let reviewed: ReviewedDay
  let heads: ReadHeads

  init(
    db: Database, store: StoreID, poll: PollRecord, context: RecordingContext,
    search: PendingSearchRows, reviewed: ReviewedDay
  ) {
    (self.db, self.store, self.poll, self.context) = (db, store, poll, context)
    (self.search, self.reviewed) = (search, reviewed)
    heads = ReadHeads(db: db)
  }

  func record() throws -> RecordedPoll {
    var recorded = RecordedPoll(source: poll.source)
    let before = try SourceRows(db: db).standing(of: poll.source)
    let source = before.row
    try PageRows(db: db).keep(poll.pages, source: source)
    try PageRows(db: db).forget(poll.leftPages, source: source)
    let refusal = try PageRefusal(after: poll, source: source, standing: before, db: db)
    recorded.alerts = try SourceEventRows(db: db, store: store, context: context).owe(
      after: poll, source: source, standing: before.standing, refusal: refusal)
    recorded.alerts += try DeadlineReview(
      db: db, store: store, context: context, reviewed: reviewed
    ).run(at: poll.time)
    let older = OlderReadingRows(db: db, context: context)
    var isGap = false
    switch poll.observation {
    case .trouble(let trouble):
      try PollStateRows(db: db).fail(source: source, poll: poll, trouble: trouble)
    case .unchanged:
      // A row of a publication is opened only when one is missing and may now count as withdrawn.
      if before.hasMissing {
        let known = try KnownRows(db: db).load(source: source)
        let set = ChangeSet.unchanged(known, policy: context.withdrawalPolicy)
        try commit(set, of: nil, known: known, source: source, to: &recorded)
        try KnownRows(db: db).settle(nil, source: source)
      }
      try PollStateRows(db: db).succeed(source: source, poll: poll, isWhole: true, oddities: nil)
    case .snapshot(let snapshot):
      isGap = try record(snapshot, source: source, to: &recorded)
    }
    try refusal.mark(source, db: db)
    if let standing = poll.older {
      try older.keep(
        standing, isGap: isGap, after: before.logged.lastSuccess, source: source)
    }
    if poll.older != nil || !poll.pages.isEmpty {
      try older.settle(source: source, id: poll.source, at: poll.time)
    }
    if !poll.pages.isEmpty {
      try FirstRoundRows(db: db, context: context).end(
        source: source, id: poll.source, at: poll.time)
    }
    try ScheduleRows(db: db).keep(poll, source: source)
    try PollLogRows(db: db).append(
      source: source, poll: poll,
      after: before.hasMissing || refusal.isMarked ? nil : before.logged.after(poll))
    return recorded
  }

  /// True when the snapshot has nothing in common with the last one.
  private func record(
    _ snapshot: IdentifiedSnapshot, source: Int64, to recorded: inout RecordedPoll
  ) throws -> Bool {
    let known = KnownRows(db: db)
    let names = snapshot.listedNames.map(Fingerprint.sha256)
    var isGap = false
    recorded.oddities = snapshot.oddities
    // A document that lists what the last one listed, word for word: no head is opened.
    if try names == nil || known.settled(source: source) != names {
      let heads = try known.load(source: source)
      let set = try ChangeSet.between(heads, and: snapshot, policy: context.withdrawalPolicy) {
        try self.heads.content(of: $0)
      }
      try commit(set, of: snapshot, known: heads, source: source, to: &recorded)
      try known.settle(set.settles(snapshot) ? names : nil, source: source)
      recorded.oddities = set.oddities
      isGap = set.isGap
    }
    if snapshot.isWhole, !snapshot.entries.isEmpty {
      try PollStateRows(db: db).cover(source: source, from: poll.time, anew: isGap)
    }
    try PollStateRows(db: db).succeed(
      source: source, poll: poll, isWhole: snapshot.isWhole,
      oddities: snapshot.saysNothing ? nil : recorded.oddities)
    return isGap
  }

  private func commit(
    _ set: ChangeSet, of snapshot: IdentifiedSnapshot?, known: KnownSource, source: Int64,
    to recorded: inout RecordedPoll
  ) throws {
    var written = RevisionRows.Written()
    var time = poll.time
    try HeadRows(db: db).move(set.moved)
    try PageRows(db: db).forget(set.leftLinks(of: known), source: source)
    if !set.changes.isEmpty || !set.aliases.isEmpty {
      let rows = try RevisionRows(
        db: db, store: store, poll: poll, source: source, context: context, search: search,
        heads: heads)
      let sealed = set.isGap ? try PollStateRows(db: db).coverage(source: source) : nil
      written = try rows.write(set, sealing: sealed)
      recorded.revision = rows.revision
      time = rows.time
      for change in written.changes where !change.isUpgrade { recorded.counts.count(change.kind) }
    }
    try HeadRows(db: db).move(set.presences, at: time)
    try HeadRows(db: db).touch(set.touched)
    try KnownRows(db: db).keep(set.listing, was: known.listing, source: source)
    try PollStateRows(db: db).count(
      source: source, added: recorded.counts.added, missing: missing(known, after: set.presences))

    var details = try said(set, written.changes)
    for (publication, version) in written.versions where !context.rules.isEmpty {
      details[publication]?.language = version.language
      details[publication, default: ChangeDetails()].moves = version.moves
      details[publication]?.published = version.published
      details[publication]?.mentions = version.mentions
    }
    for change in written.changes where change.isUpgrade && !context.rules.isEmpty {
      let published = details[change.publication.id]?.published
      details[change.publication.id]?.earlier = try LatePages(db: db, policy: context.alertPolicy)
        .earlier(change, published: published)
    }
    let rounds = FirstRoundRows(db: db, context: context)
    let began = try rounds.begin(
      source: source, id: poll.source, isFirstPoll: known.heads.isEmpty, at: poll.time)
    let older = OlderReadingRows(db: db, context: context)
    let found = try older.found(source)
    let holds = [
      began.map { FirstRoundRows.hold(poll.source, began: $0) },
      found.map { older.hold(poll.source, found: $0) },
    ].compactMap(\.self)
    let alerts = Alert.owed(
      for: written.changes, rules: context.rules, source: poll.source,
      bulk: PollBulk(
        isFirstPoll: known.heads.isEmpty, listed: snapshot?.entries.count ?? 0,
        firstRound: began, newest: known.heads.compactMap(\.published).max(),
        backFilled: found.flatMap { snapshot?.backFilled(since: $0) } ?? []),
      policy: context.alertPolicy, details: details)
    for alert in alerts {
      let key = alert.key(store: store)
      let body = try context.body(alert, store, key)
      try OutboxRows(db: db).owe(
        alert, key: key, body: body, at: poll.time, context: context, heldBy: holds)
    }
    recorded.alerts += alerts.count
  }

  /// What the rules ask of the changed publications; of one that was withdrawn what it said last.
  private func said(
    _ set: ChangeSet, _ changes: [Change]
  ) throws -> [PublicationID: ChangeDetails] {
    var details = set.details(for: context.rules)
    guard context.rules.contains(where: \.asksForDetails) else { return details }
    let snapshot = StoreSnapshot(db: db)
    for change in changes {
      let publication = change.publication.id
      if details[publication] == nil {
        details[publication] = try snapshot.details(of: change)
      } else if let replaced = try snapshot.replaced(by: change) {
        details[publication]?.replaced = replaced
      }
    }
    return details
  }

  private func missing(_ known: KnownSource, after presences: [PublicationID: Presence]) -> Int {
    known.heads.count { head in
      if case .missing = presences[head.publication] ?? head.presence { true } else { false }
    }
  }
}

extension IdentifiedSnapshot {
  /// No document was read: only pages were visited.
  fileprivate var saysNothing: Bool {
    !isWhole && entries.isEmpty && deleted.isEmpty && oddities.isEmpty
  }

  /// What was read to close a gap: entries of older documents, and those whose pages were read late.
  fileprivate func backFilled(since found: Timestamp) -> Set<PublicationID> {
    let late = revisited.filter { $0.entry.content.published.map { $0 <= found } ?? false }
    return Set((older + late).map(\.publication))
  }
}
