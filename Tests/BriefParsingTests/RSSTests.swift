import BriefModel
import Testing

@testable import BriefParsing

struct RSSTests {
  @Test func `an item is read field by field`() throws {
    let entry = try item(
      """
      <title>Spotlight No 83/2021: The border &amp; the forest</title>
      <link>/spotlight/83</link><guid isPermaLink='false'>spotlight-83</guid>
      <pubDate>Mon, 08 Nov 2021 09:00:00 +0100</pubDate><author>desk@example.org (Anna Kowalska)</author>
      <category>Belarus</category><category domain='x'>Migration</category>
      <description>&lt;p&gt;In short.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>At length.</p><h2>Why</h2><p>Because.</p>]]></content:encoded>
      <enclosure url='/83.pdf' type='application/pdf' length='4096'/>
      """)
    var expected = ParsedEntry()
    expected.id = "spotlight-83"
    expected.title = "Spotlight No 83/2021: The border & the forest"
    expected.link = "https://example.org/spotlight/83"
    expected.published = StatedDate(
      raw: "Mon, 08 Nov 2021 09:00:00 +0100",
      date: FeedDate(moment: Timestamp(seconds: 1_636_358_400), confidence: .stated))
    expected.authors = ["Anna Kowalska"]
    expected.categories = ["Belarus", "Migration"]
    expected.summary = MarkedText(Array("In short.".utf8))
    expected.content = MarkedText(Array("At length.\n\nWhy\n\nBecause.".utf8), headings: [12..<15])
    expected.enclosures = [
      Enclosure(url: "https://example.org/83.pdf", type: "application/pdf", length: 4096)
    ]
    #expect(entry == expected)
  }

  @Test func `a channel is read field by field`() throws {
    let feed = try parse(
      """
      <rss version="2.0"><channel><title>Desk</title><link>https://example.org/</link>
      <language>pl</language><lastBuildDate>Mon, 08 Nov 2021 09:00:00 GMT</lastBuildDate><ttl>60</ttl>
      <image><title>Logo</title><link>https://example.org/logo</link><url>l.png</url></image>
      <textInput><title>Search</title><link>https://example.org/search</link></textInput>
      <skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>99</hour></skipHours>
      <skipDays><day>Sunday</day><day>Someday</day></skipDays></channel></rss>
      """)
    #expect(feed.title == "Desk")
    #expect(feed.link == "https://example.org/")
    #expect(feed.language == "pl")
    #expect(feed.updated?.moment?.rfc3339 == "2021-11-08T09:00:00Z")
    #expect(feed.manners == FeedManners(ttl: 3600, skipHours: [0, 5], skipDays: [7]))
    #expect(feed.format == .rss20)
    #expect(feed.isWhole)
  }

  @Test(arguments: [
    ("<guid>https://example.org/1</guid>", "https://example.org/1"),
    ("<guid isPermaLink='false'>https://example.org/1</guid>", nil),
    ("<guid>no-address</guid>", nil), ("<guid>/rel/3</guid>", nil),
    ("<guid isPermaLink='true'>/rel/3</guid>", "https://example.org/rel/3"),
    ("<guid isPermaLink='true'>?p=3</guid>", "https://example.org/feed?p=3"),
    ("<guid isPermaLink='true'>12345</guid>", nil),
    ("<guid isPermaLink='true'>urn:a/b</guid>", nil),
    (
      "<guid>https://example.org/1</guid><link>https://example.org/2</link>",
      "https://example.org/2"
    ),
    ("<link>https://example.org/?a=1&amp;amp;b=2</link>", "https://example.org/?a=1&b=2"),
    ("<link>javascript:alert(1)</link>", nil), ("<link href='/x'/>", "https://example.org/x"),
    ("<a:link rel='alternate' href='/a'/>", "https://example.org/a"),
    ("<link xml:base='https://b.example/c/'>d</link>", "https://b.example/c/d"),
  ])
  func `the link is the item's own, else its permalink`(elements: String, link: String?) throws {
    #expect(try item(elements).link == link)
  }

