/// What kind of thing a run of differing tokens is.
struct DifferenceClassing {
  let old: ComparedText
  let new: ComparedText
  let evidence: WordEvidence

  /// The class of a run inside a sentence that both versions have; whole sentences are seen before.
  func `class`(of hunk: Hunk) -> Difference.Class {
    if ThousandsMarks(old: old, new: new).isAllThatDiffers(in: hunk) { return .rewording }
    let core = core(of: hunk)
    // A name takes the place of a name: with a capital on one side only there is none.
    let hasNames =
      core.old.contains(where: old.isCapitalised) && core.new.contains(where: new.isCapitalised)
    var before = roles(of: core.old, in: old, hasNames: hasNames)
    var after = roles(of: core.new, in: new, hasNames: hasNames)
    if isDate(before, after) { return .date }
    if isOpposite(core) { return .negation }
    if isSayingMore(core, before, after) { return core.old.isEmpty ? .addition : .removal }
    if before.hedges != after.hedges, isOpening(core) {
      // "Obejmie" to "Może objąć": capitals that begin sentences.
      before = roles(of: core.old, in: old, hasNames: false)
      after = roles(of: core.new, in: new, hasNames: false)
    }
    if isContrary(before, after) { return .negation }
    let isPlain = isSameWords(before.plain + before.names, after.plain + after.names)
    if isPlain || isSmall(before, after) {
      let (isBefore, isAfter) = (!before.numbers.isEmpty, !after.numbers.isEmpty)
      // "None of them" to "one of them".
      if isBefore != isAfter, before.hedges != after.hedges, isNothing(before) || isNothing(after) {
        return .negation
      }
      // "There is one item" to "there is no item": the same figure in another case.
      if isBefore, isAfter, isSameWords(before.numbers, after.numbers),
        isDenial(before) != isDenial(after)
      {
        return .negation
      }
      if isPlain ? isBefore || isAfter : isBefore && isAfter && before.numbers != after.numbers {
        return .number
      }
      if hedges(before) != hedges(after) || isDenied(before, after) { return .negation }
    }
    if isName(before, after, in: core), !isInflectedOpening(core, before, after) { return .name }
    if isPartOfName(core) || isOffice(core, before, after) { return .name }
    if isPlaces(before, after), isBeforeUnit(core.old, in: old), isBeforeUnit(core.new, in: new) {
      return .number
    }
    if isAbbreviation(core) || isPlaces(before, after) || isInstitutions(before, after) {
      return .name
    }
    if core.old.isEmpty, isClause(core.new, in: new) { return .addition }
    if core.new.isEmpty, isClause(core.old, in: old) { return .removal }
    return .rewording
  }

  /// A clause between marks, even if it denies something: ", а прибутки — ні".
  private func isSayingMore(_ core: Hunk, _ before: WordRoles, _ after: WordRoles) -> Bool {
    guard core.old.isEmpty != core.new.isEmpty else { return false }
    let (text, run) = core.old.isEmpty ? (new, core.new) : (old, core.old)
    // A sentence behind one that had no full stop.
    if text.tokens[run.lowerBound].kind == .dot, run.count > 2,
      text.isCapitalised(run.lowerBound + 1)
    {
      return true
    }
    let hasMark = run.contains { text.isPunctuation($0, oneOf: ",;:()") }
    return hasMark && !(before.plain + after.plain).isEmpty && isClause(run, in: text)
      && (before.dates + after.dates == 0 || !isDate(before, after))
  }

  private func isNothing(_ roles: WordRoles) -> Bool {
    roles.numbers.isEmpty && isDenial(roles)
  }

  private func isDenial(_ roles: WordRoles) -> Bool {
    roles.hedges.contains { Lexicon.meaning(of: $0).contains(.negation) }
  }

  /// "Belarusian [roubles]", "Russian [roubles]".
  private func isBeforeUnit(_ run: Range<Int>, in text: ComparedText) -> Bool {
    run.upperBound < text.tokens.count && text.meaning(run.upperBound).contains(.unit)
  }

  /// Without a future that the other side may have in its verb.
  private func hedges(_ roles: WordRoles) -> [String] {
    let hedges = roles.hedges.map(HedgeWords.strength)
    return roles.plain.isEmpty ? hedges : hedges.filter { !HedgeWords.futures.contains($0) }
  }

  /// One word for its contrary, and the case that it asks for.
  private func isOpposite(_ core: Hunk) -> Bool {
    guard let mine = core.old.first, let theirs = core.new.first,
      HedgeWords.isOpposite(old.entry(mine).lowercased, new.entry(theirs).lowercased)
    else { return false }
    return isInflection(Hunk(old: core.old.dropFirst(), new: core.new.dropFirst()))
  }

  /// "confirmed" to "denied", "Known" to "Unknown".
  private func isContrary(_ before: WordRoles, _ after: WordRoles) -> Bool {
    let (mine, theirs) = (before.plain + before.names, after.plain + after.names)
    guard mine.count == theirs.count, mine.count <= 2, before.numbers == after.numbers else {
      return false
    }
    return zip(mine, theirs).contains { first, second in
      let (first, second) = (first.lowercased(), second.lowercased())
      return HedgeWords.isDenied(first, second) || HedgeWords.isContrary(first, second)
    }
  }

