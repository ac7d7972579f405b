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

  init(db: Database, store: StoreID, poll: PollRecord, source: Int64, context: RecordingContext)
    throws
  {
    (self.db, self.store, self.poll, self.source, self.context) = (db, store, poll, source, context)
    let last = try Row.fetchOne(
      db, sql: "SELECT number, time, entry FROM revision ORDER BY number DESC LIMIT 1")
    revision = Revision((last?["number"] ?? 0) + 1)
    time = max(poll.time, Timestamp(seconds: last?["time"] ?? Int64.min))
    predecessor =
      try last.map {
        try StoreSnapshot(db: db).digest([UInt8]($0["entry"] as Data), of: "the last revision")
      }
      ?? .zero
  }

  /// The changes as recorded, in order.
  func write(_ set: ChangeSet, sealing coverage: CoverageRecord?) throws -> [Change] {
    // The revision's row comes first (others refer to it) with an entry that stands at the end.
    try db.execute(
      sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        revision.number, store.rawValue, revision.number, time.seconds, source,
        Data(predecessor.bytes),
      ])
    var record = RevisionRecord(
      origin: store.rawValue, sequence: revision.number, time: time, source: poll.source)
    var changes: [Change] = []
    for (ordinal, planned) in set.changes.enumerated() {
      changes.append(
        try write(planned, presence: set.presences[planned.publication], ordinal, to: &record))
    }
    record.aliases = set.aliases
    for alias in set.aliases { try insert(alias) }
    record.sealedCoverage = coverage
    if let coverage { try insert(coverage) }
    record.sort()
    try close(record)
    return changes
  }

  private func write(
    _ planned: PlannedChange, presence: Presence?, _ ordinal: Int, to record: inout RevisionRecord
  ) throws -> Change {
    let rows = VersionRows(db: db, poll: poll, revision: revision, time: time, context: context)
    let written: VersionRows.Written
    switch (planned.kind, planned.entry) {
    case (.added, let entry?):
      let publication = PublicationRecord(
        id: planned.publication, identity: entry.entry.identity, firstSeen: time)
      record.publications.append(publication)
      written = try rows.insertFirst(entry, of: publication, source: source)
    case (.revised, let entry?):
      written = try rows.insertNext(entry, of: planned.publication, source: source)
    default:
      written = try rows.newest(of: planned.publication)
    }
    if let version = written.record { record.versions.append(version) }

    let change = Change(
      revision: revision, ordinal: ordinal, time: time, kind: planned.kind,
      publication: written.reference(source: poll.source, id: planned.publication),
      version: written.number,
      isSilent: planned.isSilent, differences: planned.differences, topics: written.topics)
    var withdrawal: Presence.Withdrawal?
    if planned.kind == .withdrawn, case .withdrawn(let reason)? = presence { withdrawal = reason }
    let changeRecord = ChangeRecord(
      ordinal: ordinal, kind: planned.kind, publication: planned.publication,
      version: written.number,
      isSilent: planned.isSilent, withdrawal: withdrawal,
      differences: planned.differences.isEmpty ? "[]" : try StoreJSON.text(planned.differences))
    record.changes.append(changeRecord)
    try insert(changeRecord, publication: written.publication)
    try HeadRows(db: db).touch(publication: written.publication, revision: revision, time: time)
    return change
  }

  private func insert(_ change: ChangeRecord, publication: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      revision.number, change.ordinal, change.kind.rawValue, publication, change.version,
      change.isSilent,
      change.withdrawal?.rawValue, change.differences,
    ])
  }

  private func insert(_ alias: Alias) throws {
    // An identity that was handed to another publication since stands for the newer one.
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO alias SELECT ?, ?, ?, n, ? FROM publication WHERE id = ?
        """,
      arguments: [
        source, alias.identity.kind.rawValue, alias.identity.value, revision.number,
        Data(alias.publication.bytes),
      ])
  }

  private func insert(_ coverage: CoverageRecord) throws {
    try db.execute(
      sql: "INSERT INTO coverage VALUES (?, ?, ?, ?)",
      arguments: [revision.number, source, coverage.first.seconds, coverage.last.seconds])
  }

  private func close(_ record: RevisionRecord) throws {
    let entry = Data(record.entry(after: predecessor).bytes)
    try db.execute(
      sql: "UPDATE revision SET entry = ? WHERE number = ?", arguments: [entry, revision.number])
    try db.execute(
      sql: """
        UPDATE store SET chain_length = chain_length + 1, chain_head = ?,
          publications = publications + ?, versions = versions + ?, changes = changes + ?
        """,
      arguments: [entry, record.publications.count, record.versions.count, record.changes.count])
  }
}
