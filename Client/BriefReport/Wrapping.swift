/// Breaks text into lines at blanks.
enum Wrapping {
  /// Lines of at most `columns`, the first after `first`, the others after `rest`. A word that is
  /// longer stands alone on its line and may be longer than it.
  static func lines(
    _ text: String, columns: Int, first: String = "", rest: String? = nil
  ) -> [String] {
    let bytes = Array(text.utf8)
    let beginning = Array((rest ?? first).utf8)
    var lines: [String] = []
    var line = Array(first.utf8)
    var width = DisplayWidth.of(first)
    var isEmpty = true
    var index = 0
    while let word = nextWord(in: bytes, from: index) {
      index = word.upperBound
      let wordWidth = DisplayWidth.of(bytes[word])
      if !isEmpty, width + 1 + wordWidth > columns {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        line.append(contentsOf: beginning)
        (width, isEmpty) = (DisplayWidth.of(beginning[...]), true)
      }
      if !isEmpty {
        line.append(blank)
        width += 1
      }
      line.append(contentsOf: bytes[word])
      width += wordWidth
      isEmpty = false
    }
    if !isEmpty || lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }

  private static let blank = UInt8(ascii: " ")

  /// The next run of bytes between blanks; `nil` at the end.
  private static func nextWord(in bytes: [UInt8], from index: Int) -> Range<Int>? {
    var start = index
    while start < bytes.count, bytes[start] == blank { start += 1 }
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != blank { end += 1 }
    return start..<end
  }
}
