/// The lines of a text that are not empty, found by its bytes: no string is made of one that nobody
/// reads.
struct Paragraphs {
  private let text: String
  /// UTF-8 bytes of ``text``.
  let ranges: [Range<Int>]

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    let bytes = text.utf8.span
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let skipped = Self.plainBytes(bytes.bytes, at: index)
        index += skipped
        if skipped == 8 { continue }
      }
      let length = Self.lineEnd(bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      if index > start { ranges.append(start..<index) }
      index += length
      start = index
    }
    if bytes.count > start { ranges.append(start..<bytes.count) }
    self.ranges = ranges
  }

  subscript(_ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: range.count)])
  }

  /// How many of eight bytes begin no end of a line, up to the first that may.
  private static func plainBytes(_ bytes: RawSpan, at index: Int) -> Int {
    let eight = EightBytes(bytes, at: index)
    let low = ~eight.isAtLeast(0x0E) & EightBytes.highest
    return EightBytes.count(before: low | eight.isEqual(to: 0xC2) | eight.isEqual(to: 0xE2))
  }

  /// Bytes of the end of a line: LF, VT, FF, CR, NEL, LINE or PARAGRAPH SEPARATOR (Unicode 5.8).
  private static func lineEnd(_ bytes: Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A...0x0D: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: 2
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
      3
    default: 0
    }
  }
}
