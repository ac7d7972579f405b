import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import Synchronization
import Testing

/// Upgrade, prune and backup.
struct MaintenanceTests {
  /// What must not move when derived rows are made anew.
  private struct Records: Equatable {
    var lines: [String] = []
    var outbox: Int
    var counts: ArchiveStatus.Counts
    var titles: [String?]

    init(_ desk: Desk) async throws {
      let archive = try desk.archive()
      counts = try archive.status().counts
      titles = try archive.publications().map(\.reference.title)
      outbox = try await desk.openWriter().read {
        try Int.fetchOne($0.db, sql: "SELECT count(*) FROM outbox") ?? 0
      }
      var lines: [String] = []
      try archive.export { lines.append($0) }
      self.lines = lines
    }
  }

  private static func topic(_ name: String, catalogue: Int) -> RecordingContext {
    RecordingContext(
      rules: [AlertRule(name: "everything", channels: [ChannelID("desk")])], catalogue: catalogue,
      tag: { entry in
        Tagging(mentions: [
          Mention(
            topic: TopicID(name), pattern: "on", field: .text, offset: 0, length: 2,
            passage: entry.content.body?.text ?? "")
        ])
      }, body: { _, _, _ in AlertBody(type: "change", text: "{}") })
  }

  @Test func `a new catalogue over a thousand records is no edit and no alert`() async throws {
    let desk = try Desk()
    desk.context = Self.topic("old", catalogue: 1)
    try await desk.openWriter().begin(desk.context)
    let entries = (0..<500).map { brief("p\($0)", "On gas, part \($0).") }
    try await desk.poll(entries)
    try await desk.poll((0..<500).map { brief("p\($0)", "On gas of 2024, part \($0).") })
    let before = try await Records(desk)
    #expect(before.counts.versions == 1000)
    let untouched = try await desk.openWriter().upgrade(desk.context)
    #expect(untouched == UpgradeReport())

    let report = try await desk.openWriter().upgrade(Self.topic("new", catalogue: 2))
    #expect(report.tagged == 1000 && report.indexed == nil && report.unreadable == [])
    #expect(try await Records(desk) == before)
    let archive = try desk.archive()
    #expect(try archive.publications(PublicationQuestion(topics: [TopicID("new")])).count == 500)
    #expect(try archive.publications(PublicationQuestion(topics: [TopicID("old")])).isEmpty)
    #expect(try archive.verify(.everything).findings == [])
    #expect(try await desk.openWriter().upgrade(Self.topic("new", catalogue: 2)).tagged == nil)
  }

  @Test func `topics are counted by source all the while that a new catalogue tags`() async throws {
    let desk = try Desk()
    desk.context = Self.topic("old", catalogue: 1)
    try await desk.openWriter().begin(desk.context)
    try await desk.poll((0..<250).map { brief("p\($0)", "On gas, part \($0).") })
    try await desk.poll((0..<40).map { brief("p\($0)", "On gas of 2024, part \($0).") })
    let location = desk.location
    // Every third keeps its topic, another has two, another none.
    let mixed = RecordingContext(
      rules: [], catalogue: 2,
      tag: { entry in
        let title = entry.content.title ?? ""
        let names = [["old"], ["old", "new"], []][title.utf8.reduce(0) { $0 + Int($1) } % 3]
        return Tagging(
          mentions: names.map {
            Mention(
              topic: TopicID($0), pattern: "on", field: .text, offset: 0, length: 2, passage: title)
          })
      }, body: { _, _, _ in AlertBody(type: "change", text: "{}") })
    let wrong = Mutex<[String]>([])
    let report = try await desk.openWriter().upgrade(mixed) { _, done in
      let counts = try? StoreReader(location).read { snapshot in
        try ["publications FROM topic_source WHERE publications > 0", Self.recount].map { sql in
          try Row.fetchAll(snapshot.db, sql: "SELECT topic, source, \(sql) ORDER BY topic")
        }
      }
      if counts?.first != counts?.last || counts?.first?.isEmpty != false {
        wrong.withLock { $0.append("after \(done): \(String(describing: counts))") }
      }
    }
    #expect(report.tagged == 290)
    #expect(wrong.withLock { $0 } == [])
  }

  private static let recount = """
    count(*) AS publications FROM mention m JOIN head h ON h.publication = m.publication AND h.version = m.version
    GROUP BY topic, source
    """

