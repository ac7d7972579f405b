import BriefModel

/// Dates that leave out a word that the date before has.
extension DatePhraseReader {
  /// `первый транш в этом году, второй в следующем`, `this year or next`, `к концу текущего`: the
  /// unit is that of the date before.
  func elliptical(at position: Int, behind last: DatePhrase?) -> DatePhrase? {
    guard let last, let unit = unit(of: last) else { return nil }
    // Lithuanian needs no preposition: `antroji – kitais`.
    if language == "lt", grammar[position]?.gap == .dash, let offset = grammar[position]?.relative,
      offset != 0, !isFollowedByNoun(position), let period = grammar.period(unit, offset)
    {
      return DatePhrase(tie: .alone, shape: .interval(period), range: position..<position + 1)
    }
    let prepositions = grammar.items[position].prepositions
    var inner = grammar.skipFillers(position + 1)
    var part: Part?
    if let stated = grammar[inner]?.part {
      part = stated
      inner = grammar.skipFillers(inner + 1)
    }
    let isJoined = grammar.items[position].has(.conjunction)
    guard !prepositions.isEmpty || isJoined && position == last.range.upperBound,
      let word = grammar[inner], word.gap == .space, let offset = word.relative,
      offset != 0 || part != nil, !isFollowedByNoun(inner)
    else { return nil }
    // `and the last is to be paid in 2038` is an instalment.
    if isJoined, part == nil, word.text.hasPrefix("the ") { return nil }
    // `в будущем` is some day.
    if part == nil, Self.someDay.contains(where: word.text.hasPrefix) { return nil }
    let reading: DateGrammar.Reading? =
      if let part {
        grammar.edge(part, of: unit, offset, next: inner + 1)
      } else {
        grammar.period(unit, offset).map {
          DateGrammar.Reading(shape: .interval($0), next: inner + 1)
        }
      }
    guard let reading else { return nil }
    let ending: DatePhrase.Tie? =
      isJoined ? .alone : tie(prepositions, reading, at: position)
    return ending.map { DatePhrase(tie: $0, shape: reading.shape, range: position..<reading.next) }
  }

  private static let someDay = ["будущ", "будуч", "майбутн", "przyszl", "past", "прошл"]

  private func unit(of phrase: DatePhrase) -> TimeUnit? {
    for position in phrase.range.reversed() {
      guard let item = grammar[position] else { continue }
      if let unit = item.unit, unit != .day { return unit }
      if item.year != nil
        || item.first({
          if case .relativeYear(let years) = $0 { years } else { nil }
        }) != nil
      {
        return .year
      }
    }
    return nil
  }

  private func isFollowedByNoun(_ position: Int) -> Bool {
    guard let next = grammar[position + 1], next.gap == .space else { return false }
    return next.prepositions.isEmpty && !next.has(.conjunction)
      && context.tenses[position + 1] == .unknown
  }

  /// `in 2028 at the earliest`, `2028 frühestens`: the first day counts.
  func bounded(_ phrase: DatePhrase) -> DatePhrase {
    let next = phrase.range.upperBound
    if grammar[next]?.has(.latest) == true, [.during, .alone, .forPeriod].contains(phrase.tie) {
      var phrase = phrase
      phrase.tie = .by
      phrase.range = phrase.range.lowerBound..<next + 1
      return phrase
    }
    guard grammar[next]?.has(.earliest) == true, grammar[next]?.gap == .space,
      [.during, .alone, .forPeriod].contains(phrase.tie),
      grammar.date(at: grammar.skipFillers(next + 1)) == nil
    else { return phrase }
    var phrase = phrase
    phrase.tie = .notBefore
    phrase.range = phrase.range.lowerBound..<next + 1
    return phrase
  }

  /// `каждый понедельник`, `co pół roku`, `every six months`: how often, and no date.
  func isRepeated(_ position: Int) -> Bool {
    position > 0 && context.roles[position - 1].contains(.repetition)
  }

  /// The bare day of a month that is near: `встречаются двадцатого в Петербурге`.
  func bareDay(at position: Int) -> DatePhrase? {
    guard position > 0, let item = grammar[position], item.gap == .space,
      context.tenses[position - 1] != .unknown, let day = item.dayOfMonth, day <= 31
    else { return nil }
    var end = position + 1
    if item.digits > 0 {
      // `заметили 23-го`
      guard let ending = grammar[end], ending.gap == .dash, ["го", "га"].contains(ending.text)
      else { return nil }
      end += 1
    } else {
      guard day >= 4, Self.genitives.contains(where: item.text.hasSuffix) else { return nil }
    }
    if let next = grammar[end], next.gap == .space, next.prepositions.isEmpty { return nil }
    return DatePhrase(tie: .alone, shape: .monthlyDay(day), range: position..<end)
  }

  private static let genitives = ["ого", "ага", "ego"]
}
