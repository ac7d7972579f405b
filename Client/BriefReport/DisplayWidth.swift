/// How many columns of a terminal a text takes.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// - Parameter text: UTF-8.
  static func of(_ text: ArraySlice<UInt8>) -> Int {
    text.allSatisfy { $0 < 0x80 } ? text.count : of(String(decoding: text, as: UTF8.self))
  }

  /// Marks that sit on the letter before them take none; East Asian and pictorial characters take
  /// two (Unicode TR 11).
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }

  /// The longest beginning of the text that takes at most `columns`.
  static func prefix(_ text: String, columns: Int) -> String {
    var left = columns
    var result = ""
    for scalar in text.unicodeScalars {
      left -= Self.columns(scalar)
      if left < 0 { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
