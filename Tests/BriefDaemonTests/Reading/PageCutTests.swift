import BriefConfiguration
import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// Pages and listings in HTML that lost their end.
struct PageCutTests {
  private static func page(_ paragraphs: Int, end: String = "</article></body></html>") -> String {
    let text = (1...paragraphs).map { "<p>Paragraph \($0) says what both governments signed.</p>" }
    return "<html><head><title>Gas</title></head><body><article><h1>Gas</h1>"
      + text.joined() + end
  }

  private static func pages() async throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = true
    let scene = try ReadingScene(reading: reading)
    scene.publisher.set(
      "/feed", PageReadingTests.feed([("Gas", "Short.")]), type: "application/rss+xml")
    return scene
  }

  private static func visit(_ scene: ReadingScene) async throws -> String {
    scene.clock.pass(seconds: 40 * 86_400)
    return try await scene.poll()
  }

  @Test(arguments: ["", "<p>Paragraph 9 says wh", "<p>Paragraph 9 says <a hre"])
  func `a page that lost its end is doubted, and believed when it says the same again`(
    ending: String
  ) async throws {
    let scene = try await Self.pages()
    scene.publisher.set("/Gas", Self.page(11))
    #expect(try await scene.poll() == "added 1")
    scene.publisher.set("/Gas", Self.page(8, end: ending))
    #expect(try await Self.visit(scene) == "unchanged")
    #expect(try await scene.oddities() == [.textsMissing])
    scene.publisher.set("/Gas", Self.page(11))
    #expect(try await Self.visit(scene) == "unchanged")
    #expect(try await scene.changes() == ["added Gas"])
    scene.publisher.set("/Gas", Self.page(8, end: ending))
    #expect(try await Self.visit(scene) == "unchanged")
    #expect(try await Self.visit(scene) == "revised 1")
  }

  @Test(arguments: ["</article></body></html>", "</article>", ""])
  func `an edit of a page that ends as it did is told at once`(end: String) async throws {
    let scene = try await Self.pages()
    scene.publisher.set("/Gas", Self.page(11, end: end))
    _ = try await scene.poll()
    scene.publisher.set("/Gas", Self.page(8, end: end))
    #expect(try await Self.visit(scene) == "revised 1")
  }

  @Test func `a new page that breaks off within a tag waits for its next visit`() async throws {
    let scene = try await Self.pages()
    scene.publisher.set("/Gas", Self.page(8, end: "<p>Paragraph 9 says <a hre"))
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["Gas"] == "Short.")
    scene.publisher.set("/Gas", Self.page(11))
    // The page's text instead of the feed's is no edit.
    #expect(try await Self.visit(scene) == "unchanged")
    #expect(try await scene.texts()["Gas"]??.contains("Paragraph 11") == true)
    #expect(try await scene.changes().filter { $0.contains("silent") } == [])
  }

  private static func listing(_ numbers: [Int], end: String = "</ul></main></body></html>")
    -> String
  {
    let items = numbers.map {
      """
      <li class=publication><a href="/2026/0\($0)/brief-\($0)">The gas market opens, brief \($0)</a>\
      <time datetime="2026-0\($0)-02">2 0\($0) 2026</time></li>
      """
    }
    return "<!DOCTYPE html><html><body><main><ul>\(items.joined())\(end)"
  }

  private static func cut(_ page: String, behind words: String) -> String {
    String(page[..<(page.range(of: words)?.upperBound ?? page.endIndex)])
  }

  @Test(arguments: ["gas market opens, bri", "brief 4</a>", "brief-4\">", "opens, brief 4<"])
  func `the last entry of a listing that was cut is no edit`(words: String) async throws {
    let scene = try ReadingScene(.listing, url: "http://publisher.example/briefs")
    let whole = Self.listing(Array((1...9).reversed()))
    scene.publisher.set("/briefs", whole)
    #expect(try await scene.poll() == "added 9")
    let start = Self.cut(whole, behind: "2 05 2026</time></li>")
    let rest = String(whole.dropFirst(start.count))
    scene.publisher.set("/briefs", start + Self.cut(rest, behind: words))
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [.brokenOff])
    scene.publisher.set("/briefs", whole)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.oddities() == [])
    #expect(try await scene.presences().values.allSatisfy { $0 == "present" })
  }

  @Test func `a listing that has no end tags is believed at the second poll`() async throws {
    let scene = try ReadingScene(.listing, url: "http://publisher.example/briefs")
    scene.publisher.set("/briefs", Self.listing([1, 2, 3, 4], end: ""))
    #expect(try await scene.poll() == "added 4")
    #expect(try await scene.poll() == "unchanged")
    // Oldest first: what is new stands last.
    scene.publisher.set("/briefs", Self.listing([1, 2, 3, 4, 5], end: ""))
    #expect(try await scene.poll() == "unchanged")
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.oddities() == [])
    #expect(try await scene.poll() == "unchanged")
    scene.publisher.set("/briefs", Self.listing([9, 1, 2, 3, 4, 5], end: ""))
    #expect(try await scene.poll() == "added 1")
  }
}
