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

  /// `of the programmes`: the words up to a mark, another number, or the sixth.
  func subject(after position: Int) -> String? {
    var end = position
    var words = 0
    while words < Self.wordsOfSubject {
      let start = skipSpace(end)
      guard start > end, start < bytes.count, !(0x30...0x39).contains(bytes[start]) else { break }
      let token = SlowToken(bytes.span, from: start)
      guard token.end > start else { break }
      end = token.end
      words += 1
    }
    guard words > 0 else { return nil }
    return String(decoding: bytes[skipSpace(position)..<end], as: UTF8.self)
  }
}
