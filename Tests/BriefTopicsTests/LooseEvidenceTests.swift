import BriefModel
import BriefTopics
import Testing

/// What a phrase is worth that texts on other subjects use, too.
struct LooseEvidenceTests {
  private static let json = """
    {"topics": [
      {"id": "gas", "labels": {"en": "Gas"},
       "patterns": {"en": ["gas market", "gas", "pipeline"]}},
      {"id": "shops", "labels": {"en": "Shops"}, "patterns": {"en": ["retail"]},
       "loose_patterns": {"en": ["return* goods", "{goods|shops} /4 rules", "discounts"]}},
      {"id": "loans", "labels": {"en": "Loans"}, "patterns": {"en": ["debt"]},
       "supporting_patterns": {"en": ["credit*", "{million|billion}"]}}]}
    """

  private func explanations(_ text: String, title: String? = nil) throws -> [TopicExplanation] {
    let catalogue = try TopicCatalogue().adding(Array(Self.json.utf8), named: "t.json")
    return TopicMatcher(catalogue).explanations(title: title, text: text)
  }

  private func topics(_ text: String, title: String? = nil) throws -> [String] {
    try explanations(text, title: title).filter { $0.verdict == .tagged }.map(\.topic.rawValue)
  }

  @Test(arguments: [
    // In a sentence on the gas market, whose words are there twice.
    ("The gas market opens with returned-goods duties.", ["gas"]),
    ("The gas market opens. Duties on returned goods stay.", ["gas", "shops"]),
    ("The gas market opens; returned goods pay duty.", ["gas", "shops"]),
    ("Bread; the gas market opens with returned-goods duties.", ["gas"]),
    ("The pipeline carries returned goods.", ["gas", "shops"]),
    ("The gas market opens, retail and returned goods follow.", ["gas", "shops"]),
    ("The gas market has rules for returned goods.", ["gas", "shops"]),
    ("The gas market gives discounts.", ["gas", "shops"]),
  ])
  func `one loose phrase in a clause that plainly speaks of another topic is said aside`(
    text: String, wanted: [String]
  ) throws {
    #expect(try topics(text) == wanted)
  }

  @Test func `a phrase is aside neither of its topic's parent nor of an umbrella`() throws {
    let json = """
      {"topics": [
        {"id": "union", "labels": {"en": "Union"}, "standing": "umbrella", "patterns": {"en": ["union state", "union"]}},
        {"id": "bodies", "labels": {"en": "Bodies"}, "patterns": {"en": ["council met", "council"]}},
        {"id": "court", "parent": "bodies", "labels": {"en": "Court"}, "patterns": {"en": ["court"]},
         "loose_patterns": {"en": ["union judges"]}}]}
      """
    let catalogue = try TopicCatalogue().adding(Array(json.utf8), named: "t.json")
    let found = TopicMatcher(catalogue).explanations(
      title: nil, text: "The council of the union state met, and the council heard union judges.")
    #expect(found.last?.topic.rawValue == "court" && found.last?.verdict == .tagged)
  }

  @Test func `an explanation names the topic that a phrase is aside of`() throws {
    let found = try explanations("The gas market opens with returned-goods duties.")
    #expect(found.map(\.verdict) == [.tagged, .aside(TopicID("gas"))])
  }

  @Test(arguments: [
    ("They return. Goods wait.", []), ("They return goods.", ["shops"]),
    ("The gas. Market day.", ["gas"]),
  ])
  func `a loose phrase stands in one sentence`(text: String, wanted: [String]) throws {
    #expect(try topics(text) == wanted)
  }

  @Test(arguments: [
    ("The bank gives credit.", []), ("The bank gives credit, and credits pass.", []),
    ("The bank gives credit of a billion.", ["loans"]), ("A billion people.", []),
    ("The bank gives credit. The debt grows.", ["loans"]),
  ])
  func `a word that supports counts beside another word of the topic only`(
    text: String, wanted: [String]
  ) throws {
    #expect(try topics(text) == wanted)
  }

  @Test func `a supporting word far from the other in a long text is alone`() throws {
    let filler = String(repeating: "Word follows word. ", count: 100)
    #expect(try topics("They give credit. " + filler + "A billion.") == [])
    #expect(try topics(filler + "They give credit. A billion." + filler) == ["loans"])
  }
}
