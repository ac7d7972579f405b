import BriefModel

extension DatePhraseReader {
  /// `from 12 to 16 September`, `2021–2023`, `Kovo 29 – balandžio 2 d.`, `w nocy z 11 na 12
  /// września`, `от года до полутора лет`. `start` is where the first end stands, `position` where
  /// the phrase begins; `isOpened` when a preposition opened it.
  func range(from start: Int, at position: Int, isOpened: Bool) -> DatePhrase? {
    if isOpened, let amounts = amounts(at: position) { return amounts }
    guard let low = lowEnd(at: start) else { return nil }
    guard let (next, isDash) = separator(at: low.next, isOpened: isOpened) else { return nil }
    guard let high = highEnd(at: next, low) else { return nil }
    // `between March 2022 and March 2023` are two ends, and no move.
    let isBetween = grammar.items[position].prepositions.contains(.between)
    // `auf 2028 bis 2033 verschoben`: the years it was moved to.
    let tied = grammar.items[position].prepositions
    var isTarget = false
    if case (.year, .year) = (low.shape, high.shape) {
      isTarget = tied.contains { $0 == .to || $0 == .forPeriod } && !tied.contains(.from)
    }
    if speaksOfMove, !isDash, !isBetween, !isTarget,
      context.clauseHas(.moved, at: position..<low.next)
    {
      // `продлили с 1 до 20 июня`: the old day takes its month from the new date.
      guard isOpened, let day = low.dayOnly, case .day(let year, let month, _) = high.shape,
        context.isMoved(before: position, anywhere: false)
      else { return nil }
      return DatePhrase(
        tie: .movedFrom, shape: .day(year: year, month: month, day: day), range: position..<low.next
      )
    }
    var nearShape = low.shape
    var farShape = high.shape
    switch (low.dayOnly, farShape) {
    case (let day?, .day(let year, let month, let last)):
      nearShape = .day(year: year, month: month, day: day)
      // `on 3 and 10 June` are two days, `on 11 and 12 June` is one visit.
      if !isOpened, grammar[low.next]?.has(.conjunction) == true, last > day + 1 {
        return DatePhrase(tie: .during, shape: nearShape, range: position..<low.next)
      }
    case (.some, _): return nil
    default: break
    }
    if let year = farShape.year, nearShape.lacksYear {
      nearShape = wrapped(nearShape, year, before: farShape)
    }
    if let year = nearShape.year, farShape.lacksYear { farShape = farShape.with(year: year) }
    // What ends before it begins is no range.
    if let start = nearShape.interval?.start, let end = farShape.interval?.end, end < start {
      return nil
    }
    return DatePhrase(
      tie: .range, shape: nearShape, farShape: farShape, range: position..<high.next)
  }

  /// `December to February 2025` begins in 2024.
  private func wrapped(_ shape: DateShape, _ year: Int, before far: DateShape) -> DateShape {
    let same = shape.with(year: year)
    if let a = same.interval?.start, let b = far.interval?.end, a > b {
      return shape.with(year: year - 1)
    }
    // `from September to the end of 2022`, said in September 2021.
    if case .month(nil, let month) = shape, case .partOfYear = far, let anchor = grammar.anchor,
      anchor.month == month, anchor.year == year - 1
    {
      return shape.with(year: year - 1)
    }
    return same
  }

  private struct LowEnd {
    var shape: DateShape
    var dayOnly: Int?
    var next: Int
  }

  private func lowEnd(at start: Int) -> LowEnd? {
    let position = grammar.skipFillers(start)
    // `і до 20 лютого`: an "and" is no first day.
    if let item = grammar[position], let day = item.dayOfMonth, (1...31).contains(day),
      !item.has(.conjunction) || item.isCapitalised
    {
      let next = grammar.skipFillers(position + 1)
      if grammar[next]?.month == nil, grammar[position + 1]?.gap != .slash {
        // `12 to 16 September`: the month comes with the far end.
        if item.digits > 0 || item.ordinal != nil {
          let reading = grammar.date(at: position)
          if reading == nil {
            return LowEnd(
              shape: .day(year: nil, month: 1, day: day), dayOnly: day, next: position + 1)
          }
        }
      }
    }
    guard let reading = grammar.date(at: position) else { return nil }
    return LowEnd(shape: reading.shape, dayOnly: nil, next: reading.next)
  }

