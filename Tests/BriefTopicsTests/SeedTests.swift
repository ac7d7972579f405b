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
  func `the founding document has the topics that it is about and no other`() throws {
    let seed = try #require(SharedFiles.seed)
    try expectTopics(title: "Russia and Belarus Deepen Integration", text: seed)
  }

  @Test func `a document of the same structure has the topics that it is about and no other`()
    throws
  {
    try expectTopics(title: "Moscow and Minsk Draw Closer", text: OwnDocument.text)
  }

  private func expectTopics(title: String, text: String) throws {
    let matcher = try SharedCatalogue.matcher
    let found = matcher.explanations(title: title, text: text).filter { $0.verdict == .tagged }
    #expect(found.map(\.topic.rawValue) == Self.topics)
  }
}
