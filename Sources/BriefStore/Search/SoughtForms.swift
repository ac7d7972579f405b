/// Finds what a word of a question may stand as in the index beyond its own stem.
///
/// What is done here costs a search some more stems to look up, and the index nothing: forms whose
/// stems differ (verbs, alternating sounds), names in other languages, other spellings.
struct SoughtForms {
  private var sought = SoughtWord()
  /// As typed, in lower case.
  private let word: String
  private let skeleton: String
  /// Written with a capital.
  private let isName: Bool

  /// - Parameter word: one word of a question, as typed.
  static func of(_ word: String) -> SoughtWord {
    var forms = SoughtForms(word)
    forms.find()
    return forms.sought
  }

  private init(_ word: String) {
    isName = word.first?.isUppercase ?? false
    let word = word.lowercased()
    // As it stands in a dictionary.
    self.word = word.hasPrefix("ў") ? "у" + word.dropFirst() : word
    skeleton = SearchFold.skeleton(self.word)
  }

  private mutating func find() {
    let own = SearchFold.stem(word)
    let other = SearchFold.stem(skeleton, asCyrillic: !isCyrillic)
    guard !own.utf8.contains(where: { $0 < 0x3A }) else { return sought.add(own) }
    if let family = WordFamilies.only.stems(
      of: [own], letters: skeleton, isCyrillic: isCyrillic)
    {
      return sought.add([own] + family)
    }
    sought.add(own)
    let bare = withoutLikelyEnding(own)
    let near = [other, skeleton] + bare
    if let names = names(of: [own] + bare) {
      addNames([own] + near + names)
    } else {
      // калийный is whole as it is.
      sought.add([own, other], isBeginning: !isAdjective)
      sought.add(near)
      addForms(of: own)
    }
    if isName { SpellingVariants.add(to: &sought, stem: own) }
    // keys, days, Kiews: of a short word the index keeps the s.
    if !isCyrillic, skeleton.utf8.count < 5, let last = skeleton.last, !"aeous".contains(last) {
      sought.add(skeleton + "s")
    }
    // універсітэт, ва ўніверсітэце.
    for stem in sought.stems where isCyrillic && stem.hasPrefix("u") {
      sought.add("v" + stem.dropFirst(), isBeginning: sought.beginnings.contains(stem))
    }
  }

  private func names(of stems: [String]) -> [String]? {
    let nation = NameSpellings.nations.stems(of: [], letters: skeleton, isCyrillic: isCyrillic)
    guard nation == nil else { return nil }
    return NameSpellings.table.stems(of: stems, letters: skeleton, isCyrillic: isCyrillic)
  }

  private var isAdjective: Bool { ["ный", "ний", "ны"].contains(where: word.hasSuffix) }

  /// Диплом, диплома: what looks like an ending may be none, and is cut in the nominative alone.
  private func withoutLikelyEnding(_ stem: String) -> [String] {
    let ends =
      isCyrillic ? ["om", "am", "em", "im", "ov", "ev", "av", "iv"] : ["om", "am", "ov", "ev"]
    guard stem.utf8.count > 4, ends.contains(where: stem.hasSuffix) else { return [] }
    return [SearchFold.stem(stem, asCyrillic: isCyrillic)]
  }

  /// A name's adjective has its stem, or one that begins with it; a short one stands for too much.
  private mutating func addNames(_ names: [String]) {
    for name in names {
      sought.add(name, isBeginning: name.utf8.count > SoughtWord.shortestBeginning)
    }
    for name in names { WordBuilding.add(to: &sought, stem: name, isCyrillic: isCyrillic) }
  }

  private mutating func addForms(of own: String) {
    let families = isCyrillic ? [WordFamilies.slavic] : WordFamilies.all
    for family in families {
      sought.add(
        family.stems(of: [own], letters: skeleton, isCyrillic: isCyrillic) ?? [])
    }
    LithuanianVerbs.add(to: &sought, for: word, stem: own)
    GermanVerbs.add(to: &sought, for: word, stem: own)
    for word in [word] + SoundChanges.otherVowels(of: word) {
      VerbForms.add(to: &sought, for: word)
      SoundChanges.add(to: &sought, for: word, isCyrillic: isCyrillic)
    }
    let isSurname = isName && (skeleton.hasSuffix("ovski") || skeleton.hasSuffix("evski"))
    WordBuilding.add(to: &sought, stem: own, isCyrillic: isCyrillic, isSurname: isSurname)
    addShortWords()
    // deploy, deployed: the y is not heard before a vowel.
    if word.hasSuffix("oy") || word.hasSuffix("ay") || word.hasSuffix("ey") {
      let root = String(skeleton.dropLast())
      sought.add([root, root + "ed"])
    }
  }

  /// мова, моўны; cło, cła: a short word that ends in a vowel has an ending that the index left or
  /// cut.
  private mutating func addShortWords() {
    guard let last = word.last, "аяоеэёaoeęąė".contains(last) else { return }
    let root = String(skeleton.dropLast())
    if root.utf8.count == 3, isCyrillic { sought.add(root + "n") }
    if root.utf8.count == 2, skeleton.utf8.count == 3 {
      for ending in ["a", "o", "e", "u", "i", "em", "om", "ami", "ah"] { sought.add(root + ending) }
    }
  }

  private var isCyrillic: Bool {
    word.unicodeScalars.contains { LetterSkeleton.packed($0) & LetterSkeleton.cyrillic != 0 }
  }
}
