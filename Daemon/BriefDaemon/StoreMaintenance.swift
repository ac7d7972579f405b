import BriefConfiguration
package import BriefModel
import BriefParsing
import BriefStore
package import BriefWriting

/// Acting commands on the store as a whole, with the daemon's own catalogue and rules.
package struct StoreMaintenance {
  private let assembly: Assembly

  package init(_ assembly: Assembly) { self.assembly = assembly }

  /// `brief-syncd import FILE`: the records of an export, all of them or none.
  package func take(
    exportAt file: String, progress: @escaping @Sendable (Int64, Int64) -> Void
  ) async throws(ImportTrouble) -> ImportReport {
    try await assembly.writer.take(
      exportAt: file, context: assembly.context,
      canonicalLink: { BriefParsing.canonicalLink($0) }, progress: progress)
  }

  /// `brief-syncd upgrade`: what an older catalogue or index derived, anew.
  package func upgrade(
    progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> UpgradeReport {
    try await assembly.writer.upgrade(assembly.context, progress: progress)
  }

  /// Throws ``UnknownSource`` for a source that the configuration does not name and the store never had.
  package func check(_ source: SourceID) async throws {
    let kept = try await assembly.writer.read { try $0.knownSources() }
    let known = Set(kept + assembly.configuration.sources.map(\.id))
    guard known.contains(source) else { throw UnknownSource(id: source, known: known.sorted()) }
  }

  package func prunable(_ scope: PruneScope) async throws -> PruneReport {
    try await assembly.writer.prunable(scope)
  }

  package func prune(_ scope: PruneScope) async throws -> PruneReport {
    try await assembly.writer.prune(scope, at: assembly.clock.moment.wall)
  }

  package var now: Timestamp { assembly.clock.moment.wall }
}
