import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

/// What `brief-syncd add` finds on a site.
struct SiteSearchTests {
  let publisher = Publisher()

  func found(_ path: String = "/") async throws -> [String] {
    try await SiteSearch(
      url: "http://publisher.example\(path)", allowsPrivateAddresses: true, fetcher: publisher
    ).run().map { "\($0.kind.rawValue) \($0.url.dropFirst(24)) \($0.summary)" }
  }

  static func feed(_ title: String, text: String? = nil) -> String {
    """
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>\(title)</title><item><guid>1</guid><title>One</title><description>S.</description>
    <pubDate>Mon, 08 Nov 2021 00:00:00 GMT</pubDate>
    \(text.map { "<content:encoded>\($0)</content:encoded>" } ?? "")</item></channel></rss>
    """
  }

  @Test func `feeds that the page names come before the others, comments last`() async throws {
    publisher.set(
      "/",
      """
      <head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel=alternate type="application/atom+xml" href="briefs.xml"></head>
      <body><a href="/news/rss">News by RSS</a> <a href="/about">About</a></body>
      """)
    publisher.set("/comments/feed", Self.feed("Comments on Briefs"))
    publisher.set("/briefs.xml", Self.feed("Briefs", text: "All of it."))
    publisher.set("/news/rss", Self.feed("News"))
    #expect(
      try await found() == [
        "feed /briefs.xml “Briefs”, RSS 2.0, 1 entry, newest 2021-11-08, whole texts",
        "feed /news/rss “News”, RSS 2.0, 1 entry, newest 2021-11-08, summaries only",
        "feed /comments/feed “Comments on Briefs”, RSS 2.0, 1 entry, newest 2021-11-08, summaries only",
      ])
  }

  @Test func `the usual places are tried where the page names no feed`() async throws {
    publisher.set("/", "<title>An institute</title><p>Welcome.</p>")
    publisher.set("/rss.xml", Self.feed("Briefs"))
    #expect(
      try await found() == [
        "feed /rss.xml “Briefs”, RSS 2.0, 1 entry, newest 2021-11-08, summaries only"
      ])
  }

  @Test func `an address that is a feed is what was meant`() async throws {
    publisher.set("/feed", Self.feed("Briefs"))
    #expect(try await found("/feed").count == 1)
    #expect(publisher.asked() == ["/feed"])
  }

  @Test func `a site without a feed has its sitemap and its list of publications`() async throws {
    let items = (1...6).map {
      "<li><a href=\"/publications/2021/11/brief-number-\($0)\">A brief on the union state, number \($0)</a> 0\($0).11.2021</li>"
    }
    publisher.set("/", "<html><body><main><ul>\(items.joined())</ul></main></body></html>")
    publisher.set("/robots.txt", "User-agent: *\nSitemap: http://publisher.example/map.xml\n")
    publisher.set("/map.xml", SourceKindTests.sitemap(["a", "b"]), type: "text/xml")
    #expect(
      try await found() == [
        "listing / listing page, 6 entries, newest 2021-11-06",
        "sitemap /map.xml sitemap, 2 entries",
      ])
  }

  @Test func `where there is nothing it says what to do, and asks no more than it may`()
    async throws
  {
    let links = (1...200).map { "<a href=\"/\($0)/feed\">RSS \($0)</a>" }
    publisher.set("/", "<p>\(links.joined())</p>")
    await #expect(throws: SiteSearch.NothingFound.self) { try await found() }
    #expect(publisher.asked().count <= 26)
    await #expect(throws: SiteSearch.NothingFound.self) { try await found("/missing") }
  }
}
