import BriefModel
import Testing

@testable import BriefParsing

struct FeedSnapshotTests {
  @Test(
    arguments: [
      ("<guid>g</guid><link>https://example.org/1</link>", Identity(kind: .entryID, value: "g")),
      (
        "<link>http://example.org/1/?utm_source=rss#top</link><title>t</title>",
        Identity(kind: .link, value: "//example.org/1")
      ),
      (
        "<title>t</title><pubDate>8 Nov 2021</pubDate>",
        Identity(kind: .digest, value: "t\u{0}2021-11-08T00:00:00Z")
      ),
      ("<title>t</title><pubDate>soon</pubDate>", Identity(kind: .digest, value: "t\u{0}soon")),
      ("<title>t</title>", Identity(kind: .digest, value: "t\u{0}")),
      ("<description>d</description>", Identity(kind: .digest, value: "d")),
      ("<category>c</category>", nil),
    ] as [(String, Identity?)])
  func `identity is the id, else the link, else title and date, else the words`(
    elements: String, identity: Identity?
  ) throws {
    #expect(try item(elements).identity == identity)
  }

  @Test
  func `a relative link stays in the feed and leaves the snapshot where nobody knows the base`()
    throws
  {
    let feed = try parse(
      "<rss><channel><item><title>t</title><link>/1</link><enclosure url='a.pdf'/></item></channel></rss>",
      baseURL: nil)
    #expect(feed.entries.map(\.link) == ["/1"])
    let entry = try #require(feed.snapshot().entries.first)
    #expect(entry.link == nil)
    #expect(entry.content.enclosures.isEmpty)
    #expect(entry.identity.kind == .digest)
  }

  @Test func `a snapshot is the feed in the terms of the domain`() throws {
    let feed = try parse(
      """
      <rss version="2.0" \(namespaces)><channel><title>Desk</title><language>en</language><ttl>5</ttl>
      <item><guid>1</guid><link>https://example.org/1?fbclid=x</link><title>PISM Spotlight No 83/2021: Borders</title>
      <dc:creator>Anna</dc:creator><category>EU</category><category>EU</category>
      <description>short</description><content:encoded>&lt;p>Intro&lt;/p>&lt;h2>Why&lt;/h2>&lt;p>So.&lt;/p></content:encoded>
      <enclosure url="https://example.org/1.pdf?utm_medium=rss&amp;v=2"/></item></channel></rss>
      """)
    let expected = Snapshot(
      feed: FeedFacts(title: "Desk", language: "en", manners: FeedManners(ttl: 300)),
      entries: [
        Entry(
          identity: Identity(kind: .entryID, value: "1"), link: "https://example.org/1?fbclid=x",
          content: Content(
            title: "PISM Spotlight No 83/2021: Borders", authors: ["Anna"], number: "83/2021",
            body: Body(sections: [
              Section(heading: nil, text: "Intro"), Section(heading: "Why", text: "So."),
            ]),
            enclosures: [Enclosure(url: "https://example.org/1.pdf?v=2")]),
          language: "en", series: "Spotlight", categories: ["EU"])
      ])
    #expect(feed.snapshot() == expected)
  }

  @Test(
    arguments: [
      ("PISM Spotlight No 83/2021: Borders", "Spotlight", "83/2021"),
      ("Policy Paper no. 4 (2021)", "Policy Paper", "4"),
      ("Bulletin Nr 12/2020", "Bulletin", "12/2020"),
      ("Комментарий № 7/2021", "Комментарий", "7/2021"),
      ("Commentary No.15: Gas", "Commentary", "15"), ("No 10 Downing Street", nil, "10"),
      ("There is no 2021 budget", "There is", "2021"), ("The 83 days", nil, nil),
      ("Say no to gas", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func `a series number is found only where one is stated`(
    title: String, series: String?, number: String?
  ) {
    let found = SeriesNumber(title: title)
    #expect(found?.number == number)
    #expect(found?.series == series)
  }
}
