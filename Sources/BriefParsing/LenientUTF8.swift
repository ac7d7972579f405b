/// UTF-8 in which some bytes are wrong: what is valid stays, the rest is read as the legacy
/// encoding that it looks like.
struct LenientUTF8 {
  private(set) var replacements = 0
  /// Whether a legacy encoding was needed.
  private(set) var usedFallback = false

  private var fallback: SingleByteEncoding?
  private var wideCharacters = 0

  /// Appends what can be decoded and returns the number of bytes taken: all but an unfinished
  /// character at the end.
  mutating func append(_ piece: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Int {
    var start = piece.startIndex
    while start < piece.endIndex {
      let (validEnd, invalidEnd) = Self.firstInvalid(in: piece, from: start)
      text.append(contentsOf: piece[start..<validEnd])
      if invalidEnd != nil, wideCharacters < 64 {
        wideCharacters += Self.wideCharacters(in: piece[start..<validEnd])
      }
      start = validEnd
      guard let invalidEnd else { break }
      if !isLast, invalidEnd == piece.endIndex, piece.endIndex - validEnd < 4,
        Self.isBeginning(piece[validEnd...])
      {
        return validEnd - piece.startIndex
      }
      replace(piece[validEnd..<invalidEnd], seen: piece[validEnd...], into: &text)
      start = invalidEnd
    }
    return piece.count
  }

  /// One wrong byte among many right characters is damage; many wrong bytes are another encoding.
  private mutating func replace(
    _ bytes: ArraySlice<UInt8>, seen following: ArraySlice<UInt8>, into text: inout [UInt8]
  ) {
    if fallback == nil, wideCharacters >= 8, Self.wideCharacters(in: following.prefix(256)) >= 4 {
      replacements += 1
      text.append(scalar: "\u{FFFD}")
      return
    }
    let table = fallback ?? Self.guess(following)
    fallback = table
    usedFallback = true
    for byte in bytes {
      let scalar = table.scalars[Int(byte & 0x7F)]
      if byte >= 0x80, scalar == "\u{FFFD}" { replacements += 1 }
      table.append(byte, into: &text)
    }
  }

  /// The end of the valid bytes, and of the invalid ones after them.
  private static func firstInvalid(
    in piece: ArraySlice<UInt8>, from start: Int
  ) -> (Int, invalidEnd: Int?) {
    do throws(Unicode.UTF8.ValidationError) {
      let tail = piece[start...]
      _ = try UTF8Span(validating: tail.span)
      return (piece.endIndex, nil)
    } catch {
      return (start + error.byteOffsets.lowerBound, start + error.byteOffsets.upperBound)
    }
  }

  /// Whether the bytes may be the beginning of a character that goes on in the next piece.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first else { return false }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    return bytes.count < length
  }

  private static func wideCharacters(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = bytes.startIndex
    let end = min(bytes.endIndex, index + 65_536)
    while index + 1 < end, count < 64 {
      if bytes[index] >= 0xC2, bytes[index] < 0xF5, bytes[index + 1] & 0xC0 == 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// Whether a document that names another encoding is in UTF-8 all the same: several wide
  /// characters, none broken. Text in a single-byte encoding passes for that about once in ten
  /// thousand such pairs.
  static func looksLikeUTF8(_ head: [UInt8]) -> Bool {
    let piece = head[..<min(head.count, 65_536)]
    let (validEnd, invalidEnd) = firstInvalid(in: piece, from: 0)
    guard invalidEnd == nil || (piece.endIndex - validEnd < 4 && isBeginning(piece[validEnd...]))
    else { return false }
    return wideCharacters(in: piece) >= 2
  }

  /// Cyrillic words are runs of high bytes, and most letters are lower case: 0xE0 to 0xFF in
  /// windows-1251, 0xC0 to 0xDF in KOI8-R. In Latin text high bytes stand alone among ASCII
  /// letters.
  private static func guess(_ bytes: ArraySlice<UInt8>) -> SingleByteEncoding {
    var (high, pairs, upperBlock, lowerBlock) = (0, 0, 0, 0)
    var wasHigh = false
    for byte in bytes.prefix(4096) {
      let isHigh = byte >= 0xC0
      if isHigh {
        high += 1
        if wasHigh { pairs += 1 }
        if byte >= 0xE0 { upperBlock += 1 } else { lowerBlock += 1 }
      }
      wasHigh = isHigh
    }
    guard high >= 4, pairs * 2 > high else { return .windows1252 }
    return upperBlock >= lowerBlock ? .windows1251 : .koi8R
  }
}
