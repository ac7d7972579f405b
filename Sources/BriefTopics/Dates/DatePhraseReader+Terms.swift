import BriefModel

/// Amounts of time that run from the day of publication without a preposition.
extension DatePhraseReader {
  func term(at position: Int) -> DatePhrase? {
    guard let anchor = grammar.anchor, let item = grammar[position] else { return nil }
    // `лет через десять`
    if let reading = grammar.invertedAmount(at: position) {
      return DatePhrase(
        tie: .after, shape: .interval(DateInterval()), interval: later(reading, anchor),
        range: position..<reading.next)
    }
    if let next = pastFurther(position), let reading = amountAhead(at: next) {
      return running(reading, from: anchor, at: position)
    }
    // `six more months`
    if grammar[position + 1]?.has(.further) == true, let unit = grammar[position + 2]?.unit,
      let reading = grammar.counted(at: position, unit, next: position + 3),
      grammar[reading.next]?.has(.ago) != true
    {
      return running(reading, from: anchor, at: position)
    }
    // Most words have no amount behind them.
    guard mayBegin(amountAt: position + 1) || mayBegin(amountAt: position + 2),
      Self.allotments[language]?.contains(item.text) == true
    else { return nil }
    return allotted(behind: position, anchor)
  }

  private func mayBegin(amountAt position: Int) -> Bool {
    position < grammar.items.count && grammar.items[position].opensDate
  }

  /// Behind `another`, `ещё`, `ещё на`.
  private func pastFurther(_ position: Int) -> Int? {
    guard grammar[position]?.has(.further) == true else { return nil }
    let next = position + 1
    let isTied = grammar[next]?.prepositions.contains(.forPeriod) == true
    return isTied || grammar[next]?.text == "um" ? next + 1 : next
  }

  private func amountAhead(at position: Int) -> DateGrammar.AmountReading? {
    guard let reading = grammar.amount(at: position), grammar[reading.next]?.has(.ago) != true,
      grammar[reading.next]?.has(.further) != true,
      reading.high.unit != .day || reading.high.days > 1
    else { return nil }
    return reading
  }

  /// `have six months to draft`, `отвели шесть месяцев`, `haben sechs Monate Zeit`.
  private func allotted(behind position: Int, _ anchor: CalendarDate) -> DatePhrase? {
    for start in position + 1...position + 2 {
      guard grammar[start]?.gap == .space, let reading = amountAhead(at: start) else { continue }
      let behind = grammar[reading.next]?.text ?? ""
      // `дали 9 лет` is a sentence of a court.
      if reading.high.unit == .year, !["на", "for", "to", "na", "zeit"].contains(behind) {
        continue
      }
      if language == "en", !["to", "for"].contains(behind),
        behind != "in" || grammar[reading.next + 1]?.text != "which"
      {
        continue
      }
      if Self.havings.contains(grammar.items[position].text),
        !["na", "czasu", "by", "aby", "на", "для", "часу"].contains(behind)
      {
        continue
      }
      if language == "de", behind != "zeit" { continue }
      return running(reading, from: anchor, isGiven: true, at: start)
    }
    return nil
  }

  private func running(
    _ reading: DateGrammar.AmountReading, from anchor: CalendarDate, isGiven: Bool = false,
    at position: Int
  ) -> DatePhrase? {
    let range = position..<reading.next
    guard isGiven || context.direction(at: range) != .past else { return nil }
    return DatePhrase(
      tie: .after, shape: .interval(DateInterval()),
      interval: DateInterval(start: anchor, end: reading.high.later(than: anchor)), range: range)
  }

  /// `ma 45 lat` is an age; who has six months has them for something.
  private static let havings: Set<String> = ["ma", "maja", "mamy", "маюць", "мае", "мають", "має"]

  /// Verbs that give or have time.
  private static let allotments: [String: Set<String>] = [
    "en": ["have", "has", "given", "gives", "gave", "allowed", "allows", "got", "get", "gets"],
    "ru": [
      "отвели", "отвел", "отведено", "отводится", "отводят", "дали", "дал", "дано", "дает",
      "дается", "получили", "выделили", "отвела", "дала",
    ],
    "pl": [
      "ma", "maja", "mamy", "dali", "dal", "daly", "dala", "dano", "sobie", "daje", "otrzymali",
      "dostali", "dostal", "wyznaczono",
    ],
    "be": ["далі", "дау", "дадзена", "маюць", "мае", "адвялі", "адведзена", "атрымалі", "дала"],
    "uk": [
      "дали", "дав", "дано", "мають", "має", "відвели", "відведено", "отримали", "дала",
    ],
    "de": ["hat", "haben", "bekommt", "bekommen", "erhalt", "erhalten"],
    "lt": ["turi", "dave", "skirta", "skyre", "gavo", "duota", "duoti"],
  ]

  /// A relative date that the day behind the comma states exactly: `через месяц, 25 декабря`.
  func dropRestated(_ phrases: inout [DatePhrase]) {
    var kept: [DatePhrase] = []
    for phrase in phrases {
      if let last = kept.last, restates(phrase, last) { kept.removeLast() }
      kept.append(phrase)
    }
    phrases = kept
  }

  private func restates(_ phrase: DatePhrase, _ last: DatePhrase) -> Bool {
    let start = last.range.upperBound
    let between = start..<max(start, phrase.range.lowerBound)
    let isBeside =
      between.isEmpty
      || between.count == 1 && Self.thatIs.contains(grammar[start]?.text ?? "")
    guard isBeside, grammar[start]?.gap == .comma, isExact(phrase.shape), phrase.farShape == nil,
      last.tie != .since, last.tie != .ofDocument
    else { return false }
    switch last.shape {
    case .interval, .newYear: return true
    default: return false
    }
  }

  private func isExact(_ shape: DateShape) -> Bool {
    switch shape {
    case .day, .month(_?, _): true
    default: false
    }
  }

  private static let thatIs: Set<String> = ["czyli", "тобто", "namely", "also", "значит", "а"]
}
