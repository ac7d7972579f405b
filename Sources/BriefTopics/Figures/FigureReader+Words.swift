import BriefModel

/// The words around a number.
extension FigureReader {
  struct Word {
    /// Folded.
    var scalars: [Unicode.Scalar]
    var range: Range<Int>
    /// In lower case, and straight behind what it follows but for space.
    var isPlain: Bool
    /// With a capital, and behind a space: a German noun.
    var isNoun: Bool
    var text: String { String(String.UnicodeScalarView(scalars)) }
  }

  /// Words of a subject: what is behind them is another thought.
  private static let wordsOfSubject = 6

  func meaning(_ word: Word) -> FigureWords.Meaning? {
    FigureWords.meaning(of: word.text, isGerman: language == "de")
  }

  func skipSpace(_ position: Int) -> Int {
    var position = position
    while position < bytes.count {
      if bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x09 {
        position += 1
      } else if bytes[position] == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xA0 {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  /// The word behind a position, with nothing but space (or one hyphen: `12-percent`) between.
  func word(after position: Int) -> Word? {
    var start = skipSpace(position)
    if start == position, start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard start < bytes.count else { return nil }
    let token = SlowToken(bytes.span, from: start)
    guard !token.folded.isEmpty, token.end > start else { return nil }
    let first = SlowToken.scalar(bytes.span, at: start).0
    return Word(
      scalars: token.folded, range: start..<token.end,
      isPlain: first.properties.isLowercase && start > position,
      isNoun: first.properties.isUppercase && start > position)
  }

  /// Just past `%`, with or without space before it.
  func percentSign(at position: Int) -> Int? {
    let place = skipSpace(position)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "%") else { return nil }
    return place + 1
  }

  func isShortened(_ word: String) -> Bool {
    [
      "тыс", "млн", "млрд", "трлн", "тис", "tys", "mln", "mld", "mlrd", "mio", "mrd", "tsd",
      "tukst",
    ]
    .contains(word)
  }

  /// The currency sign or code before a number.
  func signBefore(_ position: Int) -> (currency: String, start: Int)? {
    var end = position
    if end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    for (sign, currency) in [
      ("$", "USD"), ("€", "EUR"), ("₽", "RUB"), ("£", "GBP"), ("USD", "USD"), ("EUR", "EUR"),
    ] {
      let start = end - sign.utf8.count
      guard start >= 0, bytes[start..<end].elementsEqual(sign.utf8) else { continue }
      // `1,000 $`: the sign belongs to the number before it.
      if end < position, start > 0, (0x30...0x39).contains(bytes[start - 1]) { return nil }
      return (currency, start)
    }
    return nil
  }

  /// `of the programmes`: the words up to a mark, another number, or the sixth, without prepositions at
  /// their end; `nil` where there is nothing else.
  func subject(after position: Int) -> String? {
    var end = position
    var words = 0
    var lastNoun: Int?
    while words < Self.wordsOfSubject {
      let start = skipSpace(end)
      guard start > end, start < bytes.count, !(0x30...0x39).contains(bytes[start]) else { break }
      let token = SlowToken(bytes.span, from: start)
      guard token.end > start else { break }
      end = token.end
      words += 1
      let text = String(String.UnicodeScalarView(token.folded))
      if !Self.joiningWords.contains(text) { lastNoun = end }
    }
    guard let lastNoun else { return nil }
    return String(decoding: bytes[skipSpace(position)..<lastNoun], as: UTF8.self)
  }

  /// Prepositions, articles and conjunctions: no subject by themselves, nor its end.
  private static let joiningWords: Set<String> = [
    "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "the", "a", "an", "as",
    "than", "per", "over", "since", "until", "в", "во", "на", "до", "к", "ко", "по", "за", "из",
    "с",
    "со", "от", "для", "и", "а", "о", "об", "при", "у", "да", "па", "з", "са", "ад", "і", "ды",
    "пра",
    "із", "зі", "від", "та", "й", "про", "w", "we", "do", "z", "ze", "od", "dla", "i", "o", "u",
    "po",
    "za", "na", "przy", "oraz", "im", "am", "von", "vom", "auf", "bis", "zu", "zum", "zur", "fur",
    "um", "mit", "und", "der", "die", "das", "den", "dem", "des", "aus", "bei", "seit", "iki",
    "nuo",
    "is", "su", "ir", "apie", "per", "uz", "po",
  ]
}

/// Words of an economy as a whole, in the seven languages: what is said of them is not said of one
/// market.
enum EconomyWords {
  /// Does the sentence speak of trade or output, and of no goods that have a market of their own?
  static func areSubject(of bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
    var isFound = false
    var position = range.lowerBound
    while position < range.upperBound {
      let token = SlowToken(bytes, from: position)
      guard token.end > position else {
        position += max(1, SlowToken.scalar(bytes, at: position).1)
        continue
      }
      let word = String(String.UnicodeScalarView(token.folded))
      if goods.contains(where: word.hasPrefix) { return false }
      if words.contains(where: word.hasPrefix) { isFound = true }
      position = token.end
    }
    return isFound
  }

  private static let words = [
    "trade", "export", "imports", "imported", "importe", "gdp", "inflation", "turnover", "торгов",
    "товарооб", "экспорт",
    "импорт", "ввп", "инфляц", "handl", "handel", "obrot", "eksport", "importu", "importow", "pkb",
    "inflacj", "гандл",
    "тавараабар", "экспарт", "імпарт", "вуп", "інфляц", "торгів", "експорт", "імпорт",
    "aussenhandel", "bip", "prekyb", "importas", "importo", "bvp", "infliacij",
  ]
  private static let goods = [
    "gas", "gaz", "газ", "duj", "oil", "olpreis", "olmarkt", "olprodukt", "erdol", "naft", "нефт",
    "нафт", "rop", "electric",
    "elektr", "электр", "електр", "energ", "энерг", "енерг", "strom", "prad",
  ]
}
