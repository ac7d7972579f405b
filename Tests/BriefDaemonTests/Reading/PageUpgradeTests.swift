import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// A text that is read at another place than before, or later than its entry, is no edit.
struct PageUpgradeTests {
  static let names = ["Gas", "Oil", "Grid"]

  private static func page(_ name: String, _ year: Int = 2023) -> String {
    PageReadingTests.page("The \(name) market is to begin in December \(year).", title: name)
  }

  private static func scene(pages: Bool) throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = pages
    let scene = try ReadingScene(reading: reading)
    for name in names { scene.publisher.set("/\(name)", page(name)) }
    list(names, in: scene)
    return scene
  }

  private static func list(
    _ names: [String], summary: String = "On the market of 2023.", in scene: ReadingScene
  ) {
    scene.publisher.set(
      "/feed", PageReadingTests.feed(names.map { ($0, summary) }), type: "application/rss+xml")
  }

  static let added = names.map { "added \($0)" }

  @Test(arguments: [503, 404, 403, 429])
  func `a page that fails at the first visit completes its publication and is no edit`(status: Int)
    async throws
  {
    let scene = try Self.scene(pages: true)
    scene.publisher.set("/Oil", Publisher.Document(body: [], status: status))
    #expect(try await scene.poll() == "added 3")
    #expect(try await scene.texts()["Oil"] == "On the market of 2023.")
    scene.publisher.set("/Oil", Self.page("Oil"))
    scene.clock.pass(seconds: 7200)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.texts()["Oil"]??.contains("December 2023") == true)
    #expect(try await scene.changes() == Self.added)
    // From here on the page's edits are told.
    scene.publisher.set("/Oil", Self.page("Oil", 2024))
    scene.clock.pass(seconds: 40 * 86_400)
    #expect(try await scene.poll() == "revised 1")
    #expect(try await scene.changes() == Self.added + ["revised silent Oil"])
  }

  @Test func `an edit of the feed's own text is told while the page fails`() async throws {
    let scene = try Self.scene(pages: true)
    for name in Self.names { scene.publisher.set("/\(name)", nil) }
    #expect(try await scene.poll() == "added 3")
    Self.list(Self.names, summary: "On the market of 2024.", in: scene)
    #expect(try await scene.poll() == "revised 3")
    // The page comes together with the feed's next edit: that one is told, and nothing else.
    for name in Self.names { scene.publisher.set("/\(name)", Self.page(name)) }
    Self.list(Self.names, summary: "On the market of 2025.", in: scene)
    #expect(try await scene.poll() == "revised 3")
    let classes = try await scene.writer.read { snapshot in
      try snapshot.changes(after: .none).filter { $0.kind == .revised }.map(\.classes)
    }
    #expect(classes == Array(repeating: [.date], count: 6))
  }

  @Test
  func `pages that are switched on are read though the feed stays the same, and edit nothing`()
    async throws
  {
    let scene = try Self.scene(pages: false)
    #expect(try await scene.poll() == "added 3")
    #expect(try await scene.poll() == "unchanged")
    scene.readPages(true)
    _ = scene.publisher.asked()
    #expect(try await scene.poll() == "unchanged")
    #expect(scene.publisher.asked().sorted() == ["/Gas", "/Grid", "/Oil", "/feed"])
    #expect(try await scene.texts()["Gas"]??.contains("December 2023") == true)
    #expect(try await scene.poll() == "unchanged")
    #expect(scene.publisher.asked() == ["/feed"])
    #expect(try await scene.changes() == Self.added)
  }

  @Test func `pages that are switched on many at a time take no entry from the listing`()
    async throws
  {
    let scene = try Self.scene(pages: false)
    let names = (1...50).map { "P\($0)" }
    for name in names { scene.publisher.set("/\(name)", Self.page(name)) }
    Self.list(names, in: scene)
    #expect(try await scene.poll() == "added 50")
    scene.readPages(true)
    for _ in 0..<4 {
      #expect(try await scene.poll() == "unchanged")
      #expect(Set(try await scene.presences().values) == ["present"])
    }
    #expect(try await scene.texts().values.allSatisfy { $0?.contains("December") == true })
  }

  @Test func `pages that are switched off edit nothing, and the feed's own edits are told`()
    async throws
  {
    let scene = try Self.scene(pages: true)
    #expect(try await scene.poll() == "added 3")
    scene.readPages(false)
    Self.list(["Rail"] + Self.names, in: scene)
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["Gas"] == "On the market of 2023.")
    Self.list(["Rail"] + Self.names, summary: "On the market of 2024.", in: scene)
    #expect(try await scene.poll() == "revised 4")
    scene.readPages(true)
    scene.publisher.set("/Rail", Self.page("Rail"))
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.texts()["Rail"]??.contains("December 2023") == true)
    scene.readPages(false)
    Self.list(["Rail"] + Self.names, summary: "On the market of 2025.", in: scene)
    #expect(try await scene.poll() == "revised 4")
  }

  @Test func `an upgrade is in the history and in no list of changes`() async throws {
    let scene = try Self.scene(pages: false)
    #expect(try await scene.poll() == "added 3")
    scene.readPages(true)
    #expect(try await scene.poll() == "unchanged")
    let history = try await scene.writer.read { snapshot in
      try snapshot.publications(PublicationFilter()).flatMap {
        try snapshot.changes(after: .none, ChangeFilter(publication: $0.reference.id))
      }
    }
    #expect(history.filter(\.isUpgrade).count == 3)
    #expect(history.filter(\.isUpgrade).allSatisfy { $0.version == 2 && $0.differences.isEmpty })
    let counts = try await scene.writer.read {
      try $0.changeCounts(after: .none, through: Revision(.max)).kinds
    }
    #expect(counts == [.added: 3])
  }
}
