/// When a run that differs is a name that took the place of another.
extension DifferenceClassing {
  /// Which tokens of a run are names, and what stands between two of them.
  func names(in run: Range<Int>, of text: ComparedText) -> [Bool] {
    let rule = NameRule(text: text, evidence: evidence)
    var names = run.map { text.tokens[$0].kind == .word && rule.isName($0) }
    for place in names.indices.dropFirst().dropLast()
    where !text.tokens[run.lowerBound + place].isWord {
      names[place] = names[place - 1] && names[place + 1]
    }
    return names
  }

  /// More than the capital at the beginning of a sentence says that these are names.
  func isTold(_ hunk: Hunk) -> Bool {
    [(hunk.old, old), (hunk.new, new)].contains { run, text in
      guard begins(run, in: text), run.count == 1, let first = run.first else { return true }
      let (form, word) = (text.form(first), text.entry(first).lowercased)
      return KnownNames.contains(word) || form.dropFirst().contains(where: \.isUppercase)
        || evidence.isCapitalisedWithin(form)
        || Self.surnameEndings.fit(word)
    }
  }

  private static let surnameEndings = WordEndings(
    """
    ов ев ин ова ева ина ский ская цкий цкая ко ич ян дзе швили оў еў скі цкі ський цький
    ov ev in ski ska cki cka ko icz ič yan dze ovas evas skis auskas aitis ienė us schenko mann
    """)

  /// The same names in another case, or as adjectives.
  func isSameName(_ hunk: Hunk) -> Bool {
    hunk.old.contains { mine in
      old.tokens[mine].isWord
        && hunk.new.contains { theirs in
          new.tokens[theirs].isWord
            && Self.haveSameStem(old.entry(mine).lowercased, new.entry(theirs).lowercased)
        }
    }
  }

  /// Adjectives of places, which most of the languages do not capitalise.
  func isPlaces(_ before: WordRoles, _ after: WordRoles) -> Bool {
    let isPlace = { (word: String) in
      KnownNames.containsPlace(word) || KnownNames.containsInstitution(word)
    }
    // Nearly always the first word says that it is none.
    guard before.plain.allSatisfy(isPlace), after.plain.allSatisfy(isPlace) else { return false }
    let (mine, theirs) = (before.plain + before.names, after.plain + after.names)
    return !mine.isEmpty && mine.count == theirs.count && before.numbers == after.numbers
      && before.hedges == after.hedges
      && (before.names + after.names).allSatisfy {
        KnownNames.containsPlace($0.lowercased()) || KnownNames.containsInstitution($0)
      }
      && !isSameWords(mine, theirs)
  }

  /// "Organization for Security and Co-operation in Europe" and "OSCE": one is made of the initials of
  /// the other's capitalised words.
  func isAbbreviation(_ core: Hunk) -> Bool {
    guard core.old.count == 1 || core.new.count == 1 else { return false }
    let isShortNew = core.new.count == 1
    let (short, long) = isShortNew ? (new, old) : (old, new)
    let (word, run) = isShortNew ? (core.new, core.old) : (core.old, core.new)
    guard let only = word.first, run.count >= 2 else { return false }
    let letters = Array(short.form(only))
    let initials = run.filter(long.isCapitalised).compactMap { long.form($0).first }
    return letters.count >= 2 && letters.allSatisfy(\.isUppercase) && initials.count >= 2
      && initials.first == letters.first && initials.count >= letters.count - 1
      && letters.filter(initials.contains).count >= initials.count
  }

  /// One institution for another: "генеральная прокуратура", "служба безопасности".
  func isInstitutions(_ before: WordRoles, _ after: WordRoles) -> Bool {
    guard hasInstitution(before), hasInstitution(after) else { return false }
    let (mine, theirs) = (before.plain + before.names, after.plain + after.names)
    return mine.count <= 3 && theirs.count <= 3
      && before.numbers.isEmpty && after.numbers.isEmpty && before.hedges == after.hedges
      && !isSameWords(mine, theirs)
  }

  private func hasInstitution(_ roles: WordRoles) -> Bool {
    roles.plain.contains(where: KnownNames.containsInstitution)
      || roles.names.contains { KnownNames.containsInstitution($0.lowercased()) }
  }

