import BriefModel

/// Amounts of time that a preposition or a word behind them ties to the day of publication.
extension DatePhraseReader {
  /// `within two months`, `через год`, `in five to seven years`, `vor zwei Wochen`.
  func amount(_ prepositions: [DatePreposition], at position: Int) -> DatePhrase? {
    guard let anchor = grammar.anchor else { return nil }
    if let bound = bound(prepositions, at: position, anchor) { return bound }
    // `вперше за три роки`, `der erste Besuch seit drei Jahren` count back, and name no date.
    if position > 0, Self.firstTimes.contains(grammar.items[position - 1].text) { return nil }
    if isFirst(before: position) { return nil }
    // `12 mln. per metus`: the rate.
    if language == "lt", let before = grammar[position - 1],
      before.number != nil || Self.counted.contains(before.text)
    {
      return nil
    }
    if language == "de", prepositions.contains(.since),
      let reading = grammar.amount(at: grammar.skipFillers(position + 1))
    {
      return DatePhrase(
        tie: .since, shape: .interval(DateInterval()),
        interval: DateInterval(start: earlier(reading, anchor).start, end: nil),
        range: position..<reading.next)
    }
    if prepositions.contains(.afterwards), !prepositions.contains(.after) {
      return shifted(behind: position)
    }
    let wanted: [DatePreposition] = [.within, .after, .ago]
    guard prepositions.contains(where: { wanted.contains($0) }) else {
      return nil
    }
    let start = grammar.skipFillers(position + 1)
    // `в ближайшие недели` are nobody knows how many.
    if Self.fewComing.contains(where: grammar.items[position].text.hasSuffix),
      grammar.count(at: start) == nil
    {
      return nil
    }
    guard let reading = grammar.amount(at: start), reading.next > start else { return nil }
    // `in two years' time`; `three weeks ago` is read from its amount.
    if grammar[reading.next]?.has(.ago) == true || grammar[reading.next]?.has(.later) == true {
      return nil
    }
    if isTold(reading, at: position) {
      return DatePhrase(
        tie: .during, shape: .interval(DateInterval()), shift: reading.high,
        range: position..<reading.next)
    }
    if isStory(reading, at: position) { return nil }
    let range =
      position..<(grammar[reading.next]?.has(.hence) == true ? reading.next + 1 : reading.next)
    // `в течение 2024 года` is a date, not an amount.
    if grammar[reading.next]?.year != nil, grammar[reading.next]?.gap == .space { return nil }
    if prepositions.contains(.within) {
      return DatePhrase(
        tie: .within, shape: .interval(DateInterval()),
        interval: DateInterval(start: anchor, end: reading.high.later(than: anchor)), range: range)
    }
    if prepositions.contains(.after) {
      return DatePhrase(
        tie: .after, shape: .interval(DateInterval()), interval: later(reading, anchor),
        range: range)
    }
    return DatePhrase(
      tie: .ago, shape: .interval(DateInterval()), interval: earlier(reading, anchor), range: range)
  }

  private static let fewComing = [
    "ближайшие", "бліжэйшыя", "найближчі", "najblizsze", "najblizszych",
  ]

  private func isFirst(before position: Int) -> Bool {
    guard grammar.amount(at: grammar.skipFillers(position + 1)) != nil else { return false }
    return grammar.items[max(0, position - 3)..<position].contains { item in
      item.ordinal == 1 && item.digits == 0 && item.text.utf8.count > 3
        && !item.has(.conjunction)
    }
  }

  private static let counted: Set<String> = [
    "mln", "mlrd", "tukst", "eur", "karta", "kartus", "euru", "doleriu", "rubliu",
  ]

  private static let firstTimes: Set<String> = ["впервые", "вперше", "упершыню"]

  /// `не ранее чем через десять лет`, `не пазней чым праз месяц`, `ne vėliau kaip per tris
  /// mėnesius`.
  private func bound(
    _ prepositions: [DatePreposition], at position: Int, _ anchor: CalendarDate
  ) -> DatePhrase? {
    let isOpen = prepositions.contains(.notBefore)
    guard isOpen || prepositions.contains(.by),
      let second = grammar[position + 1]?.prepositions,
      second.contains(.after) || second.contains(.within),
      let reading = grammar.amount(at: grammar.skipFillers(position + 2))
    else { return nil }
    return DatePhrase(
      tie: isOpen ? .notBefore : .by, shape: .interval(DateInterval()),
      interval: isOpen
        ? DateInterval(start: reading.low.later(than: anchor), end: nil)
        : DateInterval(start: anchor, end: reading.high.later(than: anchor)),
      range: position..<reading.next)
  }

  /// Days, weeks and months count from the day of publication; years are calendar years.
  func later(_ reading: DateGrammar.AmountReading, _ anchor: CalendarDate) -> DateInterval {
    let (low, high) = (reading.low.later(than: anchor), reading.high.later(than: anchor))
    guard reading.low.unit == .year, reading.low.months % 12 == 0, reading.high.months % 12 == 0
    else {
      return DateInterval(start: low, end: high)
    }
    return DateInterval(
      start: CalendarDate(year: low.year, month: 1, day: 1),
      end: CalendarDate(year: high.year, month: 12, day: 31))
  }

  private func earlier(_ reading: DateGrammar.AmountReading, _ anchor: CalendarDate) -> DateInterval
  {
    let (low, high) = (reading.high.earlier(than: anchor), reading.low.earlier(than: anchor))
    guard reading.low.unit == .year, reading.low.months % 12 == 0 else {
      return DateInterval(start: low, end: high)
    }
    return DateInterval(
      start: CalendarDate(year: low.year, month: 1, day: 1),
      end: CalendarDate(year: high.year, month: 12, day: 31))
  }

  /// `three weeks ago`, `dwa lata temu`, `in two months' time` without its preposition; and an
  /// amount that something takes: `от года до полутора лет`.
  func past(at position: Int) -> DatePhrase? {
    guard let anchor = grammar.anchor, let reading = grammar.amount(at: position) else {
      return nil
    }
    if grammar[reading.next]?.has(.ago) == true {
      return DatePhrase(
        tie: .ago, shape: .interval(DateInterval()), interval: earlier(reading, anchor),
        range: position..<reading.next + 1)
    }
    // `a year later than agreed`, `на рік пізніше` say how late it is.
    if grammar[reading.next]?.has(.later) == true,
      grammar[reading.next + 1]?.prepositions.contains(.comparedWith) != true,
      grammar[position - 1]?.prepositions.contains(.forPeriod) != true,
      grammar[position - 1]?.text != "um"
    {
      return DatePhrase(
        tie: .during, shape: .interval(DateInterval()), shift: reading.high,
        range: position..<reading.next + 1)
    }
    if grammar[reading.next]?.has(.hence) == true {
      return DatePhrase(
        tie: .after, shape: .interval(DateInterval()), interval: later(reading, anchor),
        range: position..<reading.next + 1)
    }
    return nil
  }
}
