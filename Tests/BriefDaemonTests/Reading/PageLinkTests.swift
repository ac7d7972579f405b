import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// Entries whose pages are read and whose links move.
struct PageLinkTests {
  let scene: ReadingScene

  init() throws {
    var reading = SourceReading()
    reading.readsPages = true
    scene = try ReadingScene(reading: reading)
  }

  private static let text = PageReadingTests.gas
  private static let day: Int64 = 86_400

  private func feed(_ links: [String], titles: [String: String] = [:]) {
    let items = ["Oil", "Gas", "Tax"].enumerated().map { place, name in
      """
      <item><title>\(titles[name] ?? name)</title><link>http://publisher.example\(links[place])</link>
      <guid>\(name)</guid><description>Short.</description>
      <pubDate>Mon, 0\(8 - place) Nov 2021 00:00:00 GMT</pubDate></item>
      """
    }
    scene.publisher.set(
      "/feed", "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>",
      type: "application/rss+xml")
  }

  private func page(_ path: String, _ title: String, _ text: String = text) {
    scene.publisher.set(path, PageReadingTests.page("\(title): \(text)", title: title))
  }

  private func begin() async throws {
    for name in ["Oil", "Gas", "Tax"] { page("/\(name)", name) }
    feed(["/Oil", "/Gas", "/Tax"])
    #expect(try await scene.poll() == "added 3")
  }

  private func link(of title: String) async throws -> String? {
    try await scene.writer.read { snapshot in
      try snapshot.publications(PublicationFilter()).first { $0.reference.title == title }?
        .reference.link
    }
  }

  @Test(arguments: [404, 410, 301])
  func `a dead former address of a renamed entry is not asked again and withdraws nothing`(
    status: Int
  ) async throws {
    try await begin()
    page("/new-slug", "Gas")
    feed(["/Oil", "/new-slug", "/Tax"])
    var gone = PublisherDocument.of(status)
    gone.leadsTo = status == 301 ? "http://publisher.example/new-slug" : nil
    scene.publisher.set("/Gas", gone)
    #expect(try await scene.poll() == "unchanged")
    #expect(try await link(of: "Gas") == "http://publisher.example/new-slug")
    _ = scene.publisher.asked()
    for _ in 0..<8 {
      scene.clock.pass(seconds: 20 * Self.day)
      #expect(try await scene.poll() == "unchanged")
    }
    #expect(!scene.publisher.asked().contains("/Gas"))
    page("/new-slug", "Gas", Self.text.replacingOccurrences(of: "2023", with: "2024"))
    scene.clock.pass(seconds: 40 * Self.day)
    #expect(try await scene.poll() == "revised 1")
    // The page at the present address has the say.
    scene.publisher.set("/new-slug", Publisher.Document(body: [], status: 410))
    scene.clock.pass(seconds: 40 * Self.day)
    #expect(try await scene.poll() == "unchanged")
    scene.clock.pass(seconds: 40 * Self.day)
    #expect(try await scene.poll() == "withdrawn 1")
  }

  @Test func `a text that is edited while its entry's link moves is one edit of the page's text`()
    async throws
  {
    try await begin()
    page("/new-slug", "Gas", Self.text.replacingOccurrences(of: "2023", with: "2024"))
    scene.publisher.set("/Gas", nil)
    feed(["/Oil", "/new-slug", "/Tax"])
    #expect(try await scene.poll() == "revised 1")
    let differences = try await scene.writer.read { snapshot in
      try snapshot.changes(after: .none).last?.differences.compactMap(\.after)
    }
    #expect(differences == ["2024", "http://publisher.example/new-slug"])
  }

  @Test func `an id that is used again takes nothing of the other page's text`() async throws {
    try await begin()
    scene.publisher.set(
      "/News",
      """
      <html lang="en"><head><title>News</title></head><body><article><h1>News</h1><p>Quite another
      story about the border and its four crossings in winter, told by those who wait
      there.</p></article></body></html>
      """)
    let items = [("News", "/News", "15"), ("Oil", "/Oil", "08"), ("Tax", "/Tax", "06")].map {
      """
      <item><title>\($0.0)</title><link>http://publisher.example\($0.1)</link>
      <guid>\($0.0 == "News" ? "Gas" : $0.0)</guid><description>Short.</description>
      <pubDate>Mon, \($0.2) Nov 2021 00:00:00 GMT</pubDate></item>
      """
    }
    scene.publisher.set(
      "/feed", "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>",
      type: "application/rss+xml")
    #expect(try await scene.poll() == "added 1")
    #expect(try await scene.texts()["News"]??.contains("crossings") == true)
    #expect(try await scene.oddities().contains(.reusedIDs))
  }
}

private enum PublisherDocument {
  /// What is found at an address of this status: nothing, or, behind 301, a page.
  static func of(_ status: Int) -> Publisher.Document {
    Publisher.Document(
      body: status == 301 ? Array(PageReadingTests.page("Gas: \(PageReadingTests.gas)").utf8) : [],
      status: status == 301 ? 200 : status)
  }
}
