/// The language that a text is written in.
package enum LanguageGuess {
  /// A BCP 47 primary subtag, or `nil` where the text gives too little evidence.
  package static func language(of text: String) -> String? {
    var counts: [String: Int] = [:]
    var total = 0
    for word in text.folded.split(separator: " ").prefix(4000) {
      total += 1
      for language in stopWords[String(word)] ?? [] { counts[language, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, best.value >= 3, best.value * 20 >= total else { return nil }
    return best.key
  }

  private static let stopWords: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (language, words) in lists {
      for word in words.split(separator: " ") { table[String(word), default: []].append(language) }
    }
    return table
  }()

  private static let lists: [(String, String)] = [
    ("en", "the of and to in a is that for on was with as it by be are from this which will"),
    ("pl", "i w z na do nie się jest że to o jak ale po co tak za od przez oraz dla może będzie"),
    ("de", "der die das und in den von zu mit des im für ist nicht auf dem ein eine auch als"),
  ]
}
