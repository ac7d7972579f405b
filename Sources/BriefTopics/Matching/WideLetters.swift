/// Characters from U+0800 up that occur in print and mean something inside a word: what they are
/// folded to (the compatibility forms of Unicode that matter here).
enum WideLetters {
  enum Meaning: Equatable {
    case boundary
    /// Zero-width space and its kin.
    case dropped
    case apostrophe
    case letters([Unicode.Scalar])
  }

  static func meaning(of scalar: Unicode.Scalar) -> Meaning {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF: return .dropped
    case 0x2019: return .apostrophe
    case 0x2000...0x206F: return .boundary
    case 0x1E9E: return .letters(["s", "s"])
    case 0xFB00...0xFB06:
      let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
      return .letters(Array(ligatures[Int(scalar.value - 0xFB00)].unicodeScalars))
    case 0x2160...0x217F:
      let number = Int(scalar.value - 0x2160) % 16
      return number < roman.count ? .letters(Array(roman[number].unicodeScalars)) : .boundary
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { .letters(LetterTable.fold($0)) }
        ?? .boundary
    default: return LetterTable.isWord(scalar) ? .letters([scalar]) : .boundary
    }
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m",
  ]
}
