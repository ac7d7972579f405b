import BriefParsing

/// What the shape of a text says of it: white space, case, how a sentence ends.
extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: SubSequence {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }

  /// Runs of white space become one space; none at the ends. No-break spaces are white space, soft
  /// hyphens and zero-width marks are dropped, and combining marks over the limit of ``MarkRuns``.
  var collapsed: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isPending = true
      } else if !scalar.isInvisible {
        if isPending, !result.isEmpty { result.append(0x20) }
        isPending = false
        result.append(scalar)
      }
    }
    return MarkRuns.text(of: result)
  }

  /// Words between white space.
  var words: [SubSequence] { split(whereSeparator: \.isWhitespace) }

  /// Has letters, and none of them is lower-case.
  var isAllCapitals: Bool {
    var hasLetter = false
    for scalar in unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.properties.isLowercase { return false }
      hasLetter = hasLetter || scalar.properties.isUppercase
    }
    return hasLetter
  }

  /// Letters and digits in lower case, one space between words: for comparing headings.
  var folded: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var isPending = false
    for scalar in unicodeScalars {
      guard scalar.isWordPart else {
        isPending = true
        continue
      }
      if isPending, !result.isEmpty { result.append(0x20) }
      isPending = false
      if scalar.isASCII {
        result.append(UInt8(truncatingIfNeeded: scalar.value).lowered)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  var startsInLowerCase: Bool {
    unicodeScalars.first.map { $0.properties.isLowercase } ?? false
  }

  /// The last mark, quotes and brackets aside, is one that may end a sentence.
  var endsSentence: Bool {
    for scalar in unicodeScalars.reversed() {
      if "\"'”’»)]*".unicodeScalars.contains(scalar) || scalar.isNumericSuperscript { continue }
      return ".!?…:;。！？".unicodeScalars.contains(scalar)
    }
    return false
  }
}

extension String {
  /// Whether the words stand in the text, byte by byte. `contains` builds a table for each text that
  /// it looks for, which takes ten times as long as looking for it in a line.
  func holds(_ words: String) -> Bool {
    let (text, wanted) = (utf8.span, words.utf8.span)
    guard wanted.count > 0, text.count >= wanted.count else { return wanted.count == 0 }
    for start in 0...(text.count - wanted.count) where text[start] == wanted[0] {
      var offset = 1
      while offset < wanted.count, text[start + offset] == wanted[offset] { offset += 1 }
      if offset == wanted.count { return true }
    }
    return false
  }
}

extension Character {
  /// LF, CR, CR LF, form feed (a page's end in text made from a PDF), U+2028 and U+2029.
  var isLineEnd: Bool { isNewline }
}

extension Unicode.Scalar {
  var isSpace: Bool {
    value < 0x80
      ? value == 0x20 || (value >= 0x9 && value <= 0xD) || (value >= 0x1C && value <= 0x1F)
      : properties.isWhitespace
  }

  /// A letter, a mark on one or a digit.
  var isWordPart: Bool {
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      return byte.isLetter || (0x30...0x39).contains(byte)
    }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Soft hyphen, zero-width space and no-break space, bidirectional marks without width.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    case 0...8, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F: true
    default: false
    }
  }

  fileprivate var isNumericSuperscript: Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: true
    default: false
    }
  }
}

extension [UInt8] {
  /// The scalar in UTF-8.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: scalar.utf8)
    }
  }
}
