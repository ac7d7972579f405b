/// Letters of seven languages as plain Latin ones, so that a name spelt in Cyrillic, in Polish and
/// in an English transliteration comes out alike: Лукашенко, Łukaszenka and Lukashenko begin
/// `lukasenk`.
///
/// Not a transliteration that anyone would print: what the spellings keep apart in different ways
/// (ш, sz, sh, š) falls together, soft signs and marks are dropped.
enum LetterSkeleton {
  /// What a scalar is to a word.
  enum Meaning: Hashable {
    /// Up to two letters.
    case letters(UInt8, UInt8)
    /// Inside a word and not heard: soft signs, combining marks, soft hyphens, apostrophes.
    case silent
    /// Ends a word.
    case boundary
  }

  static func meaning(of scalar: Unicode.Scalar) -> Meaning {
    scalar.value < UInt32(table.count) ? table[Int(scalar.value)] : wide(scalar)
  }

  /// From U+0530 up.
  static func wide(_ scalar: Unicode.Scalar) -> Meaning {
    switch scalar.value {
    case 0x2019, 0x2bc, 0x200b...0x200f, 0x2060, 0xfeff: return .silent
    case 0x1e00...0x1eff: return latinWithMarks(scalar)
    case 0x2000...0x2fff, 0x3000...0x303f: return .boundary
    default:
      // A script that is not folded: its letters are told apart by their number, as two bytes that
      // no word of ours has.
      guard scalar.properties.isAlphabetic else { return .boundary }
      return .letters(
        0x61 + UInt8(scalar.value % 26), 0x30 + UInt8(scalar.value / 26 % 10))
    }
  }

  /// The name of the character says its letter: LATIN SMALL LETTER E WITH DOT BELOW.
  private static func latinWithMarks(_ scalar: Unicode.Scalar) -> Meaning {
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[3].utf8.count == 1, let letter = words[3].utf8.first else {
      return .boundary
    }
    return .letters(letter | 0x20, 0)
  }

  /// ``Meaning`` in a number, for loops over bytes: the first letter in the low byte, the second in
  /// the next, and what the word must know of its letters in the third.
  typealias Packed = UInt32
  static let boundary: Packed = 0
  static let silent: Packed = 1
  /// `i` and digits.
  static let rough: Packed = 1 << 16
  /// Second letters of Latin digraphs.
  static let digraph: Packed = 1 << 17
  static let cyrillic: Packed = 1 << 18

  static func packed(_ scalar: Unicode.Scalar) -> Packed {
    scalar.value < UInt32(packedTable.count)
      ? packedTable[Int(scalar.value)] : packed(wide(scalar), of: scalar.value)
  }

  private static func packed(_ meaning: Meaning, of scalar: UInt32) -> Packed {
    switch meaning {
    case .boundary: return boundary
    case .silent: return silent
    case .letters(let first, let second):
      var packed = Packed(first) | Packed(second) << 8
      for letter in [first, second] where letter > 0 {
        if letter == UInt8(ascii: "i") || letter < 0x3a { packed |= rough }
        if "hzk".utf8.contains(letter) { packed |= digraph }
      }
      return (0x400..<0x530).contains(scalar) ? packed | cyrillic : packed
    }
  }

  /// Up to U+052F.
  static let packedTable = table.enumerated().map { packed($1, of: UInt32($0)) }

  /// Up to U+052F.
  private static let table: [Meaning] = {
    var table = [Meaning](repeating: .boundary, count: 0x530)
    for value in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(value)] = .letters(value, 0)
      table[Int(value) - 32] = .letters(value, 0)
    }
    for value in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(value)] = .letters(value, 0) }
    for value in 0x300..<0x370 { table[value] = .silent }
    for scalar in "'\u{ad}ъьЪЬ".unicodeScalars { table[Int(scalar.value)] = .silent }
    for (letters, spellings) in spellings {
      let bytes = Array(letters.utf8)
      for scalar in (spellings + spellings.uppercased()).unicodeScalars where scalar.value < 0x530 {
        table[Int(scalar.value)] = .letters(bytes[0], bytes.count > 1 ? bytes[1] : 0)
      }
    }
    return table
  }()

  /// Belarusian ў is the в of its neighbours: Лаўроў, Лаўрова.
  private static let spellings: [(String, String)] = [
    ("a", "àáâãäåāăąая"), ("b", "б"), ("c", "çćĉċčцч"), ("d", "ďđðд"), ("e", "èéêëēĕėęěеёэєѐ"),
    ("f", "ф"), ("g", "ĝğġģгґ"), ("h", "ĥħх"), ("i", "ìíîïĩīĭįıýÿŷийіїыѝjy"), ("k", "ķкq"),
    ("l", "ĺļľŀłл"), ("m", "м"), ("n", "ñńņňн"), ("o", "òóôõöøōŏőо"), ("p", "п"), ("r", "ŕŗřр"),
    ("s", "śŝşšșшщс"), ("t", "ţťŧțт"), ("u", "ùúûüũūůűųую"), ("v", "вŵwўŭ"), ("z", "źżžзж"),
    ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"), ("ks", "x"), ("dz", "џѕ"),
  ]
}
