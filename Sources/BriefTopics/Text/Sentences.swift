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
      // Most bytes are letters.
      if byte > 0x3F, byte != 0xE2 {
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
    let isShort = mark - start < shortSentence
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

  /// Letters of those that are written in ASCII.
  private static let longest =
    always.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map(\.utf8.count).max() ?? 0

  /// Does the full stop at `mark` belong to a shortened word or an ordinal?
  static func ends(
    _ bytes: Span<UInt8>, before mark: Int, isBeforeDigit: Bool, isShort: Bool
  ) -> Bool {
    var start = mark
    while start > 0, mark - start < 24, bytes[start - 1] > 0x2F, bytes[start - 1] != 0x3A {
      start -= 1
    }
    guard start < mark else { return false }
    // Most sentences end with a longer word.
    if mark - start > longest, isASCII(bytes, start..<mark) { return false }
    let word = bytes.extracting(start..<mark).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber { return word.utf8.count <= 2 }
    if isBeforeDigit, ["m", "м"].contains(word) { return true }
    if word.unicodeScalars.count == 1 { return isShort || !isUnit(word, bytes, start) }
    return always.contains(word)
  }

  private static func isASCII(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where bytes[place] >= 0x80 { return false }
    return true
  }

  /// `2023 r.`, `2023 г.`, `1 d.`: a letter behind a number shortens a unit and may end a sentence;
  /// any other single letter is an initial.
  private static func isUnit(_ word: String, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard ["r", "г", "m", "d", "р", "t", "т"].contains(word), start >= 2 else { return false }
    return (0x30...0x39).contains(bytes[start - 2])
  }
}