  func isName(_ before: WordRoles, _ after: WordRoles, in core: Hunk) -> Bool {
    guard !before.names.isEmpty || !after.names.isEmpty else { return false }
    let isInstitution =
      isBeforeInstitution(core.old.upperBound, in: old)
      && isBeforeInstitution(core.new.upperBound, in: new)
    return isNamePhrase(before, isInstitution, opens: begins(core.old, in: old))
      && isNamePhrase(after, isInstitution, opens: begins(core.new, in: new))
      && before.numbers.isEmpty && after.numbers.isEmpty && before.hedges == after.hedges
      && before.names.map(Self.respelt) != after.names.map(Self.respelt)
  }

  /// Beside the name only its title, or what belongs to the name of an institution: "институт
  /// международных отношений".
  private func isNamePhrase(
    _ roles: WordRoles, _ isInstitution: Bool, opens isOpening: Bool
  ) -> Bool {
    let hasInstitution = isInstitution || hasInstitution(roles)
    guard !roles.names.isEmpty || hasInstitution else { return false }
    let others = roles.plain.filter {
      !KnownNames.containsInstitution($0) && !KnownNames.isTitle($0)
    }
    if others.isEmpty { return true }
    // "Free organisations of workers" are no organisation.
    let isNamed =
      isInstitution || !isOpening
      || roles.names.contains {
        KnownNames.contains($0.lowercased()) || KnownNames.containsInstitution($0.lowercased())
      } || roles.names.count > 1
    return isNamed && hasInstitution && others.count <= 3
      && !others.contains(where: Self.verbEndings.fit)
  }

  private func begins(_ run: Range<Int>, in text: ComparedText) -> Bool {
    run.first.map(SentenceEdge(text: text).beginsSentence) ?? false
  }

  /// "Rytų Europos [studijų centras]"
  private func isBeforeInstitution(_ index: Int, in text: ComparedText) -> Bool {
    (index...index + 1).contains { place in
      place < text.tokens.count && text.tokens[place].kind == .word
        && KnownNames.containsInstitution(text.entry(place).lowercased)
    }
  }

  private static let verbEndings = WordEndings(
    """
    ла ло ли лся лась лись лось ил ал ел ет ют ит ат ят ут ется ются ится тся ўся лася ліся
    ає ють ить ять
    ał ała ało ali ił iła iło ili uje ują ć
    ed ing ёт ł je ją же жа ша
    """)

  /// The word beside a ministry, a service or a court tells which one it is.
  func isOffice(_ core: Hunk, _ before: WordRoles, _ after: WordRoles) -> Bool {
    let (mine, theirs) = (before.plain + before.names, after.plain + after.names)
    guard (1...2).contains(mine.count), (1...2).contains(theirs.count), before.words == mine.count,
      after.words == theirs.count, !isSameWords(mine, theirs)
    else { return false }
    func stands(_ index: Int, in text: ComparedText, _ isInstitution: (String) -> Bool) -> Bool {
      text.tokens.indices.contains(index) && text.tokens[index].kind == .word
        && isInstitution(text.entry(index).lowercased)
    }
    if stands(core.new.lowerBound - 1, in: new, KnownNames.containsOffice),
      stands(core.old.lowerBound - 1, in: old, KnownNames.containsOffice)
    {
      return !(mine + theirs).contains(where: Self.verbEndings.fit)
    }
    return stands(core.new.upperBound, in: new, KnownNames.containsBoard)
      && stands(core.old.upperBound, in: old, KnownNames.containsBoard)
      && !(mine + theirs).contains { KnownNames.isCommonAdjective($0.lowercased()) }
      && core.old.count == 1 && core.new.count == 1
  }

  /// "Alexander G. Lukashenko" to "Alexander Lukashenko".
  func isPartOfName(_ core: Hunk) -> Bool {
    guard core.old.isEmpty != core.new.isEmpty else { return false }
    let (text, run) = core.old.isEmpty ? (new, core.new) : (old, core.old)
    let rule = NameRule(text: text, evidence: evidence)
    let isNamed = { (index: Int) in
      text.tokens.indices.contains(index) && text.tokens[index].kind == .word && rule.isName(index)
    }
    guard
      run.allSatisfy({
        isNamed($0) || text.tokens[$0].kind == .dot || text.tokens[$0].kind == .dash
      }),
      run.contains(where: isNamed), run.count <= 4
    else { return false }
    return isNamed(run.upperBound) && text.tokens[run.upperBound].kind == .word
  }

  /// Spellings that differ by reform or habit are one: Ещё and Еще, Daß and Dass.
  private static func respelt(_ name: String) -> String {
    String(
      name.lowercased().flatMap { letter in
        switch letter {
        case "ё": "е"
        case "ß": "ss"
        default: String(letter)
        }
      })
  }
}
