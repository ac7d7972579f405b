/// The words of one side of a run, each in one list but for the dates, which are counted.
struct WordRoles {
  /// Words and numbers in all, without function words.
  private(set) var words = 0
  private(set) var dates = 0
  /// Those that are dates where the other side has one, too.
  private(set) var possibleDates = 0
  private(set) var numbers: [String] = []
  private(set) var hedges: [String] = []
  private(set) var names: [String] = []
  private(set) var plain: [String] = []

  /// - Parameter names: `nil` where no word is to count as a name.
  init(of run: Range<Int>, in text: ComparedText, names rule: NameRule?) {
    let dateExpression = DateExpression(text: text)
    for index in run {
      let token = text.tokens[index]
      let (word, meaning) = (text.entry(index).lowercased, text.meaning(index))
      // The marks of "4.11.2021" and "14:30".
      if Self.isDecimalMark(index, in: text), dateExpression.contains(index - 1),
        dateExpression.contains(index + 1)
      {
        continue
      }
      if token.kind == .unit || Self.isDecimalMark(index, in: text) || Self.isSign(index, in: text)
        || text.isRaisedFigure(index)
      {
        numbers.append(word)
        words += 1
        continue
      }
      guard token.isWord else { continue }
      let isHedge = Self.isHedge(word, index, in: text)
      if dateExpression.contains(index), !isHedge || text.isCapitalised(index) {
        dates += 1
        possibleDates += 1
        words += 1
      } else if isHedge {
        hedges.append(word)
        words += 1
      } else if dateExpression.mayContain(index) {
        possibleDates += 1
        words += 1
        if !meaning.isDisjoint(with: .number) { numbers.append(word) }
      } else if Self.isOften(word, index, in: text) {
        plain.append(word)
        words += 1
      } else if token.kind == .number || word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
        || !meaning.isDisjoint(with: .number)
      {
        numbers.append(word)
        words += 1
      } else if meaning.contains(.function), !text.isInitial(index) {
        continue
      } else if rule?.isName(index) == true {
        names.append(text.form(index))
        words += 1
      } else {
        plain.append(word)
        words += 1
      }
    }
  }

  private static func isHedge(_ word: String, _ index: Int, in text: ComparedText) -> Bool {
    if word == "may" && text.isCapitalised(index) && DateExpression(text: text).contains(index) {
      return false
    }
    if !text.meaning(index).isDisjoint(with: .denial) { return !isInPhrase(index, in: text) }
    // "about 40"
    if text.meaning(index).contains(.approximation) {
      return index + 1 < text.tokens.count
        && (text.tokens[index + 1].kind == .number || text.tokens[index + 1].kind == .unit
          || text.meaning(index + 1).contains(.numeral))
    }
    if text.meaning(index).contains(.intention) {
      return index + 1 < text.tokens.count && text.entry(index + 1).lowercased == "to"
    }
    if text.meaning(index).contains(.resolve), isBeforeInfinitive(index, in: text) { return true }
    // "isn't": the word before the apostrophe, and the t behind it.
    let (mark, rest) = (index + 1, index + 2)
    if text.meaning(index).contains(.contracted), rest < text.tokens.count,
      text.tokens[mark].kind == .quote, text.tokens[rest].follows == .nothing
    {
      return text.entry(rest).lowercased == "t"
    }
    return word == "t" && index > 1 && text.tokens[index - 1].kind == .quote
      && text.meaning(index - 2).contains(.contracted)
  }

  /// "Не раз" is many times, of no number.
  private static func isOften(_ word: String, _ index: Int, in text: ComparedText) -> Bool {
    oftenWords.contains(word) && index > 0
      && HedgeWords.isPlainNegation(text.entry(index - 1).lowercased)
  }

  private static let oftenWords = ["раз", "razy", "разу"]

  /// "Тем не менее" denies nothing.
  private static func isInPhrase(_ index: Int, in text: ComparedText) -> Bool {
    index > 0 && ["тем", "тым", "тим"].contains(text.entry(index - 1).lowercased)
      && index + 1 < text.tokens.count && text.entry(index + 1).lowercased.hasPrefix("мен")
  }

  private static func isBeforeInfinitive(_ index: Int, in text: ComparedText) -> Bool {
    // A reflexive or another word may stand between: "zgodził się podpisać".
    (index + 1...index + 2).contains { next in
      next < text.tokens.count && text.tokens[next].kind == .word
        && HedgeWords.isInfinitive(text.entry(next).lowercased)
    }
  }

  private static func isDecimalMark(_ index: Int, in text: ComparedText) -> Bool {
    guard text.tokens[index].kind == .dot || text.isPunctuation(index, oneOf: ",:/"),
      index > 0, index + 1 < text.tokens.count
    else { return false }
    return text.tokens[index - 1].kind == .number && text.tokens[index + 1].kind == .number
      && text.tokens[index].follows == .nothing && text.tokens[index + 1].follows == .nothing
  }

  /// A minus.
  static func isSign(_ index: Int, in text: ComparedText) -> Bool {
    guard text.tokens[index].kind == .dash, index + 1 < text.tokens.count,
      text.tokens[index + 1].kind == .number, text.tokens[index + 1].follows == .nothing
    else { return false }
    // "$-128.52" is less than nothing, "3-5" is from three to five.
    return text.tokens[index].follows != .nothing
      || index > 0 && text.tokens[index - 1].kind == .unit
  }
}

extension ComparedText {
  /// The power of a unit of length ("m²"), or a fraction in one sign. Behind other words such a
  /// figure is a footnote's.
  func isRaisedFigure(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation, tokens[index].range.count > 1 else { return false }
    switch decodedScalar(bytes, at: tokens[index].range.lowerBound).scalar {
    case 0xBC...0xBE, 0x2150...0x215E: return true
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079:
      return index > 0 && tokens[index].follows == .nothing
        && Self.lengths.contains(entry(index - 1).lowercased)
    default: return false
    }
  }

  private static let lengths: Set<String> = [
    "m", "km", "cm", "dm", "mm", "м", "км", "см", "дм", "мм", "ft", "in", "mi", "yd",
  ]
}
