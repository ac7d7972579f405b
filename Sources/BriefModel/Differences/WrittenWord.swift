/// What a reader takes for one word or number, though it is several tokens: "128.52", "83/2021",
/// "Belarusian-Russian", "isn't", "10 000", "01.12.2023".
struct WrittenWord {
  let text: ComparedText

  /// The tokens of the word that `index` is part of.
  func range(around index: Int) -> Range<Int> {
    var start = index
    if !text.tokens[index].isWord {
      guard index > 0, index + 1 < text.tokens.count, joins(index) else { return index..<index + 1 }
      start = index - 1
    }
    var end = start + 1
    while end < text.tokens.count, end - index < DiffLimits.writtenTokens {
      if end + 1 < text.tokens.count, joins(end) {
        end += 2
      } else if isThousandsGroup(end) {
        end += 1
      } else {
        break
      }
    }
    while start > 0, index - start < DiffLimits.writtenTokens {
      if start > 1, joins(start - 1) {
        start -= 2
      } else if isThousandsGroup(start) {
        start -= 1
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether the mark at `index` makes one word of the tokens on both sides.
  private func joins(_ index: Int) -> Bool {
    let (before, after) = (text.tokens[index - 1], text.tokens[index + 1])
    guard before.isWord, after.isWord, text.tokens[index].follows == .nothing,
      after.follows == .nothing
    else { return false }
    let areNumbers = before.kind == .number && after.kind == .number
    switch text.tokens[index].kind {
    case .quote: return before.kind == .word
    case .dot: return areNumbers || (areWords(before, after) && isInnerDot(index))
    case .dash:
      if areNumbers { return DateExpression(text: text).isNumericDate(index - 1) }
      return isHyphen(index) && !isYear(before) && !isYear(after)
    case .punctuation:
      return text.isPunctuation(index, oneOf: "/&_@")
        || (areNumbers && text.isPunctuation(index, oneOf: ",:"))
    default: return false
    }
  }

  private func areWords(_ before: Token, _ after: Token) -> Bool {
    before.kind == .word && after.kind == .word
  }

  /// As in "example.org" and "U.S.", not as in "met.The", where a space is missing.
  private func isInnerDot(_ index: Int) -> Bool {
    !text.isCapitalised(index + 1) || text.tokens[index + 1].range.count == 1
  }

  /// Hyphens make one word of two; dashes do not ("Minsk–Moscow").
  private func isHyphen(_ index: Int) -> Bool {
    let range = text.tokens[index].range
    if range.count == 1 { return true }
    let (scalar, length) = decodedScalar(text.bytes, at: range.lowerBound)
    return length == range.count && (scalar == 0x2010 || scalar == 0x2011)
  }

  /// "mid-2023" is a date with a word before it.
  private func isYear(_ token: Token) -> Bool { token.kind == .number && token.range.count == 4 }

  /// Three digits behind a space and one to three digits, as in "10 000".
  private func isThousandsGroup(_ index: Int) -> Bool {
    let (before, here) = (text.tokens[index - 1], text.tokens[index])
    return before.kind == .number && here.kind == .number && here.follows != .nothing
      && before.range.count <= 3 && here.range.count == 3
  }
}

extension WrittenWord {
  /// The tokens that a changed run is to be widened to: whole words, and the amount that belongs to
  /// a currency, percent or minus sign.
  func widened(_ run: Range<Int>) -> Range<Int> {
    guard let first = run.first, let last = run.last else { return run }
    var (start, end) = (range(around: first).lowerBound, range(around: last).upperBound)
    for index in run {
      guard let amount = amount(of: index) else { continue }
      start = min(start, amount.lowerBound)
      end = max(end, amount.upperBound)
    }
    return start..<end
  }

  /// The number that the sign at `index` stands with.
  private func amount(of index: Int) -> Range<Int>? {
    let previous = index > 0 && text.tokens[index - 1].kind == .number ? index - 1 : nil
    let next =
      index + 1 < text.tokens.count && text.tokens[index + 1].kind == .number ? index + 1 : nil
    switch text.tokens[index].kind {
    case .unit:
      if let next, text.tokens[next].follows == .nothing { return range(around: next) }
      if let previous { return range(around: previous) }
      return next.map(range(around:))
    case .dash:
      guard let next, WordRoles.isSign(index, in: text) else { return nil }
      return range(around: next)
    case .punctuation where text.isRaisedFigure(index):
      // With the unit, or the whole number before the fraction.
      guard index > 0, text.tokens[index].follows == .nothing else { return nil }
      return index - 1..<index + 1
    default: return nil
    }
  }
}
