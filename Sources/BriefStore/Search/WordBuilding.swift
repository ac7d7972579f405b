/// Adjectives of a noun and the noun of an adjective, where the stem is too short to stand for what
/// begins with it: газ, газовый; суд, судебный; vote, voted.
enum WordBuilding {
  private static let cyrillicSuffixes = ["ov", "ev", "av", "sk", "ovsk", "ivsk", "ebn"]
  /// Those that leave a noun.
  private static let cyrillicAdjectives = ["ov", "ev", "av", "sk", "ebn"]
  private static let latinAdjectives = ["ov", "in", "isk"]
  private static let latinSuffixes = ["ov", "in", "isk", "ed", "ing"]

  /// - Parameters:
  ///   - stem: of a word.
  ///   - isSurname: Каліноўскі is of no калина.
  static func add(
    to sought: inout SoughtWord, stem: String, isCyrillic: Bool, isSurname: Bool = false
  ) {
    guard stem.utf8.count > 2 else { return }
    if !sought.beginnings.contains(where: stem.hasPrefix) {
      for suffix in isCyrillic ? cyrillicSuffixes : latinSuffixes { sought.add(stem + suffix) }
      if isCyrillic, stem.utf8.count == 4 { sought.add(stem + "n") }
      // agree, agreed; deploy, deployed.
      if !isCyrillic, let last = stem.last, "aeiou".contains(last) { sought.add(stem + "d") }
    }
    // integration, integrated.
    if !isCyrillic, stem.utf8.count > 4 {
      if stem.hasSuffix("ac") { sought.add(stem.dropLast() + "t") }
      if stem.hasSuffix("at") { sought.add(stem.dropLast() + "c") }
    }
    if stem.hasSuffix("k") {
      for suffix in ["ocn", "ecn", "acn"] { sought.add(stem.dropLast() + suffix) }
    }
    // Gomelį ends like an English adverb.
    if !isCyrillic, stem.hasSuffix("l"), stem.utf8.count > 4 { sought.add(String(stem.dropLast())) }
    guard !isSurname else { return }
    for suffix in isCyrillic ? cyrillicAdjectives : latinAdjectives
    where stem.hasSuffix(suffix) {
      let noun = stem.dropLast(suffix.utf8.count)
      if noun.utf8.count > 2 { sought.add(String(noun)) }
    }
  }
}
