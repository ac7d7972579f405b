import BriefConfiguration
import BriefModel
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// What a server sends in an article's place with the status of success is never the article's text.
struct PageDoubtTests {
  let scene: ReadingScene
  static let names = ["Gas", "Oil", "Grid"]

  init() async throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(reading: reading)
    for name in Self.names { scene.publisher.set("/\(name)", Self.page(name)) }
    list(Self.names)
    _ = try await scene.poll()
  }

  static func text(_ name: String) -> String {
    (1...12).map { "Paragraph \($0) on the \(name) market says what both governments signed." }
      .joined(separator: "</p><p>")
  }

  static func page(_ name: String, _ text: String? = nil) -> String {
    PageReadingTests.page(text ?? self.text(name), title: name)
  }

  func list(_ names: [String]) {
    scene.publisher.set(
      "/feed", PageReadingTests.feed(names.map { ($0, "Short.") }), type: "application/rss+xml")
  }

  /// Polls with a month between, so that each page is visited.
  func visit() async throws -> String {
    scene.clock.pass(seconds: 40 * 86_400)
    return try await scene.poll()
  }

  static let added = names.map { "added \($0)" }

  @Test(arguments: [
    ("Just a moment...", "Checking your browser before accessing publisher.example."),
    ("Page not found", "The page that you asked for does not exist."),
    ("Страница не найдена", "Вернитесь на главную страницу."),
    ("We value your privacy", "We and our partners store cookies."),
  ])
  func `a bot check, a soft 404 and a wall of consent are trouble of the page`(
    title: String, text: String
  ) async throws {
    for _ in 0..<3 {
      scene.publisher.set(
        "/Gas", "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(text)</p>")
      #expect(try await visit() == "unchanged")
    }
    #expect(try await scene.oddities() == [.textsMissing])
    scene.publisher.set("/Gas", Self.page("Gas"))
    #expect(try await visit() == "unchanged")
    #expect(try await scene.oddities() == [])
    #expect(try await scene.changes() == Self.added)
  }

  @Test func `a page that leads to the home page is no text, however often that changes`()
    async throws
  {
    for day in 1...4 {
      let home = Self.page("Institute of the East", "Event on \(day) May. " + Self.text("world"))
      for name in ["Gas", "Oil"] {
        scene.publisher.set(
          "/\(name)",
          Publisher.Document(body: Array(home.utf8), leadsTo: "http://publisher.example/"))
      }
      #expect(try await visit() == "unchanged")
    }
    #expect(try await scene.changes() == Self.added)
  }

  @Test func `a text that several pages give at once is none of theirs`() async throws {
    for _ in 0..<3 {
      for name in Self.names {
        scene.publisher.set("/\(name)", Self.page("Institute", Self.text("whole")))
      }
      #expect(try await visit() == "unchanged")
    }
    #expect(try await scene.changes() == Self.added)
  }

  @Test func `an address that several pages lead to is none of theirs`() async throws {
    for _ in 0..<3 {
      for name in Self.names {
        scene.publisher.set(
          "/\(name)",
          Publisher.Document(
            body: Array(Self.page("Publications", Self.text(name) + " New.").utf8),
            leadsTo: "http://publisher.example/publications"))
      }
      #expect(try await visit() == "unchanged")
    }
    #expect(try await scene.changes() == Self.added)
  }

  @Test func `a teaser for one visit is no edit, and a true cut is told one visit later`()
    async throws
  {
    let teaser = "Paragraph 1 on the Gas market says what both governments signed."
    scene.publisher.set("/Gas", Self.page("Gas", teaser + "</p><p>Subscribe to read on."))
    #expect(try await visit() == "unchanged")
    scene.publisher.set("/Gas", Self.page("Gas"))
    #expect(try await visit() == "unchanged")
    #expect(try await scene.changes() == Self.added)
    scene.publisher.set("/Gas", "<article><h1>Gas</h1><p>\(teaser)</p></article>")
    #expect(try await visit() == "unchanged")
    #expect(try await visit() == "revised 1")
    #expect(try await visit() == "unchanged")
    #expect(try await scene.changes() == Self.added + ["revised silent Gas"])
  }

  @Test func `an edit that leaves most of the words is told at once`() async throws {
    let half = Self.text("Gas").components(separatedBy: "</p><p>").prefix(7)
    scene.publisher.set("/Gas", Self.page("Gas", half.joined(separator: "</p><p>")))
    #expect(try await visit() == "revised 1")
    scene.publisher.set("/Gas", Self.page("Gas", "An altogether other text. " + Self.text("coal")))
    #expect(try await visit() == "revised 1")
  }

  @Test(arguments: [(410, 2), (404, 3)])
  func `a page that is gone for long is withdrawn though the feed lists it, until it is back`(
    status: Int, visits: Int
  ) async throws {
    scene.publisher.set("/Gas", Publisher.Document(body: [], status: status))
    for name in ["New", "Newest"] { scene.publisher.set("/\(name)", Self.page(name)) }
    for visit in 1...4 {
      // The feed changes at some of the polls, and goes on listing the entry.
      if visit % 2 == 0 { list(Array(["Newest", "New"].suffix(visit / 2)) + Self.names) }
      let answer = try await self.visit()
      #expect(answer.contains("withdrawn 1") == (visit == visits), "visit \(visit): \(answer)")
      #expect(
        try await scene.presences()["Gas"] == (visit < visits ? "present" : "withdrawn"))
    }
    // Another failure says nothing of it.
    scene.publisher.set("/Gas", Publisher.Document(body: [], status: 503))
    #expect(try await visit() == "unchanged")
    #expect(try await scene.presences()["Gas"] == "withdrawn")
    scene.publisher.set("/Gas", Self.page("Gas"))
    #expect(try await visit() == "restored 1")
    #expect(try await scene.presences()["Gas"] == "present")
    #expect(try await scene.texts()["Gas"]??.contains("Paragraph 12") == true)
  }

  @Test func `a page that never was there is not withdrawn`() async throws {
    list(["Coal"] + Self.names)
    for _ in 0..<5 { #expect(!(try await visit().contains("withdrawn"))) }
  }
}
