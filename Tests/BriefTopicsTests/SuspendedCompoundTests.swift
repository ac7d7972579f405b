import BriefModel
import BriefTopics
import Testing

/// German compounds that share a head.
struct SuspendedCompoundTests {
  private static let json = """
    {"topics": [
      {"id": "farms", "labels": {"en": "Farms"}, "patterns": {"de": ["agrarpolitik*"]}},
      {"id": "industry", "labels": {"en": "Industry"}, "patterns": {"de": ["industriepolit*"]}},
      {"id": "rivals", "labels": {"en": "Rivals"}, "patterns": {"de": ["wettbewerbspolitik*"]}},
      {"id": "gas", "labels": {"en": "Gas"}, "patterns": {"de": ["gasmarkt*"]}}]}
    """

  @Test(arguments: [
    ("Agrar-, Industrie- und Wettbewerbspolitik", ["farms", "industry", "rivals"]),
    ("die Gas- und Ölmärkte", ["gas"]), ("der Gas- oder Strommarkt", ["gas"]),
    ("Agrar-\\u{2010}", []), ("Agrar- und", []), ("Agrar-, Industrie-", []),
    ("Industrie- sowie\nAgrarpolitik", ["farms", "industry"]), ("Industrie-Politik", []),
    ("Industrie- und Handel", []), ("Agrar und Wettbewerbspolitik", ["rivals"]),
  ])
  func `a word with a hyphen has the head of the list's last word`(
    text: String, wanted: [String]
  ) throws {
    let catalogue = try TopicCatalogue().adding(Array(Self.json.utf8), named: "t.json")
    let found = TopicMatcher(catalogue).explanations(title: nil, text: text)
    #expect(found.map(\.topic.rawValue) == wanted)
  }

  @Test func `a list of hyphens without end is read in linear time`() throws {
    let catalogue = try TopicCatalogue().adding(Array(Self.json.utf8), named: "t.json")
    let text = String(repeating: "Agrar-, ", count: 20_000)
    #expect(TopicMatcher(catalogue).explanations(title: nil, text: text).isEmpty)
  }
}
