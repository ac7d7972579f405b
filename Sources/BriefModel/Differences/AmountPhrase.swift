/// Tells runs that say how much, in whatever words: "18 bcm" and "20 million tonnes", "на треть"
/// and "в полтора раза".
struct AmountPhrase {
  let old: ComparedText
  let new: ComparedText

  /// Tokens of a run; phrases are shorter.
  private static let longest = 12

  private enum Part {
    case number
    /// Says that it is about so much, or more than before.
    case comparison
    case joint
    case other
  }

  /// Both sides say how much, and not the same in other words beside it.
  func isNumber(_ hunk: Hunk) -> Bool {
    guard !hunk.old.isEmpty, !hunk.new.isEmpty else { return false }
    if isRoman(hunk.old, in: old), isRoman(hunk.new, in: new),
      hunk.old.count + hunk.new.count == 2,
      max(old.tokens[hunk.old.lowerBound].range.count, new.tokens[hunk.new.lowerBound].range.count)
        > 1
    {
      return !DateExpression(text: old).contains(hunk.old.lowerBound)
        && !DateExpression(text: new).contains(hunk.new.lowerBound)
    }
    guard says(hunk.old, in: old), says(hunk.new, in: new) else { return false }
    return numbers(hunk.old, in: old) != numbers(hunk.new, in: new)
  }

  /// The runs of a sentence, those of one phrase that became another as one.
  func joined(_ hunks: ArraySlice<Hunk>) -> [Hunk] {
    PhraseRuns.joined(
      hunks, isInside: { part($0, in: $1 ? new : old) != .other }, isPhrase: isNumber)
  }

  /// "XIII" and "XIV", of congresses and kings.
  private func isRoman(_ run: Range<Int>, in text: ComparedText) -> Bool {
    run.allSatisfy { index in
      text.tokens[index].kind == .word
        && text.bytes[text.tokens[index].range].allSatisfy { "IVXLC".utf8.contains($0) }
    }
  }

  private func says(_ run: Range<Int>, in text: ComparedText) -> Bool {
    guard run.count <= Self.longest else { return false }
    let parts = run.map { part($0, in: text) }
    return parts.contains(.number) && !parts.contains(.other)
  }

  private func numbers(_ run: Range<Int>, in text: ComparedText) -> [String] {
    run.filter { part($0, in: text) == .number }.map { text.entry($0).lowercased }
  }

  private func part(_ index: Int, in text: ComparedText) -> Part {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return DateExpression(text: text).contains(index) ? .other : .number
    case .unit: return .number
    case .dot, .dash, .quote: return .joint
    case .punctuation: return text.isPunctuation(index, oneOf: ",:/") ? .joint : .other
    case .ellipsis: return .other
    case .word: break
    }
    if DateExpression(text: text).contains(index) { return .other }
    let (word, meaning) = (text.entry(index).lowercased, text.meaning(index))
    if !meaning.isDisjoint(with: .number) || word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    {
      return .number
    }
    if !meaning.isDisjoint(with: [.approximation, .comparison]) {
      return .comparison
    }
    if !meaning.isDisjoint(with: .denial) { return .other }
    return meaning.contains(.function) ? .joint : .other
  }
}
