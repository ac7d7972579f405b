import BriefModel

/// Sentences and headings of a title and a text.
struct TextLayout {
  private let title: [UInt8]
  private let text: [UInt8]
  let sentences: Sentences

  init(_ content: ReadableText) {
    (title, text) = (content.title.bytes, content.text.bytes)
    sentences = content.text.sentences
  }

  /// UTF-8 bytes of a heading at most; a longer paragraph is text.
  private static let headingLength = 200
  /// UTF-8 bytes of a passage on either side of the words that matched.
  private static let passageReach = 400

  /// The number of the sentence; the title is one sentence.
  func sentence(_ field: Difference.Field, at offset: Int) -> Int {
    field == .title ? 0 : sentences.index(of: offset)
  }

  /// A part of a sentence of the text between semicolons: the parts speak of different things.
  struct Clause: Hashable {
    var sentence: Int
    /// From 0.
    var part: Int
  }

  func clause(at offset: Int) -> Clause {
    let number = sentences.index(of: offset)
    guard number < sentences.ranges.count else { return Clause(sentence: number, part: 0) }
    let start = min(sentences.ranges[number].lowerBound, offset)
    return Clause(
      sentence: number, part: text[start..<offset].count { $0 == UInt8(ascii: ";") })
  }

  /// A paragraph of one short sentence, alone on its lines, that ends like no sentence of the text:
  /// with a question mark, or with no mark; or a Markdown heading.
  func isHeading(_ number: Int) -> Bool {
    guard number < sentences.ranges.count, sentences.ranges.count > 1 else { return false }
    let range = sentences.ranges[number]
    if text[range.lowerBound] == UInt8(ascii: "#") { return true }
    guard range.count <= Self.headingLength, isAlone(range) else { return false }
    return ![UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ",")].contains(
      text[range.upperBound - 1])
  }

  private func isAlone(_ range: Range<Int>) -> Bool {
    let before = text[..<range.lowerBound].suffix(2)
    let after = text[range.upperBound...].prefix(2)
    return (before.isEmpty || before.elementsEqual([0x0A, 0x0A]))
      && (after.isEmpty || after.elementsEqual([0x0A, 0x0A]))
  }

  /// The sentence around a match, cut where it is very long.
  func passage(_ field: Difference.Field, _ match: Range<Int>) -> String {
    let bytes = field == .title ? title : text
    var range = 0..<bytes.count
    if field != .title, !sentences.ranges.isEmpty {
      range = sentences.ranges[sentences.index(of: match.lowerBound)]
    }
    var low = max(range.lowerBound, match.lowerBound - Self.passageReach)
    var high = min(max(range.upperBound, match.upperBound), match.upperBound + Self.passageReach)
    low = min(low, match.lowerBound)
    high = min(high, bytes.count)
    while low > range.lowerBound, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    while high < bytes.count, bytes[high] & 0xC0 == 0x80 { high += 1 }
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }
}
