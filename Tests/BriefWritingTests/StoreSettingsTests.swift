import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct StoreSettingsTests {
  @Test
  func `pages that are given up are not written full of zeros, before a pruning and after it`()
    async throws
  {
    let desk = try Desk()
    let writer = try desk.open()
    #expect(try await secureDelete(writer) == 0)
    _ = try await desk.poll(writer, [brief("a", "Gas.")])
    _ = try await desk.poll(writer, [brief("a", "Gas and oil.")])
    let report = try await writer.prune(PruneScope(replacedBefore: desk.now), at: desk.now)
    #expect(report.versions == 1)
    #expect(try await secureDelete(writer) == 0)
  }

  private func secureDelete(_ writer: StoreWriter) async throws -> Int? {
    try await writer.read { try Int.fetchOne($0.db, sql: "PRAGMA secure_delete") }
  }
}
