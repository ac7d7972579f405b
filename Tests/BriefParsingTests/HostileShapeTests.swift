import BriefModel
import Testing

@testable import BriefParsing

/// Shapes that made other readers crash, stop or take for ever. Each is large enough to be felt if
/// it were not read in one pass.
struct HostileShapeTests {
  private static func item(_ content: String) -> String {
    "<rss><channel><item><description>\(content)</description></item></channel></rss>"
  }

  private static let count = 50_000

  @Test(arguments: [
    item("<![CDATA[" + String(repeating: "<div>", count: count) + "]]>"),
    item(String(repeating: "&lt;li>", count: count)),
    item("<![CDATA[" + String(repeating: "<", count: count) + "]]>"),
    item("<![CDATA[" + String(repeating: "<a b='", count: count) + "]]>"),
    item("<![CDATA[" + String(repeating: "<!--", count: count) + "]]>"),
    item("<![CDATA[" + String(repeating: "<!DOCTYPE ", count: count) + "]]>"),
    item("<![CDATA[" + String(repeating: "<script>", count: count) + "]]>"),
    item(String(repeating: "<![CDATA[]]]]>", count: count)),
    item(String(repeating: "&", count: count)),
    item(String(repeating: "&#0;", count: count)),
    item("&#" + String(repeating: "0", count: count) + "65;"),
    item(String(repeating: "</x>", count: count)), item(String(repeating: "]]>", count: count)),
    "<rss " + (0..<count).map { "a\($0)='' " }.joined() + "><channel/></rss>",
    "<rss><channel>" + String(repeating: "<category>x</category>", count: count)
      + "</channel></rss>",
    "<rss><channel><item>" + String(repeating: "<category>x</category>", count: count)
      + "</item></channel></rss>",
    "<rss><channel>" + String(repeating: "<!---->", count: count) + "</channel></rss>",
    "<rss><channel>" + String(repeating: "<?x?>", count: count) + "</channel></rss>",
    String(repeating: "<!DOCTYPE x [>", count: 50_000) + "<rss/>",
    "<rss>" + (0..<count).map { "<n\($0)/>" }.joined() + "</rss>",
    "<rss><channel>" + (0..<200).map { "<x xmlns:p\($0)='u'>" }.joined(),
  ])
  func `a hostile shape is read to its end`(document: String) throws {
    _ = try parse(document)
  }

  @Test func `nothing that a terminal acts on comes through`() throws {
    let evil = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{2066}\u{200B}"
    let feed = try parse(
      """
      <rss><channel><title>a\(evil)</title><link>https://example.org/\(evil)</link><language>\(evil)pl</language>
      <item><title>&#x9b;31m&#27;b\(evil)</title><guid>g\(evil)</guid><author>c\(evil)</author><category>d\(evil)</category>
      <pubDate>e\(evil)</pubDate><enclosure url='https://example.org/f\(evil)' type='t\(evil)'/></item></channel></rss>
      """)
    let entry = try #require(feed.entries.first)
    let texts =
      [feed.title, feed.link, feed.language, entry.title, entry.id, entry.published?.raw].compactMap
    { $0 }
      + entry.authors + entry.categories + entry.enclosures.flatMap { [$0.url, $0.type ?? ""] }
    for text in texts {
      for scalar in text.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(
          !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
      }
    }
    #expect(texts.count == 10)
  }
}
