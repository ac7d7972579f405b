/// Numbers that are the same but for what stands between their groups of three: "1,280", "1 280", "1280".
struct ThousandsMarks {
  /// What stands between two groups.
  private enum Mark: Hashable { case none, blank, comma, dot, quote }

  private struct Number: Hashable {
    var digits: String
    var mark = Mark.none
    var groups = 1
  }

  private enum Part: Hashable {
    case number(Number)
    case other(UInt32)
  }

  let old: ComparedText
  let new: ComparedText

  /// True where both sides say the same words and numbers, and the marks between thousands differ.
  func isAllThatDiffers(in hunk: Hunk) -> Bool {
    let (before, after) = (Self.parts(of: hunk.old, in: old), Self.parts(of: hunk.new, in: new))
    guard before.count == after.count, before != after else { return false }
    return zip(before, after).allSatisfy { mine, theirs in
      guard case .number(let mine) = mine, case .number(let theirs) = theirs else {
        return mine == theirs
      }
      return mine.digits == theirs.digits && Self.isOneValue(mine, theirs)
    }
  }

  /// One comma or dot may stand before a fraction. A comma in English does not before three digits, and
  /// beside blanks neither does a dot; "1.280" to "1280" or "1,280" may be another value.
  private static func isOneValue(_ mine: Number, _ theirs: Number) -> Bool {
    let pair: Set = [mine.mark, theirs.mark]
    guard max(mine.groups, theirs.groups) == 2, pair.count == 2 else { return true }
    return pair != [.comma, .dot] && pair != [.dot, .none]
  }

  private static func parts(of run: Range<Int>, in text: ComparedText) -> [Part] {
    var parts: [Part] = []
    var place = run.lowerBound
    while place < run.upperBound {
      guard text.tokens[place].kind == .number else {
        parts.append(.other(text.keys[place]))
        place += 1
        continue
      }
      var number = Number(digits: text.form(place))
      place += 1
      while let (mark, next) = group(after: place - 1, number, before: run.upperBound, in: text) {
        number.mark = mark
        number.groups += 1
        number.digits += text.form(next)
        place = next + 1
      }
      parts.append(.number(number))
    }
    return parts
  }

  /// Three digits that go on the number which ends at `last`.
  private static func group(
    after last: Int, _ number: Number, before end: Int, in text: ComparedText
  ) -> (Mark, Int)? {
    guard number.groups > 1 || number.digits.count <= 3 && !number.digits.hasPrefix("0"),
      last + 1 < end
    else { return nil }
    var (mark, next) = (Mark.blank, last + 1)
    if text.tokens[next].kind != .number {
      guard text.tokens[next].follows == .nothing, next + 1 < end,
        text.tokens[next + 1].follows == .nothing
      else { return nil }
      switch text.tokens[next].kind {
      case .dot: mark = .dot
      case .quote: mark = .quote
      case .punctuation where text.isPunctuation(next, oneOf: ","): mark = .comma
      default: return nil
      }
      next += 1
    } else if text.tokens[next].follows != .space {
      return nil
    }
    guard text.tokens[next].kind == .number, text.form(next).utf8.count == 3,
      number.groups == 1 || number.mark == mark
    else { return nil }
    return (mark, next)
  }
}
