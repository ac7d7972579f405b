import Testing

@testable import BriefParsing

/// A document is the same whether it comes at once or in drops.
struct PieceTests {
  private static let documents = [
    """
    <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e "x">]><!-- comment -- in --><rss version="2.0"><channel>
    <title>A &amp; B &nbsp; &e; &nope; & < c</title><item><title><![CDATA[x ]] ]]> y]]></title><?pi?>
    <link>https://example.org/?a=1&amp;b=2</link><description>&lt;p&gt;Ведамства 😀 &amp;amp; &#8212;&lt;/p&gt;</description>
    <enclosure url='/a.pdf'  length = "3"/></item></channel></rss> <trailer/>
    """,
    """
    <feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>a<br/>b &lt; <b>c</b></div></content>
    <title>unclosed<id>1</id></entry><entry a=b c><summary type='html'>&lt;b&gt;x</summary></entry>
    """,
    "<!-- \(String(repeating: "a - comment ", count: 30)) --><rss><channel><title>a</title></channel></rss>",
    "<rss><channel><item><title>cut</title><description><![CDATA[no end ]]",
    "<rss><channel><item><title a='x",
    "<rss><channel></channel></rss", "<rss><!-- no end --", "text <rss><channel/></rss>",
  ]

  @Test(arguments: documents, [1, 2, 3, 5, 16, 61])
  func `pieces read as the whole does`(document: String, size: Int) throws {
    let bytes = Array(document.utf8)
    var entries: [ParsedEntry] = []
    var position = 0
    let source = try TextSource(contentType: nil, limits: ParsingLimits(), headBytes: size) {
      let end = min(position + size, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
    let feed = try FeedParser.read(source) { entries.append($0) }
    let whole = try FeedParser.parse(bytes)
    #expect(entries == whole.entries)
    #expect(feed.title == whole.title)
    #expect(feed.isWhole == whole.isWhole)
    #expect(feed.oddities == whole.oddities)
  }
}
