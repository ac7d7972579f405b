/// Which tokens belong to a time of day: "10 a.m.", "2.30 p.m.", "11 часов утра", "o godzinie 10",
/// "um 9 Uhr", "в 11-й гадзіне". With a colon (`12:30`) a time needs no neighbours.
struct TimeOfDay {
  let text: ComparedText

  func contains(_ index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return isTime(index)
    case .dot: return isInHalf(index) || (isJoint(index) && isTime(index - 1))
    case .word:
      let meaning = text.meaning(index)
      // Most words are none of this.
      guard token.range.count == 1 || !meaning.isDisjoint(with: Self.candidates) else {
        return false
      }
      if meaning.contains(.clock) || isHalf(index) {
        return isTimeBefore(index) || isHourBefore(index)
      }
      if meaning.contains(.dayPart) {
        return isHourBefore(index)
      }
      if meaning.contains(.clockBeside) { return isTimeBefore(index) || isTimeBehind(index) }
      return !meaning.isDisjoint(with: [.numeral, .ordinal]) && isHourInWords(index)
    default: return false
    }
  }

  /// A number that an hour, or minutes behind one, could be, with what makes it one beside it.
  private func isTime(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .number, text.tokens[index].range.count <= 2 else {
      return false
    }
    if index >= 2, isJoint(index - 1), text.tokens[index - 2].range.count <= 2 {
      return isTime(from: index - 2, to: index)
    }
    if index + 2 < text.tokens.count, isJoint(index + 1), text.tokens[index + 2].range.count == 2 {
      return isTime(from: index, to: index + 2)
    }
    return isTime(from: index, to: index)
  }

  private func isTime(from first: Int, to last: Int) -> Bool {
    guard text.tokens[first].range.count <= 2 else { return false }
    var next = last + 1
    // "11-й", "11-я".
    if next + 1 < text.tokens.count, text.tokens[next].kind == .dash,
      text.tokens[next + 1].follows == .nothing, text.tokens[next + 1].range.count <= 4
    {
      next += 2
    }
    let behind = next < text.tokens.count && text.tokens[next].kind == .word ? next : nil
    if let behind {
      if text.meaning(behind).contains(.clock) || isHalf(behind) { return true }
      if text.meaning(behind).contains(.clockBeside) {
        // "11 часов" may last, but not "в 11 часов" nor "11 часов утра".
        var part = behind + 1
        if part < text.tokens.count, text.tokens[part].kind == .dot { part += 1 }
        let isMorning =
          part < text.tokens.count && text.tokens[part].kind == .word
          && text.meaning(part).contains(.clock)
        return isMorning || last > first || hasPreposition(before: first)
      }
    }
    if isHour(before: first) { return true }
    // "at 2.30", "о 14.30", but not "at 2.30 dollars".
    guard last > first, hasPreposition(before: first) else { return false }
    return behind.map { text.meaning($0).isDisjoint(with: .number) } ?? true
      && !(next < text.tokens.count && text.tokens[next].kind == .unit)
  }

  /// "o godzinie dziesiątej", "о восьмій ранку", "seven in the morning", "half past nine".
  private func isHourInWords(_ index: Int) -> Bool {
    if isHour(before: index) { return true }
    var next = index + 1
    while next < text.tokens.count, next < index + 3, text.tokens[next].isWord,
      ["in", "the", "am"].contains(text.entry(next).lowercased)
    {
      next += 1
    }
    if next < text.tokens.count, text.tokens[next].kind == .word {
      if text.meaning(next).contains(.clock) { return true }
      let meaning = text.meaning(next)
      if meaning.contains(.dayPart), next == index + 3 || isPast(next) { return true }
    }
    return index > 0 && text.tokens[index - 1].kind == .word && isPast(index - 1)
  }

  /// "half past nine"
  private func isPast(_ index: Int) -> Bool { text.entry(index).lowercased == "past" }

  static let candidates: Meaning = [.clock, .clockBeside, .numeral, .ordinal, .dayPart]

  private func isHour(before index: Int) -> Bool {
    var before = index - 1
    if before > 0, text.tokens[before].kind == .dot { before -= 1 }
    return before >= 0 && text.tokens[before].kind == .word
      && text.meaning(before).contains(.clockBeside)
  }

  private func hasPreposition(before index: Int) -> Bool {
    index > 0 && text.tokens[index - 1].kind == .word
      && Self.prepositions.contains(text.entry(index - 1).lowercased)
  }

  private static let prepositions = Set(
    words("at by until till o od do w в к до с на у а аб да з о об від um bis ab gegen nuo iki"))

  private func isTimeBefore(_ index: Int) -> Bool {
    var number = index - 1
    // The second word of "11 часов утра", the ending of "11-й гадзіне".
    if number > 0, text.meaning(number).contains(.clockBeside) { number -= 1 }
    if number > 1, text.tokens[number].kind == .word, text.tokens[number - 1].kind == .dash {
      number -= 2
    }
    return number >= 0 && text.tokens[number].kind == .number && isTime(number)
  }

  private func isHourBefore(_ index: Int) -> Bool {
    (1...3).contains { back in
      index >= back && text.tokens[index - back].kind == .word
        && !text.meaning(index - back).isDisjoint(with: [.numeral, .ordinal])
        && isHourInWords(index - back)
    }
  }

  private func isTimeBehind(_ index: Int) -> Bool {
    var next = index + 1
    if next < text.tokens.count, text.tokens[next].kind == .dot { next += 1 }
    guard next < text.tokens.count else { return false }
    if text.tokens[next].kind == .word {
      return !text.meaning(next).isDisjoint(with: [.numeral, .ordinal])
    }
    return isTime(next)
  }

  /// A dot or colon between two numbers.
  private func isJoint(_ index: Int) -> Bool {
    index > 0 && index + 1 < text.tokens.count
      && (text.tokens[index].kind == .dot || text.isPunctuation(index, oneOf: ":"))
      && text.tokens[index - 1].kind == .number && text.tokens[index + 1].kind == .number
      && text.tokens[index].follows == .nothing && text.tokens[index + 1].follows == .nothing
  }

  /// The a or p of "a.m.", its m.
  private func isHalf(_ index: Int) -> Bool {
    let letter = text.entry(index).lowercased
    if letter == "a" || letter == "p" {
      return index + 2 < text.tokens.count && text.tokens[index + 1].kind == .dot
        && text.entry(index + 2).lowercased == "m"
    }
    return false
  }

  private func isInHalf(_ index: Int) -> Bool {
    index > 0 && text.tokens[index - 1].kind == .word && isHalf(index - 1)
      && isTimeBefore(index - 1)
  }
}
