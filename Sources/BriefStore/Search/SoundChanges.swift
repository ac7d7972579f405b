/// Sounds of a word's root that change with its form.
enum SoundChanges {
  /// In the letters of the skeleton: the last consonant before the locative's `e` and `i` (droga,
  /// drodze; Брэст, Брэсце; Острог, в Острозі), those of `a` words and those of any.
  private static let ofFeminines: [Character: [String]] = ["k": ["c"], "g": ["dz"], "h": ["s"]]
  private static let consonants: [Character: [String]] = [
    "g": ["z"], "t": ["c"], "d": ["dz"], "r": ["z"],
  ]
  /// What a vowel is in another form: мяжа, межаў; лес, лясны; miasto, mieście; ręka, rąk.
  private static let vowels = [
    ("я", "е"), ("е", "я"), ("ё", "я"), ("ia", "ie"), ("ę", "ą"), ("ą", "ę"),
  ]
  /// Last letters of a stem that lose or change their vowel: wojna, wojen; handel, handlu.
  private static let ends = [("oin", "oen"), ("el", "l"), ("ol", "l"), ("er", "r")]

  /// The word with one vowel changed, as it would be typed.
  static func otherVowels(of word: String) -> [String] {
    var words: [String] = []
    for (vowel, other) in vowels where word.contains(vowel) {
      // цена would be цяна, and that is what "can" is in the index.
      if vowel == "е", word.count < 6 { continue }
      words.append(word.replacing(vowel, with: other, maxReplacements: 1))
    }
    // договір, договору; Kraków, Krakowa is one letter of the skeleton already.
    if let place = word.lastIndex(of: "і"), isClosed(word[place...].dropFirst()) {
      for vowel in ["о", "е"] {
        words.append(word[..<place] + vowel + word[place...].dropFirst())
      }
    }
    // забараніць, забаронены: Belarusian has а before the stress, о under it.
    if word.hasSuffix("ць"), let place = word.dropLast(3).lastIndex(of: "а") {
      words.append(word[..<place] + "о" + word[place...].dropFirst())
    }
    // горад, гарадоў: Belarusian о stands under the stress.
    if let place = word.firstIndex(of: "о"), word[place...].dropLast().contains("а") {
      words.append(word[..<place] + "а" + word[place...].dropFirst())
    }
    // школа, шкіл.
    if word.count > 4, let place = word.dropLast(2).indices.last,
      word[place] == "о" || word[place] == "е"
    {
      words.append(word[..<place] + "і" + word[place...].dropFirst())
    }
    return words
  }

  /// One consonant or two, and a soft sign.
  private static func isClosed(_ rest: Substring) -> Bool {
    (1...3).contains(rest.count) && !rest.contains(where: "аеиіоуяюєїы".contains)
  }

  /// What the last consonant may be: of a nominative, the stem bare or with a vowel behind it.
  private static func locatives(of word: String, stem: String, _ last: Character) -> [String] {
    let skeleton = SearchFold.skeleton(word)
    // parlament, parlamentu, parlamencie.
    guard skeleton == stem || ["a", "o", "u", "i"].contains(where: { stem + $0 == skeleton }) else {
      return []
    }
    let isFeminine = skeleton.hasSuffix("a")
    return (consonants[last] ?? []) + (isFeminine ? ofFeminines[last] ?? [] : [])
  }

  /// - Parameter word: as typed, in lower case.
  static func add(to sought: inout SoughtWord, for word: String, isCyrillic: Bool) {
    let stem = SearchFold.stem(word)
    sought.add(stem)
    guard stem.utf8.count > 2, let last = stem.last else { return }
    for other in locatives(of: word, stem: stem, last) {
      let changed = stem.dropLast() + other
      // газета, газеце: what is left looks like a vowel that comes and goes.
      sought.add(String(changed))
      let fleeting = SearchFold.stem(changed + "e", asCyrillic: isCyrillic)
      if fleeting.utf8.count + 1 >= changed.utf8.count { sought.add(fleeting) }
    }
    for (end, other) in ends where stem.hasSuffix(end) && stem.utf8.count > 3 {
      let changed = String(stem.dropLast(end.utf8.count) + other)
      WordBuilding.add(to: &sought, stem: changed, isCyrillic: isCyrillic)
      sought.add(changed)
    }
    // вучань, вучняў; уровень, уровня; таможня, таможенный.
    if word.hasSuffix("ień") || word.hasSuffix("ien") || word.hasSuffix("eń") {
      // więzień, więźnia: the index has cut what looks like an ending.
      sought.add(SearchFold.skeleton(word).dropLast(2) + "n")
    }
    if ["ань", "ень", "енный", "ённый"].contains(where: word.hasSuffix), stem.hasSuffix("n"),
      let before = stem.dropLast(2).last, !"aeiou".contains(before)
    {
      sought.add(stem.dropLast(2) + "n")
    } else if isCyrillic, last == "n", let before = stem.dropLast().last, !"aeiou".contains(before)
    {
      sought.add(stem.dropLast() + "en")
    }
    // торговля, торговый; поставлять, поставить: an л behind lips.
    if last == "l", stem.utf8.count > SoughtWord.shortestBeginning, let lips = stem.dropLast().last,
      "vbpm".contains(lips)
    {
      sought.add(String(stem.dropLast()), isBeginning: true)
      if stem.hasSuffix("ovl") { sought.add(String(stem.dropLast(3))) }
    }
    // дорога, дорог: not the genitive of an adjective.
    if ["ога", "ага"].contains(where: word.hasSuffix) {
      sought.add(SearchFold.skeleton(String(word.dropLast())))
    } else if stem.hasSuffix("og"), stem.utf8.count > 4 {
      sought.add(String(stem.dropLast(2)))
    }
    // армия, армейский.
    if word.hasSuffix("ия") || word.hasSuffix("ія") { sought.add(stem + "e") }
  }
}
