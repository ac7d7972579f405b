import BriefParsing
import Foundation
import Testing

@testable import BriefCommands

/// `brief-sync inspect`, without the command line around it.
struct InspectFeedTests {
  private static let feed = """
    <rss version="2.0"><channel><title>Desk "A"</title><link>https://example.org/</link><language>en</language><ttl>90</ttl>
    <item><guid>2</guid><title>Second\\</title><pubDate>Mon, 15 Nov 2021 00:00:00 GMT</pubDate>
    <description>&lt;p>One&lt;/p>&lt;p>Two&lt;/p></description><enclosure url="/a.pdf" length="7"/></item>
    <item><guid>1</guid><title>First</title><pubDate>Mon, 8 Nov 2021 00:00:00 GMT</pubDate></item></channel></rss>
    """

  private func output(
    _ inspect: InspectFeed, _ document: String
  ) throws(FeedTrouble) -> String {
    let written = Written()
    try inspect.run(bytes: Array(document.utf8)) { written.bytes += $0 }
    return String(decoding: written.bytes, as: UTF8.self)
  }

  private final class Written { var bytes: [UInt8] = [] }

  @Test func `the JSON has the feed and its entries`() throws {
    let json = try output(InspectFeed(baseURL: "https://example.org/feed", isJSON: true), Self.feed)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let feed = try #require(document["feed"] as? [String: Any])
    let entries = try #require(document["entries"] as? [[String: Any]])
    #expect(document["schema"] as? String == "brief-sync/inspect/1")
    #expect(feed["title"] as? String == "Desk \"A\"")
    #expect(feed["whole"] as? Bool == true)
    #expect(entries.map { $0["id"] as? String } == ["2", "1"])
    #expect(entries.map { $0["title"] as? String } == ["Second\\", "First"])
    #expect(entries.first?["published"] as? String == "2021-11-15T00:00:00Z")
    #expect(entries.first?["published_raw"] as? String == "Mon, 15 Nov 2021 00:00:00 GMT")
    #expect(entries.first?["published_confidence"] as? String == "stated")
    #expect(entries.first?["summary_text"] as? String == "One\n\nTwo")
    #expect(entries.first?["content_text"] is NSNull)
    let enclosure = try #require((entries.first?["enclosures"] as? [[String: Any]])?.first)
    #expect(enclosure["url"] as? String == "https://example.org/a.pdf")
    #expect(enclosure["length"] as? Int == 7)
  }

  @Test func `a person is told how often to look`() throws {
    #expect(
      try output(InspectFeed(), Self.feed) == """
        Title     Desk "A"
        Site      https://example.org/
        Format    RSS 2.0, utf-8, language en
        Entries   2, all without their full text (pages = true reads texts from the pages)
        Window    2021-11-08 to 2021-11-15 (7 days)
        Rate      1.0 a week
        Poll      at least every 84 hours, or entries are lost
        First     Second\\
                  First
        Asks      not to be polled more than every 90 minutes

        """)
  }

  @Test func `nothing is written of what is no feed`() {
    for isJSON in [true, false] {
      let written = Written()
      #expect(throws: FeedTrouble.notAFeed(.html)) {
        try InspectFeed(isJSON: isJSON).run(bytes: Array("<html></html>".utf8)) {
          written.bytes += $0
        }
      }
      #expect(written.bytes.isEmpty)
    }
  }

  @Test func `a file that is not there is said to be`() {
    #expect(throws: FeedTrouble.unreadable(reason: "No such file or directory")) {
      try InspectFeed().run(path: "/no/such/file") { _ in }
    }
  }
}
