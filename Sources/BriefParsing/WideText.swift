/// UTF-16 and UTF-32 to UTF-8. A unit that is no character becomes U+FFFD and is counted.
enum WideText {
  static func appendUTF16(
    _ piece: ArraySlice<UInt8>, bigEndian: Bool, isLast: Bool, into text: inout [UInt8],
    replacements: inout Int
  ) -> Int {
    var index = piece.startIndex
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(piece[at]), UInt32(piece[at + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    while index + 1 < piece.endIndex {
      var value = unit(index)
      var length = 2
      if (0xD800..<0xDC00).contains(value) {
        if index + 3 < piece.endIndex {
          let low = unit(index + 2)
          if (0xDC00..<0xE000).contains(low) {
            value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
            length = 4
          }
        } else if !isLast {
          return index - piece.startIndex
        }
      }
      append(value, into: &text, replacements: &replacements)
      index += length
    }
    if isLast, index < piece.endIndex {
      replacements += 1
      return piece.count
    }
    return index - piece.startIndex
  }

  static func appendUTF32(
    _ piece: ArraySlice<UInt8>, bigEndian: Bool, isLast: Bool, into text: inout [UInt8],
    replacements: inout Int
  ) -> Int {
    var index = piece.startIndex
    while index + 3 < piece.endIndex {
      var value: UInt32 = 0
      for offset in 0..<4 {
        value = value << 8 | UInt32(piece[bigEndian ? index + offset : index + 3 - offset])
      }
      append(value, into: &text, replacements: &replacements)
      index += 4
    }
    if isLast, index < piece.endIndex {
      replacements += 1
      return piece.count
    }
    return index - piece.startIndex
  }

  private static func append(_ value: UInt32, into text: inout [UInt8], replacements: inout Int) {
    if let scalar = Unicode.Scalar(value) {
      text.append(scalar: scalar)
    } else {
      replacements += 1
      text.append(scalar: "\u{FFFD}")
    }
  }
}
