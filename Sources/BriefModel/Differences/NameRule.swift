/// Whether a word is a proper name, as far as its letters and its place tell.
struct NameRule {
  let text: ComparedText
  /// What both texts and the caller know of words, whatever the place.
  let evidence: WordEvidence

  /// A capitalised word that is one for what it names: not for beginning a sentence, standing in a
  /// headline, or being a German noun.
  func isName(_ index: Int) -> Bool {
    guard text.isCapitalised(index) else { return false }
    let form = text.form(index)
    if isAcronym(form) { return true }
    let word = form.lowercased()
    if KnownNames.contains(word) { return true }
    if evidence.hasLowercase(word) { return false }
    if text.meaning(index).contains(.opener) { return false }
    if isHeadlineWord(index) { return evidence.isCapitalisedWithin(form) }
    if evidence.isGerman { return isGermanName(index, form) }
    guard SentenceEdge(text: text).beginsSentence(index) else { return true }
    return evidence.isCapitalisedWithin(form) || !hasCommonEnding(word)
  }

  /// Two capitals or more, and no small letter before the second.
  private func isAcronym(_ form: String) -> Bool {
    var capitals = 0
    for scalar in form.unicodeScalars {
      if scalar.properties.isUppercase { capitals += 1 } else { break }
    }
    return capitals >= 2
  }

  /// Most words around are capitalised: English title case says nothing about one of them.
  private func isHeadlineWord(_ index: Int) -> Bool {
    var (words, capitalised) = (0, 0)
    let nearby = max(0, index - 6)..<min(text.tokens.count, index + 7)
    for neighbour in nearby where neighbour != index && text.tokens[neighbour].kind == .word {
      if text.tokens[neighbour].range.count <= 3 { continue }
      words += 1
      if text.isCapitalised(neighbour) { capitalised += 1 }
    }
    return words >= 3 && capitalised * 4 >= words * 3
  }

  private func isGermanName(_ index: Int, _ form: String) -> Bool {
    let word = form.lowercased()
    if Self.germanNounEndings.contains(where: word.hasSuffix) { return false }
    guard index > 0, text.tokens[index - 1].kind == .word else {
      return evidence.isCapitalisedWithin(form)
        && !SentenceEdge(text: text).beginsSentence(index)
    }
    if text.meaning(index - 1).contains(.germanDeterminer) { return false }
    if text.isCapitalised(index - 1) { return true }
    let before = text.entry(index - 1).lowercased
    // An article or an inflected adjective makes the noun behind it a common one.
    return !["e", "en", "er", "es", "em"].contains(where: before.hasSuffix)
  }

  /// Endings that the plural of people and things has, and names rarely.
  private func hasCommonEnding(_ word: String) -> Bool {
    Self.commonEndings.contains(where: word.hasSuffix)
  }

  private static let commonEndings = [
    "ts", "ls", "rs", "ns", "ds", "ces", "ies", "tion", "ment", "ing", "ly", "ed", "ity", "ness",
    "ance", "ence", "ship",
    "ы", "ые", "ие", "ия", "ость", "ение", "ание", "ти", "ки", "ція", "ння", "цыя", "нне",
    "cja", "nie", "ość", "ści", "cje", "ci", "cy", "owie", "yści", "rzy", "ai", "iai", "imas",
  ]

  private static let germanNounEndings = [
    "ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "nis", "ment", "ismus",
    "tum",
    "ling", "rung",
  ]

}
