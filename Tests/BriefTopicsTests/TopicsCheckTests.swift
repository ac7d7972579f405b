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
}
