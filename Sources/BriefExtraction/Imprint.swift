/// Lines in which a printed brief says who made it and how to write to them: no part of its text.
enum Imprint {
  /// - Parameter line: a line or a short block.
  static func isLine(_ line: some StringProtocol) -> Bool {
    guard line.utf8.count <= 400, !line.isEmpty else { return false }
    let folded = String(line).folded
    if PageFurniture.isPageNumber(line, publisher: nil) || isAddress(line) { return true }
    if beginnings.contains(where: folded.hasPrefix) { return true }
    return folded.utf8.count <= 300
      && phrases.contains(where: folded.holds)
  }

  /// An address of mail, or of the web between marks, and no sentence around it.
  private static func isAddress(_ line: some StringProtocol) -> Bool {
    let words = line.words
    let hasMail = words.contains { $0.contains("@") && $0.contains(".") }
    if hasMail { return !isSentence(line, words: words.count) }
    let isWeb = { (word: Substring) in
      word.hasPrefix("www.") || word.hasPrefix("http://") || word.hasPrefix("https://")
    }
    guard words.contains(where: { isWeb(Substring($0)) }) else { return false }
    return words.count <= 3 || line.contains(where: { "|·•".contains($0) })
  }

  private static func isSentence(_ line: some StringProtocol, words: Int) -> Bool {
    words > 16 && line.endsSentence && !line.contains(where: { "|·•".contains($0) })
  }

  private static let beginnings = [
    "issn ", "isbn ", "editors ", "editor ", "translation ", "translated by", "dtp ", "layout ",
    "cover image", "graphic design", "redakcja ", "opracowanie graficzne", "tłumaczenie ", "skład ",
    "redaktion ", "übersetzung ", "satz ", "редактор ", "редакция ", "перевод ", "вёрстка ",
    "рэдакцыя ", "редакція ", "subscribe ", "next issue", "the views expressed",
    "the opinions expressed",
    "opinie wyrażone", "мнение автора", "мнения авторов", "думки авторів", "меркаванні аўтараў",
  ]

  private static let phrases =
    BoilerplatePhrases.rights + [
      "do not necessarily reflect", "nie przedstawiają oficjalnego stanowiska",
      "gibt ausschließlich die auffassung", "die auffassung der autorin",
      "die auffassung des autors",
      "могут не совпадать с", "можуть не збігатися", "могуць не супадаць",
    ]
}
