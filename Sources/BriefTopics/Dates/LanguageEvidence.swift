/// How much of a text speaks for each of the seven languages: its commonest words, words of dates that
/// few of them have, and letters.
struct LanguageEvidence {
  /// By the order of ``DateVocabulary/languages``; below zero where the text has letters that the language
  /// has not.
  private(set) var scores: [Int]
  private let isCyrillic: Bool

  /// Words of dates that are looked at.
  private static let dates = 64
  /// UTF-8 bytes whose letters are looked at.
  private static let letters = 1_000
  /// Worth of a common word.
  private static let common = 2
  /// Worth of a word of dates, shared by the languages that have it: `grudnia` is Polish and nothing else.
  private static let date = 6
  /// What letters alone may be worth, and what one that a language lacks costs it.
  private static let (mostMarks, strange) = (6, 4)
  /// A text whose stated language explains nothing of it is in another from here on.
  private static let least = 4
  /// Times that another language must have of the stated one.
  private static let lead = 2

  /// - Parameter seen: what the search for topics saw; `nil` has the words looked up.
  init(_ bytes: [UInt8], seen: SeenTimeWords?) {
    let seen = seen ?? WordsOfLanguages.seen(in: bytes)
    let letters = LettersOfLanguages(bytes.span, limit: Self.letters)
    isCyrillic = letters.isCyrillic
    scores = seen.counts.map { $0 * Self.common }
    for anchor in seen.anchors.prefix(Self.dates) {
      let owners = anchor.languages.nonzeroBitCount
      guard (1...3).contains(owners) else { continue }
      for number in scores.indices where anchor.languages >> UInt8(number) & 1 != 0 {
        scores[number] += Self.date / owners
      }
    }
    count(letters)
  }

  private mutating func count(_ letters: LettersOfLanguages) {
    for (number, language) in DateVocabulary.languages.enumerated() {
      guard Self.isCyrillic(language) == isCyrillic else {
        // A Latin text may quote a word or two, and names no month in Cyrillic.
        scores[number] = min(scores[number], 0)
        continue
      }
      scores[number] += min(letters.marks[number], Self.mostMarks)
      scores[number] -= letters.strange[number] * Self.strange
    }
  }

  private static func isCyrillic(_ language: String) -> Bool {
    ["ru", "be", "uk"].contains(language)
  }

  /// The language that has most, of those that have as much the first; `nil` where none has any.
  var best: DateVocabulary? {
    let most = scores.max() ?? 0
    guard most > 0, let place = scores.firstIndex(of: most) else { return nil }
    return DateVocabulary.of(DateVocabulary.languages[place])
  }

  /// The best, or where nothing tells it the commonest of the script: dates in figures read alike in all.
  var likeliest: DateVocabulary? { best ?? DateVocabulary.of(isCyrillic ? "ru" : "en") }

  /// The language that the text is plainly written in although another one is stated: a feed declares
  /// what its software was set to.
  func best(against stated: DateVocabulary) -> DateVocabulary? {
    // Nobody writes English in Cyrillic.
    if isCyrillic, !Self.isCyrillic(stated.language) { return likeliest }
    guard let best, best.language != stated.language else { return nil }
    let (ours, theirs) = (score(best), max(score(stated), 0))
    return ours >= Self.least && ours >= Self.lead * theirs ? best : nil
  }

  private func score(_ vocabulary: DateVocabulary) -> Int {
    DateVocabulary.languages.firstIndex(of: vocabulary.language).map { scores[$0] } ?? 0
  }
}

/// Letters that tell languages of one script apart.
private struct LettersOfLanguages {
  /// Are most letters beyond ASCII Cyrillic ones, and as many as the others?
  private(set) var isCyrillic = false
  /// By the order of ``DateVocabulary/languages``: letters that few other languages have.
  private(set) var marks = [Int](repeating: 0, count: DateVocabulary.languages.count)
  /// Letters that the language has not.
  private(set) var strange = [Int](repeating: 0, count: DateVocabulary.languages.count)

  init(_ bytes: Span<UInt8>, limit: Int) {
    var (latin, cyrillic) = (0, 0)
    var counts = [Int](repeating: 0, count: Self.telling.count)
    var position = 0
    while position + 1 < min(bytes.count, limit) {
      let byte = bytes[position]
      if byte < 0x80 {
        let letter = byte | 0x20
        if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") { latin += 1 }
        position += 1
        continue
      }
      guard byte >= 0xC3, byte < 0xE0 else {
        position += 1
        continue
      }
      if byte == 0xD0 || byte == 0xD1 || byte == 0xD2 { cyrillic += 1 } else { latin += 1 }
      let scalar = UInt16(byte & 0x1F) << 6 | UInt16(bytes[position + 1] & 0x3F)
      if let place = Self.places[scalar] { counts[place] += 1 }
      position += 2
    }
    isCyrillic = cyrillic > latin
    for (place, letter) in Self.telling.enumerated() where counts[place] > 0 {
      for number in marks.indices {
        if letter.owners >> UInt8(number) & 1 != 0 {
          marks[number] += 1
        } else if letter.isCyrillic {
          strange[number] += counts[place]
        }
      }
    }
  }

