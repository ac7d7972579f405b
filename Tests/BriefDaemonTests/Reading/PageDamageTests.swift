import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@testable import BriefDaemon

/// What is remembered of pages is damaged, or cannot be read: no edit is lost, and none invented.
struct PageDamageTests {
  private static func page(_ name: String, _ year: Int = 2023) -> String {
    PageReadingTests.page("The \(name) market is to begin in December \(year).", title: name)
  }

  private static func scene() async throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = true
    let scene = try ReadingScene(reading: reading)
    for name in ["Gas", "Oil", "Grid"] { scene.publisher.set("/\(name)", page(name)) }
    list(["Gas", "Oil", "Grid"], in: scene)
    #expect(try await scene.poll() == "added 3")
    return scene
  }

  private static func list(_ names: [String], in scene: ReadingScene) {
    scene.publisher.set(
      "/feed", PageReadingTests.feed(names.map { ($0, "On the market of 2023.") }),
      type: "application/rss+xml")
  }

  static let wrongBytes = "UPDATE page SET entry = x'0011223344'"

  static func told(_ page: String) -> String {
    "revised 1. What was kept of the page http://publisher.example/\(page) was damaged, and is taken from the newest version."
  }

  /// What is damaged, whether the feed still lists the pages, and what the poll says.
  static let damages: [(sql: String, isListed: Bool, said: String)] = [
    ("SELECT 1", true, "revised 1"),
    ("SELECT 1", false, "revised 1"),
    ("\(wrongBytes) WHERE link LIKE '%Gas'", true, told("Gas")),
    ("\(wrongBytes) WHERE link LIKE '%Oil'", true, told("Oil")),
    ("\(wrongBytes) WHERE link LIKE '%Oil'", false, told("Oil")),
    (wrongBytes, true, told("Gas and of 2 more")),
    ("UPDATE page SET announced = zeroblob(32) WHERE link LIKE '%Oil'", true, "revised 1"),
  ]

  @Test(arguments: damages)
  func `a damaged row loses no edit, invents none, and is healed`(
    sql: String, isListed: Bool, said: String
  ) async throws {
    let scene = try await Self.scene()
    try await scene.writer.write { try $0.execute(sql: sql) }
    scene.publisher.set("/Oil", Self.page("Oil", 2024))
    if !isListed { Self.list(["Gas"], in: scene) }
    scene.clock.pass(seconds: 40 * 86_400)
    let poll = try await scene.poll()
    #expect(poll == said)
    #expect(
      try await scene.changes()
        == ["added Gas", "added Oil", "added Grid", "revised silent Oil"])
    let classes = try await scene.writer.read { snapshot in
      try snapshot.changes(after: .none).filter { $0.kind == .revised }.map(\.classes)
    }
    #expect(classes == [[.date]])
    scene.publisher.set("/Gas", Self.page("Gas", 2025))
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "revised 1")
  }

  @Test func `a poll whose memory cannot be read fails, records nothing, and goes on afterwards`()
    async throws
  {
    let scene = try await Self.scene()
    scene.publisher.set("/Oil", Self.page("Oil", 2024))
    scene.clock.pass(seconds: 40 * 86_400)
    try await scene.writer.write { try $0.execute(sql: "ALTER TABLE page RENAME TO away") }
    let said = try await scene.poll()
    #expect(said == "store-unreadable")
    try await scene.writer.write { try $0.execute(sql: "ALTER TABLE away RENAME TO page") }
    #expect(try await scene.poll() == "revised 1")
    #expect(
      try await scene.changes()
        == ["added Gas", "added Oil", "added Grid", "revised silent Oil"])
  }

  @Test func `a damaged row of a source whose pages are read no more is no edit`() async throws {
    let scene = try await Self.scene()
    try await scene.writer.write { try $0.execute(sql: Self.wrongBytes) }
    scene.readPages(false)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.changes() == ["added Gas", "added Oil", "added Grid"])
  }
}
