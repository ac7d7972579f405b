import Testing

@testable import BriefParsing

struct NotAFeedTests {
  @Test(arguments: [
    ("", FeedTrouble.empty), (" \n\t ", .empty), ("\u{FEFF}", .empty),
    ("<!DOCTYPE html><html><head><title>x</title></head></html>", .notAFeed(.html)),
    ("<p>Hello", .notAFeed(.html)), ("<opml><body/></opml>", .notAFeed(.opml)),
    ("<urlset/>", .notAFeed(.sitemap)),
    ("<note><to>x</to></note>", .notAFeed(.otherXML(root: "note"))),
    ("<a\u{1B}[31m/>", .notAFeed(.otherXML(root: "a"))), ("just words", .notAFeed(.text)),
    ("%PDF-1.7", .notAFeed(.pdf)),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:f='http://xmlns.com/foaf/0.1/'><f:Person/></rdf:RDF>",
      .notAFeed(.otherXML(root: "rdf:RDF"))
    ),
    (#"{"items":[1,2]}"#, .notAFeed(.otherJSON)), (#"{"items":["a"]}"#, .notAFeed(.otherJSON)),
    ("<a><b><c><d><rss><channel/></rss></d></c></b></a>", .notAFeed(.otherXML(root: "a"))),
  ])
  func `what is no feed gets a clear error`(document: String, trouble: FeedTrouble) {
    #expect(throws: trouble) { try parse(document) }
  }

  @Test func `compressed bytes are told from feeds`() {
    #expect(throws: FeedTrouble.notAFeed(.compressed)) { try FeedParser.parse([0x1F, 0x8B, 8, 0]) }
  }

  @Test(arguments: [
    FeedTrouble.empty, .notAFeed(.html), .notAFeed(.otherXML(root: "x")), .brokenJSON(offset: 3),
    .unreadable(reason: "no such file"), .notAFeed(.binary),
  ])
  func `an error says what is wrong and ends with what to do`(trouble: FeedTrouble) {
    #expect(trouble.sentence.hasSuffix("."))
    #expect(!trouble.sentence.contains("\n"))
  }
}