  private static let telling: [(scalar: UInt16, owners: UInt8, isCyrillic: Bool)] = [
    ("і", "be uk"), ("ў", "be"), ("ї", "uk"), ("є", "uk"), ("ґ", "uk"), ("ы", "ru be"),
    ("э", "ru be"), ("ъ", "ru"), ("ё", "ru be"), ("и", "ru uk"), ("щ", "ru uk"), ("ł", "pl"),
    ("ń", "pl"), ("ś", "pl"), ("ź", "pl"), ("ż", "pl"), ("ć", "pl"), ("ó", "pl"), ("ą", "pl lt"),
    ("ę", "pl lt"), ("ė", "lt"), ("į", "lt"), ("ų", "lt"), ("ū", "lt"), ("č", "lt"), ("š", "lt"),
    ("ž", "lt"), ("ä", "de"), ("ö", "de"), ("ü", "de"), ("ß", "de"),
  ].map { (letter: Unicode.Scalar, languages: String) in
    let owners = languages.split(separator: " ").compactMap { code in
      DateVocabulary.languages.firstIndex(of: String(code))
    }.reduce(UInt8(0)) { $0 | 1 << UInt8($1) }
    return (UInt16(letter.value), owners, letter.value >= 0x400)
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: telling.enumerated().map { ($1.scalar, $0) })
}

/// Finds the words that tell languages where no search for topics has met them.
private enum WordsOfLanguages {
  static func seen(in bytes: [UInt8]) -> SeenTimeWords {
    var found: [FoundToken] = []
    found.reserveCapacity(DateVocabulary.sample / 2)
    _ = scanner.scan(
      bytes.span, limit: Int32(DateVocabulary.sample), joinsLines: false, into: &found)
    var seen = SeenTimeWords()
    for token in found {
      let meaning = meanings[Int(token.set)]
      if meaning.anchors != 0 {
        seen.anchors.append(
          SeenTimeWords.Anchor(start: token.start, languages: meaning.anchors))
      }
      seen.common &+= meaning.common
    }
    return seen
  }

  private static let (scanner, meanings): (TokenScanner, [TimeWords.Meaning]) = {
    var numbers: [Lexicon.Atom: Int] = [:]
    var atoms: [Lexicon.Atom] = []
    var own: [TimeWords.Meaning] = []
    for (word, meaning) in TimeWords.all {
      let number = numbers[word] ?? atoms.count
      if number == atoms.count {
        numbers[word] = number
        atoms.append(word)
        own.append(TimeWords.Meaning())
      }
      own[number].anchors |= meaning.anchors
      own[number].common += meaning.common
    }
    let lexicon = Lexicon(atoms)
    let meanings = lexicon.sets.map { set in
      set.reduce(into: TimeWords.Meaning()) { sum, atom in
        sum.anchors |= own[Int(atom)].anchors
        sum.common += own[Int(atom)].common
      }
    }
    return (TokenScanner(lexicon), meanings)
  }()
}

extension DateVocabulary {
  /// The vocabulary of a language code, with or without a region; `nil` for one that has none.
  static func stated(_ language: String?) -> DateVocabulary? {
    language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first
      .flatMap { of($0.lowercased()) }
  }

  /// Words that are looked at.
  static let sample = 400

  /// The commonest words of a language.
  static func common(in language: String) -> Set<Lexicon.Atom> {
    let words = commonWords.first { $0.0 == language }?.1 ?? ""
    return Set(words.split(separator: " ").map { Lexicon.Atom($0) })
  }

  /// In the order of ``languages``.
  private static let commonWords = [
    ("en", "the of and to in is that for on with as by was be are from this has its at"),
    (
      "ru",
      "и в не на что с по из как это для от также его был была были году года или при до к об"
    ),
    ("pl", "i w na z do nie się że o jest od przez po za oraz ma roku dla ze który"),
    (
      "be",
      "і у ў на з не што па для да як гэта ад яго таксама быў была будзе года які праз пра каб але "
        + "ці калі"
    ),
    (
      "uk",
      "і у в на з не що та до для за як це від його також був була буде року який про але вже після"
    ),
    ("de", "der die das und in von zu mit den des ist im für auf nicht eine ein dem wird bis"),
    ("lt", "ir į su kad iš dėl apie per bus nuo buvo yra jau m d tai kaip iki po bei"),
  ]
}
