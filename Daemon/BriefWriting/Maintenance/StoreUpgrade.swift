import BriefModel
package import BriefStore
import GRDB

/// What was derived again.
package struct UpgradeReport: Hashable, Sendable {
  /// Versions whose topics and claims were made anew; `nil` when they were by this number.
  package var tagged: Int?
  /// Versions whose words went into a new search index; `nil` when it was by this number.
  package var indexed: Int?
  /// Versions that could not be read: they keep what they had. A sentence each.
  package var unreadable: [String] = []

  package init() {}

  /// One or two sentences.
  package var text: String {
    let parts = [
      tagged.map { "topics and claims of \($0) versions were derived anew" },
      indexed.map { "the words of \($0) versions were indexed anew" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? "Everything is derived by the newest numbers: nothing to do."
      : "Done: " + parts.joined(separator: ", ") + "."
  }
}

extension StoreWriter {
  /// Versions that are done in one transaction: some milliseconds, so that commits of polls wait no
  /// longer, and a kill costs no more.
  private static let batch = 100

  /// Derives again what an older catalogue or ``SearchFold`` made: topics, claims, the search
  /// index.
  ///
  /// No version, no change, no alert comes of it. Goes on where it was interrupted; readers and
  /// polls go on meanwhile, and a reader finds the old index until the new one is whole.
  package func upgrade(
    _ context: RecordingContext, progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
  ) async throws(StoreTrouble) -> UpgradeReport {
    var report = UpgradeReport()
    report.tagged = try await run(
      .tags, number: context.catalogue, &report, progress: { progress("tagged", $0) },
      derive: { context.tag($0) },
      insert: { db, versions, taggings in
        let rows = TopicRows(db: db, catalogue: context.catalogue)
        for (version, tagging) in zip(versions, taggings) {
          try rows.replace(tagging, at: version.place)
        }
      })
    report.indexed = try await run(
      .search, number: SearchFold.number, &report, progress: { progress("indexed", $0) },
      derive: { $0.content },
      insert: { db, versions, contents in try NextIndex(db: db).insert(versions, contents) })
    return report
  }

  /// Derives outside of the transaction, and writes in it.
  private func run<Derived: Sendable>(
    _ kind: Derivation.Kind, number: Int, _ report: inout UpgradeReport,
    progress: (Int) -> Void, derive: (Entry) -> Derived,
    insert: @escaping @Sendable (Database, [DerivedVersion], [Derived]) throws -> Void
  ) async throws(StoreTrouble) -> Int? {
    let begun = try await write { try Derivation(db: $0, kind: kind).begin(number) }
    guard var through = begun else { return nil }
    var done = 0
    while true {
      let after = through
      let batch = try await read { try DerivedVersion.batch($0, after: after, limit: Self.batch) }
      guard let last = batch.last else { break }
      report.unreadable += batch.unreadable
      let versions = batch.versions
      let derived = versions.map { derive($0.entry) }
      try await write { db in
        try insert(db, versions, derived)
        try Derivation(db: db, kind: kind).advance(through: last)
      }
      through = last
      done += versions.count
      progress(done)
    }
    let after = through
    try await write { db in
      switch kind {
      case .search: try NextIndex(db: db).replace(after: after)
      case .tags: try db.execute(sql: Schema.topicSourceAnew)
      }
      try Derivation(db: db, kind: kind).finish()
    }
    return done
  }
}

/// A version with what its derived rows are made of.
struct DerivedVersion: Sendable {
  var row: Int64
  var publication: Int64
  var source: Int64
  var number: Int
  var revision: Revision
  var seen: Timestamp
  var entry: Entry

  var place: TopicRows.Place {
    TopicRows.Place(
      publication: publication, source: source, version: number, revision: revision,
      published: entry.content.published, time: seen)
  }

  struct Batch: Sendable {
    var versions: [DerivedVersion] = []
    var unreadable: [String] = []
    /// The last version that was looked at; `nil` when there was none.
    var last: Int64?
  }

  static func batch(_ snapshot: StoreSnapshot, after: Int64, limit: Int) throws -> Batch {
    let sql = """
      SELECT v.n, v.publication, v.number, v.updated, v.link, v.language, v.publisher,
        v.series, v.correction, v.revision, r.time, p.identity_kind, p.identity, p.source
      FROM version v JOIN publication p ON p.n = v.publication
      JOIN revision r ON r.number = v.revision
      WHERE v.n > ? ORDER BY v.n LIMIT ?
      """
    var batch = Batch()
    for row in try Row.fetchAll(snapshot.db, sql: sql, arguments: [after, limit]) {
      batch.last = try row.value("n", of: "a version")
      do {
        if let version = try version(row, snapshot) { batch.versions.append(version) }
      } catch let StoreTrouble.damaged(record, detail) {
        batch.unreadable.append("\(record): \(detail)")
      }
    }
    return batch
  }

  /// `nil` when its content was pruned.
  private static func version(_ row: Row, _ snapshot: StoreSnapshot) throws -> DerivedVersion? {
    let number: Int = try row.value("number", of: "a version")
    let name = "version \(number)"
    let publication: Int64 = try row.value("publication", of: name)
    guard
      case .kept(let content) = try snapshot.keptContent(publication: publication, number: number)
    else { return nil }
    let kind: String = try row.value("identity_kind", of: name)
    return DerivedVersion(
      row: try row.value("n", of: name), publication: publication,
      source: try row.value("source", of: name), number: number,
      revision: Revision(try row.value("revision", of: name)),
      seen: try row.time("time", of: name),
      entry: Entry(
        identity: Identity(
          kind: Identity.Kind(rawValue: kind) ?? .digest,
          value: try row.value("identity", of: name)),
        link: try row.optional("link", of: name), content: content,
        updated: try row.optionalTime("updated", of: name),
        language: try row.optional("language", of: name),
        publisher: try row.optional("publisher", of: name),
        series: try row.optional("series", of: name),
        correction: try row.optional("correction", of: name)))
  }
}

/// A search index in the making, beside the one that readers use.
struct NextIndex {
  let db: Database

  func insert(_ versions: [DerivedVersion], _ contents: [Content]) throws {
    try db.execute(sql: Schema.searchTable(SearchRows.nextIndex))
    let rows = SearchRows(db: db, table: SearchRows.nextIndex)
    for (version, content) in zip(versions, contents) {
      try rows.insert(content, version: version.row)
    }
  }

  /// Takes the place of the old index, with what was recorded since the last batch.
  func replace(after row: Int64) throws {
    let snapshot = StoreSnapshot(db: db)
    let rest = try DerivedVersion.batch(snapshot, after: row, limit: Int.max).versions
    try insert(rest, rest.map(\.entry.content))
    try db.execute(
      sql: """
        DROP TABLE \(SearchRows.index);
        ALTER TABLE \(SearchRows.nextIndex) RENAME TO \(SearchRows.index)
        """)
  }

  /// Forgets what was made of it.
  static func drop(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS \(SearchRows.nextIndex)")
    try db.execute(
      sql: "UPDATE derivation SET through = 0 WHERE kind = ? AND through IS NOT NULL",
      arguments: [Derivation.Kind.search.rawValue])
  }
}
