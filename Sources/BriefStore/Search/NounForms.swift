/// Forms of nouns whose stems in the index are none of their own, and what is made of them: студент,
/// studenci; więzienie, więzień; река, речной.
enum NounForms {
  /// - Parameters:
  ///   - word: as typed, in lower case.
  ///   - stem: of the word.
  static func add(to sought: inout SoughtWord, for word: String, stem: String, isCyrillic: Bool) {
    guard stem.utf8.count > 2 else { return }
    // дорога, дорожный: what is cut looks like a genitive.
    let root =
      ["ога", "ага"].contains(where: word.hasSuffix)
      ? String(SearchFold.skeleton(word).dropLast()) : stem
    let found = isCyrillic ? cyrillic(word, stem) : latin(word, stem)
    for form in found where form.utf8.count > 2 { sought.add(form) }
    for (end, others) in adjectives where root.hasSuffix(end) {
      for other in others { sought.add(root.dropLast(end.utf8.count) + other) }
    }
  }

  /// Last letters of a noun, and those of its adjective: дорога, дорожный; рука, ручной; улица,
  /// уличный; uniwersytet, uniwersytecki.
  private static let adjectives: [(String, [String])] = [
    ("g", ["zn"]), ("h", ["sn"]), ("c", ["cn"]), ("k", ["cn"]),
  ]

  private static func cyrillic(_ word: String, _ stem: String) -> [String] {
    var forms = nominatives(stem, ["e", "o"])
    // школа, школьный; пенсия, пенсионный; нефть, нефтяной.
    if stem.utf8.count == 4 {
      forms += ["n", "an", "on", "in"].map { stem + $0 }
    }
    // парламент, парламенцкі.
    if stem.hasSuffix("t") { forms.append(stem.dropLast() + "ck") }
    // зброя, зброі: the index cuts what looks like an adjective's ending.
    if ["ої", "оі", "оя"].contains(where: word.hasSuffix) {
      let skeleton = SearchFold.skeleton(word)
      forms += [String(skeleton.dropLast()), String(skeleton.dropLast(2))]
    }
    return forms
  }

  private static func latin(_ word: String, _ stem: String) -> [String] {
    var forms = nominatives(stem, ["e"])
    let skeleton = SearchFold.skeleton(word)
    // studenci, student.
    if word.hasSuffix("ci") { forms.append(stem.dropLast() + "t") }
    // więzienie, więzień; spotkanie, spotkań; szpital, szpitali.
    for end in ["nie", "nia", "niu", "niem"] where word.hasSuffix(end) {
      forms.append(SearchFold.stem(word.dropLast(end.count) + "ń"))
    }
    if stem.hasSuffix("l"), stem.utf8.count > 5 {
      forms.append(SearchFold.stem(stem + "i", asCyrillic: false))
    }
    if stem.hasSuffix("t"), stem.utf8.count > 4 {
      let adjective = SearchFold.stem(stem.dropLast() + "cki", asCyrillic: false)
      // Kredyt is no Kreda.
      if adjective.utf8.count >= stem.utf8.count { forms.append(adjective) }
    }
    // stypendium, stypendiów; Museum, Museen.
    if word.hasSuffix("um"), skeleton.utf8.count > 5 {
      forms += [String(skeleton.dropLast(2)), skeleton.dropLast(2) + "e"]
      if skeleton.hasSuffix("eum") { forms.append(String(skeleton.dropLast(3))) }
    }
    // Flüchtlinge, Flüchtling; Gefängnisse, Gefängnis: English and Lithuanian endings are cut.
    if stem.hasSuffix("ling") { forms.append(String(stem.dropLast(3))) }
    if stem.hasSuffix("nis") { forms.append(String(stem.dropLast(2))) }
    // laws, law; Frauen, Frau.
    if skeleton.utf8.count < 6, word.hasSuffix("s"), word != "news",
      let before = skeleton.dropLast().last,
      !"aeious".contains(before)
    {
      forms.append(String(skeleton.dropLast()))
    }
    if let last = stem.last, "aeou".contains(last) { forms.append(String(stem.dropLast())) }
    return forms + lithuanian(word, stem)
  }

  /// laikraštis, laikraščio; ambasadorius, ambasadoriai; grūdai, grūdus.
  private static func lithuanian(_ word: String, _ stem: String) -> [String] {
    var forms: [String] = []
    if ["tis", "tys", "tė"].contains(where: word.hasSuffix), stem.hasSuffix("t") {
      forms += [stem.dropLast() + "c"]
      if stem.hasSuffix("st") { forms.append(String(stem.dropLast())) }
    }
    if ["dis", "dys"].contains(where: word.hasSuffix) { forms.append(stem + "z") }
    for end in ["čio", "čiai", "čių", "čiui", "čius"] where word.hasSuffix(end) {
      forms.append(stem.hasSuffix("c") ? stem.dropLast() + "t" : stem + "t")
    }
    for end in ["džio", "džiai", "džių"] where word.hasSuffix(end) {
      if stem.hasSuffix("dz") { forms.append(String(stem.dropLast())) }
    }
    for end in ["ius", "iaus", "iui"] where word.hasSuffix(end) {
      let root = word.dropLast(end.count)
      forms += [
        SearchFold.stem(String(root)), SearchFold.stem(root + "ius"),
        SearchFold.stem(root + "iaus"),
      ]
    }
    if ["ai", "as", "ų", "is"].contains(where: word.hasSuffix) { forms.append(stem + "us") }
    return forms
  }

  /// посла, посол; rubla, rubel: a vowel comes between the last two consonants.
  private static func nominatives(_ stem: String, _ vowels: [String]) -> [String] {
    guard let last = stem.last, "lnr".contains(last), let before = stem.dropLast().last,
      !"aeiou".contains(before)
    else { return [] }
    return vowels.map { stem.dropLast() + $0 + String(last) }
  }
}
