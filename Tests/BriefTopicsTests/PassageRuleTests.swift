import BriefModel
import BriefTopics
import Testing

/// What counts in a passage and not in a whole text, and what a text about something else voids.
struct PassageRuleTests {
  private static let json = """
    {"groups": {"sport": ["football"], "union": ["union state"]},
     "topics": [
      {"id": "schools", "labels": {"en": "Schools"}, "patterns": {"en": ["diploma*"]},
       "passage_patterns": {"en": ["teachers"]}},
      {"id": "gas", "labels": {"en": "Gas"}, "patterns": {"en": ["gas"]},
       "away": [{"groups": ["sport"], "within": 5, "unless": ["union"]}]}]}
    """

  private func topics(_ text: String, title: String? = nil) throws -> [String] {
    let catalogue = try TopicCatalogue().adding(Array(Self.json.utf8), named: "t.json")
    return TopicMatcher(catalogue).explanations(title: title, text: text)
      .filter { $0.verdict == .tagged }.map(\.topic.rawValue)
  }

  private static let filler = String(repeating: "Word follows word. ", count: 80)

  @Test func `a pattern of passages counts in a passage and in a title, not in a long text`() throws
  {
    #expect(try topics("The teachers agree.") == ["schools"])
    #expect(try topics(Self.filler + "The teachers agree.") == [])
    #expect(try topics(Self.filler, title: "Teachers agree") == ["schools"])
    #expect(try topics(Self.filler + "The diplomas count.") == ["schools"])
  }

  @Test(arguments: [
    ("A football club buys gas.", []),
    ("A football club of the Union State buys gas.", ["gas"]),
    ("A football club meets. Many more words stand between. It buys gas.", ["gas"]),
    ("A chess club buys gas.", ["gas"]),
  ])
  func `a text about something else has no topic, unless it names what settles it`(
    text: String, wanted: [String]
  ) throws {
    #expect(try topics(text) == wanted)
  }

  @Test(arguments: [
    ("Das Ministerium und die Diplome: der Rat von Minsk tagt.", []),
    ("The resort is full, and the teachers of the town are on holiday.", ["schools"]),
    ("Die Teachers sind eine Band, und der Rat ist in der Stadt nicht zu hören.", []),
  ])
  func `a pattern of passages counts in a text of its own tongue`(
    text: String, wanted: [String]
  ) throws {
    #expect(try topics(text) == wanted)
  }

  @Test(arguments: [
    ("Minsk taxes bread. Moscow taxes milk.", nil, []),
    ("Minsk taxes bread; Moscow taxes milk.", nil, []),
    ("Minsk taxes bread as Moscow taxes milk.", nil, ["taxes"]),
    ("Minsk taxes bread. Moscow taxes milk. They are to agree.", nil, ["taxes"]),
    ("Minsk taxes bread. Moscow taxes milk.", "Taxes in Minsk and Moscow", ["taxes"]),
    ("Minsk taxes bread. Moscow taxes milk.", "Taxes in Minsk", []),
    (filler + "Minsk taxes bread. Moscow taxes milk.", nil, ["taxes"]),
  ])
  func `news of two states side by side is no matter of both, unless a clause or a word joins them`(
    text: String, title: String?, wanted: [String]
  ) throws {
    let json = """
      {"groups": {"one": ["minsk"], "other": ["moscow"], "alike": ["agree"]},
       "topics": [{"id": "taxes", "labels": {"en": "Taxes"}, "patterns": {"en": ["taxes"]},
                   "near": [{"groups": ["one"], "within": 9}, {"groups": ["other"], "within": 9}],
                   "together": ["alike"]}]}
      """
    let catalogue = try TopicCatalogue().adding(Array(json.utf8), named: "t.json")
    let found = TopicMatcher(catalogue).explanations(title: title, text: text)
    #expect(found.filter { $0.verdict == .tagged }.map(\.topic.rawValue) == wanted)
  }

  @Test func `a topic that asks for other words to join two states tags its texts anew`() throws {
    func catalogue(_ word: String) throws -> TopicCatalogue {
      let json = """
        {"groups": {"alike": ["agree"], "both": ["both"]},
         "topics": [{"id": "taxes", "labels": {"en": "Taxes"}, "patterns": {"en": ["taxes"]},
                     "together": ["\(word)"]}]}
        """
      return try TopicCatalogue().adding(Array(json.utf8), named: "t.json")
    }
    let changed = try #require(ChangedTexts(from: [catalogue("alike")], to: catalogue("both")))
    #expect(changed.mayHold(title: nil, text: "Minsk taxes bread."))
  }

  @Test func `an unknown group is refused with its place`() throws {
    let json = """
      {"topics": [{"id": "a", "labels": {"en": "A"},
                   "away": [{"groups": [], "within": 3, "unless": ["nowhere"]}]}]}
      """
    let loaded = try TopicCatalogue.loading(userFiles: [("mine.json", Array(json.utf8))])
    #expect(
      loaded.refused.map(\.description)
        == ["mine.json: a: away: there is no pattern group “nowhere”"])
  }
}
