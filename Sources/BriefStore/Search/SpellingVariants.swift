/// Spellings of one sound in other alphabets that the letters of the skeleton keep apart.
enum SpellingVariants {
  /// Written for each other in names: г as g and h, ц as ts, щ as shch, ти as ці, ё as jo; German
  /// umlauts as two letters.
  private static let pairs = [
    ("g", "h"), ("h", "g"), ("z", "s"), ("s", "z"), ("ts", "c"), ("c", "ts"), ("sc", "s"),
    ("dz", "d"), ("di", "dzi"),
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

  /// - Parameters:
  ///   - stem: of a word that is written as a name.
  ///   - skeleton: of the same, uncut.
  static func add(to sought: inout SoughtWord, stem: String, skeleton: String) {
    guard skeleton.utf8.count >= SoughtWord.shortestBeginning else { return }
    for variant in variants(of: stem) { sought.add(variant, isBeginning: true) }
    guard skeleton != stem else { return }
    for variant in variants(of: skeleton) {
      sought.add(variant, isBeginning: true)
      // What the index leaves of it: Докшицы, Dokshitsy.
      for isCyrillic in [false, true] {
        let cut = SearchFold.stem(variant, asCyrillic: isCyrillic)
        if cut.utf8.count >= shortest, cut.utf8.count + 2 >= variant.utf8.count { sought.add(cut) }
      }
    }
    // Резников, Resnikow.
    for (spelling, other) in pairs where skeleton.contains(spelling) {
      for isCyrillic in [false, true] {
        let cut = SearchFold.stem(
          skeleton.replacing(spelling, with: other), asCyrillic: isCyrillic)
        if cut.utf8.count + 1 >= shortest, cut.utf8.count >= stem.utf8.count { sought.add(cut) }
      }
    }
  }

  private static func variants(of name: String) -> [String] {
    guard name.utf8.count >= shortest else { return [] }
    let sounds = [name] + otherVowels(of: name)
    var found = Array(sounds.dropFirst())
    for sound in sounds {
      for (spelling, other) in pairs where sound.contains(spelling) {
        found.append(sound.replacing(spelling, with: other))
      }
      if let first = sound.first, "aeou".contains(first) { found.append("i" + sound) }
      if sound.hasPrefix("i"), let second = sound.dropFirst().first, "aeou".contains(second) {
        found.append(String(sound.dropFirst()))
      }
    }
    return Array(found.prefix(mostVariants))
  }

  private static let shortest = 5
  private static let mostVariants = 24

  /// Belarusian writes a where о is not stressed, and я where е is not: Позняк, Пазняк; Несвиж,
  /// Нясвіж.
  private static func otherVowels(of name: String) -> [String] {
    let letters = Array(name)
    let places = letters.indices.filter { letters[$0] == "a" || letters[$0] == "o" }.prefix(3)
    var found: [String] = []
    for choice in 1..<(1 << places.count) {
      var changed = letters
      for (bit, place) in places.enumerated() where choice & (1 << bit) != 0 {
        changed[place] = letters[place] == "a" ? "o" : "a"
      }
      found.append(String(changed))
    }
    if let place = letters.firstIndex(of: "e") {
      var changed = letters
      changed[place] = "a"
      found.append(String(changed))
    }
    if let place = letters.firstIndex(of: "a") {
      var changed = letters
      changed[place] = "e"
      found.append(String(changed))
    }
    return found
  }
}
