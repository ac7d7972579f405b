import BriefModel
import Testing

@testable import BriefExtraction

struct PageMetadataTests {
  private static func metadata(_ head: String) -> PageMetadata {
    let tree = HTMLTreeBuilder.tree(of: Array(head.utf8), limits: PageLimits())
    let head = PageHead(tree: tree, address: "https://example.org/a", limits: PageLimits())
    return PageMetadata(head: head)
  }

  private static let levels = [
    #"<meta name="citation_title" content="Highwire"><meta name="citation_author" content="Nowak, Jan"><meta name="citation_author" content="Wit, Ewa"><meta name="citation_publication_date" content="2021/11/08">"#,
    #"<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"p:1","name":"Linked Person"},{"@type":["Report"],"headline":"Linked","author":{"@id":"p:1"},"datePublished":"2021-11-09","dateModified":"2021-11-19T10:00:00Z","correction":{"@type":"CorrectionComment","text":"The date was wrong."}}]}</script>"#,
    #"<meta name="DC.title" content="Dublin"><meta name="DC.creator" content="Dublin Person"><meta name="DC.date.issued" content="2021-11-10">"#,
    #"<meta property="og:title" content="Graph"><meta name="author" content="Meta Person"><meta property="article:published_time" content="2021-11-11T00:00:00Z">"#,
  ]

  @Test(arguments: [
    (0, "Highwire", ["Jan Nowak", "Ewa Wit"], "2021-11-08"),
    (1, "Linked", ["Linked Person"], "2021-11-09"), (2, "Dublin", ["Dublin Person"], "2021-11-10"),
    (3, "Graph", ["Meta Person"], "2021-11-11"),
  ])
  func `the more trusted statement wins`(
    level: Int, title: String, authors: [String], published: String
  ) {
    // The less trusted first, so that no rule of order can pass for the rule of trust.
    let found = Self.metadata(Self.levels[level...].reversed().joined())
    #expect(found.title == title)
    #expect(found.authors == authors)
    #expect(found.published == Timestamp(rfc3339: published))
  }

  @Test func `modified and corrected are what JSON-LD says`() {
    let found = Self.metadata(Self.levels.joined())
    #expect(found.modified == Timestamp(rfc3339: "2021-11-19T10:00:00Z"))
    #expect(found.corrections == ["The date was wrong."])
  }

  @Test(arguments: [
    (["Nowak, Jan"], ["Jan Nowak"]), (["By Jan Nowak and Ewa Wit"], ["Jan Nowak", "Ewa Wit"]),
    (["Jan Nowak", "jan nowak"], ["Jan Nowak"]), (["https://example.org/jan"], []), (["admin"], []),
    (["example.org"], []), (["OSW"], ["OSW"]),
  ])
  func `authors' names come in one form`(printed: [String], names: [String]) {
    #expect(AuthorNames.cleaned(printed) == names)
  }

  @Test(arguments: [
    ("{\"a\":[1,2.5,true,null,\"\\u017c\\ud83d\\ude00\"],}", 5), ("[1,2,]", 2),
    ("[[[[", nil), ("{\"a\":1", nil), ("", nil),
  ])
  func `JSON is read as publishers write it`(text: String, count: Int?) {
    let value = JSONReading.value(of: text, depth: 8)
    #expect((value?["a"] ?? value)?.list.count == count)
  }
}
