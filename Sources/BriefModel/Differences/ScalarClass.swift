/// What a Unicode scalar is to the comparison of texts.
enum ScalarClass: UInt8 {
  case letter, digit
  /// Combining mark: belongs to the letter before it.
  case mark
  case space
  /// Any quotation mark or apostrophe, single or double, straight or typographic.
  case quote
  /// Hyphen, dash or minus, of any length.
  case dash
  /// Full stop; the ellipsis counts as a run of them.
  case dot, ellipsis
  /// A currency or percent sign.
  case unit
  case punctuation
  /// Soft hyphen, zero-width space, byte order mark, directional marks: nothing that a reader sees.
  case invisible

  init(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: self.init(ascii: UInt8(scalar))
    case 0x400...0x481, 0x48A...0x52F, 0x100...0x2AF, 0xD8...0xF6, 0xF8...0xFF, 0xC0...0xD6:
      self = .letter
    case 0x300...0x36F: self = .mark
    case 0x2000...0x206F: self = Self.generalPunctuation(scalar)
    default: self = Self.other(scalar)
    }
  }

  init(ascii byte: UInt8) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x20, 0x09...0x0D: self = .space
    case 0x30...0x39: self = .digit
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): self = .quote
    case UInt8(ascii: "-"): self = .dash
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: "%"), UInt8(ascii: "$"): self = .unit
    case 0x00...0x1F, 0x7F: self = .invisible
    default: self = .punctuation
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: .space
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .invisible
    case 0x2010...0x2015, 0x2043: .dash
    case 0x2018...0x201F, 0x2032...0x2037, 0x2039, 0x203A: .quote
    case 0x2024: .dot
    case 0x2025, 0x2026: .ellipsis
    case 0x2030, 0x2031: .unit
    default: .punctuation
    }
  }

  private static func other(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xA0, 0x85, 0x1680, 0x3000: return .space
    case 0xAD, 0xFEFF, 0x80...0x9F, 0xFE00...0xFE0F: return .invisible
    case 0xAB, 0xBB, 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2EE: return .quote
    case 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .dash
    case 0xA2...0xA5, 0x20A0...0x20CF, 0x66A, 0xFF05: return .unit
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar) else { return .punctuation }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return .letter
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .currencySymbol: return .unit
    case .format, .control: return .invisible
    default: return .punctuation
    }
  }
}

/// The scalar that begins at `index`, and its length in bytes; a stray byte is one of its own.
func decodedScalar(_ bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
  let first = bytes[index]
  let length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard length > 1, index + length <= bytes.count else {
    return (first < 0x80 ? UInt32(first) : 0xFFFD, 1)
  }
  var scalar = UInt32(first & (0x7F >> UInt8(length)))
  for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
  return (scalar, length)
}
