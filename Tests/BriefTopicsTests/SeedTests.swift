import BriefModel
import BriefTopics
import Testing

/// The founding document and a document of ours with the same structure.
struct SeedTests {
  private static let topics = [
    "union-programmes", "tax-customs", "single-gas-market", "oil-market", "electricity-market",
    "agrarian-policy", "industrial-policy", "military-doctrine", "migration-concept",
    "implications-poland",
  ]

  @Test(.enabled(if: SharedFiles.seed != nil, "the founding document is not beside the checkout"))
  func `the founding document has the topics that it is about, no other, and its deadline`() throws
  {
    let seed = try #require(SharedFiles.seed)
    try expectTopics(title: "Russia and Belarus Deepen Integration", text: seed)
  }

  @Test
  func
    `a document of the same structure has the topics that it is about, no other, and its deadline`()
    throws
  {
    try expectTopics(title: "Moscow and Minsk Draw Closer", text: OwnDocument.text)
  }

  @Test(.enabled(if: SharedFiles.seed != nil, "the founding document is not beside the checkout"))
  func `the founding document has the four dated claims that it states, no other`() throws {
    let seed = try #require(SharedFiles.seed)
    let title = "Russia and Belarus Deepen Integration"
    let found = try SharedCatalogue.matcher.explanations(title: title, text: seed)
    let claims = ClaimFinder().claims(
      title: title, text: seed, published: CalendarDate(iso: "2021-11-08"), language: "en",
      topics: found)
    #expect(
      claims.map(\.text) == [
        "On 4 November", "in 2021–2023", "planned for December 2019", "by 1 December 2023",
      ])
  }

  private func expectTopics(title: String, text: String) throws {
    let matcher = try SharedCatalogue.matcher
    let found = matcher.explanations(title: title, text: text).filter { $0.verdict == .tagged }
    #expect(found.map(\.topic.rawValue) == Self.topics)
    let deadlines = ClaimFinder().claims(
      title: title, text: text, published: CalendarDate(iso: "2021-11-08"), language: "en",
      topics: found
    ).filter { $0.topic == TopicID("single-gas-market") }
    #expect(deadlines.map(\.text) == ["by 1 December 2023"])
    #expect(deadlines.map(\.kind) == [.deadline])
    #expect(deadlines.map(\.start) == [nil])
    #expect(deadlines.map(\.end) == [CalendarDate(iso: "2023-12-01")])
  }
}
