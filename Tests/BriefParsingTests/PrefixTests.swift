import Testing

@testable import BriefParsing

/// A document that was cut off must never look complete, for what it no longer lists would count as
/// withdrawn.
struct PrefixTests {
  private static let documents: [[UInt8]] = {
    let item = """
      <item><title>A &amp; B</title><link>https://example.org/1</link><guid isPermaLink='false'>1</guid>\
      <description><![CDATA[<p>x</p>]]></description><enclosure url='/a.pdf' length='1'/></item>
      """
    let entry = """
      <entry><id>urn:1</id><title type='html'>A &amp;amp; B</title><link href='/1'/>\
      <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x<br/></p></div></content></entry>
      """
    var texts: [String] = []
    for count in 0...3 {
      let items = String(repeating: item, count: count)
      let entries = String(repeating: entry, count: count)
      texts += [
        "<rss version='2.0'><channel><title>T</title>\(items)</channel></rss>",
        "<?xml version='1.0' encoding='utf-8'?>\n<rss version='0.91'>\n<channel>\n\(items)\n</channel>\n</rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>\(entries)</feed>",
        "<!DOCTYPE feed><a:feed xmlns:a='http://www.w3.org/2005/Atom'>\(entries)<!-- end --></a:feed>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/>\(items)</rdf:RDF>",
        "<RSS><Channel>\(items)<Language>pl</Language></Channel></RSS>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\((0..<count).map { "{\"id\":\($0)}" }.joined(separator: ","))]}",
        "<rss><channel><!-- \(items) --><item>\(count)</item></channel></rss>",
      ]
    }
    var documents = texts.map { Array($0.utf8) }
    for text in texts.prefix(12) {
      documents.append([0xEF, 0xBB, 0xBF] + Array(text.utf8))
      documents.append([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    return documents
  }()

  @Test func `there are fifty documents, all whole`() throws {
    #expect(Self.documents.count >= 50)
    for document in Self.documents {
      #expect(try FeedParser.parse(document).isWhole)
    }
  }

  @Test(arguments: 0..<56) func `no prefix of a document is whole`(number: Int) throws {
    let document = Self.documents[number]
    let whole = try FeedParser.parse(document)
    // Behind the last bracket only white space could follow, or in UTF-16 half a character.
    let end = document.lastIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "}") } ?? 0
    for length in 0..<end {
      guard let feed = try? FeedParser.parse(Array(document[..<length])) else { continue }
      #expect(!feed.isWhole, "\(length) bytes")
      #expect(feed.entries.count <= whole.entries.count)
    }
  }
}
