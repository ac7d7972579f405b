/// Where the sentences of a text begin and end.
///
/// A full stop ends a sentence when space and a capital follow, unless it belongs to an ordinal
/// (`1. Dezember`) or an abbreviation; a blank line always does.
struct Sentences {
  /// Byte ranges, in order, without the space between them.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: [UInt8]) {
    let bytes = text.span
    var start = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      // Most bytes are letters, and blanks between them.
      let mayEnd = byte < 0x40 ? Self.marks >> UInt64(byte) & 1 != 0 : byte == 0xE2
      guard mayEnd else {
        position &+= 1
        continue
      }
      var end: Int?
      if byte == 0x0A {
        if Self.isBlankLine(bytes, after: position) || Self.isHeadingMark(bytes, at: position + 1) {
          end = position
        }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      {
        end = Self.endOfSentence(bytes, from: start, mark: position)
      } else if byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
        bytes[position + 2] == 0xA6
      {
        end = Self.endOfSentence(bytes, from: start, mark: position + 2)
      }
      if let end {
        add(bytes, start..<end)
        start = end
        position = max(end, position + 1)
      } else {
        position &+= 1
      }
    }
    add(bytes, start..<bytes.count)
  }

  /// A bit for each byte below 0x40 that a sentence may end at: a line break, `!`, `.`, `?`.
  private static let marks: UInt64 = 1 << 0x0A | 1 << 0x21 | 1 << 0x2E | 1 << 0x3F

  /// The number of the sentence that a byte lies in, or of the one before it.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  private mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isSpace(bytes[low]) { low += 1 }
    while low < high, Self.isSpace(bytes[high - 1]) { high -= 1 }
    if low < high { ranges.append(low..<high) }
  }

  /// UTF-8 bytes in which a date is rather the beginning of a sentence than its end: `Do 1 grudnia
  /// 2023 r. Rosja …`.
  private static let shortSentence = 56

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isBlankLine(_ bytes: Span<UInt8>, after position: Int) -> Bool {
    var next = position + 1
    while next < bytes.count, bytes[next] != 0x0A {
      guard isSpace(bytes[next]) else { return false }
      next += 1
    }
    return true
  }

  private static func isHeadingMark(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: "#")
  }

  /// Just past the mark and what closes behind it; `nil` when the sentence goes on.
  private static func endOfSentence(
    _ bytes: Span<UInt8>, from start: Int, mark: Int
  ) -> Int? {
    var next = mark + 1
    while next < bytes.count, bytes[next] != 0x20 {
      let (scalar, length) = SlowToken.scalar(bytes, at: next)
      guard isClosing(scalar) else { break }
      next += length
    }
    let end = next
    guard next < bytes.count else { return end }
    guard isSpace(bytes[next]) else { return nil }
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    guard next < bytes.count else { return end }
    let (scalar, _) = SlowToken.scalar(bytes, at: next)
    guard !isLowercase(scalar) else { return nil }
    guard bytes[mark] == UInt8(ascii: ".") else { return end }
    let isShort = mark - start < shortSentence && !PastForms.hasOne(bytes, in: start..<mark)
    return Abbreviations.ends(
      bytes, before: mark, isBeforeDigit: (0x30...0x39).contains(scalar.value), isShort: isShort)
      ? nil : end
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "\"", "»", "”", "’", "'": true
    default: false
    }
  }

  private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
  }
}

/// Words that end like past verbs of the languages that shorten "year" to a letter: what holds one and
/// ends with a date is a sentence (`Termin przesunięto na 1 stycznia 2025 r.`), however short.
private enum PastForms {
  private static let endings = [
    "no", "to", "ł", "ła", "ło", "li", "ły", "ли", "ла", "ло", "лся", "лись",
  ]
  .map { Array($0.utf8) }
  /// UTF-8 bytes of the shortest word that is looked at.
  private static let shortest = 6

  static func hasOne(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var number = 0
    for position in range where bytes[position] == 0x20 {
      // The first word may be a thing that the date belongs to.
      if number > 0, position - start >= shortest, isOne(bytes.extracting(start..<position)) {
        return true
      }
      number += 1
      start = position + 1
    }
    return false
  }

  private static func isOne(_ word: Span<UInt8>) -> Bool {
    endings.contains { ending in
      ending.count < word.count
        && ending.indices.allSatisfy { ending[$0] == word[word.count - ending.count + $0] }
    }
  }
}

/// Words that a full stop shortens rather than ends.
private enum Abbreviations {
  private static let always: Set<String> = [
    "mr", "mrs", "dr", "prof", "st", "gen", "col", "no", "nr", "art", "vs", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "okt", "dez", "ст", "им", "св",
    "проф", "ген", "напр", "т", "д", "п", "ул", "тыс", "млн", "млрд", "tys", "mln", "mld", "np",
    "ok",
    "ul", "gen", "ca", "bzw", "abs", "ст", "п", "рр", "гг", "кв", "квт", "пл", "проф", "d.h", "u.s",
    "ок", "рис", "см", "prez", "min", "sen", "rep", "gov", "lt", "u", "s", "ii", "iii", "iv",
  ]

  /// The same, packed and in order.
  private static let packed = always.filter { $0.utf8.count <= longest }.map(key).sorted()
  private static let beforeDigit = Set(["m", "м"].map(key))
  private static let units = Set(["r", "г", "m", "d", "р", "t", "т"].map(key))

  /// UTF-8 bytes of a word that is packed: four Cyrillic letters.
  private static let longest = 8

  /// Does the full stop at `mark` belong to a shortened word or an ordinal?
  static func ends(
    _ bytes: Span<UInt8>, before mark: Int, isBeforeDigit: Bool, isShort: Bool
  ) -> Bool {
    var start = mark
    while start > 0, mark - start <= longest, bytes[start - 1] > 0x2F, bytes[start - 1] != 0x3A {
      start -= 1
    }
    // Most sentences end with a longer word.
    guard start < mark, mark - start <= longest else { return false }
    let word = bytes.extracting(start..<mark)
    var (digits, scalars) = (0, 0)
    for place in word.indices {
      if (0x30...0x39).contains(word[place]) { digits += 1 }
      if word[place] & 0xC0 != 0x80 { scalars += 1 }
    }
    if digits == word.count { return digits <= 2 }
    let key = key(word)
    if isBeforeDigit, beforeDigit.contains(key) { return true }
    if scalars == 1 { return isShort || !isUnit(key, bytes, start) }
    var (low, high) = (0, packed.count)
    while low < high {
      let middle = (low + high) / 2
      if packed[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < packed.count && packed[low] == key
  }

  private static func key(_ word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return key(bytes.span)
  }

  /// The bytes of a word of at most eight, ASCII and Russian letters small.
  private static func key(_ word: Span<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for place in word.indices {
      var byte = word[place]
      let next = place + 1 < word.count ? word[place + 1] : 0
      let before = place > 0 ? word[place - 1] : 0
      if (0x41...0x5A).contains(byte) {
        byte |= 0x20
      } else if byte == 0xD0, (0xA0...0xAF).contains(next) {
        byte = 0xD1
      } else if before == 0xD0, (0x90...0xAF).contains(byte) {
        byte = byte < 0xA0 ? byte + 0x20 : byte - 0x20
      }
      key = key << 8 | UInt64(byte)
    }
    return key
  }

  /// `2023 r.`, `2023 г.`, `1 d.`: a letter behind a number shortens a unit and may end a sentence;
  /// any other single letter is an initial.
  private static func isUnit(_ key: UInt64, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard units.contains(key), start >= 2 else { return false }
    return (0x30...0x39).contains(bytes[start - 2])
  }
}
