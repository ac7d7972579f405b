import BriefModel
import Testing

@testable import BriefParsing

struct SitemapTests {
  private func parse(_ text: String) throws(FeedTrouble) -> ParsedSitemap {
    try SitemapParser.parse(Array(text.utf8), baseURL: "https://example.org/sitemap.xml")
  }

  @Test func `pages become entries under their canonical links`() throws {
    let sitemap = try parse(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i"><url>
      <loc>https://example.org/a/?x=1&amp;utm_source=y</loc><lastmod>2021-11-08</lastmod>
      <image:image><image:loc>https://example.org/a.png</image:loc></image:image></url>
      <url><loc>javascript:x</loc></url><url><loc>/b</loc></url></urlset>
      """)
    #expect(sitemap.kind == .pages)
    let expected = [
      Entry(
        identity: Identity(kind: .link, value: "//example.org/a?x=1"),
        link: "https://example.org/a/?x=1&utm_source=y", content: Content(),
        updated: Timestamp(seconds: 1_636_329_600)),
      Entry(
        identity: Identity(kind: .link, value: "//example.org/b"), link: "https://example.org/b",
        content: Content()),
    ]
    #expect(sitemap.snapshot() == Snapshot(entries: expected))
  }

  @Test func `news have titles and dates`() throws {
    let sitemap = try parse(
      """
      <urlset xmlns:news="n"><url><loc>https://example.org/a</loc><news:news><news:publication>
      <news:name>Desk</news:name><news:language>pl</news:language></news:publication>
      <news:publication_date>2021-11-08T09:00:00Z</news:publication_date><news:title>A &amp;amp; B</news:title>
      </news:news></url></urlset>
      """)
    #expect(sitemap.kind == .news)
    let entry = try #require(sitemap.snapshot().entries.first)
    #expect(entry.content == Content(title: "A & B", published: Timestamp(seconds: 1_636_362_000)))
    #expect(entry.language == "pl")
  }

  @Test func `an index lists sitemaps and has no entries`() throws {
    let sitemap = try parse(
      "<sitemapindex><sitemap><loc>/s1.xml.gz</loc></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>"
    )
    #expect(sitemap.kind == .index)
    #expect(
      sitemap.pages.map(\.link) == ["https://example.org/s1.xml.gz", "https://example.org/s2.xml"])
    #expect(sitemap.snapshot().entries.isEmpty)
  }

  @Test func `a list of addresses is a sitemap`() throws {
    #expect(try parse("https://example.org/a\r\nhttps://example.org/b\n").pages.count == 2)
    #expect(throws: FeedTrouble.notAFeed(.text)) { try parse("words and words") }
  }

  @Test func `a sitemap that is cut off is not whole`() throws {
    #expect(!(try parse("<urlset><url><loc>https://example.org/a</loc></url>").isWhole))
    #expect(throws: FeedTrouble.notAFeed(.otherXML(root: "rss"))) { try parse("<rss/>") }
  }
}
