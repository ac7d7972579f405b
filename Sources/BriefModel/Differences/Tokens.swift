/// A word, a number or one mark of punctuation, where it stands in its text.
struct Token: Equatable {
  enum Kind: UInt8 {
    /// Letters, with or without digits.
    case word
    /// Digits only.
    case number
    /// A currency or percent sign.
    case unit
    case quote, dash, dot, ellipsis, punctuation
  }

  /// UTF-8 bytes into the text.
  var start: UInt32
  /// One past the last byte.
  var end: UInt32
  var kind: Kind
  /// White space stands between this token and the one before it; true for the first.
  var follows: Spacing

  enum Spacing: UInt8, Comparable {
    case nothing, space
    /// A blank line.
    case paragraph

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isWord: Bool { kind == .word || kind == .number }
}

/// Cuts a text into tokens in one pass over its UTF-8 bytes.
struct Tokenizer {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokenizer = Tokenizer(bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 1)
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> Token? {
    var spacing = index == 0 ? Token.Spacing.paragraph : .nothing
    var lineBreaks = 0
    while index < bytes.count {
      let (scalar, length) = decodedScalar(bytes, at: index)
      let kind = ScalarClass(scalar)
      guard kind == .space || kind == .invisible else {
        return token(kind, length: length, spacing: spacing)
      }
      if kind == .space {
        if scalar == 0x0A || scalar == 0x2029 { lineBreaks += scalar == 0x2029 ? 2 : 1 }
        spacing = max(spacing, lineBreaks > 1 ? .paragraph : .space)
      }
      index += length
    }
    return nil
  }

  private mutating func token(_ first: ScalarClass, length: Int, spacing: Token.Spacing) -> Token {
    let start = index
    index += length
    let kind: Token.Kind
    switch first {
    case .letter, .digit, .mark: kind = restOfWord(first)
    case .quote: kind = .quote
    case .dash:
      skip { $0 == .dash }
      kind = .dash
    case .dot, .ellipsis:
      let before = index
      skip { $0 == .dot || $0 == .ellipsis }
      kind = first == .ellipsis || index > before ? .ellipsis : .dot
    case .unit: kind = .unit
    case .punctuation, .space, .invisible: kind = .punctuation
    }
    return Token(
      start: UInt32(clamping: start), end: UInt32(clamping: index), kind: kind, follows: spacing)
  }

  /// Invisible scalars inside a word belong to it; behind it they are left to the white space.
  private mutating func restOfWord(_ first: ScalarClass) -> Token.Kind {
    var kind: Token.Kind = first == .digit ? .number : .word
    var end = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        guard isLetter || (byte >= 0x30 && byte <= 0x39) else { break }
        if isLetter { kind = .word }
        index += 1
        end = index
        continue
      }
      let (scalar, length) = decodedScalar(bytes, at: index)
      let next = ScalarClass(scalar)
      guard next == .letter || next == .digit || next == .mark || next == .invisible else { break }
      index += length
      if next != .invisible { end = index }
      if next == .letter { kind = .word }
    }
    index = end
    return kind
  }

  private mutating func skip(_ isPart: (ScalarClass) -> Bool) {
    while index < bytes.count {
      let (scalar, length) = decodedScalar(bytes, at: index)
      guard isPart(ScalarClass(scalar)) else { return }
      index += length
    }
  }
}