  /// Words enough to say something of their own, or between marks: "(among them Naftan)",
  /// ", although the sanctions stay".
  private func isClause(_ run: Range<Int>, in text: ComparedText) -> Bool {
    let words = run.count { text.tokens[$0].isWord }
    if let first = run.first, let last = run.last, text.isPunctuation(first, oneOf: "("),
      text.isPunctuation(last, oneOf: ")")
    {
      return true
    }
    let hasMark = run.contains { text.isPunctuation($0, oneOf: ",;:()") }
    return words >= (hasMark ? Self.clauseWords : Self.phraseWords)
  }

  /// Words of what is put in between marks, and of what is without.
  private static let clauseWords = 2
  private static let phraseWords = 4

  private func isOpening(_ core: Hunk) -> Bool {
    guard let first = core.old.first, let other = core.new.first else { return false }
    return SentenceEdge(text: old).beginsSentence(first)
      && SentenceEdge(text: new).beginsSentence(other)
      && !KnownNames.contains(old.entry(first).lowercased)
      && !KnownNames.contains(new.entry(other).lowercased)
  }

  private func roles(
    of run: Range<Int>, in text: ComparedText, hasNames: Bool
  ) -> WordRoles {
    WordRoles(of: run, in: text, names: hasNames ? NameRule(text: text, evidence: evidence) : nil)
  }

  /// The run without the tokens that both its sides begin and end with.
  func core(of hunk: Hunk) -> Hunk {
    var (x, y) = (hunk.old, hunk.new)
    while let first = x.first, let other = y.first, old.keys[first] == new.keys[other] {
      x.removeFirst()
      y.removeFirst()
    }
    while let last = x.last, let other = y.last, old.keys[last] == new.keys[other] {
      x.removeLast()
      y.removeLast()
    }
    // "According to Minsk, training" to "Training": the capital came with the place.
    if let last = x.last, let other = y.last, min(x.count, y.count) == 1, x.count != y.count,
      old.entry(last).lowercased == new.entry(other).lowercased
    {
      x.removeLast()
      y.removeLast()
    }
    return Hunk(old: x, new: y)
  }

  /// Both sides have the same words but for their endings and for function words.
  func isInflection(_ hunk: Hunk) -> Bool {
    let before = roles(of: hunk.old, in: old, hasNames: false)
    let after = roles(of: hunk.new, in: new, hasNames: false)
    return before.words == before.plain.count && after.words == after.plain.count
      && isSameWords(before.plain, after.plain)
  }

  // MARK: - Rules

  private func isDate(_ before: WordRoles, _ after: WordRoles) -> Bool {
    let isDateAlone = { (roles: WordRoles) in
      roles.words == roles.possibleDates && roles.hedges.isEmpty
    }
    if isDateAlone(before) && isDateAlone(after) {
      // "a third" to "a quarter".
      if before.dates + after.dates == 0, before.numbers.count == before.words,
        after.numbers.count == after.words, before.words > 0, after.words > 0
      {
        return false
      }
      // "autumn" to "spring"; but a year that only took its word with it is no date.
      return before.dates + after.dates > 0 || (before.words > 0 && after.words > 0)
    }
    guard before.dates + after.dates > 0 else { return false }
    // "by 1 December" to "by the year's end": the words beside the date are the same in both.
    guard before.dates > 0, after.dates > 0 || after.words == 0 || before.words == before.dates
    else { return false }
    return after.words <= 1 && after.names.isEmpty && after.hedges.isEmpty
      && after.numbers.count > 0
  }

  /// Nothing else differs but endings: "28 programmes", "1 programme".
  func isSameWords(_ before: [String], _ after: [String]) -> Bool {
    guard before.count == after.count else { return before.isEmpty && after.isEmpty }
    return zip(before, after).allSatisfy { Self.haveSameStem($0, $1) }
  }

  private func isSmall(_ before: WordRoles, _ after: WordRoles) -> Bool {
    before.plain.count <= 2 && after.plain.count <= 2
      && before.names.isEmpty == after.names.isEmpty
  }

  private func isDenied(_ before: WordRoles, _ after: WordRoles) -> Bool {
    zip(before.plain, after.plain).contains { HedgeWords.isDenied($0, $1) }
  }

  /// The same word with another ending, capitalised because it begins its sentence.
  private func isInflectedOpening(_ core: Hunk, _ before: WordRoles, _ after: WordRoles) -> Bool {
    guard let first = core.old.first, SentenceEdge(text: old).beginsSentence(first) else {
      return false
    }
    return isSameWords(before.names, after.names)
      && zip(before.names, after.names).allSatisfy { $0.prefix(4) == $1.prefix(4) }
      && !before.names.contains { KnownNames.contains($0.lowercased()) }
  }

  /// Words that share at least four letters, and all but their last four.
  static func haveSameStem(_ first: String, _ second: String) -> Bool {
    guard first.utf8.first == second.utf8.first else { return false }
    if first == second { return true }
    let shared = zip(first.unicodeScalars, second.unicodeScalars).prefix { $0 == $1 }.count
    let longer = max(first.unicodeScalars.count, second.unicodeScalars.count)
    return shared >= 3 && shared >= longer - 4
  }
}
