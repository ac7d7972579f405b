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

  /// As written.
  package var text: String
  /// The terms, in bytes: a catalogue has ten thousand patterns, and each is read at a start.
  ///
  /// A term is how it hangs on the span before (0 next, 1 within, 2 after; meaningless for the
  /// first), the distance, how many alternatives it has, and each of these: its letters as
  /// ``LetterTable/codes``, and ``wordEnd`` or ``stemEnd``.
  let terms: [UInt8]

  /// No letter has these codes.
  static let wordEnd: UInt8 = 0
  static let stemEnd = UInt8(LetterTable.otherLetter)

  package init(_ text: String) throws(PatternTrouble) {
    self.text = text
    var text = text
    text.makeContiguousUTF8()
    var reader = TopicPatternReader(text)
    try reader.read(text.utf8.span)
    terms = reader.terms
  }

  static func link(_ kind: UInt8, _ distance: UInt8) -> Link {
    switch kind {
    case 1: .within(Int32(distance))
    case 2: .after(Int32(distance))
    default: .next
    }
  }
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
