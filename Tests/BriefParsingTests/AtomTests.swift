import BriefModel
import Testing

@testable import BriefParsing

struct AtomTests {
  @Test func `an entry is read field by field`() throws {
    let entry = try entry(
      """
      <id>tag:example.org,2021:83</id><title type="html">The &amp;lt;border&amp;gt;</title>
      <link rel="alternate" href="/83"/><link rel="enclosure" type="application/pdf" href="/83.pdf"/>
      <link rel="related" href="/84"/>
      <published>2021-11-08T09:00:00+01:00</published><updated>2021-11-09T09:00:00Z</updated>
      <author><name>Anna</name><email>a@example.org</email></author><author><name>Jan</name></author>
      <contributor><name>Piotr</name></contributor>
      <category term="eu" label="European Union"/><summary>Short</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h1>Head</h1><p>Text &amp; more</p></div></content>
      <source><title>Elsewhere</title><id>other</id><link href="/other"/></source>
      """)
    #expect(entry.id == "tag:example.org,2021:83")
    #expect(entry.title == "The <border>")
    #expect(entry.link == "https://example.org/83")
    #expect(entry.published?.moment?.rfc3339 == "2021-11-08T08:00:00Z")
    #expect(entry.updated?.moment?.rfc3339 == "2021-11-09T09:00:00Z")
    #expect(entry.authors == ["Anna", "Jan"])
    #expect(entry.categories == ["eu"])
    #expect(entry.summary?.text == "Short")
    #expect(entry.content?.sections == [Section(heading: "Head", text: "Text & more")])
    #expect(
      entry.enclosures == [Enclosure(url: "https://example.org/83.pdf", type: "application/pdf")])
  }

  /// RFC 4287, 3.1 and 4.1.3; Atom 0.3 for `mode`.
  @Test(arguments: [
    ("type='text'>&lt;b>bold&lt;/b>", "<b>bold</b>"), (">&lt;b>bold&lt;/b>", "<b>bold</b>"),
    ("type='html'>&lt;b>bold&lt;/b> &amp;amp; more", "bold & more"),
    ("type='xhtml'><div>a <b>c</b> &lt;d></div>", "a c <d>"),
    ("type='text/html' mode='escaped'>&lt;p>x&lt;/p>", "x"),
    ("mode='base64'>PHA+eDwvcD4=", "x"), ("type='application/octet-stream'>PHA+eDwvcD4=", "x"),
    ("type='application/octet-stream'>not base64!", "not base64!"),
    ("type='text/plain'>a <b>naked</b> tag", "a naked tag"),
    ("type='html'><![CDATA[<p>one</p>\n<p>two</p>]]>", "one\n\ntwo"),
  ])
  func `content is read as its type says`(content: String, text: String) throws {
    #expect(try entry("<content \(content)</content>").content?.text == text)
  }

  @Test(arguments: [
    ("<link href='/a'/>", "https://example.org/a"),
    (
      "<link rel='alternate' type='application/pdf' href='/a.pdf'/><link href='/a'/>",
      "https://example.org/a"
    ),
    ("<link rel='alternate' type='application/pdf' href='/a.pdf'/>", "https://example.org/a.pdf"),
    (
      "<link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/>",
      "https://example.org/a"
    ),
    ("<link rel='ALTERNATE' href='/b'/><link href='/a'/>", "https://example.org/a"),
    ("<link rel='Alternate' href='/b'/><link rel='Self' href='/s'/>", "https://example.org/b"),
    ("<link rel='self' href='/s'/>", nil), ("<link href='ftp://example.org/'/>", nil),
    ("<id>https://example.org/id</id>", "https://example.org/id"), ("<id>urn:x</id>", nil),
  ])
  func `the link is the alternate one`(elements: String, link: String?) throws {
    #expect(try entry(elements).link == link)
  }

  @Test func `xml base and language are inherited and left again`() throws {
    let feed = try parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en_GB" xml:base="https://a.example/">
      <entry xml:base="b/" xml:lang="pl"><link href="1"/></entry>
      <entry><link href="2"/></entry><entry xml:base="javascript:x"><link href="3"/></entry></feed>
      """)
    #expect(feed.language == "en-GB")
    #expect(
      feed.entries.map(\.link) == [
        "https://a.example/b/1", "https://a.example/2", "https://a.example/3",
      ])
    #expect(feed.entries.map(\.language) == ["pl", "en-GB", "en-GB"])
  }

  @Test func `archives, completeness, deletions and hubs are read`() throws {
    let feed = try parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" \(namespaces)><fh:complete/><fh:archive/>
      <link rel="self" href="/self"/><link rel="hub" href="https://hub.example/"/>
      <link rel="next" href="/2"/><link rel="prev-archive" href="/2020"/>
      <at:deleted-entry ref="tag:1" when="2021-11-08T00:00:00Z"><at:comment>Withdrawn</at:comment></at:deleted-entry>
      <entry><id>tag:2</id><fh:complete/></entry></feed>
      """)
    #expect(feed.isComplete)
    #expect(feed.isArchive)
    #expect(feed.selfLink == "https://example.org/self")
    #expect(feed.manners.hub == "https://hub.example/")
    #expect(feed.next == "https://example.org/2")
    #expect(feed.previousArchive == "https://example.org/2020")
    #expect(
      feed.deleted == [
        DeletedEntry(ref: "tag:1", when: Timestamp(seconds: 1_636_329_600), comment: "Withdrawn")
      ])
    #expect(feed.entries.map(\.id) == ["tag:2"])
  }

  @Test(
    arguments: [
      (
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 21_600
      ),
      (
        "<sy:updateFrequency>4</sy:updateFrequency><sy:updatePeriod>daily</sy:updatePeriod>", 21_600
      ),
      ("<sy:updatePeriod> Hourly </sy:updatePeriod>", 3600),
      ("<sy:updatePeriod>often</sy:updatePeriod>", nil),
    ] as [(String, Int64?)])
  func `the announced period is its length over its frequency`(elements: String, seconds: Int64?)
    throws
  {
    let feed = try parse("<rss \(namespaces)><channel>\(elements)</channel></rss>")
    #expect(feed.manners.updatePeriod == seconds)
  }

  @Test func `PRISM numbers and publishers are kept`() throws {
    let entry = try item("<prism:number>83</prism:number><dc:publisher>Desk</dc:publisher>")
    #expect(entry.number == "83")
    #expect(entry.publisher == "Desk")
  }
}
