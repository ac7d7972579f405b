/// What the words around a date say of it.
extension ClaimContext {
  /// A "not" in the phrase's clause, or a doubt in front of it.
  func isDenied(at range: Range<Int>) -> Bool {
    items.indices.contains { index in
      if index < range.lowerBound, roles[index].contains(.doubt) { return true }
      guard clauses[index] == clauses[range.lowerBound] else { return false }
      return roles[index].contains(.denial)
        // Lithuanian joins it to the verb: `neatsidarys`.
        || tenses[index] == .future && items[index].text.hasPrefix("ne")
    }
  }

  /// `obowiązują od środy`: in force now, so since a day that has been.
  func isStanding(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      abs(index - range.lowerBound) <= 4
        && (roles[index].contains(.present)
          || items[index].text.hasSuffix("aja") && items[index].text.utf8.count >= 6
          || Self.lastingEndings.contains(where: items[index].text.hasSuffix)
            && !Self.begun.contains(where: items[index].text.hasPrefix))
    }
  }

  /// `wird ab September gelten`: in force only then.
  func isToBe(at range: Range<Int>) -> Bool {
    clause(of: range).contains { Self.ahead.contains(items[$0].text) }
  }

  private static let ahead: Set<String> = [
    "will", "shall", "wird", "werden", "soll", "sollen", "будет", "будут", "будзе", "будуць",
    "буде", "будуть", "bedzie", "beda", "bus",
  ]

  /// Is a word that points ahead one of the present: `is`, `wants`, `обмениваются`?
  func isPresent(_ index: Int) -> Bool {
    let text = items[index].text
    return Self.presents.contains(text)
      || Self.lastingEndings.contains(where: text.hasSuffix)
        && !Self.begun.contains(where: text.hasPrefix)
  }

  private static let presents: Set<String> = [
    "is", "are", "be", "remains", "can", "need", "needs", "wants", "want", "hope", "hopes", "going",
    "есть", "нужно", "хочет", "хотят", "chce", "chca", "хоча", "хочуць", "хоче", "хочуть", "gilt",
    "gelten", "lauft", "bleibt", "kann", "konnen", "wollen", "galioja", "yra", "nori",
  ]

  /// Verbs of what goes on: `обмениваются`, `przekazują`.
  private static let lastingEndings = [
    "ают", "яют", "аются", "яются", "ает", "яет", "ается", "яется", "юють", "юються",
    "юється", "ає", "яє", "нює", "лює", "ають", "яють", "аються", "яються", "ваюць", "ваюцца",
    "аюць", "яюць", "ваецца", "ывае", "івае", "ywaja", "iwaja", "ywa",
  ]
  /// What ends like them and lies ahead.
  private static let begun = [
    "заработ", "запрац", "сдела", "узна", "подорож", "поработ", "доработ", "прода", "пазна", "зроб",
    "стан", "дізна",
  ]

  /// `The ministers speak of`, `речь теперь идёт о`: a word of speaking within six in front.
  func isSpokenOf(_ position: Int) -> Bool {
    items.indices[max(0, position - 6)..<position].contains { index in
      clauses[index] == clauses[position]
        && roles[index].contains(.speech)
    }
  }

  /// A verb that points into the past or ahead in the clause of an item.
  func clauseHasVerb(_ direction: TimeDirection? = nil, at position: Int) -> Bool {
    items.indices.contains { index in
      clauses[index] == clauses[position] && tenses[index] != .unknown
        && (direction ?? tenses[index]) == tenses[index]
    }
  }

  func hasVerb(_ direction: TimeDirection) -> Bool { tenses.contains(direction) }

  /// `Зацверджаная ў лістападзе канцэпцыя`, `das im November beschlossene Konzept`: what was done
  /// then.
  func isBesideParticiple(_ range: Range<Int>) -> Bool {
    if range.upperBound + 1 < items.count, items[range.upperBound].gap == .space,
      items[range.upperBound + 1].isCapitalised, !items[range.upperBound].isCapitalised,
      Self.germanEndings.contains(where: items[range.upperBound].text.hasSuffix),
      Self.germanPrefixes.contains(where: items[range.upperBound].text.hasPrefix)
    {
      return true
    }
    guard range.lowerBound > 0, items[range.lowerBound].gap == .space else { return false }
    let word = items[range.lowerBound - 1].text
    guard word.count >= 7, Self.participles.contains(where: word.hasSuffix) else { return false }
    let before = items[max(0, range.lowerBound - 4)..<range.lowerBound - 1].map(\.text)
    // `надеются увидеть одобренной в октябре`
    return !before.contains(where: Self.leading.contains)
      && !(before.last.map { $0.hasSuffix("ть") || $0.hasSuffix("ти") } ?? false)
  }

  private static let participles = [
    "анный", "анная", "анное", "анные", "анную", "анной", "анного", "анном", "енный", "енная",
    "енное", "енные", "енную", "енной", "енного", "енном", "утый", "утая", "утое", "утые", "ятый",
    "ятая", "ятое", "ятые", "аны", "аная", "аную", "анае", "аныя", "анай", "ены", "еная", "еную",
    "енае", "еныя", "енай", "ятая", "ятую", "ятыя", "ана", "ане", "ані", "аний", "ану", "ена",
    "ене",
    "ені", "ений", "ену", "ята", "яту", "яте", "яті", "any", "ana", "ane", "ani", "ony", "ona",
    "one", "eta", "ete", "ety", "ana", "eci", "anej", "onej", "etej", "anego", "onego", "etego",
  ]
  private static let germanEndings = ["ene", "enen", "ener", "enes", "te", "ten", "ter", "tes"]
  private static let germanPrefixes = ["ge", "be", "ver", "unter", "er", "ab", "an", "aus", "ein"]
  /// In front of a participle: it is still to be done.
  private static let leading: Set<String> = [
    "будет", "будут", "быть", "будзе", "будуць", "быць", "буде", "будуть", "бути", "zostanie",
    "zostana", "zostac", "byc", "bedzie", "beda",
  ]

  /// A day that is kept: `marks the day of unity`; what is only noted (`отмечает`) is none.
  func isAnniversary(at range: Range<Int>) -> Bool {
    clauseHas(.anniversary, at: range)
      || clauseHas(.observance, at: range)
        && namingClauses(of: range).contains { index in
          !range.contains(index) && roles[index].contains(.dayKept)
        }
  }

  /// The clause of a phrase; of a relative one (`the Day of Unity, which was marked on 2 April`) with the
  /// clause in front.
  private func namingClauses(of range: Range<Int>) -> Range<Int> {
    let clause = clause(of: range)
    guard clause.lowerBound > 0,
      Self.relatives.contains(where: items[clause.lowerBound].text.hasPrefix)
    else { return clause }
    return self.clause(of: clause.lowerBound - 1..<clause.lowerBound).lowerBound..<clause.upperBound
  }

  private static let relatives = ["котор", "któr", "ktor", "які", "яки", "яка", "which", "kuri"]

  /// `until at least 2025`: how long it lasts, and no deadline.
  func isAtLeast(_ range: Range<Int>) -> Bool {
    items[range].contains { item in
      Self.leasts.contains { Self.holds(item.text.utf8, $0.utf8) }
    }
  }

  /// Byte by byte: a search of the library's makes tables first, and words are short.
  static func holds(_ text: String.UTF8View, _ part: String.UTF8View) -> Bool {
    text.withContiguousStorageIfAvailable { text in
      part.withContiguousStorageIfAvailable { part in
        guard let first = part.first, part.count <= text.count else { return part.isEmpty }
        for start in 0...text.count - part.count where text[start] == first {
          if text[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
      } ?? false
    } ?? false
  }

  private static let leasts = [
    "at least", "mindestens", "как минимум", "co najmniej", "przynajmniej", "прынамсі",
    "щонайменше",
  ]

  /// `Премьер ожидал этого в этом году`: what was expected for then.
  func wasExpected(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      index < range.lowerBound && roles[index].contains(.expectation)
    }
  }

  /// `могут избираться`, `dürfen antreten`: who may do it, in the phrase's clause or the next.
  func isAllowed(at range: Range<Int>) -> Bool {
    let clause = clauses[range.lowerBound]
    return items.indices.contains { index in
      Self.permissions.contains(items[index].text) && index >= range.upperBound
        && clauses[index] - clause <= 2 && index - range.upperBound <= 12
        && !items[range.upperBound..<index].contains { $0.has(.conjunction) }
    }
  }

  private static let permissions: Set<String> = [
    "can", "may", "могут", "может", "moga", "moze", "можуть", "може", "могуць", "можа", "durfen",
    "darf", "konnen", "kann", "gali",
  ]

  /// `в ближайшие пять лет`, `over the next two years`: the time that comes, and no term.
  func isComing(_ range: Range<Int>) -> Bool {
    items[range.prefix(2)].contains { Self.comings.contains(where: $0.text.contains) }
  }

  private static let comings = [
    "ближайш", "бліжэйш", "найближч", "najbliz", "next", "coming", "nachst", "kommend", "artimiaus",
  ]

  /// `1 December has passed`, said where something is not there yet; `the term that passed on`.
  func hasPassed(_ range: Range<Int>) -> Bool {
    let front = items[max(0, range.lowerBound - 2)..<range.lowerBound]
    if front.contains(where: { Self.passings.contains($0.text) }) {
      return roles[max(0, range.lowerBound - 5)..<range.lowerBound].contains { $0.contains(.term) }
    }
    guard has(.negation) else { return false }
    // `Саміт 10 жовтня минув без рішень` was held.
    let isHeld = clause(of: range).contains {
      $0 < range.lowerBound && cues[$0].contains(.event)
    }
    if isHeld { return false }
    let behind = items[range.upperBound..<min(range.upperBound + 3, items.count)]
    return behind.contains { item in Self.passings.contains(item.text) }
  }

  private static let passings: Set<String> = [
    "passed", "came", "gone", "прошло", "прошел", "прошла", "минуло", "миновало", "наступило",
    "минул", "minal", "minelo", "minela", "uplynal", "прайшло", "мінула", "мінуу", "настала",
    "минув", "минула", "настало", "verstrichen", "verstrich", "vergangen", "vorbei", "praejo",
    "atejo",
  ]

  /// `signed the treaty ahead of schedule, on 3 March`: the same of a date that a comma sets off.
  func governing(_ cue: ClaimCue, fromClauseBefore range: Range<Int>) -> Int? {
    let clause = clause(of: range)
    guard clause.lowerBound > 0, clause.lowerBound == range.lowerBound,
      !clauseHasVerb(at: range.lowerBound), !items[clause.lowerBound].isBehindSemicolon,
      !items[clause.lowerBound].isBehindColon
    else { return nil }
    let before = self.clause(of: clause.lowerBound - 1..<clause.lowerBound)
    guard let index = before.last(where: { cues[$0].contains(cue) }),
      range.lowerBound - index <= 24,
      !(index + 1..<range.lowerBound).contains(where: { tenses[$0] != .unknown })
    else { return nil }
    return range.lowerBound - index
  }

  /// Items to a cue in front that governs the phrase: in its clause, with no other verb between.
  func governing(_ cue: ClaimCue, _ range: Range<Int>) -> Int? {
    let clause = clause(of: range)
    guard
      let index = (clause.lowerBound..<range.lowerBound).last(where: { cues[$0].contains(cue) }),
      range.lowerBound - index <= 24,
      !(index + 1..<range.lowerBound).contains(where: { tenses[$0] != .unknown })
    else { return nil }
    return range.lowerBound - index
  }
}
