import Testing

@testable import BriefStore

struct KnownStemsTests {
  /// Words of both scripts with the same letters, with digits, digraphs and double letters, some
  /// longer than eight letters, and than sixteen.
  private static let words = [
    "мова", "move", "gas", "gass", "gases", "1994", "s400", "с400", "Straße", "strasse", "szczyt",
    "ministers", "министров", "agreements", "и", "i", "ia", "Лукашенко", "Lukashenko", "中文", "x",
    "nation", "nations", "рынок", "рынка", "Минск", "Minsk", "ø", "jj", "phosphate",
    "Untersuchungsausschusses", "саморегулирующимися", "налогоплательщиков", "xxxxxxxxx",
    "Grundsatzerklärungen", "przedsiębiorstwami", "abcdefghijklmnok", "abcdefghijklmnopok",
  ]

  @Test func `a stem that is remembered is the one that would be cut`() {
    var stems = KnownStems()
    var seed: UInt64 = 7
    var random: Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<20 {
        var word = Self.words[random % Self.words.count]
        if random % 3 == 0 { word += String(random % 30_000, radix: 36) }
        text += word + " "
      }
      let remembered = SearchFold.indexedBytes(text, &stems)
      let words = SearchFold.words(text).map(\.stem)
      #expect(String(decoding: remembered, as: UTF8.self) == words.map { $0 + " " }.joined())
    }
  }
}
