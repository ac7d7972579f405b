import BriefModel
import BriefStore
import Foundation
import GRDB

/// Writes the rows of one revision and its entry in the chain.
struct RevisionRows {
  let db: Database
  let store: StoreID
  let poll: PollRecord
  let source: Int64
  let context: RecordingContext
  let revision: Revision
  /// Never before the last revision's: the chain's times do not run backwards when the clock does.
  let time: Timestamp
  private let predecessor: Digest
  private let search: PendingSearchRows
  private let heads: ReadHeads

  init(
    db: Database, store: StoreID, poll: PollRecord, source: Int64, context: RecordingContext,
    search: PendingSearchRows, heads: ReadHeads
  ) throws {
    (self.db, self.store, self.poll, self.source, self.context) = (db, store, poll, source, context)
    (self.search, self.heads) = (search, heads)
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT number, time, entry FROM revision ORDER BY number DESC LIMIT 1"))
    // After the largest number there is no other: the row is refused then, as it stands already.
    let number: Int64 = last?["number"] ?? 0
    revision = Revision(min(number, .max - 1) + 1)
    time = max(poll.time, Timestamp(seconds: last?["time"] ?? Int64.min))
    predecessor =
      try last.map {
        try StoreSnapshot(db: db).digest([UInt8]($0["entry"] as Data), of: "the last revision")
      }
      ?? .zero
  }

  private var rows: RecordRows { RecordRows(db: db, revision: revision, source: source) }

  /// What was written.
  struct Written {
    /// In order.
    var changes: [Change] = []
    /// What the changed publications say, for those who are told.
    var versions: [PublicationID: VersionRows.Written] = [:]
  }

  func write(_ set: ChangeSet, sealing coverage: CoverageRecord?) throws -> Written {
    // The revision's row comes first (others refer to it) with an entry that stands at the end.
    var record = RevisionRecord(
      origin: store.rawValue, sequence: revision.number, time: time, source: poll.source)
    let document = DocumentFacts(
      rawDigest: poll.rawDigest ?? .zero, facts: try StoreJSON.text(poll.facts.recorded))
    let hasVersions = set.changes.contains { $0.kind == .added || $0.kind == .revised }
    try rows.open(record, entry: predecessor, document: hasVersions ? document : nil)
    var written = Written()
    for (ordinal, planned) in set.changes.enumerated() {
      let (change, version) = try write(
        planned, document: document, presence: set.presences[planned.publication], ordinal,
        to: &record)
      written.changes.append(change)
      written.versions[planned.publication] = version
    }
    // An identity stands for one publication; of two in one document for the last.
    record.aliases = Dictionary(set.aliases.map { ($0.identity, $0) }) { $1 }.map(\.value)
    for alias in record.aliases { try rows.insert(alias) }
    record.sealedCoverage = coverage
    if let coverage { try rows.insert(coverage) }
    record.sort()
    try rows.close(record, entry: record.entry(after: predecessor))
    return written
  }

  private func write(
    _ planned: PlannedChange, document: DocumentFacts, presence: Presence?, _ ordinal: Int,
    to record: inout RevisionRecord
  ) throws -> (Change, VersionRows.Written) {
    let versions = VersionRows(
      db: db, document: document, revision: revision, time: time, context: context,
      search: search, heads: heads, early: poll.early)
    let written: VersionRows.Written
    switch (planned.kind, planned.entry) {
    case (.added, let entry?):
      let publication = PublicationRecord(
        id: planned.publication, identity: entry.entry.identity, firstSeen: time)
      record.publications.append(publication)
      written = try versions.insertFirst(entry, of: publication, source: source)
    case (.revised, let entry?):
      written = try versions.insertNext(entry, of: planned.publication, source: source)
    default:
      written = try versions.newest(of: planned.publication)
    }
    if let version = written.record { record.versions.append(version) }

    var change = Change(
      revision: revision, ordinal: ordinal, time: time, kind: planned.kind,
      publication: written.reference(source: poll.source, id: planned.publication),
      version: written.number,
      isSilent: planned.isSilent, differences: planned.differences, topics: written.topics)
    if change.kind == .revised, !change.isUpgrade {
      change.topics = try heads.snapshot.topics(
        publication: written.publication, version: written.number, withReplaced: true)
    }
    var withdrawal: Presence.Withdrawal?
    if planned.kind == .withdrawn, case .withdrawn(let reason)? = presence { withdrawal = reason }
    let changeRecord = ChangeRecord(
      ordinal: ordinal, kind: planned.kind, publication: planned.publication,
      version: written.number,
      // A revision of no difference is an upgrade; its row says of none that it is silent.
      isSilent: planned.kind == .revised ? planned.isSilent ?? false : nil, withdrawal: withdrawal,
      differences: String(decoding: RowJSON.bytes(planned.differences), as: UTF8.self))
    record.changes.append(changeRecord)
    try rows.insert(changeRecord, publication: written.publication, at: time)
    return (change, written)
  }
}
