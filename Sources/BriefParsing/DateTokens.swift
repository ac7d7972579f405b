/// A printed date, cut into numbers, words and marks.
struct DateTokens {
  enum Token: Equatable {
    /// Value and number of digits.
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case mark(UInt8)
    case space
  }

  private(set) var tokens: [Token] = []

  /// `nil` when the text is too long to be a date, or holds a number that no date has.
  init?(_ text: some StringProtocol) {
    // The longest real ones carry a weekday and a zone in words: under a hundred bytes. Fractions
    // of a second go on longer.
    guard text.utf8.count <= 160 else { return nil }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        var value = 0
        let start = index
        while index < bytes.count, bytes[index].isASCIIDigit {
          // Nine digits are plenty for fractions; the rest is cut off.
          if index - start < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
          index += 1
        }
        tokens.append(.number(value, digits: index - start))
      } else if byte.isASCIILetter || byte >= 0x80 {
        let start = index
        while index < bytes.count, bytes[index].isASCIILetter || bytes[index] >= 0x80 { index += 1 }
        append(word: String(decoding: bytes[start..<index], as: UTF8.self))
      } else if byte.isXMLSpace {
        if tokens.last != .space { tokens.append(.space) }
        index += 1
      } else {
        tokens.append(.mark(byte))
        index += 1
      }
      // A date has under twenty parts.
      guard tokens.count <= 40 else { return nil }
    }
    while tokens.last == .space { tokens.removeLast() }
    if tokens.first == .space { tokens.removeFirst() }
    guard !tokens.isEmpty else { return nil }
  }

  /// No-break spaces are white space; a year mark that touches a number (`2004년`) is a word of its
  /// own already.
  private mutating func append(word: String) {
    let parts = word.split(whereSeparator: \.isWhitespace)
    if parts.isEmpty {
      if tokens.last != .space { tokens.append(.space) }
      return
    }
    for (offset, part) in parts.enumerated() {
      if offset > 0 { tokens.append(.space) }
      tokens.append(.word(part.lowercased()))
    }
  }
}