  @Test func `an upgrade that was cut short goes on, with what came since`() async throws {
    let desk = try Desk()
    try await desk.poll((0..<600).map { brief("p\($0)", "On gas, part \($0).") })
    let writer = try desk.openWriter()
    try await writer.write { db in
      try db.execute(sql: "UPDATE derivation SET number = 0 WHERE kind = 'search'")
    }
    let task = Task {
      try await writer.upgrade(Self.topic("new", catalogue: 2)) { what, count in
        if what == "indexed" && count == 400 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    _ = try? await task.value
    #expect(try desk.archive().search("gas").results.count == 20)
    try await desk.poll([brief("late", "On gas and rye.", day: 9)], source: "t")
    let report = try await writer.upgrade(Self.topic("new", catalogue: 2))
    #expect((report.indexed ?? 0) <= 201)
    #expect(try desk.archive().search("rye").results.count == 1)
    let indexed = try StoreReader(desk.location).read { snapshot in
      try Int.fetchOne(snapshot.db, sql: "SELECT count(*) FROM search WHERE search MATCH 'gas'")
    }
    #expect(indexed == 601)
    try await desk.change("INSERT INTO search (search) VALUES ('integrity-check')")
  }

  @Test func `pruned versions keep their place in the chain and nothing else`() async throws {
    let desk = try Desk()
    for round in 0..<60 {
      try await desk.poll([
        brief("a", "On gas of \(1900 + round), said word\(round).", day: 2),
        brief("b", "On \(round < 3 ? "oil" : "rye").", day: 1),
      ])
    }
    let writer = try desk.openWriter()
    let history = try desk.archive().history(of: id("a"))
    let scope = PruneScope(replacedBefore: history.versions[30].firstSeen)
    let planned = try await writer.prunable(scope)
    #expect(planned.versions == 31 && planned.publications == 2)
    #expect(try desk.archive().verify(.everything).prunedVersions == 0)
    #expect(try await writer.prune(scope, at: desk.now) == planned)

    let archive = try desk.archive()
    let report = try archive.verify(.everything)
    #expect(report.findings == [] && report.prunedVersions == 31)
    let after = try archive.history(of: id("a"))
    #expect(after.changes.map(\.differences) == history.changes.map(\.differences))
    #expect(after.versions.map(\.id) == history.versions.map(\.id))
    #expect(after.versions.map(\.isPruned) == (0..<60).map { $0 < 30 })
    #expect(Array(after.versions[30...]) == Array(history.versions[30...]))
    #expect(try archive.comparison(of: id("a"), from: 31, to: 60).differences.count == 2)
    let error = try #require(throws: ArchiveError.self) {
      try archive.comparison(of: id("a"), from: 1, to: 60)
    }
    #expect(error.code == .pruned)
    #expect(try archive.read { try $0.blame(of: id("a")) }.map(\.version) == [31, 60])
    #expect(try archive.read { try $0.spans(of: "word7") }.isEmpty)
    try await desk.change("INSERT INTO search (search) VALUES ('integrity-check')")
    #expect(try await writer.prunable(scope).versions == 0)
    try await desk.poll([brief("a", "On gas of 2030.", day: 2), brief("b", "On rye.", day: 1)])
    #expect(try desk.archive().verify(.everything).findings == [])

    let copy = try Desk()
    var lines: [String] = []
    try archive.export { lines.append($0) }
    let path = desk.location.folder + ".jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    _ = try await copy.openWriter().take(
      exportAt: path, context: copy.context, canonicalLink: { $0 })
    var again: [String] = []
    try copy.archive().export { again.append($0) }
    #expect(again == lines)
    #expect(try copy.archive().verify(.everything).findings == [])
  }

  @Test func `a copy is made while the store is written, and nothing is overwritten`() async throws
  {
    let desk = try Desk()
    for round in 0..<5 { try await desk.poll([brief("a", "On gas of \(2020 + round).")]) }
    let folder = desk.location.folder + "-copy"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let location = desk.location
    let backup = Task.detached { try StoreBackup(of: location, to: folder).run() }
    for round in 0..<30 { try await desk.poll([brief("a", "On oil of \(1980 + round).")]) }
    let report = try await backup.value
    #expect(report.summary.versions >= 5)
    let copy = try Archive(at: folder)
    #expect(try copy.verify(.everything).findings == [])
    #expect(try copy.status().chainHead == report.summary.chainHead)
    #expect(throws: BackupTrouble.self) {
      try StoreBackup(of: desk.location, to: folder).run()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
  }

  @Test func `a damaged store has no copy`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    try await desk.change("UPDATE version SET link = 'https://example.net/'")
    let folder = desk.location.folder + "-copy"
    #expect(throws: BackupTrouble.self) { try StoreBackup(of: desk.location, to: folder).run() }
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(!FileManager.default.fileExists(atPath: folder + ".partial"))
  }
}
