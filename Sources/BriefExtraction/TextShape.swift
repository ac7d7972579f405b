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
  /// hyphens and zero-width marks are dropped.
  var collapsed: String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = true
      } else if !scalar.isInvisible {
        if isPending, !result.isEmpty { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
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
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isWordPart {
        if isPending, !result.isEmpty { result.append(" ") }
        isPending = false
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        isPending = true
      }
    }
    return String(result)
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

extension Character {
  /// LF, CR, CR LF, form feed (a page's end in text made from a PDF), U+2028 and U+2029.
  var isLineEnd: Bool { isNewline }
}

extension Unicode.Scalar {
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
