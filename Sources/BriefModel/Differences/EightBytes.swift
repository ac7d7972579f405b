/// Eight bytes of a text, looked at together: a question is answered by a word in which the highest
/// bit of each byte says yes or no.
///
/// Most of a text is letters and single spaces; asking of each byte by itself what it is costs more
/// than all else that is done with it.
package struct EightBytes {
  /// The first byte lowest.
  package let word: UInt64

  package static let highest: UInt64 = 0x8080_8080_8080_8080

  /// - Parameter index: at least eight bytes stand there.
  package init(_ bytes: RawSpan, at index: Int) {
    word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  private var sevenBits: UInt64 { word & ~Self.highest }

  /// Not below `byte`, which is an ASCII one; bytes beyond ASCII are not below any.
  func isAtLeast(_ byte: UInt8) -> UInt64 {
    ((sevenBits &+ Self.each(0x80 &- byte)) | word) & Self.highest
  }

  var isSpace: UInt64 { isEqual(to: 0x20) }

  func isEqual(to byte: UInt8) -> UInt64 {
    let other = word ^ Self.each(byte)
    return ~(((other & ~Self.highest) &+ Self.each(0x7F)) | other) & Self.highest
  }

  /// An ASCII letter.
  package var isLetter: UInt64 {
    let lower = sevenBits | Self.each(0x20)
    return (lower &+ Self.each(0x80 - 0x61)) & ~(lower &+ Self.each(0x80 - 0x7B)) & ~word
      & Self.highest
  }

  /// All eight, with ASCII letters in lower case.
  package var lowered: UInt64 { word | isLetter >> 2 }

  var isDigit: UInt64 {
    (sevenBits &+ Self.each(0x80 - 0x30)) & ~(sevenBits &+ Self.each(0x80 - 0x3A)) & ~word
      & Self.highest
  }

  /// How many bytes stand before the first one of which the answer is yes; 8 where there is none.
  package static func count(before answers: UInt64) -> Int { answers.trailingZeroBitCount >> 3 }

  /// All bits of the first so many bytes, at most seven.
  static func mask(_ count: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: 8 &* count) &- 1 }
}

extension RawSpan {
  /// Whether `other` stands here from `offset` on.
  ///
  /// - Parameter offset: at least as many bytes as `other` has stand there.
  func isEqual(to other: RawSpan, at offset: Int) -> Bool {
    let mine = extracting(offset..<offset + other.byteCount)
    var index = 0
    while index + 8 <= other.byteCount {
      if mine.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        != other.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    while index < other.byteCount {
      if mine.unsafeLoad(fromByteOffset: index, as: UInt8.self)
        != other.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      {
        return false
      }
      index += 1
    }
    return true
  }
}
