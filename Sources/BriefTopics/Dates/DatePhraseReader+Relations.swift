import BriefModel

/// Dates that hang on another one, or on the words around them.
extension DatePhraseReader {
  /// `than last year`, `чем летась`: what something is held against. A bound (`not later than`) is
  /// a preposition of its own.
  func comparison(at position: Int) -> DatePhrase? {
    guard let before = grammar[position - 1], before.prepositions.isEmpty else { return nil }
    // German `als` is `when` as well.
    if language == "de", !before.text.hasSuffix("er"), before.text != "mehr" { return nil }
    var inner = position + 1
    if grammar[inner]?.prepositions.contains(.during) == true { inner += 1 }
    // `than a year ago`, `als vor einem Jahr`
    let isBehind = grammar[inner]?.prepositions.contains(.ago) == true
    let start = grammar.skipFillers(isBehind ? inner + 1 : inner)
    if let amount = grammar.amount(at: start),
      isBehind || grammar[amount.next]?.has(.ago) == true
    {
      return DatePhrase(
        tie: .comparison, shape: .interval(DateInterval()),
        range: position..<(isBehind ? amount.next : amount.next + 1))
    }
    guard let reading = grammar.date(at: grammar.skipFillers(inner)) else { return nil }
    return DatePhrase(tie: .comparison, shape: reading.shape, range: position..<reading.next)
  }

  /// `at the turn of the year`, `na przełomie 2023 i 2024 roku`; months are a range.
  func turnOfYear(at position: Int) -> DatePhrase? {
    var inner = grammar.skipFillers(position + 1)
    if grammar[inner]?.has(.yearMark) == true, grammar[inner + 1]?.year != nil { inner += 1 }
    if let first = grammar[inner]?.year {
      guard
        let second = grammar.items.indices.dropFirst(inner + 1).prefix(2).first(where: {
          grammar[$0]?.year == first + 1
        })
      else { return nil }
      return DatePhrase(
        tie: .during, shape: .turnOfYear(year: first),
        range: position..<grammar.pastYearMark(second + 1))
    }
    guard let item = grammar[inner], item.has(.unit(.year)), item.number == nil else { return nil }
    return DatePhrase(tie: .during, shape: .turnOfYear(year: nil), range: position..<inner + 1)
  }

  /// `po dziesięciu dniach`, `after ten days`: counted from the date before, where the clause ends
  /// with it (`after two years of talks` says how long they took).
  func shifted(behind position: Int) -> DatePhrase? {
    guard let reading = grammar.amount(at: grammar.skipFillers(position + 1)) else { return nil }
    if let next = grammar[reading.next], next.gap == .space, !next.has(.conjunction),
      grammar.items[position].text != "спустя"
    {
      return nil
    }
    if reading.high.unit == .year { return nil }
    return DatePhrase(
      tie: .during, shape: .interval(DateInterval()), shift: reading.high,
      range: position..<reading.next)
  }

  /// `closed its skies in a day`, `главное за день`: how long something took.
  func isStory(_ reading: DateGrammar.AmountReading, at position: Int) -> Bool {
    // `po dešimties metų derybų`: what lasted so long.
    if language == "lt", grammar.items[position].text == "po", let next = grammar[reading.next],
      next.gap == .space, next.text.utf8.count >= 5, context.tenses[reading.next] == .unknown,
      ["u", "io", "os", "es"].contains(where: next.text.hasSuffix)
    {
      return true
    }
    let range = position..<reading.next
    if reading.high.unit == .day, reading.high.days == 1 {
      return !context.clauseHasVerb(.future, at: position)
        && (context.bias(at: range).isNearPast || !context.hasVerb(.future))
    }
    // Lithuanian `po savaitės` counts from what was told before.
    guard ["en": "in", "lt": "po"][language] == grammar.items[position].text else { return false }
    return context.bias(at: range).isNearPast && !context.clauseHasVerb(.future, at: position)
      && !context.isInfinitive(before: range)
  }

  /// `через неделю их освободили`: a time that passed since the date before.
  func isTold(_ reading: DateGrammar.AmountReading, at position: Int) -> Bool {
    guard Self.passings.contains(grammar.items[position].text) else { return false }
    return context.clauseHasVerb(.past, at: position)
      && !context.clauseHasVerb(.future, at: position)
      && !context.wasDue(at: position..<reading.next)
      && !context.isPromised(before: position..<reading.next)
  }

  private static let passings: Set<String> = ["через", "праз", "po"]

  /// Dates that are due by what stands beside them: `the January deadline`, `январский срок`; `до
  /// Дня Независимости, 3 июля`.
  func named(at position: Int) -> DatePhrase? {
    guard let reading = grammar.date(at: position) else { return nil }
    switch reading.shape {
    case .month:
      guard let noun = grammar[reading.next], noun.gap == .space,
        Self.deadlineNouns.contains(where: noun.text.hasPrefix)
      else { return nil }
    case .day:
      // `the 1 June date`
      let isNoun =
        language == "en" && grammar[reading.next]?.gap == .space
        && Self.deadlineNouns.contains(grammar[reading.next]?.text ?? "")
      guard isNoun || grammar[position]?.gap == .comma && isBehindNamedDay(position) else {
        return nil
      }
    default: return nil
    }
    return DatePhrase(tie: .by, shape: reading.shape, range: position..<reading.next)
  }

  private static let deadlineNouns = [
    "deadline", "date", "target", "срок", "дедлайн", "термін", "строк", "тэрмін",
  ]

  /// Is a capitalised name in front that a deadline leads to?
  private func isBehindNamedDay(_ position: Int) -> Bool {
    for before in (max(0, position - 4)..<position).reversed() {
      guard let item = grammar[before] else { return false }
      if item.prepositions.contains(.by) { return before < position - 1 }
      guard item.isCapitalised, item.gap == .space else { return false }
    }
    return false
  }
}
