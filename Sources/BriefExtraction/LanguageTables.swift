import BriefModel

/// The commonest words of languages, and the letters beyond a to z (or beyond those that all
/// Cyrillic alphabets share) that each is written with. Languages are numbers, and sets of them
/// masks with a bit each.
struct LanguageTables: Sendable {
  static let shared = LanguageTables(LanguageRow.all)

  /// Codes by number.
  let codes: [String]
  /// Those of ``codes`` that are written in Cyrillic.
  private(set) var cyrillic: UInt64 = 0
  private let words: WordTable
  /// Languages by number of the word.
  private let owners: [UInt64]
  /// Alphabets that have a letter, by its code point below U+0800.
  private var alphabets = [UInt64](repeating: 0, count: LetterFolding.count)
  /// Languages by letter, for letters of at most three alphabets.
  private var marks: [UInt32: [Int]] = [:]

  private init(_ rows: [LanguageRow]) {
    codes = rows.map(\.language)
    var known: [String: Int] = [:]
    var owners: [UInt64] = []
    var list: [String] = []
    for (number, row) in rows.enumerated() {
      for word in row.words.split(separator: " ").map(String.init) {
        if let place = known[word] {
          owners[place] |= 1 << UInt64(number)
        } else {
          known[word] = list.count
          list.append(word)
          owners.append(1 << UInt64(number))
        }
      }
    }
    self.owners = owners
    words = WordTable(list)
    for (number, row) in rows.enumerated() {
      if Self.cyrillicCodes.contains(row.language) { cyrillic |= 1 << UInt64(number) }
      for letter in Set(row.letters.unicodeScalars) where letter.value < UInt32(alphabets.count) {
        alphabets[Int(letter.value)] |= 1 << UInt64(number)
      }
      for letter in row.letters.unicodeScalars {
        marks[letter.value, default: []].append(number)
      }
    }
    marks = marks.filter { $0.key > 0x7F && $0.value.count <= 3 }
  }

  private static let cyrillicCodes: Set<String> = ["ru", "uk", "be", "bg", "sr", "mk"]

  /// Languages that have the word in `range` among their commonest.
  func languages(ofWord text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    words.number(of: text, range).map { owners[$0] } ?? 0
  }

  /// Languages that have a letter which few alphabets have.
  func languages(ofMark letter: UInt32) -> [Int]? { marks[letter] }

  /// Languages whose alphabet lacks a letter beyond ASCII.
  func lacking(_ letter: UInt32) -> UInt64 {
    letter < UInt32(alphabets.count) ? ~alphabets[Int(letter)] : ~0
  }
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
