/// What kind of thing a run of differing tokens is.
struct DifferenceClassing {
  let old: ComparedText
  let new: ComparedText
  let evidence: WordEvidence

  /// The class of a run inside a sentence that both versions have; whole sentences are seen before.
  func `class`(of hunk: Hunk) -> Difference.Class {
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
    let isPlain = isSameWords(before.plain + before.names, after.plain + after.names)
    if isPlain || isSmall(before, after) {
      let (isBefore, isAfter) = (!before.numbers.isEmpty, !after.numbers.isEmpty)
      if isPlain ? isBefore || isAfter : isBefore && isAfter && before.numbers != after.numbers {
        return .number
      }
      if hedges(before) != hedges(after) || isDenied(before, after) { return .negation }
    }
    if isName(before, after), !isInflectedOpening(core, before, after) { return .name }
    if isPlaces(before, after) { return .name }
    if core.old.isEmpty, isClause(core.new, in: new) { return .addition }
    if core.new.isEmpty, isClause(core.old, in: old) { return .removal }
    return .rewording
  }

  /// A clause between marks, even if it denies something: ", а прибутки — ні".
  private func isSayingMore(_ core: Hunk, _ before: Roles, _ after: Roles) -> Bool {
    guard core.old.isEmpty != core.new.isEmpty else { return false }
    let (text, run) = core.old.isEmpty ? (new, core.new) : (old, core.old)
    let hasMark = run.contains { text.isPunctuation($0, oneOf: ",;:()") }
    return hasMark && !(before.plain + after.plain).isEmpty && isClause(run, in: text)
      && (before.dates + after.dates == 0 || !isDate(before, after))
  }

  /// Without a future that the other side may have in its verb.
  private func hedges(_ roles: Roles) -> [String] {
    roles.plain.isEmpty ? roles.hedges : roles.hedges.filter { !HedgeWords.futures.contains($0) }
  }

  /// One word for its contrary, and the case that it asks for.
  private func isOpposite(_ core: Hunk) -> Bool {
    guard let mine = core.old.first, let theirs = core.new.first,
      HedgeWords.isOpposite(old.entry(mine).lowercased, new.entry(theirs).lowercased)
    else { return false }
    return isInflection(Hunk(old: core.old.dropFirst(), new: core.new.dropFirst()))
  }

  /// Words enough to say something of their own, or between marks: "(among them Naftan)",
  /// ", although the sanctions stay".
  private func isClause(_ run: Range<Int>, in text: ComparedText) -> Bool {
    let words = run.count { text.tokens[$0].isWord }
    let hasMark = run.contains { text.isPunctuation($0, oneOf: ",;:()") }
    return words >= (hasMark ? Self.clauseWords : Self.phraseWords)
  }

  /// Words of what is put in between marks, and of what is without.
  private static let clauseWords = 3
  private static let phraseWords = 4

  /// Adjectives of places, which most of the languages do not capitalise.
  private func isPlaces(_ before: Roles, _ after: Roles) -> Bool {
    let (mine, theirs) = (before.plain + before.names, after.plain + after.names)
    return !mine.isEmpty && mine.count == theirs.count && before.numbers == after.numbers
      && before.hedges == after.hedges
      && (mine + theirs).allSatisfy {
        KnownNames.containsPlace($0) || KnownNames.containsInstitution($0)
      }
      && !isSameWords(mine, theirs)
  }

