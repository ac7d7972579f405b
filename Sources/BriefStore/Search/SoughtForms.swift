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
  /// Only capitals: it has no forms.
  private let isAcronym: Bool
  /// What the other script's endings would leave of it, where that is another stem.
  private var foreign: String?
  /// Stands in a table of names.
  private var isKnownName = false

  /// - Parameter word: one word of a question, as typed.
  static func of(_ word: String) -> SoughtWord {
    var forms = SoughtForms(word)
    forms.find()
    return forms.inScripts()
  }

  private init(_ word: String) {
    isName = word.first?.isUppercase ?? false
    isAcronym = word.count > 1 && word.allSatisfy(\.isUppercase)
    let word = word.lowercased()
    // As it stands in a dictionary.
    self.word = word.hasPrefix("ў") ? "у" + word.dropFirst() : word
    skeleton = SearchFold.skeleton(self.word)
  }

  /// What was found as the index writes it: stems of the word's own script, and of the other where
  /// they are long enough, or the name well enough known, to be no other word by chance.
  private func inScripts() -> SoughtWord {
    let mark = String(UnicodeScalar(SearchFold.cyrillicMark))
    var written = SoughtWord()
    func write(_ stem: String, inOwn isOwn: Bool) {
      written.add(
        (isCyrillic == isOwn ? mark : "") + stem,
        isBeginning: sought.beginnings.contains(stem)
          || (stem == foreign && !isAdjective && stem.utf8.count >= SoughtWord.shortestBeginning))
    }
    // The word itself in both scripts comes first: a phrase looks for the first few alone.
    for stem in sought.stems {
      write(stem, inOwn: true)
      if stem == sought.stems.first, isOfAny(stem) { write(stem, inOwn: false) }
    }
    for stem in sought.stems + (isKnownName ? [] : [foreign].compactMap(\.self)) where isOfAny(stem)
    {
      write(stem, inOwn: false)
    }
    return written
  }

  private func isOfAny(_ stem: String) -> Bool {
    if isKnownName { return true }
    guard let own = sought.stems.first else { return false }
    if isName {
      return isShortName || stem == own || stem.utf8.count >= Self.lettersOfNames
    }
    return own.utf8.count >= Self.lettersOfAny && stem.utf8.count >= Self.lettersOfAny
  }

  /// Куба, Kuba.
  private var isShortName: Bool { skeleton.utf8.count <= Self.lettersOfNames }

  /// Letters of a stem that mean the same word in Cyrillic and Latin letters: миграция, migration.
  private static let lettersOfAny = 6
  private static let lettersOfNames = 4

  private mutating func find() {
    let own = SearchFold.stem(word)
    let other = SearchFold.stem(skeleton, asCyrillic: !isCyrillic)
    guard !own.utf8.contains(where: { $0 < 0x3A }) else { return sought.add(own) }
    if let family = WordFamilies.only.stems(
      of: [own], letters: skeleton, isCyrillic: isCyrillic)
    {
      isKnownName = true
      return sought.add([own] + family)
    }
    sought.add(own)
    let bare = withoutLikelyEnding(own)
    // BelAES is no Bel.
    if other != own, other.utf8.count + 2 >= own.utf8.count { foreign = other }
    let near = [skeleton] + bare
    if let names = names(of: [own] + bare) {
      isKnownName = true
      addNames([own] + near + names)
    } else {
      // калийный is whole as it is.
      sought.add(own, isBeginning: !isAdjective)
      // Richter, Richterin: the other script cuts less.
      if other.utf8.count > own.utf8.count { sought.add(other, isBeginning: !isAdjective) }
      sought.add(near)
      if !isAcronym { addForms(of: own) }
    }
    if isName, !isAcronym, !isKnownName {
      SpellingVariants.add(to: &sought, stem: own, skeleton: skeleton)
    }
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

  private var isSurname: Bool {
    isName && ["ovski", "evski", "inski"].contains(where: skeleton.hasSuffix)
  }

  private var isAdjective: Bool { ["ный", "ний", "ны"].contains(where: word.hasSuffix) }

  /// Диплом, диплома: what looks like an ending may be none, and is cut in the nominative alone.
  private func withoutLikelyEnding(_ stem: String) -> [String] {
    let ends =
      isCyrillic ? ["om", "am", "em", "im", "ov", "ev", "av", "iv"] : ["om", "am", "ov", "ev"]
    guard stem.utf8.count > 4, !isSurname, ends.contains(where: stem.hasSuffix) else { return [] }
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
    // Hafen is no verb.
    if !isName { GermanVerbs.add(to: &sought, for: word, stem: own) }
    SpellingVariants.addEnglish(to: &sought, skeleton: skeleton)
    for word in [word] + SoundChanges.otherVowels(of: word) {
      VerbForms.add(to: &sought, for: word)
      SoundChanges.add(to: &sought, for: word, isCyrillic: isCyrillic)
    }
    WordBuilding.add(
      to: &sought, stem: own, isCyrillic: isCyrillic,
      isSurname: isSurname || isAdjective)
    NounForms.add(to: &sought, for: word, stem: own, isCyrillic: isCyrillic)
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
      for ending in ["a", "o", "e", "u", "i", "em", "om", "ami", "ah"] {
        sought.add(root + ending)
      }
    }
  }

  private var isCyrillic: Bool {
    word.unicodeScalars.contains { LetterSkeleton.packed($0) & LetterSkeleton.cyrillic != 0 }
  }
}
