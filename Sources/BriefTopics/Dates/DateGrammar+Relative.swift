import BriefModel

extension DateGrammar {
  /// `March`, `March 2024`, `марте этого года`, `this December`.
  func month(at position: Int) -> Reading? {
    if let offset = self[position].flatMap(comingOffset), let item = self[position + 1],
      let month = item.month, isMonthName(item), let anchor
    {
      let shape = DateShape.month(year: nil, month)
      let settled: DateShape =
        switch offset {
        case 0: .month(year: anchor.year, month)
        case 1...: shape.settled(near: anchor.adding(months: 1), .firmFuture)
        default: shape.settled(near: anchor.adding(months: -1), .firmPast)
        }
      return Reading(shape: settled, next: position + 2, standsAlone: true)
    }
    guard let item = self[position], let month = item.month, isMonthName(item) else { return nil }
    if let year = yearAfter(position + 1) {
      return Reading(shape: .month(year: year.year, month), next: year.next, standsAlone: true)
    }
    if language == "lt", self[position + 1]?.has(.unit(.month)) == true {
      return Reading(shape: .month(year: nil, month), next: position + 2, standsAlone: true)
    }
    // Lithuanian `sausį`: the accusative says when.
    let saysWhen =
      language == "lt"
      && (item.text.hasSuffix("i") || item.text.hasSuffix("a") || item.text.hasSuffix("e"))
    return Reading(shape: .month(year: nil, month), next: position + 1, standsAlone: saysWhen)
  }

  /// `next year`, `w zeszłym tygodniu`, `this quarter`, `roku bieżącym`.
  func relative(at position: Int) -> Reading? {
    guard let item = self[position], anchor != nil else { return nil }
    if item.has(.thisYear), let anchor {
      return Reading(shape: .year(anchor.year), next: position + 1, standsAlone: true)
    }
    // `w najbliższy piątek`, `в ближайшую пятницу`
    let coming = item.has(.coming) && self[position + 1].flatMap(weekday) != nil ? 1 : nil
    if let offset = item.relative ?? coming, let following = self[position + 1],
      following.gap == .space || following.gap == .dot
    {
      // `die nächsten Jahre` are nobody knows how many.
      if Self.plurals.contains(following.text), self[position].map({ count(of: $0) == nil }) == true
      {
        return nil
      }
      // `об этом неделю назад`
      if self[position + 2]?.has(.ago) == true { return nil }
      // `on the last day` is that of what went on.
      // `этот день` is one that was named.
      if offset <= 0, following.unit == .day { return nil }
      // `kitos savaitės penktadienį`
      if language == "lt", following.unit == .week, let day = self[position + 2].flatMap(weekday),
        let anchor
      {
        let date = anchor.adding(days: day - anchor.weekday + 7 * offset)
        return Reading(shape: .interval(.day(date)), next: position + 3, standsAlone: true)
      }
      if let unit = following.unit, let interval = period(unit, offset) {
        return Reading(shape: .interval(interval), next: position + 2, standsAlone: true)
      }
      if following.has(.weekend), let anchor {
        let saturday = anchor.adding(days: 6 - anchor.weekday + 7 * offset)
        return Reading(
          shape: .interval(DateInterval(start: saturday, end: saturday.adding(days: 1))),
          next: position + 2, standsAlone: true)
      }
      if following.has(.halfYear), let interval = period(.half, offset) {
        return Reading(shape: .interval(interval), next: position + 2, standsAlone: true)
      }
      if let weekday = weekday(of: following) {
        let shape = DateShape.weekday(weekday)
        guard let anchor else { return nil }
        return Reading(
          shape: shape.settled(near: anchor, offset < 0 ? .past : .future), next: position + 2,
          standsAlone: true)
      }
    }
    if let unit = item.unit, item.number == nil, language != "en", language != "de",
      let offset = self[position + 1]?.relative, self[position + 1]?.gap == .space,
      self[position + 2]?.unit == nil, let interval = period(unit, offset)
    {
      return Reading(shape: .interval(interval), next: position + 2, standsAlone: true)
    }
    return nil
  }

  private static let plurals: Set<String> = [
    "years", "weeks", "months", "days", "jahre", "jahren", "wochen", "monate", "monaten", "tage",
    "tagen", "годы", "годах", "гады", "гадах", "роки", "роках",
    "lata", "latach", "tygodnie", "tygodniach", "miesiace", "miesiacach",
  ]

  private func count(of item: DateItem) -> Int? {
    item.number ?? item.first { if case .halves(let value) = $0 { value } else { nil } }
  }

  func weekday(of item: DateItem) -> Int? {
    item.first { if case .weekday(let value) = $0 { value } else { nil } }
  }

