/// A pattern of the catalogue, read: terms with the operators before them.
///
/// | form | meaning |
/// |---|---|
/// | `word` | one token, equal |
/// | `stem*` | one token that begins with the stem |
/// | `{a*\|b}` | one token, any of the alternatives |
/// | `x y` | y is the token after x |
/// | `x /5 y` | within five tokens of each other, either order |
/// | `x >5 y` | y follows x within five tokens |
///
/// Operators bind left to right. There is no repetition and no nesting, so a pattern cannot run for
/// ever; ``PatternLimits`` bounds what one may cost.
package struct TopicPattern: Hashable, Sendable {
  enum Link: Hashable, Sendable {
    case next
    case within(Int32)
    case after(Int32)
  }

  struct Term: Hashable, Sendable {
    /// How the term hangs on the span before; meaningless for the first.
    var link: Link
    var alternatives: [Lexicon.Atom]
  }

  /// As written.
  package var text: String
  var terms: [Term]
}

/// What a pattern may ask for.
enum PatternLimits {
  /// Tokens between two terms; further apart they speak of different things.
  static let distance = 60
  static let terms = 12
  static let alternatives = 64
  /// Positions that all windows of one pattern together may try from one first term.
  static let work = 2_048
}

/// Why a pattern was refused, and where in it.
package struct PatternTrouble: Error, Hashable, Sendable {
  package var reason: String
  /// Characters from the beginning of the pattern, counted from 1.
  package var column: Int
}

extension TopicPattern {
  package init(_ text: String) throws(PatternTrouble) {
    self.text = text
    terms = []
    var link: Link?
    var work = 1
    for word in Self.words(text) {
      if let distance = try Self.distance(word) {
        guard !terms.isEmpty else {
          throw PatternTrouble(reason: "an operator needs a term before it", column: word.column)
        }
        guard link == nil else {
          throw PatternTrouble(reason: "two operators in a row", column: word.column)
        }
        link = distance
        continue
      }
      let alternatives = try Self.alternatives(word)
      for (number, tokens) in alternatives.enumerated() where tokens.count > 1 && number > 0 {
        throw PatternTrouble(reason: "an alternative is more than one token", column: word.column)
      }
      work = work.multipliedReportingOverflow(by: Self.width(link)).partialValue
      guard work > 0, work <= PatternLimits.work else {
        throw PatternTrouble(
          reason: "the distances of this pattern multiply to more than \(PatternLimits.work)",
          column: word.column)
      }
      try append(alternatives, link ?? .next, word)
      link = nil
    }
    guard link == nil else {
      throw PatternTrouble(reason: "an operator needs a term after it", column: text.count)
    }
    guard !terms.isEmpty else { throw PatternTrouble(reason: "the pattern is empty", column: 1) }
  }

  private mutating func append(
    _ alternatives: [[Lexicon.Atom]], _ link: Link, _ word: Word
  ) throws(PatternTrouble) {
    if alternatives.count == 1, let tokens = alternatives.first {
      for (number, token) in tokens.enumerated() {
        terms.append(Term(link: number == 0 ? link : .next, alternatives: [token]))
      }
    } else {
      terms.append(Term(link: link, alternatives: alternatives.compactMap(\.first)))
    }
    guard terms.count <= PatternLimits.terms else {
      throw PatternTrouble(reason: "more than \(PatternLimits.terms) terms", column: word.column)
    }
  }

  private struct Word {
    var text: Substring

    /// Characters are counted only for a pattern that is refused.
    var column: Int { text.base.distance(from: text.base.startIndex, to: text.startIndex) + 1 }

    func begins(with letter: Unicode.Scalar) -> Bool { text.utf8.first == UInt8(ascii: letter) }
    func ends(with letter: Unicode.Scalar) -> Bool { text.utf8.last == UInt8(ascii: letter) }
  }

  private static func words(_ text: String) -> [Word] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { Word(text: Substring($0)) }
  }

  private static func width(_ link: Link?) -> Int {
    switch link {
    case .within(let distance): 2 * Int(distance)
    case .after(let distance): Int(distance)
    case .next, nil: 1
    }
  }

  private static func distance(_ word: Word) throws(PatternTrouble) -> Link? {
    guard word.begins(with: "/") || word.begins(with: ">") else { return nil }
    guard let distance = Int32(word.text.dropFirst()), distance >= 1,
      distance <= PatternLimits.distance
    else {
      throw PatternTrouble(
        reason: "a distance is a number from 1 to \(PatternLimits.distance)", column: word.column)
    }
    return word.begins(with: "/") ? .within(distance) : .after(distance)
  }

  private static func alternatives(_ word: Word) throws(PatternTrouble) -> [[Lexicon.Atom]] {
    guard word.begins(with: "{") || word.ends(with: "}") else { return [try tokens(word)] }
    guard word.begins(with: "{"), word.ends(with: "}"), word.text.utf8.count > 2 else {
      throw PatternTrouble(reason: "a brace is not closed, or not opened", column: word.column)
    }
    var alternatives: [[Lexicon.Atom]] = []
    for part in word.text.utf8.dropFirst().dropLast().split(
      separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    {
      let part = Word(text: Substring(part))
      let tokens = try tokens(part)
      guard tokens.count == 1 else {
        throw PatternTrouble(reason: "an alternative is more than one token", column: part.column)
      }
      alternatives.append(tokens)
    }
    guard alternatives.count <= PatternLimits.alternatives else {
      throw PatternTrouble(
        reason: "more than \(PatternLimits.alternatives) alternatives", column: word.column)
    }
    return alternatives
  }

  /// Tokens of one word; a hyphen or dash makes several of them.
  private static func tokens(_ word: Word) throws(PatternTrouble) -> [Lexicon.Atom] {
    let isStem = word.ends(with: "*")
    let bytes = Array(isStem ? word.text.utf8.dropLast() : word.text.utf8[...])
    if let place = bytes.firstIndex(where: isOperator) {
      let character = Character(Unicode.Scalar(bytes[place]))
      let before = String(decoding: bytes[..<place], as: UTF8.self)
      throw PatternTrouble(
        reason: character == "*"
          ? "a star stands at the end of a stem only" : "“\(character)” has no place here",
        column: word.column + before.count)
    }
    var tokens: [Lexicon.Atom] = []
    var position = 0
    while position < bytes.count {
      let token = SlowToken(bytes.span, from: position)
      if token.folded.contains(where: { LetterTable.code(of: $0) == Int(LetterTable.otherLetter) })
      {
        throw PatternTrouble(
          reason: "a letter outside the scripts that are matched (Latin, Cyrillic, Greek)",
          column: word.column)
      }
      if !token.folded.isEmpty {
        tokens.append(Lexicon.Atom(folded: token.folded, isStem: false))
      }
      position = max(token.end, position + 1)
    }
    guard !tokens.isEmpty else {
      throw PatternTrouble(reason: "a term without a letter or digit", column: word.column)
    }
    tokens[tokens.count - 1].isStem = isStem
    return tokens
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
      UInt8(ascii: "/"), UInt8(ascii: ">"):
      true
    default: false
    }
  }
}
