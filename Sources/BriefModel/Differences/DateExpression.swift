/// Which tokens of a text belong to a date, seen with their neighbours.
struct DateExpression {
  let text: ComparedText

  /// A year, a month, a day of a month or of the week, a part of a numeric date or of a time of
  /// day.
  func contains(_ index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return isDateNumber(index) || TimeOfDay(text: text).contains(index)
    case .word:
      let first = text.bytes[Int(token.start)]
      if first >= 0x30 && first <= 0x39 { return isDated(text.entry(index).lowercased, index) }
      let meaning = text.meaning(index)
      // Most words are none of this.
      guard token.range.count <= Self.shortWord || !meaning.isDisjoint(with: Self.candidates)
      else { return false }
      return !meaning.isDisjoint(with: [.month, .weekday])
        || (meaning.contains(.ambiguousMonth) && isMonthHere(index))
        || (meaning.contains(.ordinal) && (isBesidePeriod(index) || isQuarter(index)))
        || (meaning.contains(.periodPart) && meaning.isDisjoint(with: [.dateConnector, .numeral])
          && isPart(index))
        || isRomanMonth(index)
        || TimeOfDay(text: text).contains(index)
    case .dot: return TimeOfDay(text: text).contains(index)
    default: return false
    }
  }

  /// Bytes of a Roman month, and of the halves of "a.m.".
  private static let shortWord = 4
  private static let candidates: Meaning = TimeOfDay.candidates.union([
    .month, .weekday, .ambiguousMonth, .ordinal, .periodPart,
  ])

  /// Could be part of a date, if what it stands for is one: "May", "spring", "2021".
  func mayContain(_ index: Int) -> Bool {
    if contains(index) { return true }
    return !text.meaning(index).isDisjoint(with: [.month, .ambiguousMonth, .relativeTime])
  }

  /// Stands between the parts of a date: a mark, "of", "and", an ordinal's ending.
  func mayConnect(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .dot, .dash: true
    case .punctuation: text.isPunctuation(index, oneOf: ",/:")
    case .word: text.meaning(index).contains(.dateConnector)
    default: false
    }
  }

  // MARK: - Numbers

  private func isDateNumber(_ index: Int) -> Bool {
    if isNumericDate(index) { return true }
    guard let value = value(index) else { return false }
    let digits = text.tokens[index].range.count
    if digits == 4 { return isYear(value, index) }
    guard digits <= 2 else { return false }
    if digits == 2, index >= 2, isGlued(index), isGlued(index - 1), isRangeMark(index - 1),
      self.value(index - 2).map({ isYear($0, index - 2) }) == true
    {
      return true  // "2021/22"
    }
    if digits == 2, value % 10 == 0, isDecade(index) { return true }
    return (value >= 1 && value <= 31 && isDayOfMonth(index))
      || (value >= 1 && value <= 4 && isBesidePeriod(index))
  }

  private func isYear(_ value: Int, _ index: Int) -> Bool {
    if isAmount(index) { return false }
    if value >= 1900 && value <= 2099 { return true }
    if hasMonth(beside: index) || meaning(after: index).contains(.yearWord)
      || (index > 0 && isRomanMonth(index - 1))
    {
      return true
    }
    return value >= 1000 && value < 1900
      && meaning(before: index).contains(.yearPreposition)
  }

  /// "90-х годов", "90. lat".
  private func isDecade(_ index: Int) -> Bool {
    let endings = ["х", "ых", "е", "s", "er", "ern"]
    guard index + 2 < text.tokens.count, text.tokens[index + 1].kind == .dash else { return false }
    return endings.contains(text.form(index + 2).lowercased())
  }

  /// A currency, a percent sign or a word for either stands beside the number, or a separator makes
  /// it part of a longer one.
  private func isAmount(_ index: Int) -> Bool {
    if index > 0, text.tokens[index - 1].kind == .unit { return true }
    let next = index + 1
    guard next < text.tokens.count else { return false }
    if text.tokens[next].kind == .unit { return true }
    if text.tokens[next].kind == .word {
      let meaning = text.meaning(next)
      return meaning.contains(.unit) && !meaning.contains(.relativeTime)
    }
    return next + 1 < text.tokens.count && isGlued(next) && isGlued(next + 1)
      && text.tokens[next + 1].kind == .number
      && (text.tokens[next].kind == .dot || text.isPunctuation(next, oneOf: ",:"))
  }

  /// Day before its month in every language; behind it in English and Lithuanian, unless "in" says
  /// that the number counts something else ("in November 28 programmes").
  private func isDayOfMonth(_ index: Int) -> Bool {
    var next = index + 1
    while next < text.tokens.count, next <= index + 5, mayConnect(next) || isSmall(next) {
      next += 1
    }
    if next < text.tokens.count, next <= index + 5, isMonthWord(next) || isRomanMonth(next) {
      return true
    }
    var previous = index - 1
    while previous >= 0, previous >= index - 4,
      text.tokens[previous].kind == .dash || isSmall(previous) || isConnectingWord(previous)
    {
      previous -= 1
    }
    guard previous >= 0, isMonthWord(previous),
      text.meaning(previous).contains(.monthBeforeDay)
    else { return false }
    return previous == 0 || text.form(previous - 1).lowercased() != "in"
  }

  /// `01.12.2023`, `2023-12-01`, `1/12/2023`, `12:30`.
  func isNumericDate(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .number else { return false }
    var first = index
    while first >= 2, index - first < 6, isNumericPart(first - 2), isJoint(first - 1),
      isGlued(first - 1),
      isGlued(first)
    {
      first -= 2
    }
    var parts = [first]
    var last = first
    while last + 2 < text.tokens.count, last - first < 8, isNumericPart(last + 2),
      isJoint(last + 1),
      isGlued(last + 1),
      isGlued(last + 2)
    {
      last += 2
      parts.append(last)
    }
    let lengths = parts.map { text.tokens[$0].range.count }
    if lengths.count == 2 {
      return text.isPunctuation(first + 1, oneOf: ":") && lengths == [2, 2]
    }
    return lengths == [2, 2, 4] || lengths == [1, 2, 4] || lengths == [1, 1, 4]
      || lengths == [2, 1, 4] || lengths == [4, 2, 2] || lengths == [2, 2, 2]
  }

  private func isNumericPart(_ index: Int) -> Bool {
    text.tokens[index].kind == .number && text.tokens[index].range.count <= 4
  }

  private func isJoint(_ index: Int) -> Bool {
    text.tokens[index].kind == .dot || text.tokens[index].kind == .dash
      || text.isPunctuation(index, oneOf: "/:")
  }

  private func isRangeMark(_ index: Int) -> Bool {
    text.tokens[index].kind == .dash || text.isPunctuation(index, oneOf: "/")
  }

  // MARK: - Words

  /// "4th" by a month, "2020s", "Q3".
  private func isDated(_ word: String, _ index: Int) -> Bool {
    let digits = word.prefix { $0 >= "0" && $0 <= "9" }
    guard let value = Int(digits) else { return false }
    if digits.count == 4 { return value >= 1000 && value <= 2099 && word.count <= 6 }
    // "90s".
    if digits.count == 2, value % 10 == 0, word.dropFirst(2) == "s" { return true }
    guard digits.count <= 2 && value <= 31 else { return false }
    // "on the 17th of the month"
    return isDayOfMonth(index)
      || (index > 1 && text.entry(index - 1).lowercased == "the"
        && text.entry(index - 2).lowercased == "on")
  }

  /// "Q3", "H1": no other word is written so.
  private func isQuarter(_ index: Int) -> Bool {
    text.tokens[index].range.count == 2
      && text.bytes[Int(text.tokens[index].start) + 1] <= UInt8(ascii: "4")
  }

  /// "the end of 2023", "Ende Mai", "mid-2023", "metų pabaiga".
  private func isPart(_ index: Int) -> Bool {
    var next = index + 1
    while next < text.tokens.count, next <= index + 4 {
      if isPeriod(next) { return true }
      guard isBetweenParts(next) else { break }
      next += 1
    }
    return index > 0 && text.tokens[index].follows != .nothing && isPeriod(index - 1)
  }

  private func isBetweenParts(_ index: Int) -> Bool {
    text.tokens[index].kind == .dash
      || (text.tokens[index].kind == .word
        && !text.meaning(index).isDisjoint(with: [.dateConnector, .function, .periodPart]))
  }

  /// A year, a month or a word for either; not a part of another, which would ask back.
  private func isPeriod(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .number: return isDateNumber(index)
    case .word:
      let meaning = text.meaning(index)
      if !meaning.isDisjoint(with: [
        .month, .ambiguousMonth, .relativeTime, .period, .yearWord,
      ]) || isDated(text.entry(index).lowercased, index) {
        return true
      }
      // "This is the first case" says nothing of when.
      return meaning.contains(.ordinal) && index + 1 < text.tokens.count
        && !self.meaning(after: index).isDisjoint(with: [
          .month, .relativeTime, .period, .time, .timeUnit,
        ])
    default: return false
    }
  }

  /// "4 XI 2021": between a day and a year.
  private func isRomanMonth(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.range.count <= 4, index > 0, index + 1 < text.tokens.count,
      text.bytes[token.range].allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }),
      let day = value(index - 1), day >= 1 && day <= 31
    else { return false }
    return value(index + 1).map { $0 >= 1000 && $0 <= 2099 } ?? false
  }

  private func isMonthHere(_ index: Int) -> Bool {
    if isNumber(index - 1) || isNumber(index + 1) { return true }
    return text.isCapitalised(index) && text.tokens[index].follows != .nothing
      && !(index > 0 && text.tokens[index - 1].kind == .dot)
  }

  private func isMonthWord(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word else { return false }
    let entry = text.entry(index)
    if entry.meaning.contains(.month) { return true }
    // "may" is a month only with a capital; in the other languages it is no other word's form
    // right beside a number.
    return entry.meaning.contains(.ambiguousMonth)
      && (text.isCapitalised(index) || (entry.lowercased != "may" && entry.lowercased != "march"))
  }

  private func hasMonth(beside index: Int) -> Bool {
    (index > 0 && isMonthWord(index - 1))
      || (index + 1 < text.tokens.count && isMonthWord(index + 1))
      || (index > 1 && !text.tokens[index - 1].isWord && isMonthWord(index - 2))
  }

  private func isBesidePeriod(_ index: Int) -> Bool {
    [index + 1, index - 1, index + 2].contains { neighbour in
      text.tokens.indices.contains(neighbour) && text.tokens[neighbour].kind == .word
        && text.meaning(neighbour).contains(.period)
    }
  }

  private func isConnectingWord(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && text.meaning(index).contains(.dateConnector)
  }

  private func isSmall(_ index: Int) -> Bool {
    text.tokens[index].kind == .number && text.tokens[index].range.count <= 2
  }

  private func isNumber(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .number
  }

  private func isGlued(_ index: Int) -> Bool { text.tokens[index].follows == .nothing }

  private func meaning(before index: Int) -> Meaning {
    index > 0 && text.tokens[index - 1].kind == .word ? text.meaning(index - 1) : []
  }

  private func meaning(after index: Int) -> Meaning {
    index + 1 < text.tokens.count && text.tokens[index + 1].kind == .word
      ? text.meaning(index + 1) : []
  }

  private func value(_ index: Int) -> Int? {
    let token = text.tokens[index]
    guard token.kind == .number, token.range.count <= 4 else { return nil }
    return text.bytes[token.range].reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}