  private func isOpening(_ core: Hunk) -> Bool {
    guard let first = core.old.first, let other = core.new.first else { return false }
    return SentenceEdge(text: old).beginsSentence(first)
      && SentenceEdge(text: new).beginsSentence(other)
      && !KnownNames.contains(old.entry(first).lowercased)
      && !KnownNames.contains(new.entry(other).lowercased)
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

  private func isDate(_ before: Roles, _ after: Roles) -> Bool {
    let isDateAlone = { (roles: Roles) in
      roles.words == roles.possibleDates && roles.hedges.isEmpty
    }
    if isDateAlone(before) && isDateAlone(after) {
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
  private func isSameWords(_ before: [String], _ after: [String]) -> Bool {
    guard before.count == after.count else { return before.isEmpty && after.isEmpty }
    return zip(before, after).allSatisfy { Self.haveSameStem($0, $1) }
  }

  private func isSmall(_ before: Roles, _ after: Roles) -> Bool {
    before.plain.count <= 2 && after.plain.count <= 2
      && before.names.isEmpty == after.names.isEmpty
  }

  private func isDenied(_ before: Roles, _ after: Roles) -> Bool {
    zip(before.plain, after.plain).contains { HedgeWords.isDenied($0, $1) }
  }

  private func isName(_ before: Roles, _ after: Roles) -> Bool {
    !before.names.isEmpty && !after.names.isEmpty
      && (before.plain + after.plain).allSatisfy(KnownNames.containsInstitution)
      && before.numbers.isEmpty && after.numbers.isEmpty
      && before.names.map(Self.respelt) != after.names.map(Self.respelt)
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

  /// The same word with another ending, capitalised because it begins its sentence.
  private func isInflectedOpening(_ core: Hunk, _ before: Roles, _ after: Roles) -> Bool {
    guard let first = core.old.first, SentenceEdge(text: old).beginsSentence(first) else {
      return false
    }
    return isSameWords(before.names, after.names)
      && !before.names.contains { KnownNames.contains($0.lowercased()) }
  }

  /// Words that share at least four letters, and all but their last four.
  static func haveSameStem(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let shared = zip(first.unicodeScalars, second.unicodeScalars).prefix { $0 == $1 }.count
    let longer = max(first.unicodeScalars.count, second.unicodeScalars.count)
    return shared >= 3 && shared >= longer - 4
  }

  // MARK: - Roles

  /// The words of one side of a run, each in one list but for the dates, which are counted.
  struct Roles {
    /// Words and numbers in all, without function words.
    var words = 0
    var dates = 0
    var possibleDates = 0
    var numbers: [String] = []
    var hedges: [String] = []
    var names: [String] = []
    var plain: [String] = []
  }

  private func roles(
    of tokens: Range<Int>, in text: ComparedText, hasNames: Bool
  ) -> Roles {
    var roles = Roles()
    let dates = DateExpression(text: text)
    let names = NameRule(text: text, evidence: evidence)
    for index in tokens {
      let token = text.tokens[index]
      let (word, meaning) = (text.entry(index).lowercased, text.meaning(index))
      // The marks of "4.11.2021" and "14:30".
      if isDecimalMark(index, in: text), dates.contains(index - 1),
        dates.contains(index + 1)
      {
        continue
      }
      if token.kind == .unit || isDecimalMark(index, in: text) || isSign(index, in: text) {
        roles.numbers.append(word)
        roles.words += 1
        continue
      }
      guard token.isWord else { continue }
      let isHedge = isHedge(word, index, in: text)
      if dates.contains(index), !isHedge || text.isCapitalised(index) {
        roles.dates += 1
        roles.possibleDates += 1
        roles.words += 1
      } else if isHedge {
        roles.hedges.append(word)
        roles.words += 1
      } else if dates.mayContain(index) {
        roles.possibleDates += 1
        roles.words += 1
        if !meaning.isDisjoint(with: .number) { roles.numbers.append(word) }
      } else if token.kind == .number || word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
        || !meaning.isDisjoint(with: .number)
      {
        roles.numbers.append(word)
        roles.words += 1
      } else if meaning.contains(.function), !isInitial(index, in: text) {
        continue
      } else if hasNames, names.isName(index) {
        roles.names.append(text.form(index))
        roles.words += 1
      } else {
        roles.plain.append(word)
        roles.words += 1
      }
    }
    return roles
  }

  private func isHedge(_ word: String, _ index: Int, in text: ComparedText) -> Bool {
    if word == "may" && text.isCapitalised(index) && DateExpression(text: text).contains(index) {
      return false
    }
    if !text.meaning(index).isDisjoint(with: .denial) { return true }
    if text.meaning(index).contains(.intention) {
      return index + 1 < text.tokens.count && text.entry(index + 1).lowercased == "to"
    }
    // "isn't": the word before the apostrophe, and the t behind it.
    let (mark, rest) = (index + 1, index + 2)
    if text.meaning(index).contains(.contracted), rest < text.tokens.count,
      text.tokens[mark].kind == .quote, text.tokens[rest].follows == .nothing
    {
      return text.entry(rest).lowercased == "t"
    }
    return word == "t" && index > 1 && text.tokens[index - 1].kind == .quote
      && text.meaning(index - 2).contains(.contracted)
  }

  /// A capital with a dot: part of a name or an acronym, not the article or preposition.
  private func isInitial(_ index: Int, in text: ComparedText) -> Bool {
    text.tokens[index].range.count <= 2 && text.isCapitalised(index)
      && index + 1 < text.tokens.count
      && text.tokens[index + 1].kind == .dot && text.tokens[index + 1].follows == .nothing
  }

  private func isDecimalMark(_ index: Int, in text: ComparedText) -> Bool {
    guard text.tokens[index].kind == .dot || text.isPunctuation(index, oneOf: ",:/"),
      index > 0, index + 1 < text.tokens.count
    else { return false }
    return text.tokens[index - 1].kind == .number && text.tokens[index + 1].kind == .number
      && text.tokens[index].follows == .nothing && text.tokens[index + 1].follows == .nothing
  }

  func isSign(_ index: Int, in text: ComparedText) -> Bool {
    text.tokens[index].kind == .dash && text.tokens[index].follows != .nothing
      && index + 1 < text.tokens.count && text.tokens[index + 1].kind == .number
      && text.tokens[index + 1].follows == .nothing
  }

}