  @Test(arguments: [
    ("<author>Jan Nowak &lt;j@example.org&gt;</author>", ["Jan Nowak"]),
    ("<author>j@example.org</author>", ["j@example.org"]),
    ("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>", ["A", "B"]),
    ("<dc:creator>A</dc:creator><itunes:author>A</itunes:author>", ["A"]),
    ("<author><name>A</name><email>a@example.org</email></author>", ["A"]),
    ("<author> </author>", []), ("<dc:contributor>C</dc:contributor>", []),
  ])
  func `authors are names`(elements: String, authors: [String]) throws {
    #expect(try item(elements).authors == authors)
  }

  @Test(arguments: [
    ("<title>a &lt;b&gt;c&lt;/b&gt;</title>", "a c"), ("<title>5 &lt; 6</title>", "5 < 6"),
    ("<title>vector&lt;int&gt; explained</title>", "vector<int> explained"),
    ("<title><![CDATA[Q&amp;A]]></title>", "Q&A"), ("<title>AT&T</title>", "AT&T"),
    ("<title>\n  two\n  lines </title>", "two lines"),
    ("<media:title>M</media:title><title>T</title>", "T"), ("<media:title>M</media:title>", "M"),
    ("<title>T</title><media:group><media:title>M</media:title></media:group>", "T"),
    ("<title>T</title><source url='x'>S</source>", "T"), ("<title>caf&eacute;</title>", "café"),
  ])
  func `the title is text on one line`(elements: String, title: String) throws {
    #expect(try item(elements).title == title)
  }

  @Test(
    arguments: [
      ("<pubDate>x</pubDate>", nil, nil),
      ("<dc:date>2021-11-08</dc:date>", nil, "2021-11-08T00:00:00Z"),
      ("<dcterms:issued>2021-11-08</dcterms:issued>", "2021-11-08T00:00:00Z", nil),
      (
        "<pubDate>8 Nov 2021</pubDate><a:updated>2021-11-09</a:updated>", "2021-11-08T00:00:00Z",
        "2021-11-09T00:00:00Z"
      ),
    ] as [(String, String?, String?)])
  func `dates are kept apart`(elements: String, published: String?, updated: String?) throws {
    let entry = try item(elements)
    #expect(entry.published?.moment?.rfc3339 == published)
    #expect(entry.updated?.moment?.rfc3339 == updated)
  }

  @Test func `a second description is the text`() throws {
    let entry = try item("<description>S</description><itunes:summary>C</itunes:summary>")
    #expect(entry.summary?.text == "S")
    #expect(entry.content?.text == "C")
  }

  @Test func `XHTML in an item is its text`() throws {
    let entry = try item(
      "<body xmlns='http://www.w3.org/1999/xhtml'><p>One<br/>line</p><p>1 &lt; 2</p></body>")
    #expect(entry.content?.text == "One line\n\n1 < 2")
  }

  @Test(arguments: [
    ("<rss version='0.91'><channel/></rss>", FeedFormat.rss091),
    ("<rss version='0.92'><channel/></rss>", .rss092),
    ("<rss><channel/></rss>", .rss), ("<channel><item/></channel>", .rss),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>",
      .rss10
    ),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'/>",
      .rss09
    ),
    ("<feed xmlns='http://www.w3.org/2005/Atom'/>", .atom10),
    ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", .atom03),
    ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", .atom10),
    ("<entry xmlns='http://www.w3.org/2005/Atom'/>", .atom10),
  ])
  func `the format is told by root, version and namespace`(document: String, format: FeedFormat)
    throws
  {
    #expect(try parse(document).format == format)
  }

  @Test func `items of RDF lie beside the channel`() throws {
    let feed = try parse(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \(namespaces)>
      <channel rdf:about="https://example.org/"><title>Desk</title><link>https://example.org/</link>
      <items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1?x</link>
      <dc:date>2021-11-08T09:00+01:00</dc:date><dc:subject>EU</dc:subject></item></rdf:RDF>
      """)
    #expect(feed.title == "Desk")
    #expect(feed.entries.map(\.id) == ["https://example.org/1"])
    #expect(feed.entries.map(\.categories) == [["EU"]])
    #expect(feed.snapshot().entries.first?.content.published?.rfc3339 == "2021-11-08T08:00:00Z")
  }
}
