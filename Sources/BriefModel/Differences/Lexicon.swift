/// What a word means to the comparison, in any of English, Polish, Russian, Belarusian, Ukrainian,
/// German and Lithuanian.
struct Meaning: OptionSet {
  let rawValue: UInt32

  /// A month's name, in any case.
  static let month = Meaning(rawValue: 1 << 0)
  /// A month's name that is also another word ("may", "мая", "kovo").
  static let ambiguousMonth = Meaning(rawValue: 1 << 1)
  /// A month's name behind which the day stands ("November 4", "gruodžio 1").
  static let monthBeforeDay = Meaning(rawValue: 1 << 2)
  static let weekday = Meaning(rawValue: 1 << 3)
  /// Places something in time without a number ("spring", "yesterday", "year").
  static let relativeTime = Meaning(rawValue: 1 << 4)
  /// Makes a year of the number before it ("roku", "года").
  static let yearWord = Meaning(rawValue: 1 << 5)
  /// A quarter or a half: the ordinal beside it is part of a date.
  static let period = Meaning(rawValue: 1 << 6)
  /// An ordinal such as stands with a period ("third", "III").
  static let ordinal = Meaning(rawValue: 1 << 7)
  /// Stands between the parts of a date ("of", "do").
  static let dateConnector = Meaning(rawValue: 1 << 8)
  /// Makes a year of the number behind it ("in 1569").
  static let yearPreposition = Meaning(rawValue: 1 << 9)
  static let numeral = Meaning(rawValue: 1 << 10)
  /// A currency, or a number that counts others.
  static let unit = Meaning(rawValue: 1 << 11)
  static let negation = Meaning(rawValue: 1 << 12)
  /// Says how sure a statement is ("may", "вероятно").
  static let hedge = Meaning(rawValue: 1 << 13)
  /// Becomes a negation before an apostrophe and a t.
  static let contracted = Meaning(rawValue: 1 << 14)
  /// No meaning of its own beside a name, a number or a date.
  static let function = Meaning(rawValue: 1 << 15)
  /// Begins sentences, and is no name.
  static let opener = Meaning(rawValue: 1 << 16)
  static let germanDeterminer = Meaning(rawValue: 1 << 17)
  /// A dot behind it ends no sentence.
  static let abbreviation = Meaning(rawValue: 1 << 18)

  /// A part of the period that it stands with ("the end of 2023", "mid-May", "metų pabaiga").
  static let periodPart = Meaning(rawValue: 1 << 19)
  /// Makes a time of day of the number before it ("Uhr", "p.m.").
  static let clock = Meaning(rawValue: 1 << 20)
  /// Makes a time of day of the number beside it, on either side ("o godzinie 10", "11-й гадзіне").
  static let clockBeside = Meaning(rawValue: 1 << 21)
  /// A hedge before an infinitive that "to" begins ("plans to sign").
  static let intention = Meaning(rawValue: 1 << 22)

  /// Stands behind an hour in words ("seven in the morning", "half past nine").
  static let dayPart = Meaning(rawValue: 1 << 23)
  /// A time of its own that is no month, day or year: "midnight", "Easter".
  static let time = Meaning(rawValue: 1 << 24)
  /// What time is counted in.
  static let timeUnit = Meaning(rawValue: 1 << 25)
  /// Moves the time beside it: "before", "next", "ago".
  static let timeModifier = Meaning(rawValue: 1 << 26)

  /// A hedge before an infinitive in the languages that mark it by an ending.
  static let resolve = Meaning(rawValue: 1 << 27)

  /// Says that it is about so much ("about 40", "almost").
  static let approximation = Meaning(rawValue: 1 << 28)
  /// Says that it is more than before, or less.
  static let comparison = Meaning(rawValue: 1 << 29)
  /// No word has it.
  static let unknown = Meaning(rawValue: 1 << 31)

  static let anyMonth: Meaning = [.month, .ambiguousMonth]
  static let number: Meaning = [.numeral, .unit]
  static let denial: Meaning = [.negation, .hedge]
}

/// The meanings of words, looked up once a word.
final class Lexicon {
  /// A word in lower case and what it means.
  struct Entry {
    var lowercased: String
    var meaning: Meaning
  }

  /// The meanings by key, and for words that were not asked for yet ``Meaning/unknown``.
  private var meanings: [Meaning] = []
  private var lowercased: [String] = []

  /// The entry of the word with a key, whose comparable form is `form`.
  func entry(_ key: UInt32, form: () -> String) -> Entry {
    let meaning = meaning(key, form: form)
    return Entry(lowercased: lowercased[Int(key)], meaning: meaning)
  }

  /// What the word with a key means, whose comparable form is `form`.
  func meaning(_ key: UInt32, form: () -> String) -> Meaning {
    let key = Int(key)
    if key < meanings.count, meanings[key] != .unknown { return meanings[key] }
    let word = form().lowercased()
    let meaning = Self.meaning(of: word)
    while key >= meanings.count {
      meanings.append(.unknown)
      lowercased.append("")
    }
    (meanings[key], lowercased[key]) = (meaning, word)
    return meaning
  }

  /// - Parameter word: in lower case.
  static func meaning(of word: String) -> Meaning {
    var meaning = table[word]
    if !meaning.contains(.unit), NumberWords.hasUnitStem(word) { meaning.insert(.unit) }
    if meaning.isDisjoint(with: .number), NumeralForms.contains(word) { meaning.insert(.numeral) }
    if HedgeWords.isRefusal(word) { meaning.insert(.negation) }
    if HedgeWords.isConditional(word) { meaning.insert(.hedge) }
    if HedgeWords.isResolve(word) { meaning.insert(.resolve) }
    // Lithuanian denies in the verb: `neketina`.
    if meaning.isEmpty, word.hasPrefix("ne"), table[String(word.dropFirst(2))].contains(.hedge) {
      meaning.insert(.negation)
    }
    if DateWords.hasWeekdayStem(word) { meaning.insert(.weekday) }
    if TimeWords.hasStem(word) { meaning.insert(.time) }
    return meaning
  }

  /// Whether a word of at most eight ASCII letters is one, as its meaning would say.
  static func isAbbreviation(ascii word: ArraySlice<UInt8>) -> Bool {
    shortAbbreviations.contains(packed(word))
  }

  private static let shortAbbreviations = Set(
    table.words(of: .abbreviation)
      .filter { $0.count <= 8 && $0.allSatisfy { $0 < 0x80 } }.map { packed($0[...]) })

  /// In small letters.
  private static func packed(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  private static let table: MeaningTable = {
    var table = MeaningTable()
    let lists =
      DateWords.lists + TimeWords.lists + NumberWords.lists + HedgeWords.lists + OtherWords.lists
    for (text, meaning) in lists { table.insert(text, meaning) }
    for word in NumeralForms.ordinals + NumeralForms.cardinals { table.insert(word, .numeral) }
    table.insert(NumeralForms.others, .numeral)
    // Beside a quarter or a half these are dates.
    for word in NumeralForms.ordinals { table.insert(word, .ordinal) }
    for word in DateWords.sequence { table.insert(word, [.relativeTime, .timeModifier]) }
    return table
  }()
}

/// The words of a list in which ASCII white space parts them.
func words(_ text: String) -> [String] {
  text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
}

/// Each beginning of a row with each of the row's endings.
func inflected(_ table: [(beginnings: String, endings: String)]) -> [String] {
  table.flatMap { row in
    words(row.beginnings).flatMap { beginning in words(row.endings).map { beginning + $0 } }
  }
}
