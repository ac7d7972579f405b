/// The commonest words of languages, and the letters beyond a to z (or beyond those that all
/// Cyrillic alphabets share) that each is written with.
enum LanguageTables {
  static func languages(ofWord word: Substring) -> [String]? { words[String(word)] }

  /// Languages that have a letter of the word which few alphabets have.
  static func languages(ofMarkIn word: Substring) -> [String] {
    for scalar in word.unicodeScalars where scalar.value > 0x7F {
      if let owners = marks[scalar] { return owners }
    }
    return []
  }

  /// The word has a letter that the language's alphabet lacks.
  static func isStrange(_ word: Substring, to language: String) -> Bool {
    guard let alphabet = alphabets[language] else { return false }
    return word.unicodeScalars.contains { $0.value > 0x7F && !alphabet.contains($0) }
      || (!isLatin(language) && word.unicodeScalars.contains { $0.isASCII && $0.isWordPart })
  }

  static func isLatin(_ language: String) -> Bool { !cyrillic.contains(language) }

  private static let cyrillic: Set<String> = ["ru", "uk", "be", "bg", "sr", "mk"]

  private static let words: [String: [String]] = {
    var table: [String: [String]] = [:]
    for row in LanguageRow.all {
      for word in row.words.split(separator: " ") {
        table[String(word), default: []].append(row.language)
      }
    }
    return table
  }()

  private static let alphabets: [String: Set<Unicode.Scalar>] = Dictionary(
    uniqueKeysWithValues: LanguageRow.all.map { ($0.language, Set($0.letters.unicodeScalars)) })

  /// Letters of at most three alphabets, with those.
  private static let marks: [Unicode.Scalar: [String]] = {
    var owners: [Unicode.Scalar: [String]] = [:]
    for row in LanguageRow.all {
      for letter in row.letters.unicodeScalars { owners[letter, default: []].append(row.language) }
    }
    return owners.filter { $0.value.count <= 3 }
  }()
}

/// A language in the tables.
struct LanguageRow: Sendable {
  var language: String
  /// Lower case; for Latin alphabets without a to z.
  var letters: String
  /// Lower case, between spaces.
  var words: String

  init(_ language: String, _ letters: String, _ words: String) {
    (self.language, self.letters, self.words) = (language, letters, words)
  }
}
