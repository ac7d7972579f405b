package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// Which old versions lose their content. A publication's newest version never does.
package struct PruneScope: Hashable, Sendable {
  /// Versions that a newer one replaced at this moment or before.
  package var replacedBefore: Timestamp
  /// `nil` is all.
  package var source: SourceID?
  package var publication: PublicationID?

  package init(
    replacedBefore: Timestamp, source: SourceID? = nil, publication: PublicationID? = nil
  ) {
    (self.replacedBefore, self.source, self.publication) = (replacedBefore, source, publication)
  }

  /// For the store's own note of it.
  var text: String {
    ["replaced by \(replacedBefore)", source.map { "source \($0)" }, publication?.hexadecimal]
      .compactMap(\.self).joined(separator: ", ")
  }
}

/// What a pruning would take out, or took out.
package struct PruneReport: Hashable, Sendable {
  package var publications = 0
  package var versions = 0
  /// That the contents take in the store, compressed.
  package var bytes: Int64 = 0

  package init() {}
}

extension StoreWriter {
  /// What ``prune(_:at:)`` would take out now.
  package func prunable(_ scope: PruneScope) async throws(StoreTrouble) -> PruneReport {
    try await read { try Pruning(db: $0.db, scope: scope).report() }
  }

  /// Takes the contents out, for good, in one transaction, and gives their space back.
  ///
  /// Rows, ids and digests stay, so that the chain holds; so do the differences that led to the
  /// next version. Words, topics and claims of these versions are forgotten.
  package func prune(
    _ scope: PruneScope, at now: Timestamp
  ) async throws(StoreTrouble) -> PruneReport {
    let report = try await write { try Pruning(db: $0, scope: scope).run(at: now) }
    if report.versions > 0 { try await vacuum() }
    return report
  }
}

private struct Pruning {
  let db: Database
  let scope: PruneScope

  private struct Candidate {
    var row: Int64
    /// The row of the version that replaced it, where its content lies.
    var next: Int64
    var publication: Int64
    var number: Int
    var bytes: Int64
  }

  func report() throws -> PruneReport { report(try candidates()) }

  func run(at now: Timestamp) throws -> PruneReport {
    let candidates = try candidates()
    let report = report(candidates)
    guard report.versions > 0 else { return report }
    // What was taken out must not stay readable in free pages.
    try db.execute(sql: "PRAGMA secure_delete = ON")
    defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
    try NextIndex.drop(db)
    for candidate in candidates { try takeOut(candidate) }
    try db.execute(
      sql: "INSERT INTO pruning (time, scope, versions, bytes) VALUES (?, ?, ?, ?)",
      arguments: [now.seconds, scope.text, report.versions, report.bytes])
    return report
  }

  private func report(_ candidates: [Candidate]) -> PruneReport {
    var report = PruneReport()
    report.publications = Set(candidates.map(\.publication)).count
    report.versions = candidates.count
    report.bytes = candidates.reduce(0) { $0 + $1.bytes }
    return report
  }

  /// The oldest versions of each publication up to some number: since times never run backwards
  /// along the chain, no version that stays is kept against one that goes.
  private func candidates() throws -> [Candidate] {
    var conditions = ["x.form <> \(ContentAtRest.pruned)", "r.time <= ?"]
    var arguments: StatementArguments = [scope.replacedBefore.seconds]
    if let source = scope.source {
      conditions.append("p.source = (SELECT n FROM source WHERE id = ?)")
      arguments += [source.rawValue]
    }
    if let publication = scope.publication {
      conditions.append("p.id = ?")
      arguments += [Data(publication.bytes)]
    }
    let sql = """
      SELECT v.n, x.n AS next, v.publication, v.number, length(x.replaced) AS bytes FROM version v
      JOIN version x ON x.publication = v.publication AND x.number = v.number + 1
      JOIN revision r ON r.number = x.revision JOIN publication p ON p.n = v.publication
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY v.publication, v.number
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      Candidate(
        row: try row.value("n", of: "a version"), next: try row.value("next", of: "a version"),
        publication: try row.value("publication", of: "a version"),
        number: try row.value("number", of: "a version"),
        bytes: try row.value("bytes", of: "a version"))
    }
  }

  private func takeOut(_ candidate: Candidate) throws {
    let content = try StoreSnapshot(db: db).content(
      publication: candidate.publication, number: candidate.number)
    try SearchRows(db: db).remove(content, version: candidate.row)
    try TopicRows.remove(db, publication: candidate.publication, version: candidate.number)
    let take = try db.cachedStatement(
      sql: "UPDATE version SET form = ?, replaced = ? WHERE n = ?")
    try take.execute(arguments: [
      ContentAtRest.pruned, Data(KeptContent.kept(content).stored.digest.bytes), candidate.next,
    ])
  }
}
