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
  /// longer, and a kill costs no more. Words are put into the index faster, and the fewer segments
  /// they make, the less has to be merged.
  private static func batch(of kind: Derivation.Kind) -> Int {
    switch kind {
    case .tags: 100
    case .search: 400
    }
  }

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
      derive: { SearchRows.columns($0.content) },
      insert: { db, versions, words in try NextIndex(db: db).insert(versions, words) })
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
    let limit = Self.batch(of: kind)
    var done = 0
    while true {
      let after = through
      let batch = try await read { try DerivedVersion.batch($0, after: after, limit: limit) }
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
