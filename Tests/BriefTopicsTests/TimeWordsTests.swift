import BriefModel
import Testing

@testable import BriefTopics

struct TimeWordsTests {
  /// Words of seven languages, months and common ones among them; words that are broken at the end of a
  /// line, that have their head in another word, or that are Belarusian in Latin letters.
  private static let pieces = [
    "gas market", "газ", "doctrine", "by 1 July 2026", "до 1 июля 2026 года", "w maju", "im",
    "December", "Novem-\nber 2025", "дек-\nабря 2025", "Monats- und Jahresende",
    "Agrar-, Industrie- und Wettbewerbspolitik", "sausio 1 d.", "the", "of", "и", "на", "der",
    "i", "що", "ir", "next year", "летась", "rynak hazu", "nad Dźvinoj ŭ", "\n\n", ".", ",",
    "Belarus-\nRussia", "quarter", "1-2", "may", "mayor", "не", "до кінця року", "\u{AD}",
  ]

  @Test func `what the search for topics sees of time is what is found without it`() throws {
    let matcher = try SharedCatalogue.matcher
    let published = CalendarDate(year: 2025, month: 3, day: 4)
    var seed: UInt64 = 3
    var (plain, claimed) = (0, 0)
    for number in 0..<150 {
      var text = ""
      for _ in 0..<number % 30 + 1 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.pieces[Int(seed >> 33) % Self.pieces.count] + " "
      }
      let title = String(text.prefix(30))
      let content = ReadableText(title: title, text: text)
      let topics = matcher.explanations(of: content, withVoided: false)
      plain += content.text.timeWords == nil ? 0 : 1
      for language in [nil, "en", "ru", "pl", "be", "uk", "de", "lt", "fr"] as [String?] {
        let found = ClaimFinder().claims(
          title: title, text: text, published: published, language: language, topics: topics)
        let seen = ClaimFinder().claims(
          of: content, published: published, language: language, topics: topics)
        #expect(seen == found, "\(text.debugDescription)")
        claimed += found.count
      }
      let fresh = FieldText(text)
      #expect(content.text.guessed?.language == fresh.guessed?.language)
    }
    #expect(plain > 20 && plain < 130 && claimed > 1_000)
  }

  @Test func `words of time are none of the catalogue's`() throws {
    let topic = #"{"topics":[{"id":"a","labels":{"en":"A"},"patterns":{"en":["mayor*","gas"]}}]}"#
    let catalogue = try TopicCatalogue().adding(Array(topic.utf8), named: "a")
    let matcher = TopicMatcher(catalogue)
    #expect(matcher.words.sorted() == ["gas", "mayor"])
    #expect(matcher.mentions(title: nil, text: "In May of 2025 the quarter ends.").isEmpty)
    // A word that is broken at the end of a line is joined where a pattern knows it.
    #expect(matcher.mentions(title: nil, text: "The ma-\nyoral vote.").map(\.pattern) == ["mayor*"])
    let trie = matcher.program.trie
    #expect(trie.ownSet(of: "december".unicodeScalars).set == 0)
    #expect(trie.set(of: "december".unicodeScalars).set != 0)
    #expect(trie.ownSet(of: "mayors".unicodeScalars) == trie.set(of: "mayors".unicodeScalars))
  }
}
