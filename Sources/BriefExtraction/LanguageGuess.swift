/// The language that a text is written in, from its script, its alphabet and its commonest words.
package enum LanguageGuess {
  /// A BCP 47 primary subtag, or `nil` where the text gives too little evidence: under a handful of
  /// telling words, or two languages alike.
  ///
  /// Every word counts for the languages that have it among their commonest, the less the more
  /// languages share it, and against those whose alphabet lacks one of its letters.
  package static func language(of text: String) -> String? {
    let words = leadingWords(of: text)
    if let script = Script.only(in: words) { return script }
    var scores: [String: Double] = [:]
    for word in words {
      if let languages = LanguageTables.languages(ofWord: word) {
        for language in languages { scores[language, default: 0] += 1 / Double(languages.count) }
      }
      for language in LanguageTables.languages(ofMarkIn: word) {
        scores[language, default: 0] += LanguagePolicy.mark
      }
    }
    let marked = words.filter { word in word.utf8.contains { $0 > 0x7F } }
    for (language, score) in scores {
      // A word of the letters a to z alone is strange to those who write otherwise, and to nobody
      // else.
      let plain = LanguageTables.isLatin(language) ? 0 : words.count - marked.count
      let strange = plain + marked.count { LanguageTables.isStrange($0, to: language) }
      scores[language] = score - Double(strange) * LanguagePolicy.strangeLetter
    }
    return best(of: scores, words: words.count)
  }

  /// Folded words from the beginning of the text.
  private static func leadingWords(of text: String) -> [Substring] {
    let head = String(text.prefix(LanguagePolicy.characters)).folded
    return head.split(separator: " ").filter { !$0.contains(where: \.isNumber) }
  }

  private static func best(of scores: [String: Double], words: Int) -> String? {
    let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, best.value >= LanguagePolicy.evidence,
      best.value >= Double(words) * LanguagePolicy.density
    else { return nil }
    let second = ranked.dropFirst().first?.value ?? 0
    return best.value >= second * LanguagePolicy.lead ? best.key : nil
  }
}

/// How much evidence a guess needs.
enum LanguagePolicy {
  /// Characters of a text that are looked at; more does not make the guess better.
  static let characters = 8000
  /// Telling words that a text must have.
  static let evidence = 2.0
  /// Share of all words that must tell: in prose a third of the words are common ones.
  static let density = 0.04
  /// Times that the best language must have of the second.
  static let lead = 1.15
  /// Worth of a word with a letter that few languages have.
  static let mark = 0.25
  /// Cost of a word with a letter that the language lacks: foreign names have them too.
  static let strangeLetter = 0.4
}

/// Scripts that one language of those we tell apart is written in.
enum Script {
  /// The language, where most letters are of its script.
  static func only(in words: [Substring]) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    for word in words {
      for scalar in word.unicodeScalars {
        letters += 1
        if let language = language(of: scalar) { counts[language, default: 0] += 1 }
      }
    }
    // Japanese is written in kana among Han.
    if counts["ja", default: 0] * 10 > letters { return "ja" }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value * 2 > letters, best.value >= 20
    else { return nil }
    return best.key
  }

  private static func language(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x3040...0x30FF: "ja"
    case 0x3400...0x9FFF: "zh"
    case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
    case 0x370...0x3FF, 0x1F00...0x1FFF: "el"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF: "ar"
    case 0x10A0...0x10FF: "ka"
    case 0x530...0x58F: "hy"
    case 0xE00...0xE7F: "th"
    case 0x900...0x97F: "hi"
    default: nil
    }
  }
}
