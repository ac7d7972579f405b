/// Spellings of one sound in other alphabets that the letters of the skeleton keep apart.
enum SpellingVariants {
  /// Written for each other in names: г as g and h, ц as ts, щ as shch, ти as ці, ё as jo; German
  /// umlauts as two letters.
  private static let pairs = [
    ("g", "h"), ("h", "g"), ("ts", "c"), ("c", "ts"), ("sc", "s"), ("dz", "d"), ("di", "dzi"),
    ("de", "dze"), ("ti", "ci"), ("te", "ce"), ("ci", "ti"), ("ce", "te"), ("ae", "a"), ("oe", "o"),
    ("ue", "u"), ("io", "o"), ("ov", "ou"), ("av", "au"), ("ev", "eu"), ("iv", "iu"),
    ("ou", "ov"), ("au", "av"), ("eu", "ev"),
  ]

  /// British and American ends of words.
  private static let english = [
    ("izer", "iser"), ("ize", "ise"), ("izing", "ising"), ("ized", "ised"), ("ization", "isation"),
    ("our", "or"), ("ours", "ors"), ("tre", "ter"), ("tres", "ters"), ("ence", "ense"),
    ("yze", "yse"), ("ogue", "og"), ("eled", "elled"), ("ulfil", "ulfill"),
  ]

  /// - Parameter skeleton: letters of a word.
  static func addEnglish(to sought: inout SoughtWord, skeleton: String) {
    guard skeleton.utf8.count > 5 else { return }
    for (first, second) in english {
      for (end, other) in [(first, second), (second, first)] where skeleton.hasSuffix(end) {
        sought.add(SearchFold.stem(skeleton.dropLast(end.utf8.count) + other))
      }
    }
  }

  /// - Parameter stem: of a word that is written as a name.
  static func add(to sought: inout SoughtWord, stem: String) {
    guard stem.utf8.count >= SoughtWord.shortestBeginning else { return }
    for (spelling, other) in pairs where stem.contains(spelling) {
      sought.add(stem.replacing(spelling, with: other), isBeginning: true)
    }
    if stem.hasPrefix("e") { sought.add("i" + stem, isBeginning: true) }
    if stem.hasPrefix("ie") { sought.add(String(stem.dropFirst()), isBeginning: true) }
  }
}
