import BriefModel
package import BriefStore
import GRDB

/// What was derived again.
package struct UpgradeReport: Hashable, Sendable {
  /// Versions whose topics and claims were made anew; `nil` when they were by this number.
  package var tagged: Int?
  /// Versions whose topics and claims no difference of the catalogues touches; `nil` as above.
  package var kept: Int?
  /// Versions whose words went into a new search index; `nil` when it was by this number.
  package var indexed: Int?
  /// Versions that could not be read: they keep what they had. A sentence each.
  package var unreadable: [String] = []

  package init() {}

  /// One or two sentences.
  package var text: String {
    let parts = [
      tagged.map { "topics and claims of \(counted($0, "version")) were derived anew" },
      kept.flatMap {
        $0 > 0
          ? "those of \(counted($0, "version")) are the same by both catalogues"
          : nil
      },
      indexed.map { "the words of \(counted($0, "version")) were indexed anew" },
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

  /// Versions that may pass without a change before it is written down how far an upgrade came.
  private static let unwritten = 5_000

  /// Derives again what an older catalogue or ``SearchFold`` made: topics, claims, the search
  /// index. Versions whose text no difference between the catalogues touches keep their tags.
  ///
  /// No version, no change, no alert comes of it. Goes on where it was interrupted; readers and
  /// polls go on meanwhile, and a reader finds the old index until the new one is whole.
  package func upgrade(
    _ context: RecordingContext, progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
  ) async throws(StoreTrouble) -> UpgradeReport {
    var report = UpgradeReport()
    try await tagAnew(context, &report) { progress("tagged", $0) }
    let begun = try await write { try Derivation(db: $0, kind: .search).begin(SearchFold.number) }
    guard let begun else { return report }
    report.indexed = try await run(
      .search, from: begun, &report, progress: { progress("indexed", $0) },
      derive: { versions in
        await DerivingThreads.map(versions) { SearchRows.columns($0.entry.content) }
      },
      insert: { db, versions, words in try NextIndex(db: db).insert(versions, words) },
      finish: { db, through in try NextIndex(db: db).replace(after: through) })
    return report
  }

  private func tagAnew(
    _ context: RecordingContext, _ report: inout UpgradeReport, progress: (Int) -> Void
  ) async throws(StoreTrouble) {
    let number = context.catalogue
    let (begun, others) = try await write { db in
      let derivation = Derivation(db: db, kind: .tags)
      let others = try TaggingCatalogues(db: db).others(than: number)
      // What another one tagged since the last upgrade is to be done again, too.
      if !others.numbers.isEmpty { try derivation.reopen(number) }
      return (try derivation.begin(number), others)
    }
    guard let begun else { return }
    // A store that noted no catalogue may be tagged by any.
    var retagging = Retagging(
      context, since: others.records.isEmpty ? [[]] : others.records, goesOn: begun > 0)
    var tagged = 0
    let all = try await run(
      .tags, from: begun, &report, progress: progress,
      derive: { versions in
        let taggings = await retagging.taggings(of: versions)
        let count = taggings.count { $0 != nil }
        tagged += count
        return count > 0 ? taggings : nil
      },
      insert: { db, versions, taggings in
        let rows = TopicRows(db: db, catalogue: number)
        for (version, tagging) in zip(versions, taggings) {
          if let tagging { try rows.replace(tagging, at: version.place) }
        }
      },
      finish: { db, _ in
        try db.execute(sql: Schema.topicSourceAnew)
        try TaggingCatalogues(db: db).settle(context, instead: others.numbers)
      })
    (report.tagged, report.kept) = (tagged, all - tagged)
  }

  /// Derives outside of the transaction, and writes in it; goes through all versions after `begun`.
  ///
  /// - Parameter derive: gives `nil` when nothing is to be written of some versions.
  /// - Returns: how many versions there were.
  private func run<Derived: Sendable>(
    _ kind: Derivation.Kind, from begun: Int64, _ report: inout UpgradeReport,
    progress: (Int) -> Void, derive: ([DerivedVersion]) async -> [Derived]?,
    insert: @escaping @Sendable (Database, [DerivedVersion], [Derived]) throws -> Void,
    finish: @escaping @Sendable (Database, Int64) throws -> Void
  ) async throws(StoreTrouble) -> Int {
    let limit = Self.batch(of: kind)
    var (through, done, unwritten) = (begun, 0, 0)
    while true {
      let after = through
      let batch = try await readOften { try DerivedVersion.batch($0, after: after, limit: limit) }
      guard let last = batch.last else { break }
      report.unreadable += batch.unreadable
      let versions = batch.versions
      let derived = await derive(versions)
      unwritten += versions.count
      if derived != nil || unwritten >= Self.unwritten {
        try await write { db in
          if let derived { try insert(db, versions, derived) }
          try Derivation(db: db, kind: kind).advance(through: last)
        }
        unwritten = 0
      }
      through = last
      done += versions.count
      progress(done)
    }
    let after = through
    try await write { db in
      try finish(db, after)
      try Derivation(db: db, kind: kind).finish()
    }
    return done
  }
}
