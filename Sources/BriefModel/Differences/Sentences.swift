/// Where sentences end: after `.`, `!`, `?` or an ellipsis with their closing marks, and at every
/// blank line.
///
/// A sentence too many or too few does no harm by itself: it is cut alike in both versions, and
/// what differs is found word by word.
struct SentenceSplitter {
  let text: ComparedText

  /// Ranges of tokens that make up `stretch`.
  func sentences(in stretch: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = stretch.lowerBound
    var index = start
    while index < stretch.upperBound {
      if index > start, text.tokens[index].follows == .paragraph {
        sentences.append(start..<index)
        start = index
      }
      guard isTerminator(index) else {
        index += 1
        continue
      }
      let terminator = index
      index += 1
      while index < stretch.upperBound, text.tokens[index].follows == .nothing, isCloser(index) {
        index += 1
      }
      if index < stretch.upperBound, endsSentence(terminator, next: index) {
        sentences.append(start..<index)
        start = index
      }
    }
    if start < stretch.upperBound { sentences.append(start..<stretch.upperBound) }
    return sentences
  }

  private func isTerminator(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .dot, .ellipsis: true
    case .punctuation: text.isPunctuation(index, oneOf: "!?")
    default: false
    }
  }

  private func isCloser(_ index: Int) -> Bool {
    text.tokens[index].kind == .quote || text.isPunctuation(index, oneOf: ")]!?")
  }

  private func endsSentence(_ terminator: Int, next: Int) -> Bool {
    let token = text.tokens[next]
    guard token.follows != .nothing else { return false }
    if token.follows == .paragraph { return true }
    if token.kind == .word && !text.isCapitalised(next) { return false }
    return text.tokens[terminator].kind != .dot || !isAbbreviation(terminator, next: next)
  }

  /// The dot belongs to an initial ("A. Lukashenko"), an ordinal ("1. Dezember"), a short word
  /// before a number ("No. 83", "ст. 5") or a known abbreviation.
  private func isAbbreviation(_ dot: Int, next: Int) -> Bool {
    guard dot > 0, text.tokens[dot].follows == .nothing else { return false }
    let before = text.tokens[dot - 1]
    if before.kind == .number {
      return text.tokens[next].kind == .word && !text.meaning(next).isDisjoint(with: .anyMonth)
    }
    guard before.kind == .word else { return false }
    // Four letters, and every abbreviation of the list, have at most eight bytes.
    guard before.range.count <= 8 else { return false }
    let letters = text.bytes[before.range].count { $0 & 0xC0 != 0x80 }
    // "… 2023 m. Minskas …": the year's word ends the sentence, a name's initial does not.
    if letters == 1, !text.isCapitalised(dot - 1), dot > 1, text.tokens[dot - 2].kind == .number,
      text.isCapitalised(next)
    {
      return false
    }
    if letters == 1 || (letters <= 4 && text.tokens[next].kind == .number) { return true }
    // Most sentences end with a word that is asked for nothing else.
    if letters == before.range.count {
      return Lexicon.isAbbreviation(ascii: text.bytes[before.range])
    }
    return text.meaning(dot - 1).contains(.abbreviation)
  }
}

extension ComparedText {
  func isPunctuation(_ index: Int, oneOf marks: StaticString) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation, token.end - token.start == 1 else { return false }
    return marks.withUTF8Buffer { $0.contains(bytes[Int(token.start)]) }
  }

  /// Whether the first letter is a capital.
  func isCapitalised(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    let (scalar, _) = decodedScalar(bytes, at: Int(token.start))
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  func entry(_ index: Int) -> Lexicon.Entry { lexicon.entry(keys[index]) { form(index) } }

  func meaning(_ index: Int) -> Meaning { lexicon.meaning(keys[index]) { form(index) } }
}
