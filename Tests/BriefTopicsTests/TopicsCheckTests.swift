import BriefCommands
import BriefTopics
import Testing

struct TopicsCheckTests {
  @Test func `a refused file is named with topic, place and pattern, the others count`() throws {
    let count = try SharedCatalogue.shipped.topics.count
    let check = try TopicsCheck([
      (
        "b.json",
        Array(#"{"topics":[{"id":"x","labels":{"en":"X"},"patterns":{"en":["a /5"]}}]}"#.utf8)
      ),
      (
        "a.json",
        Array(#"{"topics":[{"id":"y","labels":{"en":"Y"},"patterns":{"en":["yy"]}}]}"#.utf8)
      ),
      ("c.json", Array("{".utf8)),
    ])
    #expect(
      check.lines.first
        == "b.json: x: patterns.en[0]: the pattern “a /5” at character 4: an operator needs a term after it"
    )
    #expect(check.lines.last == "\(count + 1) topics in force")
    #expect(check.refused.count == 2)
    #expect(check.refused.last?.description.hasPrefix("c.json: this is no JSON") == true)
  }

  static let doubts: [(file: String, says: [String])] = [
    (
      #"{"topics":[{"id":"x","labels":{"en":"x"},"paterns":{"en":["foo bar"]}}]}"#,
      [
        "f.json: x: nobody reads the key “paterns”; did you mean “patterns”?",
        "f.json: x: it has no pattern, and no text is found by it",
      ]
    ),
    (
      #"{"topics":[{"id":"x","labels":{"en":"x"},"patterns":{"xx":["foo bar"]}}]}"#,
      ["f.json: x: patterns: “xx” is no language of the catalogue (be, de, en, lt, pl, ru, uk)"]
    ),
    ("{}", ["f.json: it has neither topics nor groups, and changes nothing"]),
    (
      #"{"_why":"a remark","topics":[{"id":"x","labels":{"fr":"x"},"patterns":{"en":["foo bar"]}}]}"#,
      []
    ),
    (#"{"version":1,"groups":{"g":["foo"]}}"#, []),
  ]

  @Test(arguments: doubts)
  func `what has no effect in a file is named, though the file is taken`(
    file: String, says: [String]
  ) throws {
    let check = try TopicsCheck([("f.json", Array(file.utf8))])
    #expect(check.refused.isEmpty)
    #expect(check.doubts.map(\.description) == says)
    #expect(check.isSound == says.isEmpty)
  }

  @Test func `a file for a newer catalogue is doubted`() throws {
    let check = try TopicsCheck([("f.json", Array(#"{"version":99,"groups":{"g":["a b"]}}"#.utf8))])
    #expect(check.doubts.map(\.place) == ["version"])
  }

  @Test(arguments: [
    ("{\"topics\":[\n\n", "f.json: this is no JSON: line 3: the text ends too early"),
    ("{\"topics\":\n[1 x]}", "f.json: this is no JSON: line 2, column 4: an unexpected value"),
    ("", "f.json: this is no JSON: the file is empty"),
  ])
  func `a fault of JSON is named with its line`(file: String, says: String) throws {
    let check = try TopicsCheck([("f.json", Array(file.utf8))])
    #expect(check.refused.map(\.description) == [says])
  }
}
