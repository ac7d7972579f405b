/// A word or phrase of a sentence, seen by the grammar of dates.
struct DateItem {
  var meanings: [DateMeaning]
  /// The value of a token of digits, with or without an ordinal ending.
  var number: Int?
  var digits = 0
  var hasOrdinalEnding = false
  /// Folded; the words of a phrase joined by spaces.
  var text: String
  /// UTF-8 bytes of the original text.
  var start: Int
  var end: Int
  var isCapitalised: Bool
  /// What stands between the item before and this one.
  var gap: Gap
  /// A semicolon parts it from the item before: what follows is a statement of its own.
  var isBehindSemicolon = false
  /// The same of a colon.
  var isBehindColon = false

  enum Gap: Equatable {
    case space, dash, dot, comma, slash
    /// A dash without space on either side, straight behind a letter: `Zapad-2025`.
    case hyphen
    case other
  }

  func has(_ meaning: DateMeaning) -> Bool { meanings.contains(meaning) }

  func first<T>(_ pick: (DateMeaning) -> T?) -> T? {
    for meaning in meanings { if let value = pick(meaning) { return value } }
    return nil
  }

  /// Most words mean nothing in a date.
  var opensDate: Bool {
    !meanings.isEmpty || text == "final"
      || text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  var prepositions: [DatePreposition] {
    meanings.compactMap { if case .preposition(let value) = $0 { value } else { nil } }
  }
  var month: Int? { first { if case .month(let value) = $0 { value } else { nil } } }
  var ordinal: Int? { first { if case .ordinal(let value) = $0 { value } else { nil } } }
  var unit: TimeUnit? { first { if case .unit(let value) = $0 { value } else { nil } } }
  var part: Part? { first { if case .part(let value) = $0 { value } else { nil } } }
  var season: Season? { first { if case .season(let value) = $0 { value } else { nil } } }
  var relative: Int? { first { if case .relative(let value) = $0 { value } else { nil } } }
  var isFiller: Bool { has(.filler) && number == nil }

  /// 1900 to 2100 in four digits.
  var year: Int? {
    guard digits == 4, !hasOrdinalEnding, let number, (1900...2100).contains(number) else {
      return nil
    }
    return number
  }

  var dayOfMonth: Int? {
    if digits > 0 {
      guard digits <= 2, let number, number >= 1 else { return nil }
      return number
    }
    return ordinal
  }
}

/// The items of one sentence.
struct DateItems {
  var items: [DateItem] = []

  init(_ text: [UInt8], in sentence: Range<Int>, _ vocabulary: DateVocabulary) {
    let bytes = text.span
    let table = LetterTable.entries
    let entries = table.span
    var words: [DateItem] = []
    var sets: [Int32] = []
    // A word of six letters and a blank.
    words.reserveCapacity(sentence.count / 7 + 1)
    sets.reserveCapacity(sentence.count / 7 + 1)
    var position = sentence.lowerBound
    var previous = sentence.lowerBound
    while position < sentence.upperBound {
      if bytes[position] < 0x80, entries[Int(bytes[position])] == 0 {
        position += 1
        continue
      }
      let token = DateToken(bytes, from: position, in: vocabulary.lexicon)
      guard !token.text.isEmpty else {
        position += max(SlowToken.scalar(bytes, at: position).1, 1)
        continue
      }
      let first = SlowToken.scalar(bytes, at: position).0
      var item = DateItem(
        meanings: vocabulary.meanings(of: token.set), text: token.text,
        start: position, end: token.end,
        isCapitalised: first.value < 0x80
          ? (0x41...0x5A).contains(first.value) : first.properties.isUppercase,
        gap: Self.gap(bytes, previous..<position, after: words.last))
      item.isBehindSemicolon = Self.contains(bytes, previous..<position, UInt8(ascii: ";"))
      item.isBehindColon = Self.contains(bytes, previous..<position, UInt8(ascii: ":"))
      // `mają` (they have) folds to `maja` (of May).
      if item.text == "maja", Self.contains(bytes, position..<token.end, 0xC4) {
        item.meanings = []
      }
      // `Guten Morgen`, `am Morgen`: the hours, and no next day.
      if item.text == "morgen", item.isCapitalised, !words.isEmpty { item.meanings = [] }
      Self.readNumber(into: &item)
      words.append(item)
      sets.append(token.set)
      position = max(token.end, position + 1)
      previous = position
    }
    join(words, sets, vocabulary)
  }

  private static func contains(_ bytes: Span<UInt8>, _ range: Range<Int>, _ byte: UInt8) -> Bool {
    for place in range where bytes[place] == byte { return true }
    return false
  }

  /// Puts the words of each phrase together.
  private mutating func join(
    _ words: [DateItem], _ sets: [Int32], _ vocabulary: DateVocabulary
  ) {
    var position = 0
    while position < words.count, !vocabulary.beginsPhrase(sets[position]) { position += 1 }
    guard position < words.count else {
      items = words
      return
    }
    items.reserveCapacity(words.count)
    items += words[..<position]
    while position < words.count {
      var item = words[position]
      var length = 1
      if vocabulary.beginsPhrase(sets[position]),
        let phrase = vocabulary.phrase(at: position, in: sets),
        words[position + 1..<position + phrase.words.count].allSatisfy({
          $0.gap != .comma && $0.gap != .other
        })
      {
        length = phrase.words.count
        item.meanings = phrase.meanings
        item.end = words[position + length - 1].end
        item.text = words[position..<position + length].map(\.text).joined(separator: " ")
      }
      items.append(item)
      position += length
    }
  }

  private static func readNumber(into item: inout DateItem) {
    let letters = item.text.utf8
    guard let first = letters.first, (0x30...0x39).contains(first) else { return }
    let digits = letters.prefix { (0x30...0x39).contains($0) }
    guard digits.count <= 6 else { return }
    let ending = item.text[digits.endIndex...]
    guard ending.isEmpty || ordinalEndings.contains(String(ending)) else { return }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let hasEnding = !ending.isEmpty
    (item.number, item.digits, item.hasOrdinalEnding) = (number, digits.count, hasEnding)
  }

  private static let ordinalEndings: Set<String> = [
    "st", "nd", "rd", "th", "го", "е", "й", "я", "ое", "ого", "га", "ga", "oji", "ojo", "aja",
    "ąja", "asis", "ias",
  ]

  private static func gap(
    _ bytes: Span<UInt8>, _ range: Range<Int>, after item: DateItem?
  ) -> DateItem.Gap {
    guard item != nil else { return .other }
    // Most words stand a blank apart.
    if range.count == 1, bytes[range.lowerBound] == 0x20 { return .space }
    var gap: DateItem.Gap = .space
    var hasSpace = false
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = SlowToken.scalar(bytes, at: position)
      position += length
      switch scalar {
      case " ", "\n", "\t", "\r", "\u{A0}", "\u{202F}", "\u{2009}": hasSpace = true
      case "-", "\u{2010}", "\u{2011}", "–", "—", "−": gap = .dash
      case ".": if gap == .space { gap = .dot }
      case ",": gap = gap == .other ? .other : .comma
      case "/": gap = .slash
      default: gap = .other
      }
    }
    return gap == .dash && !hasSpace && item?.number == nil ? .hyphen : gap
  }
}
