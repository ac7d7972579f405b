/// Spellings of one sound in other alphabets that the letters of the skeleton keep apart.
enum SpellingVariants {
  /// Written for each other in names: г as g and h, ц as ts, щ as shch, ти as ці, ё as jo; German
  /// umlauts as two letters.
  private static let pairs = [
    ("g", "h"), ("h", "g"), ("ts", "c"), ("c", "ts"), ("sc", "s"), ("dz", "d"), ("di", "dzi"),
    ("de", "dze"), ("ti", "ci"), ("te", "ce"), ("ci", "ti"), ("ce", "te"), ("ae", "a"), ("oe", "o"),
    ("ue", "u"), ("io", "o"),
  ]

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
