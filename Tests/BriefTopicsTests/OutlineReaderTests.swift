import Testing

@testable import BriefTopics

struct OutlineReaderTests {
  @Test func `the shipped outline needs no decoder`() throws {
    let outline = try #require(CatalogueOutline.shippedUnaided)
    #expect(try outline == CatalogueOutline.shipped())
    #expect(outline.topics.count >= 70)
  }

  @Test(arguments: [
    #"{}"#,
    #"{"version":5,"topics":[]}"#,
    #"{ "topics" : [ {"id":"a", "labels": {"en":"A","be":""}, "patterns":{"x":["}\"]","\\"]}} ] }"#,
    #"{"groups":{"g":["[\"x","{a|b}"]},"topics":[{"id":"b","parent":"a","labels":{"ru":"Б"},"near":[{"n":[1,2]}],"programme":3}],"version":12}"#,
    #"{"topics":[{"id":"a\u0041","labels":{}}]}"#,
    #"{"topics":[{"id":"a"}]}"#,
    #"{"topics":[{"id":"a","parent":null,"labels":{"en":"A"}}]}"#,
    #"{"version":1.5,"topics":[]}"#,
    #"{"topics":[{"id":"a","labels":{"en":"A"}}"#,
    #"{"topics":[{"id":"a","labels":{"en":"A"}]}"#,
    #"{"groups":{"g":["x""#,
    #"[]"#,
    #""#,
  ])
  func `what it reads a decoder reads, too`(text: String) throws {
    guard let outline = OutlineReader.read(Array(text.utf8)), text.contains("topics") else {
      return
    }
    #expect(try outline == CatalogueOutline.decoded(Array(text.utf8)))
  }
}
