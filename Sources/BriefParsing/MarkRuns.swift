/// Bounds how many combining marks (characters of a canonical combining class other than 0) follow
/// each other.
///
/// Whoever composes or compares texts sorts the marks of each letter, in time with the square of
/// their number, and `String` compares on every `==`. Words of no language have more than a few. The
/// bound is that of Unicode's Stream-Safe Text Format (UAX 15, 13); marks beyond it are dropped.
package struct MarkRuns {
  /// Marks behind one letter.
  package static let limit = 30
  /// Bytes of the shortest run over the limit: every mark has two or more.
  private static let fewestBytes = 2 * (limit + 1)

  /// Marks that what was seen ends with.
  private var run = 0

  package init() {}

  /// Drops marks over the limit from `start` on; what stands before was bounded by the same value,
  /// so that a text may come in pieces.
  package mutating func bound(_ text: inout [UInt8], from start: Int = 0) {
    var write = start
    var read = start
    while read < text.count {
      let dense = Self.dense(text.span, from: read, isInRun: run > 0)
      if dense.lowerBound > read { run = 0 }
      if write < read {
        for index in read..<dense.lowerBound { text[write + index - read] = text[index] }
      }
      write += dense.lowerBound - read
      read = dense.lowerBound
      while read < dense.upperBound {
        let length = min(Self.length(text[read]), dense.upperBound - read)
        run = Self.isMark(text, at: read, length) ? run + 1 : 0
        if run <= Self.limit {
          if write < read {
            for offset in 0..<length { text[write + offset] = text[read + offset] }
          }
          write += length
        }
        read += length
      }
    }
    if write < text.count { text.removeSubrange(write...) }
  }

  /// The text without marks over the limit.
  package static func bounded(_ text: String) -> String {
    guard dense(text.utf8.span, from: 0, isInRun: false).count >= fewestBytes else { return text }
    return Self.text(of: Array(text.utf8))
  }

  /// The bytes as a text without marks over the limit.
  package static func text(of bytes: [UInt8]) -> String {
    var bytes = bytes
    var runs = MarkRuns()
    runs.bound(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The next stretch of bytes beyond ASCII that is long enough for a run over the limit, or that
  /// touches an end where a run may go on; empty at the end of the text. Of ordinary text it looks at
  /// one byte in some sixty.
  private static func dense(
    _ text: Span<UInt8>, from start: Int, isInRun: Bool
  ) -> Range<Int> {
    var lower = start
    if isInRun, start < text.count, text[start] >= 0x80 {
      return start..<end(of: text, from: start)
    }
    var probe = start + fewestBytes - 1
    while probe < text.count {
      guard text[probe] >= 0x80 else {
        lower = probe + 1
        probe += fewestBytes
        continue
      }
      let first = beginning(of: text, before: probe, from: lower)
      let last = end(of: text, from: probe)
      if last - first >= fewestBytes || last == text.count { return first..<last }
      lower = last
      probe = last + fewestBytes
    }
    return beginning(of: text, before: text.count, from: lower)..<text.count
  }

  private static func beginning(of text: Span<UInt8>, before end: Int, from start: Int) -> Int {
    var first = end
    while first > start, text[first - 1] >= 0x80 { first -= 1 }
    return first
  }

  private static func end(of text: Span<UInt8>, from start: Int) -> Int {
    var last = start
    while last < text.count, text[last] >= 0x80 { last += 1 }
    return last
  }

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private static func isMark(_ text: [UInt8], at index: Int, _ length: Int) -> Bool {
    switch text[index] {
    // Latin, Greek, Cyrillic, Chinese and most Korean letters.
    case ..<0xCC, 0xCE...0xD1, 0xE4...0xE9, 0xEB...0xEE: return false
    // Kana.
    case 0xE3 where index + 1 < text.count && text[index + 1] != 0x80 && text[index + 1] != 0x82:
      return false
    default: break
    }
    guard length > 1 else { return false }
    var value = UInt32(text[index]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    // Tibetan vowels of class 0 that consist of two marks (UnicodeData, decompositions).
    if value == 0x0F73 || value == 0x0F75 || value == 0x0F81 { return true }
    return Unicode.Scalar(value).map { $0.properties.canonicalCombiningClass != .notReordered }
      ?? false
  }
}
