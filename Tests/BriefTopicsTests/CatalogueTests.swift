import BriefModel
import BriefTopics
import Testing

struct CatalogueTests {
  @Test func `the shipped catalogue loads and knows the union programmes`() throws {
    let catalogue = try TopicCatalogue.shipped()
    #expect(catalogue.topics.count >= 70)
    #expect(catalogue.topics.compactMap(\.programme).sorted() == Array(1...28))
  }

  @Test func `the outline of the shipped catalogue says what the catalogue says`() throws {
    let catalogue = try TopicCatalogue.shipped()
    #expect(
      try CatalogueOutline.shipped()
        == CatalogueOutline(version: catalogue.version, topics: catalogue.topics.map(\.name)))
  }

  @Test(arguments: [
    (
      #"{"topics":[{"id":"a","labels":{}}]}"#,
      "mine.json: a: labels: the topic has no label in any language"
    ),
    (
      #"{"topics":[{"id":"a","labels":{"en":"A"}},{"id":"a","labels":{"en":"A"}}]}"#,
      "mine.json: a: the id is used twice in this file"
    ),
    (
      #"{"topics":[{"id":"a","parent":"no-such","labels":{"en":"A"}}]}"#,
      "mine.json: a: parent: there is no topic “no-such” to be its parent"
    ),
    (
      #"{"topics":[{"id":"a","parent":"b","labels":{"en":"A"}},{"id":"b","parent":"a","labels":{"en":"B"}}]}"#,
      "mine.json: a: parent: the parents run in a circle: a < b < a"
    ),
    (
      #"{"topics":[{"id":"a","labels":{"en":"A"},"patterns":{"ru":["газ*","га*з"]}}]}"#,
      "mine.json: a: patterns.ru[1]: the pattern “га*з” at character 3: a star stands at the end of a stem only"
    ),
    (
      #"{"topics":[{"id":"a","labels":{"en":"A"},"near":[{"groups":["nowhere"],"within":4}]}]}"#,
      "mine.json: a: near: there is no pattern group “nowhere”"
    ),
    (#"{"topics":[{"labels":{"en":"A"}}]}"#, "mine.json: topics[0]: “id” is missing"),
  ])
  func `a bad file is refused with its place and the shipped catalogue stays in force`(
    json: String, message: String
  ) throws {
    let loaded = try TopicCatalogue.loading(userFiles: [("mine.json", Array(json.utf8))])
    #expect(loaded.refused.map(\.description) == [message])
    #expect(try loaded.catalogue == TopicCatalogue.shipped())
  }

  @Test func `a user's file adds topics, replaces topics and adds to groups`() throws {
    let json = """
      {"groups": {"belarus": ["bialorus*"]},
       "topics": [{"id": "potash", "parent": "economy", "labels": {"en": "Potash"},
                   "patterns": {"en": ["potash"]}},
                  {"id": "roaming", "labels": {"en": "Roaming charges"}}]}
      """
    let shipped = try TopicCatalogue.shipped()
    let loaded = try TopicCatalogue.loading(userFiles: [("mine.json", Array(json.utf8))])
    #expect(loaded.refused.isEmpty)
    #expect(loaded.catalogue.topics.count == shipped.topics.count + 1)
    #expect(loaded.catalogue[.init("roaming")]?.label() == "Roaming charges")
    #expect(loaded.catalogue[.init("roaming")]?.patterns.isEmpty == true)
    let groups = try #require(loaded.catalogue.groups["belarus"])
    #expect(groups.last?.text == "bialorus*")
  }

  @Test(arguments: [
    ("", 1), ("/5 a", 1), ("a /5", 4), ("a /5 /6 b", 6), ("a /0 b", 3), ("a /61 b", 3), ("{a|b", 1),
    ("{a b}", 1), ("a {b|}", 6), ("*", 1), ("!", 1), ("a /60 b /60 c /60 d", 13), ("中*", 1),
  ])
  func `a pattern that is no pattern is refused at its place`(text: String, column: Int) {
    #expect {
      try TopicPattern(text)
    } throws: {
      ($0 as? PatternTrouble)?.column == column
    }
  }
}
