/// The one form in which two texts are compared, for deciding whether content differs.
///
/// - Quotation marks and apostrophes of every shape are one mark; so are hyphens and dashes of
///   every length; dots in a row are an ellipsis.
/// - White space is one space between two words (or two runs of dashes or dots), and nothing beside
///   other punctuation.
/// - Letters with marks are one scalar where there is one (NFC for Latin, Greek and Cyrillic).
/// - Soft hyphens, zero-width spaces and directional marks are left out.
///
/// Letter case and every other mark of punctuation are content. Two texts have the same form
/// exactly when ``TextDiff/differences(from:to:field:)`` finds nothing.
public enum ContentNormalisation {
  /// The form of `text`; the form of a form is itself. Not for showing.
  public static func comparable(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var form: [UInt8] = []
    form.reserveCapacity(bytes.count)
    var previous: Token?
    var tokenizer = Tokenizer(bytes, 0..<bytes.count)
    while true {
      if let words = tokenizer.plainWords() {
        if previous?.isWord == true { form.append(0x20) }
        form.append(contentsOf: bytes[words])
        previous = Token(
          start: UInt32(clamping: words.lowerBound), end: UInt32(clamping: words.upperBound),
          kind: .word, follows: .space)
      }
      guard let token = tokenizer.next() else { break }
      if let previous, TokenForm.needsSpace(between: previous, and: token) { form.append(0x20) }
      TokenForm.append(token, of: bytes, to: &form)
      previous = token
    }
    return String(decoding: form, as: UTF8.self)
  }
}

/// How a token is compared.
enum TokenForm {
  /// Whether two forms that follow each other would otherwise read as one token.
  static func needsSpace(between first: Token, and second: Token) -> Bool {
    switch (first.kind, second.kind) {
    case (.word, .word), (.word, .number), (.number, .word), (.number, .number): true
    case (.dash, .dash), (.dot, .dot), (.dot, .ellipsis), (.ellipsis, .dot), (.ellipsis, .ellipsis):
      true
    default: false
    }
  }

  /// Whether the token's comparable form is the token as it stands.
  static func isPlain(_ token: Token, of bytes: [UInt8]) -> Bool {
    switch token.kind {
    case .word, .number: !needsFolding(bytes, token.range)
    case .dot, .unit, .punctuation: true
    case .quote, .dash, .ellipsis: false
    }
  }

  /// Appends the token's comparable form in UTF-8.
  static func append(_ token: Token, of bytes: [UInt8], to form: inout [UInt8]) {
    switch token.kind {
    case .quote: form.append(UInt8(ascii: "\""))
    case .dash: form.append(UInt8(ascii: "-"))
    case .dot: form.append(UInt8(ascii: "."))
    case .ellipsis: form.append(contentsOf: [0x2E, 0x2E, 0x2E])
    case .unit, .punctuation: form.append(contentsOf: bytes[token.range])
    case .word, .number: appendWord(bytes, token.range, to: &form)
    }
  }

  private static func appendWord(_ bytes: [UInt8], _ range: Range<Int>, to form: inout [UInt8]) {
    guard needsFolding(bytes, range) else {
      form.append(contentsOf: bytes[range])
      return
    }
    var letter: UInt32?
    var marks: [UInt32] = []
    func flush(_ form: inout [UInt8]) {
      if let letter { Composition.append(letter: letter, marks: marks, to: &form) }
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = decodedScalar(bytes, at: index)
      index += length
      switch ScalarClass(scalar) {
      case .invisible: continue
      case .mark where letter != nil: marks.append(scalar)
      default:
        flush(&form)
        (letter, marks) = (scalar, [])
      }
    }
    flush(&form)
  }

  /// Only marks, invisible scalars and the few scalars that NFC replaces make a form differ from
  /// the text; none of them has a first byte that Latin and Cyrillic letters have, but for the
  /// soft hyphen and the combining marks.
  private static func needsFolding(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = bytes[index]
      if byte < 0xC2 || (byte > 0xC2 && byte < 0xCC) || (byte > 0xCE && byte < 0xD2) { continue }
      return true
    }
    return false
  }
}