  /// The calendar period a number of periods from that of publication.
  func period(_ unit: TimeUnit, _ offset: Int) -> DateInterval? {
    guard let anchor else { return nil }
    switch unit {
    case .day: return .day(anchor.adding(days: offset))
    case .week: return .week(of: anchor.adding(days: 7 * offset))
    case .month:
      let month = anchor.adding(months: offset)
      return .months(month.year, month.month, month.month)
    case .quarter:
      let first = (anchor.month - 1) / 3 * 3 + 1 + 3 * offset
      return .months(anchor.year, first, first + 2)
    case .half:
      let first = (anchor.month - 1) / 6 * 6 + 1 + 6 * offset
      return .months(anchor.year, first, first + 5)
    case .year: return .year(anchor.year + offset)
    case .decade:
      let first = (anchor.year / 10 + offset) * 10
      return DateInterval(
        start: CalendarDate(year: first, month: 1, day: 1),
        end: CalendarDate(year: first + 9, month: 12, day: 31))
    }
  }

  /// `Jahresende 2024`, `year-end`.
  func fused(at position: Int) -> Reading? {
    guard
      let (part, unit) = self[position]?.first({
        if case .partOfUnit(let part, let unit) = $0 { (part, unit) } else { nil }
      })
    else { return nil }
    if unit == .year, let year = yearAfter(position + 1) {
      return Reading(
        shape: .partOfYear(year: year.year, part), next: year.next, standsAlone: true)
    }
    return edge(part, of: unit, 0, next: position + 1)
  }

  /// `Freitag kommender Woche`, `пятницу на следующей неделе`.
  private func weekBehind(_ weekday: Int, _ position: Int) -> Reading? {
    let next = self[position]?.prepositions.isEmpty == false ? position + 1 : position
    guard let anchor, let offset = self[next]?.relative, self[next]?.gap == .space,
      self[next + 1]?.unit == .week, self[next + 1]?.gap == .space
    else { return nil }
    let day = anchor.adding(days: weekday - anchor.weekday + 7 * offset)
    return Reading(shape: .interval(.day(day)), next: next + 2)
  }

  /// `2023`, `2023 г.`, `years 2021`; ranges are read by ``DatePhraseReader``.
  func year(at position: Int) -> Reading? {
    var next = position
    if let item = self[next], item.has(.yearMark), item.number == nil,
      self[next + 1]?.gap == .space,
      self[next + 1]?.year != nil
    {
      next += 1
    }
    guard let item = self[next], let year = item.year, item.gap != .slash,
      self[next + 1]?.gap != .slash
    else { return nil }
    let end = pastYearMark(next + 1)
    // `Прежний срок — 2022 год`: the nominative states a date behind a dash or colon.
    let isNamed =
      (item.gap == .dash || item.gap == .other)
      && ["год", "рік"].contains(self[next + 1]?.text ?? "") && end > next + 1
    let saysWhen =
      isNamed || (language == "lt" && end > next + 1 && !isDocument(end))
    return Reading(shape: .year(year), next: end, standsAlone: saysWhen)
  }

  /// `2021 m. doktrina`: the year names what was written in it.
  private func isDocument(_ position: Int) -> Bool {
    guard let item = self[position], item.gap == .space || item.gap == .dot else { return false }
    return ["doktrin", "koncepcij", "dekret", "konstitucij", "strategij"].contains(
      where: item.text.hasPrefix)
  }

  /// `yesterday`, `летась`, `Christmas`, `с нового года`, `Friday`.
  func single(at position: Int) -> Reading? {
    guard let item = self[position] else { return nil }
    for meaning in item.meanings {
      switch (meaning, anchor) {
      case (.relativeDay(let offset), let anchor?):
        return Reading(
          shape: .interval(.day(anchor.adding(days: offset))), next: position + 1,
          standsAlone: true)
      case (.relativeYear(let offset), let anchor?):
        return Reading(shape: .year(anchor.year + offset), next: position + 1, standsAlone: true)
      case (.holiday(let month, let day), _):
        let year = yearAfter(position + 1)
        return Reading(
          shape: .day(year: year?.year, month: month, day: day), next: year?.next ?? position + 1)
      case (.newYear, let anchor?):
        return Reading(
          shape: .newYear(anchor.month == 1 && anchor.day == 1 ? anchor.year : anchor.year + 1),
          next: position + 1)
      case (.comingYear, let anchor?):
        // The year that has just begun is new for some weeks.
        return Reading(
          shape: .year(anchor.month <= 2 ? anchor.year : anchor.year + 1), next: position + 1,
          standsAlone: language == "lt")
      case (.easter(let isEastern), _):
        let year = yearAfter(position + 1)
        return Reading(
          shape: .easter(year: year?.year, isEastern: isEastern),
          next: year?.next ?? position + 1)
      case (.dayAfter(let days), _):
        return Reading(shape: .dayAfter(days), next: position + 1, standsAlone: true)
      case (.turnOfYear, _):
        return Reading(shape: .turnOfYear(year: nil), next: position + 1, standsAlone: true)
      case (.weekend, _?):
        return Reading(shape: .weekend, next: position + 1, standsAlone: language == "lt")
      case (.weekday(let weekday), _):
        // `on Friday, 5 March`
        if let dated = dateBehindWeekday(position + 1) { return dated }
        if let dated = weekBehind(weekday, position + 1) { return dated }
        return Reading(
          shape: .weekday(weekday), next: position + 1, standsAlone: language == "lt")
      default: continue
      }
    }
    return nil
  }
}