  private func separator(at position: Int, isOpened: Bool) -> (next: Int, isDash: Bool)? {
    guard let item = grammar[position] else { return nil }
    if item.gap == .dash { return (position, true) }
    if item.gap == .other || item.gap == .comma { return nil }
    let prepositions = item.prepositions
    if language == "de", item.text == "zu", isOpened, grammar[position + 1]?.month != nil {
      return (position + 1, false)
    }
    if prepositions.contains(.to) || (isOpened && prepositions.contains(.forPeriod)) {
      return (grammar.skipFillers(position + 1), false)
    }
    // `w maju lub czerwcu`
    if item.has(.conjunction), grammar[position - 1]?.month != nil,
      grammar[position + 1]?.month != nil, grammar[position + 1].map(grammar.isMonthName) == true
    {
      return (position + 1, false)
    }
    if item.has(.conjunction), isOpened || grammar[position - 1]?.digits ?? 0 > 0 {
      return (grammar.skipFillers(position + 1), false)
    }
    if language == "en", isOpened, prepositions.contains(.by),
      ["until", "till", "through"].contains(item.text)
    {
      return (grammar.skipFillers(position + 1), false)
    }
    return nil
  }

  private func highEnd(at position: Int, _ end: LowEnd) -> DateGrammar.Reading? {
    let low = end.shape
    // `2024–26`
    if case .year(let first) = low, let item = grammar[position], item.gap == .dash,
      item.digits == 2, let short = item.number, first % 100 < short
    {
      return DateGrammar.Reading(
        shape: .year(first / 100 * 100 + short), next: grammar.pastYearMark(position + 1))
    }
    // `March 29–31`, `kovo 12–16 d.`; in `won 3-1` no month is named.
    if end.dayOnly == nil, case .day(let year, let month, _) = low, let item = grammar[position],
      item.gap == .dash,
      item.digits > 0, let day = item.dayOfMonth, grammar.date(at: position) == nil
    {
      var next = position + 1
      if grammar[next]?.has(.dayMark) == true { next += 1 }
      let behind = grammar.yearAfter(next)
      return DateGrammar.Reading(
        shape: .day(year: year ?? behind?.year, month: month, day: day),
        next: behind?.next ?? next)
    }
    // `nuo rugsėjo 12 iki 16 d.`
    if language == "lt", end.dayOnly == nil, case .day(let year, let month, _) = low,
      let item = grammar[position],
      item.digits > 0, let day = item.dayOfMonth, grammar[position + 1]?.has(.dayMark) == true
    {
      return DateGrammar.Reading(
        shape: .day(year: year, month: month, day: day), next: position + 2)
    }
    guard let reading = grammar.date(at: position) else { return nil }
    switch (low, reading.shape) {
    case (.year, .year), (.day, .day), (.month, .month), (.quarter, .quarter), (.season, .season),
      (.day, .month), (.month, .day), (.month, .partOfMonth), (.partOfMonth, .partOfMonth),
      (.partOfYear, .partOfYear), (.year, .partOfYear), (.month, .partOfYear),
      (.partOfYear, .month),
      (.season, .month), (.month, .season), (.month, .year), (.day, .partOfYear),
      (.partOfMonth, .month),
      (.half, .half), (.weekday, .weekday):
      return reading
    default: return nil
    }
  }

  /// An amount that something takes, opened by `from`.
  private func amounts(at position: Int) -> DatePhrase? {
    guard let anchor = grammar.anchor, let reading = grammar.amount(at: position),
      reading.low != reading.high, grammar[reading.next]?.has(.ago) != true
    else { return nil }
    return DatePhrase(
      tie: .after, shape: .interval(DateInterval()),
      interval: DateInterval(
        start: reading.low.later(than: anchor), end: reading.high.later(than: anchor)),
      range: position..<reading.next)
  }

  /// A date without a year takes that of the date that is named together with it: `from 1 July to 1
  /// October 2023`, `1 July and 1 October 2023`.
  func shareYears(_ phrases: inout [DatePhrase]) {
    // `in 2025, from late August to mid-September`
    for index in phrases.indices.dropFirst() where phrases[index].shape.lacksYear {
      let before = phrases[index - 1]
      guard case .year(let year) = before.shape, before.tie == .during, before.farShape == nil,
        before.range.upperBound == phrases[index].range.lowerBound
      else { continue }
      phrases[index].shape = phrases[index].shape.with(year: year)
      phrases[index].farShape = phrases[index].farShape.map {
        $0.lacksYear ? $0.with(year: year) : $0
      }
    }
    for index in phrases.indices.dropLast().reversed() where phrases[index].shape.lacksYear {
      let (this, next) = (phrases[index], phrases[index + 1])
      guard let year = next.shape.year else { continue }
      let between = next.range.lowerBound - this.range.upperBound
      let isMove = this.tie == .movedFrom && next.tie == .movedTo
      var isList = between <= 1 && next.tie == .alone
      if case .year = next.shape { isList = false }
      if isMove {
        // `from autumn to the first half of 2024`
        phrases[index].shape = wrapped(this.shape, year, before: next.shape)
      } else if isList {
        phrases[index].shape = this.shape.with(year: year)
      }
    }
  }
}
