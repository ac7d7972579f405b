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
    /// The beginning of a line.
    case line
    /// A blank line.
    case paragraph

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isWord: Bool { kind == .word || kind == .number }
}

/// Cuts a stretch of a text into tokens in one pass over its UTF-8 bytes.
struct Tokenizer {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// What stands before the first token.
  var spacing = Token.Spacing.paragraph

  /// The stretch begins and ends where white space, or the text, does.
  init(_ bytes: [UInt8], _ stretch: Range<Int>) {
    self.bytes = bytes
    index = stretch.lowerBound
    end = stretch.upperBound
  }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    var lineBreaks = 0
    while index < end {
      let (kind, length) = classed(index)
      guard kind == .space || kind == .invisible else {
        if kind == .punctuation, let parameters = TrackingParameters(bytes, at: index, before: end)
        {
          if let mark = parameters.mark {
            index = mark
            let token = token(.punctuation, length: 1)
            index = parameters.end
            return token
          }
          index = parameters.end
          continue
        }
        return token(kind, length: length)
      }
      if kind == .space {
        if bytes[index] == 0x0A { lineBreaks += 1 }
        spacing = max(spacing, lineBreaks > 1 ? .paragraph : lineBreaks > 0 ? .line : .space)
      }
      index += length
    }
    return nil
  }

  /// The next token, if it is a word or number of ASCII letters and digits behind at most one white
  /// space; up to seven bytes as ``Interner/number(ofShort:)`` takes them, too. `nil` where it is
  /// none, or may be one that goes on in other letters, or stands at the end of the text.
  mutating func plainWord(_ text: RawSpan) -> (token: Token, short: UInt64?)? {
    guard index + 9 <= end else { return nil }
    var start = index
    var follows = spacing
    switch text.unsafeLoad(fromByteOffset: start, as: UInt8.self) {
    case 0x20:
      start &+= 1
      follows = max(follows, .space)
    case 0x0A:
      start &+= 1
      follows = max(follows, .line)
    default: break
    }
    let eight = EightBytes(text, at: start)
    let letters = eight.isLetter
    let length = EightBytes.count(before: ~(letters | eight.isDigit) & EightBytes.highest)
    guard length > 0 else { return nil }
    var (short, isWord, wordEnd): (UInt64?, Bool, Int) = (nil, letters != 0, start &+ length)
    if length < 8 {
      let mask = EightBytes.mask(length)
      isWord = letters & mask != 0
      guard eight.word >> UInt64(truncatingIfNeeded: 8 &* length) & 0x80 == 0 else { return nil }
      short = eight.word & mask | UInt64(truncatingIfNeeded: length) << 56
    } else {
      // A long word is left to the end of its letters.
      while wordEnd < end {
        let byte = text.unsafeLoad(fromByteOffset: wordEnd, as: UInt8.self)
        if byte >= 0x80 { return nil }
        let kind = ScalarClass(ascii: byte)
        guard kind == .letter || kind == .digit else { break }
        if kind == .letter { isWord = true }
        wordEnd &+= 1
      }
    }
    index = wordEnd
    spacing = .nothing
    let token = Token(
      start: UInt32(clamping: start), end: UInt32(clamping: wordEnd),
      kind: isWord ? .word : .number, follows: follows)
    return (token, short)
  }

  /// Past words of ASCII letters and digits with one blank between them: their comparable form is
  /// what stands there. `nil` where the next token is none of them, or may go on in other letters.
  mutating func plainWords() -> Range<Int>? {
    var start = index
    while start < end, bytes[start] == 0x20 { start &+= 1 }
    var place = start
    /// Behind the last word that is whole.
    var whole = start
    while place < end {
      let byte = bytes[place]
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      if isLetter || (byte >= 0x30 && byte <= 0x39) {
        place &+= 1
        continue
      }
      // What is above ASCII may belong to the word.
      guard byte < 0x80, place > start, bytes[place &- 1] != 0x20 else { break }
      whole = place
      guard byte == 0x20 else { break }
      place &+= 1
    }
    if place == end, place > start, bytes[place &- 1] != 0x20 { whole = place }
    guard whole > start else { return nil }
    index = whole
    return start..<whole
  }

  private func classed(_ index: Int) -> (kind: ScalarClass, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ScalarClass(ascii: byte), 1) }
    let (scalar, length) = decodedScalar(bytes, at: index)
    return (ScalarClass(scalar), length)
  }

  private mutating func token(_ first: ScalarClass, length: Int) -> Token {
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
    let follows = spacing
    spacing = .nothing
    return Token(
      start: UInt32(clamping: start), end: UInt32(clamping: index), kind: kind, follows: follows)
  }

  /// Invisible scalars inside a word belong to it; behind it they are left to the white space.
  private mutating func restOfWord(_ first: ScalarClass) -> Token.Kind {
    var kind: Token.Kind = first == .digit ? .number : .word
    var wordEnd = index
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        guard isLetter || (byte >= 0x30 && byte <= 0x39) else { break }
        if isLetter { kind = .word }
        index += 1
        wordEnd = index
        continue
      }
      let (next, length) = classed(index)
      guard next == .letter || next == .digit || next == .mark || next == .invisible else { break }
      index += length
      if next != .invisible { wordEnd = index }
      if next == .letter { kind = .word }
    }
    index = wordEnd
    return kind
  }

  private mutating func skip(_ isPart: (ScalarClass) -> Bool) {
    while index < end {
      let (kind, length) = classed(index)
      guard isPart(kind) else { return }
      index += length
    }
  }
}
