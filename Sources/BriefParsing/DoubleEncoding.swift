/// UTF-8 that a publisher's program took for windows-1252 and encoded once more: each letter is two to
/// four characters then (`â€œ` for a quotation mark).
///
/// Five bytes are no character of windows-1252 and stand in such a text as control characters (U+0081,
/// U+008D, U+008F, U+0090, U+009D). There, and nowhere else, they are kept: they are a part of a
/// letter, and without them nobody could undo the damage any more.
enum DoubleEncoding {
  /// Whether the text ends inside a letter that was encoded twice, so that one more of its bytes has to
  /// follow.
  static func isOpen(at text: [UInt8]) -> Bool {
    var scalars = String(decoding: text.suffix(12), as: UTF8.self).unicodeScalars
    var continuations = 0
    while continuations < 3, let last = scalars.popLast(), let byte = byte(of: last) {
      switch byte {
      case 0x80...0xBF: continuations += 1
      case 0xC2...0xDF: return continuations == 0
      case 0xE0...0xEF: return continuations < 2
      case 0xF0...0xF4: return continuations < 3
      default: return false
      }
    }
    return false
  }

  /// The byte of windows-1252 that the character was read from.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    guard scalar != "\u{FFFD}" else { return nil }
    if let index = SingleByteEncoding.windows1252.scalars.firstIndex(of: scalar) {
      return UInt8(truncatingIfNeeded: 0x80 + index)
    }
    return scalar.value < 0x100 ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }
}
