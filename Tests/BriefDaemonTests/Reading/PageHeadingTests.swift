import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// Headlines, authors and dates that are edited on pages.
struct PageHeadingTests {
  let scene: ReadingScene

  init() throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(reading: reading)
  }

  private static func page(
    _ name: String, title: String? = nil, author: String = "Anna Nowak", date: String = "2021-11-08"
  ) -> String {
    """
    <html lang="en"><head><title>\(title ?? name)</title><meta name="author" content="\(author)">
    <meta property="article:published_time" content="\(date)T00:00:00Z"></head><body>
    <article><h1>\(title ?? name)</h1><p>\(name): \(PageReadingTests.gas)</p><p>The programme was
    signed in Moscow by both prime ministers.</p></article></body></html>
    """
  }

  /// Titles as the feed has them, newest first.
  private func feed(_ titles: [String: String], _ names: [String]) {
    let items = names.map { name in
      """
      <item><title>\(titles[name] ?? name)</title><link>http://publisher.example/\(name)</link>
      <guid>\(name)</guid><description>Short.</description><author>Anna Nowak</author>
      <pubDate>Mon, 08 Nov 2021 00:00:00 GMT</pubDate></item>
      """
    }
    scene.publisher.set(
      "/feed", "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>",
      type: "application/rss+xml")
  }

  private func visit() async throws -> String {
    scene.clock.pass(seconds: 60 * 86_400)
    return try await scene.poll()
  }

  private func fields() async throws -> [String] {
    try await scene.writer.read { snapshot in
      try snapshot.changes(after: .none).last?.differences.map {
        "\($0.field.rawValue): \($0.after ?? "")"
      } ?? []
    }
  }

  @Test(arguments: [
    ("the headline", page("P1", title: "P1 by 2028"), "title"),
    ("the author", page("P1", author: "Jan Kowalski"), "authors"),
    ("the date", page("P1", date: "2021-12-24"), "published"),
  ])
  func `what is edited on the page of a brief that left the feed is told, and told back`(
    what: String, edited: String, field: String
  ) async throws {
    for name in ["P3", "P2", "P1"] { scene.publisher.set("/\(name)", Self.page(name)) }
    feed([:], ["P2", "P1"])
    #expect(try await scene.poll() == "added 2")
    feed([:], ["P3", "P2"])
    #expect(try await scene.poll() == "added 1")
    #expect(try await visit() == "unchanged")
    scene.publisher.set("/P1", edited)
    #expect(try await visit() == "revised 1", "\(what)")
    #expect(try await fields().allSatisfy { $0.hasPrefix(field) }, "\(what)")
    #expect(try await visit() == "unchanged")
    scene.publisher.set("/P1", Self.page("P1"))
    #expect(try await visit() == "revised 1", "\(what)")
    #expect(try await visit() == "unchanged")
  }

  @Test func `a page whose title never was the feed's makes no edit of it`() async throws {
    let titles = ["P1": "Spotlight: P1"]
    scene.publisher.set("/P1", Self.page("P1"))
    feed(titles, ["P1"])
    #expect(try await scene.poll() == "added 1")
    #expect(try await visit() == "unchanged")
    // The feed says it anew: that is the edit, in the feed's words, whatever the page then says.
    scene.publisher.set("/P1", Self.page("P1", title: "P1 by 2028"))
    feed(["P1": "Spotlight: P1 by 2028"], ["P1"])
    #expect(try await scene.poll() == "revised 1")
    #expect(try await fields() == ["title: by 2028"])
    for _ in 0..<3 { #expect(try await visit() == "unchanged") }
  }
}
