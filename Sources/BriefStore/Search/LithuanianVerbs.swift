/// Lithuanian verbs with a prefix: those of ``WordFamilies`` change behind it (palikti, palieka),
/// and any may be denied in one word (negrįš).
enum LithuanianVerbs {
  private static let prefixes = [
    "ap", "at", "i", "is", "nu", "pa", "par", "per", "pra", "pri", "su", "uz",
  ]

  private static func simple(_ verb: String) -> [String] {
    WordFamilies.lithuanian.stems(of: [], letters: verb, isCyrillic: false) ?? []
  }

  /// - Parameter stem: of the word.
  static func add(to sought: inout SoughtWord, for word: String, stem: String) {
    guard word.hasSuffix("ti") || word.hasSuffix("tis") else { return }
    for prefix in prefixes where stem.hasPrefix(prefix) {
      let root = String(stem.dropFirst(prefix.utf8.count))
      for form in simple(root + "i") {
        sought.add([prefix + form, SearchFold.stem(prefix + form)])
      }
    }
    for form in sought.stems { sought.add(["ne" + form, SearchFold.stem("ne" + form)]) }
  }
}
