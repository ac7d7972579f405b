/// Whether a word is a proper name, as far as its letters and its place tell.
struct NameRule {
  let text: ComparedText
  /// What both texts and the caller know of words, whatever the place.
  let evidence: WordEvidence

  /// A capitalised word that is one for what it names: not for beginning a sentence, standing in a
  /// headline, or being a German noun.
  func isName(_ index: Int) -> Bool {
    guard text.isCapitalised(index) else { return isInQuotedName(index) }
    let form = text.form(index)
    if isAcronym(form) || text.isInitial(index) || isQuoted(index) { return true }
    if index > 1, text.tokens[index - 1].kind == .dot, text.isInitial(index - 2) { return true }
    let word = form.lowercased()
    if KnownNames.contains(word) { return true }
    if text.meaning(index).contains(.opener) { return false }
    if text.isHeadline(around: index) { return evidence.isCapitalisedWithin(form) }
    if evidence.isGerman { return isGermanName(index, form) }
    guard SentenceEdge(text: text).beginsSentence(index) else { return true }
    guard !CommonWords.contains(word) else { return evidence.isCapitalisedWithin(form) }
    return !evidence.hasLowercase(word)
      && (evidence.isCapitalisedWithin(form) || !hasCommonEnding(word))
  }

  /// Two capitals or more, and no small letter before the second.
  private func isAcronym(_ form: String) -> Bool {
    var capitals = 0
    for scalar in form.unicodeScalars {
      if scalar.properties.isUppercase { capitals += 1 } else { break }
    }
    return capitals >= 2
  }

  /// One word in quotation marks of its own: «Известия».
  private func isQuoted(_ index: Int) -> Bool {
    index > 0 && index + 1 < text.tokens.count && text.tokens[index - 1].kind == .quote
      && text.tokens[index].follows == .nothing && text.tokens[index + 1].kind == .quote
      && text.tokens[index + 1].follows == .nothing
  }

  /// A later word of a name of two or three in quotation marks: «Українська призма».
  private func isInQuotedName(_ index: Int) -> Bool {
    var first = index
    while first > 0, index - first < 2, text.tokens[first].kind == .word { first -= 1 }
    var last = index
    while last + 1 < text.tokens.count, last - index < 2, text.tokens[last].kind == .word {
      last += 1
    }
    return text.tokens[first].kind == .quote && text.tokens[last].kind == .quote
      && last - first <= 4 && first + 1 < index && text.isCapitalised(first + 1)
      && text.tokens[first + 1].follows == .nothing && text.tokens[last].follows == .nothing
  }

  private func isGermanName(_ index: Int, _ form: String) -> Bool {
    let word = form.lowercased()
    if Self.germanNounEndings.fit(word) || CommonWords.contains(word) {
      return false
    }
    guard index > 0, text.tokens[index - 1].kind == .word else {
      // "Sergej Iwanow"
      let next = index + 1
      if next < text.tokens.count, text.isCapitalised(next), text.tokens[next].follows == .space,
        !["e", "en", "es", "em"].contains(where: word.hasSuffix),
        !CommonWords.contains(text.entry(next).lowercased)
      {
        return true
      }
      if SentenceEdge(text: text).beginsSentence(index) {
        // Nouns that stand there without an article are mostly plurals.
        return !evidence.hasLowercase(word)
          && !["e", "en", "er", "el", "tum"].contains(where: word.hasSuffix)
      }
      return evidence.isCapitalisedWithin(form)
    }
    if text.meaning(index - 1).contains(.germanDeterminer) { return false }
    if text.isCapitalised(index - 1) { return true }
    let before = text.entry(index - 1).lowercased
    // An article or an inflected adjective makes the noun behind it a common one.
    return !["e", "en", "er", "es", "em"].contains(where: before.hasSuffix)
  }

  /// Endings that the plural of people and things has, and names rarely.
  private func hasCommonEnding(_ word: String) -> Bool {
    Self.commonEndings.fit(word)
  }

  private static let commonEndings = WordEndings(
    """
    ts ls rs ns ds ces ies tion ment ing ly ed ity ness ance ence ship ы ые ие ия ость ение ание
    ти ки ція ння цыя нне cja nie ość ści cje ci cy owie yści rzy ai iai imas
    """)

  private static let germanNounEndings = WordEndings(
    """
    ung ungen heit keit schaft tion tionen tät nis ment ismus tum ling rung
    """)
}

extension ComparedText {
  /// A capital with a dot: "A. Lukashenko".
  func isInitial(_ index: Int) -> Bool {
    tokens[index].range.count <= 2 && isCapitalised(index) && index + 1 < tokens.count
      && tokens[index + 1].kind == .dot && tokens[index + 1].follows == .nothing
  }

  /// Most words of the sentence are capitalised, and no full stop ends it: English title case says
  /// nothing about one of them.
  func isHeadline(around index: Int) -> Bool {
    var (words, capitalised) = (0, 0)
    func count(_ index: Int) {
      guard tokens[index].kind == .word, tokens[index].range.count > 3 else { return }
      words += 1
      if isCapitalised(index) { capitalised += 1 }
    }
    let edge = SentenceEdge(text: self)
    var first = index
    while first > 0, index - first < Self.headlineTokens, !edge.beginsSentence(first) {
      first -= 1
      count(first)
    }
    var last = index
    while last + 1 < tokens.count, last - index < Self.headlineTokens, !edge.endsSentence(last) {
      last += 1
      count(last)
    }
    return tokens[last].kind != .dot && words >= 3 && capitalised * 4 >= words * 3
  }

  /// Headlines are shorter, in either direction.
  private static var headlineTokens: Int { 24 }
}
