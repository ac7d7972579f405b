import Testing

@testable import BriefParsing

/// Ill-formed documents that a person could read.
struct RecoveryTests {
  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desk</title>
    <item><title>One</title><link>https://example.org/1</link><dc:creator>A</dc:creator></item>
    <item><title>Two</title><link>https://example.org/2</link></item></channel></rss>
    """

  @Test(arguments: [
    ("<title>One</title>", "<title>One & All</title>", "One & All"),
    ("<title>One</title>", "<title>One &nope; All</title>", "One &nope; All"),
    ("<title>One</title>", "<title>One &copy; All</title>", "One © All"),
    ("<title>One</title>", "<title>1 < 2</title>", "1 < 2"),
    ("<title>One</title>", "<title>On\u{0B}e</title>", "One"),
    ("<title>One</title>", "<title>One", "One"),
    ("<title>One</title>", "<title>One</TITLE>", "One"),
    ("<title>One</title>", "<title>One</b></title>", "One"),
    ("<title>One</title>", "<title>One</title", "One"),
    ("<title>One</title>", "<title a=1 a='2' b>One</title>", "One"),
    ("<title>One</title>", "<title>O<br>ne</title>", "O ne"),
    ("<title>One</title>", "<title><![CDATA[One]]></title>", "One"),
    ("</item>\n<item>", "\n<item>", "One"), ("<?xml", "\n\n <?xml", "One"),
    ("<?xml", "<b>Warning</b>: x in y.php<br />\n<?xml", "One"),
    ("xmlns:dc=", "xmlns:other=", "One"),
    ("<channel>", "<!-- a -- b --><channel>", "One"), ("</channel></rss>", "</rss>", "One"),
    ("<rss", "<!DOCTYPE rss [<!ENTITY own 'x'> <!ELEMENT a ANY>]><rss", "One"),
    ("</rss>", "</rss>\n<script>tracking()</script>", "One"),
  ])
  func `what is ill-formed is read as it was meant`(part: String, broken: String, title: String)
    throws
  {
    let document = Self.feed.replacing(part, with: broken, maxReplacements: 1)
    #expect(document != Self.feed)
    let feed = try parse(document)
    #expect(feed.entries.map(\.title) == [title, "Two"])
    #expect(feed.entries.map(\.link) == ["https://example.org/1", "https://example.org/2"])
    #expect(feed.entries.map(\.authors) == [["A"], []])
  }

  @Test func `an entry whose end is missing makes the document incomplete`() throws {
    #expect(try parse(Self.feed).isWhole)
    #expect(!(try parse(Self.feed.replacing("</item>\n<item>", with: "\n<item>")).isWhole))
  }

  @Test func `harmless entities of the document are expanded, others are left`() throws {
    let document = """
      <!DOCTYPE rss [<!ENTITY desk "Our Desk"><!ENTITY nest "&desk;&desk;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>&desk; &nest; &file;</title></channel></rss>
      """
    #expect(try parse(document).title == "Our Desk &nest; &file;")
  }

  @Test func `a bomb of entities expands to no more than a bound`() throws {
    let references = String(repeating: "&e;", count: 40_000)
    let document = """
      <!DOCTYPE rss [<!ENTITY e "\(String(repeating: "x", count: 64))">]>
      <rss><channel><item><description>\(references)</description></item></channel></rss>
      """
    let feed = try parse(document)
    #expect((feed.entries.first?.summary?.utf8.count ?? 0) < 65_536 + 3 * 40_000)
    #expect(feed.oddities[.entityNotExpanded] == 1)
  }

  @Test func `oddities are told`() throws {
    let feed = try parse(
      """
      <rss><channel><item><guid>1</guid><pubDate>soon</pubDate><link>javascript:x</link></item>
      <item><guid>1</guid><foo:bar>x</foo:bar></item><item/></channel></rss>
      """)
    #expect(
      feed.oddities == [
        .dateUnreadable: 1, .linkNotWeb: 1, .duplicateID: 1, .undeclaredPrefix: 1,
        .entryWithoutIdentity: 1,
      ])
  }
}
