/// The language that a text is written in, from its script, its alphabet and its commonest words.
package enum LanguageGuess {
  /// A BCP 47 primary subtag, or `nil` where the text gives too little evidence: under a handful of
  /// telling words, or two languages alike.
  ///
  /// Every word counts for the languages that have it among their commonest, the less the more
  /// languages share it, and against those whose alphabet lacks one of its letters.
  package static func language(of text: String) -> String? {
    let head = LeadingWords(text)
    if let script = Script.only(in: head) { return script.rawValue }
    let tables = LanguageTables.shared
    var scores = [Double](repeating: 0, count: tables.codes.count)
    var strange = [Int](repeating: 0, count: tables.codes.count)
    /// Languages that have a word or a letter of the text.
    var found: UInt64 = 0
    var plain = 0
    let bytes = head.bytes.span
    for word in head.words {
      var owners = tables.languages(ofWord: bytes, word.range)
      if owners != 0 {
        found |= owners
        let share = 1 / Double(owners.nonzeroBitCount)
        while owners != 0 {
          scores[owners.trailingZeroBitCount] += share
          owners &= owners &- 1
        }
      }
      if word.isASCII { plain += 1 }
      guard let mark = word.mark else { continue }
      for language in tables.languages(ofMark: mark) ?? [] {
        scores[language] += LanguagePolicy.mark
        found |= 1 << UInt64(language)
      }
    }
    for word in head.words where !word.isASCII {
      var rest = word.lacking & found
      while rest != 0 {
        strange[rest.trailingZeroBitCount] += 1
        rest &= rest &- 1
      }
    }
    var ranked: [(language: String, score: Double)] = []
    for (number, code) in tables.codes.enumerated() where found >> UInt64(number) & 1 != 0 {
      // A word of the letters a to z alone is strange to those who write otherwise, and to nobody
      // else.
      if tables.cyrillic >> UInt64(number) & 1 != 0 { strange[number] += plain }
      ranked.append(
        (code, scores[number] - Double(strange[number]) * LanguagePolicy.strangeLetter))
    }
    return best(of: ranked, words: head.words.count)
  }

  private static func best(
    of scores: [(language: String, score: Double)], words: Int
  ) -> String? {
    let ranked = scores.sorted { ($0.score, $1.language) > ($1.score, $0.language) }
    guard let best = ranked.first, best.score >= LanguagePolicy.evidence,
      best.score >= Double(words) * LanguagePolicy.density
    else { return nil }
    let second = ranked.dropFirst().first?.score ?? 0
    return best.score >= second * LanguagePolicy.lead ? best.language : nil
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

/// Scripts that one language of those we tell apart is written in, by that language.
enum Script: String {
  case ja, zh, ko, el, he, ar, ka, hy, th, hi

  /// The language, where most letters are of its script.
  static func only(in head: LeadingWords) -> Script? {
    let counts = head.scripts
    // Japanese is written in kana among Han.
    if counts[.ja, default: 0] * 10 > head.letters { return .ja }
    guard
      let best = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
      best.value * 2 > head.letters, best.value >= 20
    else { return nil }
    return best.key
  }

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case ..<0x370: return nil
    case 0x3040...0x30FF: self = .ja
    case 0x3400...0x9FFF: self = .zh
    case 0xAC00...0xD7AF, 0x1100...0x11FF: self = .ko
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .el
    case 0x590...0x5FF: self = .he
    case 0x600...0x6FF: self = .ar
    case 0x10A0...0x10FF: self = .ka
    case 0x530...0x58F: self = .hy
    case 0xE00...0xE7F: self = .th
    case 0x900...0x97F: self = .hi
    default: return nil
    }
  }
}
