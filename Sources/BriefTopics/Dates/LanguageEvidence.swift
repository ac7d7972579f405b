extension DateVocabulary {
  /// The vocabulary of the stated language, else of the one that the words look like.
  static func inForce(_ language: String?, _ bytes: [UInt8]) -> DateVocabulary? {
    if let code = language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
      let known = of(code.lowercased())
    {
      return known
    }
    return guess(bytes)
  }

  /// The vocabulary that knows most of a text's words; `nil` where the script is of none of them.
  static func guess(_ bytes: [UInt8]) -> DateVocabulary? {
    var counts: [String: Int] = [:]
    var words = 0
    var position = 0
    while position < bytes.count, words < sample {
      let token = SlowToken(bytes.span, from: position)
      position = max(token.end, position + 1)
      guard !token.folded.isEmpty else { continue }
      words += 1
      let word = String(String.UnicodeScalarView(token.folded))
      for (language, list) in commonWords where list.contains(word) {
        counts[language, default: 0] += 1
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return of(best.key)
  }

  /// Words that are looked at.
  private static let sample = 400

  private static let commonWords: [(String, Set<String>)] = [
    ("en", "the of and to in is that for on with as by was be are from this has its at"),
    ("ru", "и в не на что с по из как это для от также его был была были году года или при"),
    ("pl", "i w na z do nie się że o jest od przez po za oraz ma roku dla ze który"),
    ("be", "і у ў на з не што па для да як гэта ад яго таксама быў была будзе года які"),
    ("uk", "і у в на з не що та до для за як це від його також був була буде року який"),
    ("de", "der die das und in von zu mit den des ist im für auf nicht eine ein dem wird bis"),
    ("lt", "ir į su kad iš dėl apie per bus nuo buvo yra jau m d tai kaip iki po bei"),
  ].map { language, words in
    (
      language,
      Set(
        words.split(separator: " ").map {
          String(String.UnicodeScalarView(Lexicon.Atom($0).folded))
        })
    )
  }
}
