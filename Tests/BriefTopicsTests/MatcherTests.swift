import BriefModel
import Testing

@testable import BriefTopics

/// Folding, boundaries and conditions, on a catalogue of three topics.
struct MatcherTests {
  private static let json = """
    {"groups": {"place": ["minsk*", "минск*"]},
     "topics": [
      {"id": "doctrine", "labels": {"en": "Doctrine"},
       "patterns": {"en": ["doctrin*", "доктрин*", "об'єднан*", "łąk*", "straß*", "beloozer*"]},
       "exclude": ["monroe"]},
      {"id": "near", "labels": {"en": "Near"}, "patterns": {"en": ["gas market*"]},
       "near": [{"groups": ["place"], "within": 3, "strict": true}]},
      {"id": "forms", "labels": {"en": "Forms"},
       "patterns": {"en": ["alpha /2 beta", "gamma >2 delta", "one two", "{red|blue*} sky"]}}]}
    """
  private static let matcher: TopicMatcher? =
    (try? TopicCatalogue().adding(Array(json.utf8), named: "t.json")).map { TopicMatcher($0) }

  private func matched(_ text: String) throws -> [String] {
    let matcher = try #require(Self.matcher)
    return matcher.mentions(title: nil, text: text).map { mention in
      let bytes = Array(text.utf8)[mention.offset..<mention.offset + mention.length]
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("The DOCTRINE.", ["DOCTRINE"]),
    ("A doc\u{AD}trine", ["doc\u{AD}trine"]),
    ("A doc-\ntrine", ["doc-\ntrine"]),
    ("A doc\u{2010}\r\ntrine", ["doc\u{2010}\r\ntrine"]),
    ("Новая до́ктрина", ["до́ктрина"]),
    ("Новая дoктринa", ["дoктринa"]),  // with a Latin o and a Latin a
    ("новая ДОКТРИНА,", ["ДОКТРИНА"]),
    ("Об’єднаний ринок", ["Об’єднаний"]),
    ("Обʼєднаний ринок", ["Обʼєднаний"]),
    ("na łące", []), ("łąki", ["łąki"]), ("laki", ["laki"]),
    ("Strasse und Straße und STRASSE", ["Strasse", "Straße", "STRASSE"]),
    ("dоctrine", ["dоctrine"]),  // with a Cyrillic o
    ("ｄoctrine", ["ｄoctrine"]),
    ("indoctrinate", []), ("“doctrine”", ["doctrine"]), ("pre-doctrine", ["doctrine"]),
    ("Monroe doctrine", []), ("", []), ("\u{AD}\u{301}-\n", []),
  ])
  func `a word is found in every print of it and at its place in the original`(
    text: String, words: [String]
  ) throws {
    #expect(try matched(text) == words)
  }

  @Test(arguments: [
    ("alpha x beta", ["alpha x beta"]), ("beta alpha", ["beta alpha"]), ("alpha x y beta", []),
    ("gamma x delta", ["gamma x delta"]), ("delta gamma", []), ("one two", ["one two"]),
    ("one – two", ["one – two"]), ("one x two", []), ("red sky", ["red sky"]),
    ("blueish sky", ["blueish sky"]), ("reddish sky", []),
  ])
  func `distances and order are those of the pattern`(text: String, words: [String]) throws {
    #expect(try matched(text) == words)
  }

  @Test(arguments: [
    ("gas market of the Minsk", ["gas market"]), ("gas market a b c Minsk", []),
    ("Minsk a gas market", ["gas market"]), ("gas market", []),
  ])
  func `a near-condition counts tokens from the nearest ends`(text: String, words: [String]) throws
  {
    #expect(try matched(text) == words)
  }

  @Test func `an explanation names what voided a hit`() throws {
    let matcher = try #require(Self.matcher)
    let verdicts = matcher.explanations(title: nil, text: "The Monroe doctrine and a gas market")
      .map { $0.hits.map(\.verdict) }
    #expect(verdicts == [[.excluded(by: "monroe")], [.missesContext(["place"])]])
  }

  @Test func `a mention carries its sentence and its pattern`() throws {
    let matcher = try #require(Self.matcher)
    let text = "First words. The new doctrine is here. Last words."
    #expect(
      matcher.mentions(title: nil, text: text) == [
        Mention(
          topic: TopicID("doctrine"), pattern: "doctrin*", field: .text, offset: 21, length: 8,
          passage: "The new doctrine is here.")
      ])
  }

  @Test func `the scanner's loop and the slow way agree on any text`() throws {
    let program = try #require(Self.matcher).program
    let scanner = TokenScanner(program.trie)
    let pieces = [
      "doctrin", "доктрин", "e", "а", "-", " ", "\n", "'", "’", "\u{AD}", "\u{301}", "ß", "ł", "Ж",
      "ﬁ", "中", "9", "o", "о", ".", "й", "и\u{306}", "\u{200B}", "one", "two", "\u{FFFD}",
    ]
    var seed: UInt64 = 42
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      let bytes = Array(text.utf8)
      var found: [FoundToken] = []
      _ = scanner.scan(bytes.span, into: &found)
      for token in found where !bytes[Int(token.start)..<Int(token.end)].contains(0x0A) {
        let slow = SlowToken(bytes.span, from: Int(token.start))
        #expect(program.trie.set(of: slow.folded).set == token.set, "\(text.debugDescription)")
        #expect(slow.end == Int(token.end), "\(text.debugDescription)")
      }
    }
  }
}
