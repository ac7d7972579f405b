import BriefModel
import Testing

@testable import BriefTopics

/// Belarusian in Latin letters.
struct LacinkaTests {
  @Test(arguments: [
    ("rynak", "рынак"), ("hazu", "газу"), ("ahulny", "агульны"), ("dziaržaŭny", "дзяржауны"),
    ("sajuznaj", "саюзнай"), ("padatki", "падаткі"), ("rasijski", "расійскі"), ("chlieb", "хлеб"),
    ("dahavor", "дагавор"), ("hramadzianstva", "грамадзянства"), ("piensii", "пенсіі"),
    ("dypłom", "дыплом"), ("palityka", "палітыка"), ("dla", "для"), ("2025", "2025"),
  ])
  func `a word has the letters that Cyrillic writes, folded`(latin: String, cyrillic: String) {
    let letters = Lacinka.cyrillic(Array(latin.unicodeScalars))
    #expect(String(String.UnicodeScalarView(letters)) == cyrillic)
  }

  @Test(arguments: [
    ("Minsk pakazaŭ Maskvie adkaz na hety računak.", true),
    ("Komuna merkato de gaso ankaŭ en Minsko, ĉar ĝi bezonas.", false),
    ("Wspólny rynek gazu ma zacząć działać w Mińsku.", false),
    ("Bendra dujų rinka veiks Minske, žada ministras.", false), ("", false),
  ])
  func `a text is known by a letter that no other language has`(text: String, isIt: Bool) {
    #expect(Lacinka.isWritten(in: Array(text.utf8).span) == isIt)
  }

  @Test func `topics are found, and passages are cut out of the original`() throws {
    let text =
      "Minsk i Maskva adkłali ahulny rynak hazu, pakazaŭ premjer. "
      + "Damovu pra elektraenerhiju padpišuć."
    let found = try SharedCatalogue.matcher.explanations(title: nil, text: text)
      .filter { $0.verdict == .tagged }
    #expect(found.map(\.topic.rawValue).sorted() == ["electricity-market", "single-gas-market"])
    let words = found.flatMap(\.hits).map { hit in
      String(
        decoding: Array(text.utf8)[hit.mention.offset..<hit.mention.offset + hit.mention.length],
        as: UTF8.self)
    }
    #expect(words.contains("elektraenerhiju"))
    #expect(words.contains { $0.contains("rynak hazu") })
  }
}
