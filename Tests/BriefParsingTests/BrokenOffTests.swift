import BriefModel
import Testing

@testable import BriefParsing

/// A document that ends too early: what was open at its end is no entry.
struct BrokenOffTests {
  private static let item = """
    <item><guid isPermaLink="false">1</guid><title>Gas</title><link>https://example.org/1</link>\
    <description><![CDATA[<p>One market.</p>]]></description></item>
    """
  private static let documents = [
    "<rss version=\"2.0\"><channel><title>Desk</title>\(item)"
      + item.replacing(">1<", with: ">2<").replacing("/1<", with: "/2<") + "</channel></rss>",
    "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel/>"
      + (1...2).map {
        "<item rdf:about=\"urn:\($0)\"><title>Gas</title><description>One.</description></item>"
      }.joined() + "</rdf:RDF>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Desk</title>"
      + (1...2).map {
        """
        <entry><id>urn:\($0)</id><title type="html">A &amp;amp; B</title><link href="/\($0)"/>\
        <content type="xhtml"><div><p>One<br/>market.</p></div></content></entry>
        """
      }.joined() + "</feed>",
  ]

  @Test(arguments: documents)
  func `wherever a document breaks off, each of its entries is one of the whole one's`(
    document: String
  ) throws {
    let bytes = Array(document.utf8)
    let whole = try FeedParser.parse(bytes).entries
    #expect(whole.count == 2)
    for length in 0..<bytes.count {
      guard let feed = try? FeedParser.parse(Array(bytes[..<length])) else { continue }
      #expect(feed.entries == Array(whole.prefix(feed.entries.count)), "\(length) bytes")
      #expect(length == bytes.count || feed.oddities[.cutOff] == 1)
    }
  }

  /// Where the first item of the document ends.
  private static let end = "</description></item>"

  @Test(arguments: [
    ("One ", 0), ("One market.</p>]]>", 0), ("</description>", 0), ("</description></it", 0),
    ("</description></item", 1), (Self.end, 1),
    ("One <br />\n<b>Fatal error</b>: Allowed memory size exhausted in /www/f.php on line 2", 0),
    ("One ]]></description><br />\n<b>Fatal error</b>: Uncaught Error in /www/f.php", 0),
    ("\(Self.end)<br />\n<b>Fatal error</b>: Uncaught Error in /www/f.php", 1),
    ("One <!DOCTYPE html><html><body><p>There has been a critical error.</p></body></html>", 0),
  ])
  func `an entry counts when its own end was begun, whatever stands there instead`(
    ending: String, entries: Int
  ) throws {
    let beginning = Self.documents[0].prefix { $0 != "[" }
    let feed = try parse(
      "\(beginning)[CDATA[<p>" + (ending.hasPrefix("<") ? "One market.</p>]]>" : "") + ending)
    #expect(feed.entries.map(\.title) == Array(repeating: "Gas", count: entries))
    #expect(!feed.isWhole)
    #expect(feed.oddities[.cutOff] == 1)
  }

  @Test func `what was not said to its end asks nothing and withdraws nothing`() throws {
    let manners = try parse("<rss><channel><ttl>1440</ttl><item/><ttl>14")
    #expect(manners.manners.ttl == 86_400)
    let deleted = try parse(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">\
      <at:deleted-entry ref="urn:1"/><at:deleted-entry ref="urn:2"><at:comment>not
      """)
    #expect(deleted.deleted.map(\.ref) == ["urn:1"])
  }
}
