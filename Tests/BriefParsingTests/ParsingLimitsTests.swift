import Testing

@testable import BriefParsing

struct ParsingLimitsTests {
  private func limits(_ change: (inout ParsingLimits) -> Void) -> ParsingLimits {
    var limits = ParsingLimits()
    change(&limits)
    return limits
  }

  @Test func `a document over the limit of bytes is refused`() {
    let document = "<rss><channel>" + String(repeating: " ", count: 1000) + "</channel></rss>"
    #expect(throws: FeedTrouble.limit(.decodedBytes)) {
      try parse(document, limits: limits { $0.decodedBytes = 500 })
    }
  }

  @Test func `elements nested over the limit are refused`() {
    for nest in ["<a>", "<item><description>" + String(repeating: "<b>", count: 10)] {
      let document = "<rss><channel>" + String(repeating: nest, count: 10)
      #expect(throws: FeedTrouble.limit(.depth)) {
        try parse(document, limits: limits { $0.depth = 8 })
      }
    }
  }

  @Test func `entries over the limit are left out, and it is said`() throws {
    let document =
      "<rss><channel>" + String(repeating: "<item><title>x</title></item>", count: 9)
      + "</channel></rss>"
    let feed = try parse(document, limits: limits { $0.entries = 4 })
    #expect(feed.entries.count == 4)
    #expect(!feed.isWhole)
    #expect(feed.oddities[.crossed(.entries)] == 5)
  }

  @Test func `a field over the limit is cut at a character and marked`() throws {
    let feed = try parse(
      "<rss><channel><item><description>ааааа</description><title>next</title></item></channel></rss>",
      limits: limits { $0.fieldBytes = 5 })
    #expect(feed.entries.first?.summary?.text == "аа […]")
    #expect(feed.entries.first?.title == "next")
    #expect(feed.oddities[.crossed(.fieldBytes)] == 1)
  }

  @Test func `attributes over the limit are left out`() throws {
    let attributes = (0..<300).map { " a\($0)='x'" }.joined()
    let feed = try parse("<feed><entry><link\(attributes) href='/late'/><id>1</id></entry></feed>")
    #expect(feed.entries.map(\.link) == [nil])
    #expect(feed.oddities[.crossed(.attributes)] == 1)
  }

  @Test func `an address over the limit is left out`() throws {
    let long = "https://example.org/" + String(repeating: "x", count: 9000)
    let feed = try parse(
      "<rss><channel><item><link>\(long)</link><guid>\(long)</guid></item></channel></rss>")
    #expect(feed.entries.map(\.link) == [nil])
    #expect(feed.entries.map(\.id) == [nil])
    #expect(feed.oddities[.crossed(.nameBytes)] == 2)
  }

  @Test func `a tag over the limit is refused`() {
    let document = "<rss><channel><item a='" + String(repeating: "x", count: 3_000_000)
    #expect(throws: FeedTrouble.limit(.tagBytes)) { try parse(document + "'/>") }
  }

  @Test func `every limit names its key and its subject`() {
    #expect(Set(CrossedLimit.allCases.map(\.key)).count == CrossedLimit.allCases.count)
    for limit in CrossedLimit.allCases {
      #expect(FeedTrouble.limit(limit).sentence.contains(limit.key))
      #expect(FeedTrouble.limit(limit).sentence.contains(limit.subject))
    }
  }
}
