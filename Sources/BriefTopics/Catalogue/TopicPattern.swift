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
    var column: Int
  }

  private static func words(_ text: String) -> [Word] {
    text.split(separator: " ").map {
      Word(text: $0, column: text.distance(from: text.startIndex, to: $0.startIndex) + 1)
    }
  }

  private static func width(_ link: Link?) -> Int {
    switch link {
    case .within(let distance): 2 * Int(distance)
    case .after(let distance): Int(distance)
    case .next, nil: 1
    }
  }

  private static func distance(_ word: Word) throws(PatternTrouble) -> Link? {
    guard let first = word.text.first, first == "/" || first == ">" else { return nil }
    guard let distance = Int32(word.text.dropFirst()), distance >= 1,
      distance <= PatternLimits.distance
    else {
      throw PatternTrouble(
        reason: "a distance is a number from 1 to \(PatternLimits.distance)", column: word.column)
    }
    return first == "/" ? .within(distance) : .after(distance)
  }

  private static func alternatives(_ word: Word) throws(PatternTrouble) -> [[Lexicon.Atom]] {
    guard word.text.hasPrefix("{") || word.text.hasSuffix("}") else {
      return [try tokens(word.text, word.column)]
    }
    guard word.text.hasPrefix("{"), word.text.hasSuffix("}"), word.text.count > 2 else {
      throw PatternTrouble(reason: "a brace is not closed, or not opened", column: word.column)
    }
    var column = word.column + 1
    var alternatives: [[Lexicon.Atom]] = []
    for part in word.text.dropFirst().dropLast().split(
      separator: "|", omittingEmptySubsequences: false)
    {
      let tokens = try tokens(part, column)
      guard tokens.count == 1 else {
        throw PatternTrouble(reason: "an alternative is more than one token", column: column)
      }
      alternatives.append(tokens)
      column += part.count + 1
    }
    guard alternatives.count <= PatternLimits.alternatives else {
      throw PatternTrouble(
        reason: "more than \(PatternLimits.alternatives) alternatives", column: word.column)
    }
    return alternatives
  }

  /// Tokens of one word; a hyphen or dash makes several of them.
  private static func tokens(
    _ text: Substring, _ column: Int
  ) throws(PatternTrouble) -> [Lexicon.Atom] {
    let isStem = text.hasSuffix("*")
    let bare = isStem ? text.dropLast() : text
    for (offset, character) in bare.enumerated() where "*{}|/>".contains(character) {
      throw PatternTrouble(
        reason: character == "*"
          ? "a star stands at the end of a stem only" : "“\(character)” has no place here",
        column: column + offset)
    }
    var tokens: [Lexicon.Atom] = []
    let bytes = Array(bare.utf8)
    var position = 0
    while position < bytes.count {
      let token = SlowToken(bytes.span, from: position)
      if token.folded.contains(where: { LetterTable.codes[$0] == nil }) {
        throw PatternTrouble(
          reason: "a letter outside the scripts that are matched (Latin, Cyrillic, Greek)",
          column: column)
      }
      if !token.folded.isEmpty {
        tokens.append(Lexicon.Atom(folded: token.folded, isStem: false))
      }
      position = max(token.end, position + 1)
    }
    guard !tokens.isEmpty else {
      throw PatternTrouble(reason: "a term without a letter or digit", column: column)
    }
    tokens[tokens.count - 1].isStem = isStem
    return tokens
  }
}
