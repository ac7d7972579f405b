/// What a character means to the token scanner: a letter of the folded alphabet, a mark that is
/// dropped, or a boundary. Steps 1 to 7 of the pattern syntax (see ``PatternSyntax``), one entry a
/// character.
///
/// Covers U+0000 to U+07FF, which every alphabet of the catalogue lies in; what is above goes the
/// slow way, see ``WideLetters``.
enum LetterTable {
  /// Low byte: the letter's code, 1 to 255; 0 with no flag is a boundary.
  typealias Entry = UInt16

  static let latin: Entry = 1 << 8
  static let cyrillic: Entry = 1 << 9
  /// Soft hyphen, combining mark: stands for nothing inside a token.
  static let dropped: Entry = 1 << 10
  /// Dropped between letters, a boundary elsewhere.
  static let apostrophe: Entry = 1 << 11
  /// Folds to several letters, or composes with the letter before: the token goes the slow way.
  static let slow: Entry = 1 << 12

  static let count = 0x800
  /// The code of a letter or digit that has no code of its own.
  static let otherLetter: Entry = 0xFF

  /// Codes of folded letters: digits 1...10, a...z 11...36, the rest in order of the code point.
  static let codes: [Unicode.Scalar: Entry] = {
    var codes: [Unicode.Scalar: Entry] = [:]
    for scalar in Array("0123456789abcdefghijklmnopqrstuvwxyz".unicodeScalars) {
      codes[scalar] = Entry(codes.count + 1)
    }
    for value in UInt32(0x80)..<UInt32(count) {
      guard let scalar = Unicode.Scalar(value), codes.count < Int(otherLetter) - 1,
        fold(scalar) == [scalar], isWord(scalar), isSupported(value)
      else { continue }
      codes[scalar] = Entry(codes.count + 1)
    }
    return codes
  }()

  static let entries: [Entry] = (0..<UInt32(count)).map { value in
    Unicode.Scalar(value).map(entry(of:)) ?? 0
  }

  /// What each character folds to where that is one letter; `nil` where it is none or several.
  static let single: [Unicode.Scalar?] = (0..<UInt32(count)).map { value in
    guard let scalar = Unicode.Scalar(value), isWord(scalar) else { return nil }
    let folded = fold(scalar)
    return folded.count == 1 ? folded.first : nil
  }

  private static let codeTable: [Entry] = (0..<UInt32(count)).map { value in
    Unicode.Scalar(value).flatMap { codes[$0] } ?? otherLetter
  }

  /// The code of a folded letter.
  static func code(of folded: Unicode.Scalar) -> Int {
    folded.value < UInt32(count) ? Int(codeTable[Int(folded.value)]) : Int(otherLetter)
  }

  /// The code of the folded letter at a place of well-formed UTF-8, and its length in bytes.
  @inline(__always)
  static func code(_ folded: Span<UInt8>, at place: Int) -> (code: Int, length: Int) {
    let byte = folded[place]
    guard byte >= 0x80 else { return (Int(codeTable[Int(byte)]), 1) }
    guard byte < 0xE0 else { return (Int(otherLetter), byte < 0xF0 ? 3 : 4) }
    guard place &+ 1 < folded.count else { return (Int(otherLetter), 1) }
    return (Int(codeTable[Int(byte & 0x1F) << 6 | Int(folded[place &+ 1] & 0x3F)]), 2)
  }

  /// The entry of the character at a place, and its length in bytes; of what is no UTF-8 a boundary
  /// of one byte.
  @inline(__always)
  static func entry(
    _ bytes: Span<UInt8>, at position: Int, in entries: Span<Entry>
  ) -> (Entry, Int) {
    let byte = bytes[position]
    guard byte >= 0x80 else { return (entries[Int(byte)], 1) }
    guard byte < 0xE0 else { return wide(bytes, at: position) }
    guard byte >= 0xC2, position &+ 1 < bytes.count else { return (0, 1) }
    return (entries[Int(byte & 0x1F) << 6 | Int(bytes[position &+ 1] & 0x3F)], 2)
  }

  /// The same of a character from U+0800 up.
  private static func wide(_ bytes: Span<UInt8>, at position: Int) -> (Entry, Int) {
    let (scalar, length) = SlowToken.scalar(bytes, at: position)
    switch WideLetters.meaning(of: scalar) {
    case .boundary: return (0, length)
    case .dropped: return (dropped, length)
    case .apostrophe: return (apostrophe, length)
    case .letters: return (otherLetter | slow, length)
    }
  }

  /// The letter of a code, other than ``otherLetter``.
  static let letters: [Unicode.Scalar] = codes.sorted { $0.value < $1.value }.map(\.key)

  /// Greek and the Cyrillic letters of the field; the rest of the range shares ``otherLetter``.
  private static func isSupported(_ value: UInt32) -> Bool {
    (0x370...0x3FF).contains(value) || (0x430...0x45F).contains(value) || value == 0x491
  }

  private static func entry(of scalar: Unicode.Scalar) -> Entry {
    if scalar.value == 0xAD || isCombining(scalar) {
      return isComposing(scalar) ? slow | dropped : dropped
    }
    if isApostrophe(scalar) { return apostrophe }
    guard isWord(scalar) else { return 0 }
    let folded = fold(scalar)
    guard folded.count == 1, let only = folded.first else { return otherLetter | slow }
    return (codes[only] ?? otherLetter) | script(of: only)
  }

  static func script(of folded: Unicode.Scalar) -> Entry {
    switch folded.value {
    case 0x61...0x7A: latin
    case 0x400...0x52F: cyrillic
    default: 0
    }
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber:
      !isApostrophe(scalar)
    default: false
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    [0x27, 0x2019, 0x2BC, 0x60].contains(scalar.value)
  }

  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// Breve and diaeresis, which make another Cyrillic letter of the one before.
  static func isComposing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x306 || scalar.value == 0x308
  }

  /// Lower case, without diacritics in Latin, `ё` as `е`, `ў` as `у`.
  static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    scalar.properties.lowercaseMapping.unicodeScalars.filter { !isCombining($0) }.flatMap {
      special[$0] ?? [LatinBase.base[$0] ?? $0]
    }
  }

  private static let special: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ё": ["е"], "ў": ["у"], "ß": ["s", "s"], "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"],
    "ĳ": ["i", "j"], "ŉ": ["n"], "ª": ["a"], "º": ["o"],
  ]
}

/// Latin letters with diacritics and the letter that they stand on.
enum LatinBase {
  static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var base: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups {
      let scalars = Array(group.unicodeScalars)
      guard let letter = scalars.first else { continue }
      for scalar in scalars.dropFirst() { base[scalar] = letter }
    }
    return base
  }()

  private static let groups = [
    "aàáâãäåāăąǎȁȃȧ", "cçćĉċč", "dďđð", "eèéêëēĕėęěȅȇȩ", "fƒ", "gĝğġģǧǵ", "hĥħȟ", "iìíîïĩīĭįıǐȉȋ",
    "jĵǰ", "kķĸǩ", "lĺļľŀł", "nñńņňǹ", "oòóôõöøōŏőǒǫȍȏȯ", "rŕŗřȑȓ", "sśŝşšșſ", "tţťŧț",
    "uùúûüũūŭůűųǔȕȗ", "wŵ", "yýÿŷȳ", "zźżžƶ",
  ]
}
