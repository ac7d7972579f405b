import BriefModel
import BriefStore
import Foundation
import GRDB

/// Writes one revision of an export, after checking that it is what its entry says.
struct ImportedRows {
  let db: Database
  let context: RecordingContext
  let search: PendingSearchRows
  /// The form in which links are compared.
  let canonicalLink: (String) -> String?

  /// Throws ``ExportTrouble`` with what does not fit.
  func insert(
    _ imported: ImportedRevision, number: Int64, after predecessor: BriefModel.Digest
  ) throws {
    let record = imported.record
    guard imported.number == number else {
      throw ExportTrouble("it is revision \(imported.number), and \(number) is due")
    }
    guard record.entry(after: predecessor) == imported.entry else {
      throw ExportTrouble(
        "revision \(number) does not give its entry in the chain: it, or one before it, was changed"
      )
    }
    try check(record)
    let source = try SourceRows(db: db).ensure(record.source)
    let rows = RecordRows(db: db, revision: Revision(number), source: source)
    let document = record.versions.first.map(DocumentFacts.init)
    try rows.open(record, entry: predecessor, document: document)
    var writing = Writing(record)
    for change in record.changes {
      let publication = try write(
        change, &writing, document: document, source: source, revision: Revision(number))
      try rows.insert(change, publication: publication, at: record.time)
      try move(change, at: record.time)
    }
    guard writing.versions.isEmpty, writing.publications.isEmpty else {
      throw ExportTrouble("revision \(number) has a publication or version that no change made")
    }
    for alias in record.aliases { try rows.insert(alias) }
    if let coverage = record.sealedCoverage { try rows.insert(coverage) }
    try rows.close(record, entry: imported.entry)
    try PollStateRows(db: db).count(source: source, added: record.publications.count)
  }

  /// What of a revision is not written yet.
  private struct Writing {
    let record: RevisionRecord
    var publications: [PublicationID: PublicationRecord]
    var versions: [PublicationID: VersionRecord]

    init(_ record: RevisionRecord) {
      self.record = record
      publications = Dictionary(record.publications.map { ($0.id, $0) }) { first, _ in first }
      versions = Dictionary(record.versions.map { ($0.publication, $0) }) { first, _ in first }
    }
  }

  /// Readable, not only unchanged: what is in the chain is read for ever.
  private func check(_ record: RevisionRecord) throws {
    let last = try Int64.fetchOne(db, sql: "SELECT max(time) FROM revision") ?? Int64.min
    guard record.time.seconds >= last else {
      throw ExportTrouble("its time \(record.time) is before that of the revision before it")
    }
    guard Set(record.versions.map(\.publication)).count == record.versions.count,
      Set(record.publications.map(\.id)).count == record.publications.count
    else { throw ExportTrouble("it has two records of one publication") }
    for version in record.versions {
      let name = "version \(version.number) of \(version.publication)"
      if case .kept(let content) = version.content, Fingerprint.version(content) != version.id {
        throw ExportTrouble("the content of \(name) has another digest")
      }
      guard (try? StoreJSON.value(HTTPFacts.self, version.facts)) != nil else {
        throw ExportTrouble("the facts of \(name) cannot be read")
      }
    }
    for change in record.changes {
      guard (try? StoreJSON.value([Difference].self, change.differences)) != nil else {
        throw ExportTrouble("the differences of change \(change.ordinal) cannot be read")
      }
    }
  }

  /// Writes the version that a change made; the publication's local row.
  private func write(
    _ change: ChangeRecord, _ writing: inout Writing, document: DocumentFacts?, source: Int64,
    revision: Revision
  ) throws -> Int64 {
    let id = change.publication
    guard change.kind == .added || change.kind == .revised else {
      return try row(of: id)
    }
    guard let version = writing.versions.removeValue(forKey: id), version.number == change.version
    else { throw ExportTrouble("change \(change.ordinal) names a version that is not there") }
    let own = DocumentFacts(version)
    let rows = VersionRows(
      db: db, document: document ?? own, own: own == document ? nil : own, revision: revision,
      time: writing.record.time, context: context, search: search, heads: ReadHeads(db: db))
    let written: VersionRows.Written
    if change.kind == .added {
      guard let publication = writing.publications.removeValue(forKey: id), version.number == 1
      else { throw ExportTrouble("change \(change.ordinal) adds what is not there") }
      written = try rows.insertFirst(
        entry(of: version, publication.identity), version.content, of: publication, source: source)
    } else {
      written = try rows.insertNext(
        entry(of: version, Identity(kind: .digest, value: "")), version.content, of: id,
        source: source)
    }
    guard written.number == version.number else {
      throw ExportTrouble(
        "version \(version.number) of \(id) does not follow version \(written.number - 1)")
    }
    return written.publication
  }

  private func entry(of version: VersionRecord, _ identity: Identity) -> IdentifiedEntry {
    IdentifiedEntry(
      entry: Entry(
        identity: identity, link: version.link, content: version.content.content,
        updated: version.updated, language: version.language, publisher: version.publisher,
        series: version.series, categories: version.categories, correction: version.correction),
      canonicalLink: version.link.flatMap(canonicalLink), publication: version.publication,
      versionID: version.id)
  }

  private func row(of id: PublicationID) throws -> Int64 {
    guard let row = try StoreSnapshot(db: db).row(of: id) else {
      throw ExportTrouble("it speaks of publication \(id), which was never added")
    }
    return row
  }

  /// Where a publication stands, as far as the changes say: what rolled off, and what is missing,
  /// is learnt at the next poll.
  private func move(_ change: ChangeRecord, at time: Timestamp) throws {
    switch (change.kind, change.withdrawal) {
    case (.withdrawn, let reason?):
      try HeadRows(db: db).move([change.publication: .withdrawn(reason)], at: time)
    case (.restored, _): try HeadRows(db: db).move([change.publication: .present], at: time)
    default: break
    }
  }
}

extension DocumentFacts {
  fileprivate init(_ version: VersionRecord) {
    self.init(rawDigest: version.rawDigest, facts: version.facts)
  }
}
