import BriefModel
import Testing

@testable import BriefParsing

struct JSONFeedTests {
  @Test func `a feed and its items are read field by field`() throws {
    let feed = try parse(
      #"""
      {"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "home_page_url": "https://example.org/",
       "feed_url": "/feed.json", "next_url": "/2.json", "language": "pl",
       "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
       "items": [{"id": 7, "url": "/7", "title": "A \u201cquoted\u201d \ud83d\ude00 title", "summary": "S",
         "content_html": "<p>One</p><p>Two</p>", "content_text": "ignored",
         "date_published": "2021-11-08T09:00:00+01:00", "date_modified": "2021-11-09T00:00:00Z",
         "authors": [{"name": "Anna"}, {"name": "Jan"}], "tags": ["EU", 5], "language": "en",
         "attachments": [{"url": "/7.pdf", "mime_type": "application/pdf", "size_in_bytes": 9}, {}],
         "_extra": {"deep": [[[1, 2, {"x": null}]]]}},
        "not an item", {"id": "8", "content_text": "a < b", "external_url": "https://other.example/"}]}
      """#)
    #expect(feed.format == .json11)
    #expect(feed.title == "Desk")
    #expect(feed.link == "https://example.org/")
    #expect(feed.next == "https://example.org/2.json")
    #expect(feed.manners.hub == "https://hub.example/")
    #expect(feed.entries.map(\.id) == ["7", "8"])
    #expect(feed.entries.map(\.title) == ["A “quoted” 😀 title", nil])
    #expect(feed.entries.map(\.link) == ["https://example.org/7", "https://other.example/"])
    #expect(feed.entries.map { $0.content?.text } == ["One\n\nTwo", "a < b"])
    #expect(feed.entries.map(\.authors) == [["Anna", "Jan"], []])
    #expect(feed.entries.map(\.categories) == [["EU", "5"], []])
    #expect(feed.entries.first?.published?.moment?.rfc3339 == "2021-11-08T08:00:00Z")
    #expect(
      feed.entries.first?.enclosures
        == [Enclosure(url: "https://example.org/7.pdf", type: "application/pdf", length: 9)])
  }

  @Test(arguments: [
    #"{"version":"https://jsonfeed.org/version/1","items":[]}"#, #"{"items":[]}"#,
    "\u{FEFF} {\"items\":[]}", #"{"version":"https://jsonfeed.org/version/1"}"#,
  ])
  func `a feed without items is a feed`(document: String) throws {
    #expect(try parse(document).entries.isEmpty)
  }

  @Test(arguments: [
    ("{", FeedTrouble.brokenJSON(offset: 1)), ("{\"items\":[{}", .brokenJSON(offset: 12)),
    ("{\"items\":[1,]}", .brokenJSON(offset: 12)), ("{\"items\" [1]}", .brokenJSON(offset: 9)),
    ("{\"a\":tru}", .brokenJSON(offset: 5)), ("[]", .notAFeed(.otherJSON)),
    ("{}", .notAFeed(.otherJSON)),
    ("{\"title\":\"x\"}", .notAFeed(.otherJSON)), ("{\"a\":\"\\u12\"}", .notAFeed(.otherJSON)),
    ("{\"a\":[[[[[[[[[[1]]]]]]]]]]}", .limit(.depth)),
  ])
  func `what is no JSON Feed is refused`(document: String, trouble: FeedTrouble) {
    var limits = ParsingLimits()
    limits.depth = 8
    #expect(throws: trouble) { try parse(document, limits: limits) }
  }

  @Test(arguments: [
    (#""\u0041\n\t\"\\\/""#, "A\n\t\"\\/"), (#""\ud83d""#, "\u{FFFD}"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\udc00x""#, "\u{FFFD}x"), (#""\u0000""#, "\u{0}"),
  ])
  func `escapes in strings are undone`(json: String, text: String) throws {
    var scanner = JSONScanner(Array(json.utf8), maximumDepth: 4)
    #expect(try scanner.string() == text)
  }
}
