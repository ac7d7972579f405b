/// German verbs that are conjugated by rule: verhandeln, verhandelt; zahlen, gezahlt; einstellen,
/// eingestellt. The strong ones stand in ``WordFamilies``.
enum GermanVerbs {
  private static let prefixes = [
    "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "her", "hin", "mit", "nach", "um",
    "vor", "weg", "zu", "zurück", "zusammen",
  ]

  private static let inseparable = ["be", "ent", "er", "ge", "miss", "über", "unter", "ver", "zer"]

  private static func strong(_ root: String) -> [String] {
    WordFamilies.german.stems(of: [], letters: root + "en", isCyrillic: false) ?? []
  }

  /// - Parameter stem: of the word.
  static func add(to sought: inout SoughtWord, for word: String, stem: String) {
    if word.hasSuffix("eln") || word.hasSuffix("ern"), word.utf8.count > 5 {
      return sought.add(SearchFold.skeleton(String(word.dropLast())), isBeginning: true)
    }
    guard word.hasSuffix("en"), stem.utf8.count > 2 else { return }
    for form in ["", "t", "et"] {
      sought.add(stem + form)
      sought.add("ge" + stem + form)
    }
    let root = word.dropLast(2)
    for prefix in prefixes + inseparable where root.hasPrefix(prefix) {
      let simple = String(root.dropFirst(prefix.count))
      // umgehen, umgingen; einfrieren, eingefroren.
      for form in strong(SearchFold.skeleton(simple)) {
        sought.add([prefix + form, SearchFold.stem(prefix + form)])
      }
      for form in ["en", "t", "et"] { sought.add(SearchFold.stem(prefix + "ge" + simple + form)) }
    }
  }
}
