import BriefModel

extension DateGrammar {
  /// `end of 2023`, `конца года`, `Anfang kommenden Jahres`, `late February`, `mid-2024`,
  /// `kovo pabaigoje`.
  func part(at position: Int) -> Reading? {
    if let part = self[position]?.part {
      // `start this summer` is a verb.
      if language == "en", Self.bareParts.contains(self[position]?.text ?? ""),
        self[position + 1]?.year == nil, self[position + 1]?.month == nil
      {
        return nil
      }
      return inside(part, skipFillers(position + 1))
    }
    return trailingPart(at: position)
  }

  private static let bareParts: Set<String> = ["start", "beginning", "end", "middle"]

  private func inside(_ part: Part, _ start: Int) -> Reading? {
    guard let item = self[start], item.gap != .comma, item.gap != .other else { return nil }
    if let month = item.month, isMonthName(item) {
      let year = yearAfter(start + 1)
      return Reading(
        shape: .partOfMonth(year: year?.year, month: month, part), next: year?.next ?? start + 1,
        standsAlone: true)
    }
    if let year = item.year {
      return Reading(
        shape: .partOfYear(year: year, part), next: pastYearMark(start + 1), standsAlone: true)
    }
    // `end of the first quarter`, `end of Q3`, `end of next month`.
    if let inner = numbered(at: start) ?? season(at: start) {
      return edge(part, of: inner)
    }
    guard let anchor else { return nil }
    if let year = yearAfter(start) {
      return Reading(
        shape: .partOfYear(year: year.year, part), next: year.next, standsAlone: true)
    }
    if let offset = item.relative, let unit = self[start + 1]?.unit {
      return edge(part, of: unit, offset, next: start + 2)
    }
    if item.has(.decade) { return edge(part, of: .decade, 0, next: start + 1) }
    guard let unit = item.unit else { return nil }
    // `до конца месяца`: the current one, unless it is named behind.
    if unit == .month, let month = self[start + 1]?.month {
      return Reading(
        shape: .partOfMonth(year: nil, month: month, part), next: start + 2, standsAlone: true)
    }
    let (offset, next) = trailingRelative(start + 1)
    _ = anchor
    return edge(part, of: unit, offset, next: next)
  }

  private func trailingRelative(_ position: Int) -> (offset: Int, next: Int) {
    if language != "en", let offset = self[position]?.relative, self[position]?.gap == .space,
      self[position + 1]?.unit == nil
    {
      return (offset, position + 1)
    }
    return (0, position)
  }

  /// The part of a quarter, half or season: only its end is a date of its own.
  private func edge(_ part: Part, of inner: Reading) -> Reading? {
    if case .season(let year, let season) = inner.shape {
      return Reading(
        shape: .partOfSeason(year: year, season, part), next: inner.next, standsAlone: true)
    }
    guard part == .late || part == .early else { return inner }
    return Reading(shape: inner.shape, next: inner.next, standsAlone: true)
  }

  func edge(_ part: Part, of unit: TimeUnit, _ offset: Int, next: Int) -> Reading? {
    guard let anchor else { return nil }
    switch unit {
    case .year:
      return Reading(
        shape: .partOfYear(year: anchor.year + offset, part), next: next, standsAlone: true)
    case .month:
      let month = anchor.adding(months: offset)
      return Reading(
        shape: .partOfMonth(year: month.year, month: month.month, part), next: next,
        standsAlone: true)
    default:
      guard let interval = period(unit, offset) else { return nil }
      return Reading(shape: .interval(interval), next: next, standsAlone: true)
    }
  }

  /// Lithuanian puts the part behind: `metų pabaigos`, `2023 m. pabaigoje`, `kovo pradžioje`.
  private func trailingPart(at position: Int) -> Reading? {
    guard language == "lt", let item = self[position] else { return nil }
    if let month = item.month, let part = self[position + 1]?.part {
      return Reading(
        shape: .partOfMonth(year: nil, month: month, part), next: position + 2, standsAlone: true)
    }
    if let season = item.season, let part = self[position + 1]?.part {
      return Reading(
        shape: .partOfSeason(year: nil, season, part), next: position + 2, standsAlone: true)
    }
    if let unit = item.unit, let part = self[position + 1]?.part {
      return edge(part, of: unit, 0, next: position + 2)
    }
    if let offset = item.relative, let unit = self[position + 1]?.unit,
      let part = self[position + 2]?.part
    {
      return edge(part, of: unit, offset, next: position + 3)
    }
    if let reading = numbered(at: position), let part = self[reading.next]?.part {
      return edge(part, of: Reading(shape: reading.shape, next: reading.next + 1))
    }
    return nil
  }

  /// `first quarter of 2023`, `II half`, `Q3`, `второй половине февраля`.
  func numbered(at position: Int) -> Reading? {
    guard let item = self[position] else { return nil }
    if let quarter = item.first({ if case .quarterNumber(let value) = $0 { value } else { nil } }) {
      let year = yearAfter(position + 1)
      return Reading(
        shape: .quarter(year: year?.year, quarter), next: year?.next ?? position + 1,
        standsAlone: year != nil)
    }
    if let half = item.first({ if case .halfNumber(let value) = $0 { value } else { nil } }) {
      let year = yearAfter(position + 1)
      return Reading(
        shape: .half(year: year?.year, half), next: year?.next ?? position + 1,
        standsAlone: year != nil)
    }
    guard let number = item.ordinal ?? (item.digits == 1 ? item.number : lastOfYear(position))
    else {
      return nil
    }
    var next = position + 1
    var year: Int?
    // `Antrąjį 2023 m. ketvirtį`
    if language == "lt", let stated = self[next]?.year, self[next + 1]?.has(.yearMark) == true {
      (year, next) = (stated, next + 2)
    }
    // `pirmąjį kitų metų pusmetį`
    if language == "lt", let anchor, let offset = self[next]?.relative,
      self[next + 1]?.has(.unit(.year)) == true
    {
      (year, next) = (anchor.year + offset, next + 2)
    }
    // `antroje gegužės pusėje`, `zweite Maihälfte`
    if let month = self[next]?.month, let part = monthPart(number, month, at: next) { return part }
    guard let what = self[next], what.gap == .space || what.gap == .dot else { return nil }
    next += 1
    if what.has(.quarter), (1...4).contains(number) || number == 0 {
      let behind = year.map { ($0, next) } ?? wholeYear(next)
      let quarter = number == 0 ? 4 : number
      return Reading(
        shape: .quarter(year: behind?.0, quarter), next: behind?.1 ?? next, standsAlone: true)
    }
    if what.has(.tenDays), (1...3).contains(number), let month = self[next]?.month {
      let behind = yearAfter(next + 1)
      let parts: [Part] = [.early, .middle, .late]
      return Reading(
        shape: .partOfMonth(year: behind?.year, month: month, parts[number - 1]),
        next: behind?.next ?? next + 1, standsAlone: true)
    }
    if what.has(.unit(.week)), (1...4).contains(number), let month = self[skipFillers(next)]?.month
    {
      let inner = skipFillers(next)
      let behind = yearAfter(inner + 1)
      return Reading(
        shape: .weekOfMonth(year: behind?.year, month: month, number),
        next: behind?.next ?? inner + 1, standsAlone: true)
    }
    guard (1...2).contains(number) || number == 0, what.has(.halfYear) || what.has(.half) else {
      return nil
    }
    let half = number == 0 ? 2 : number
    let inner = skipFillers(next)
    if what.has(.half), let month = self[inner]?.month {
      let behind = yearAfter(inner + 1)
      return Reading(
        shape: .halfOfMonth(year: behind?.year, month: month, half),
        next: behind?.next ?? inner + 1, standsAlone: true)
    }
    let behind = year.map { ($0, next) } ?? wholeYear(next)
    guard behind != nil || what.has(.halfYear) else { return nil }
    return Reading(shape: .half(year: behind?.0, half), next: behind?.1 ?? next, standsAlone: true)
  }

  /// A half or a third of a month that names the month first or in one word with it.
  private func monthPart(_ number: Int, _ month: Int, at position: Int) -> Reading? {
    let isFused = self[position]?.has(.half) == true || self[position]?.has(.tenDays) == true
    let next = isFused ? position : position + 1
    guard isFused || language == "lt", let what = self[next] else { return nil }
    let year = yearAfter(next + 1)
    if what.has(.half), (1...2).contains(number) {
      return Reading(
        shape: .halfOfMonth(year: year?.year, month: month, number), next: year?.next ?? next + 1,
        standsAlone: true)
    }
    if what.has(.unit(.week)), (1...4).contains(number) {
      return Reading(
        shape: .weekOfMonth(year: year?.year, month: month, number), next: year?.next ?? next + 1,
        standsAlone: true)
    }
    let parts: [Part] = [.early, .middle, .late]
    guard what.has(.tenDays), (1...3).contains(number) else { return nil }
    return Reading(
      shape: .partOfMonth(year: year?.year, month: month, parts[number - 1]),
      next: year?.next ?? next + 1, standsAlone: true)
  }

  /// `last quarter of 2024`, `final quarter`: 0 stands for the last of its year.
  private func lastOfYear(_ position: Int) -> Int? {
    if let item = self[position], item.relative == -1, self[position + 1]?.has(.tenDays) == true,
      self[position + 1]?.month != nil
    {
      return 3
    }
    guard let item = self[position],
      self[position + 1]?.has(.quarter) == true || self[position + 1]?.has(.half) == true,
      item.relative == -1 || item.text == "final",
      wholeYear(position + 2) != nil
    else { return nil }
    return 0
  }

  /// A stated year, or `of the year` as the current one.
  private func wholeYear(_ position: Int) -> (Int, Int)? {
    if let year = yearAfter(position) { return (year.year, year.next) }
    let next = skipFillers(position)
    if let anchor, self[next]?.has(.unit(.year)) == true, self[next]?.gap == .space,
      self[next]?.number == nil
    {
      return (anchor.year, next + 1)
    }
    return nil
  }

  /// `autumn 2025`, `Осенью этого года`, `next spring`, `навесні`.
  func season(at position: Int) -> Reading? {
    // `na lata 2024–2026`: the Polish years look like the summer's.
    if self[position]?.has(.yearMark) == true, self[position + 1]?.year != nil,
      self[position + 2]?.year != nil, self[position + 2]?.gap == .dash
    {
      return nil
    }
    if let offset = self[position].flatMap(comingOffset), let season = self[position + 1]?.season {
      if let year = yearAfter(position + 2) {
        return Reading(shape: .season(year: year.year, season), next: year.next, standsAlone: true)
      }
      return relativeSeason(season, offset, next: position + 2)
    }
    guard let item = self[position], let season = item.season,
      language != "en" || item.text != "fall" || yearAfter(position + 1) != nil
        || self[position - 1]?.isFiller == true
    else { return nil }
    let year = yearAfter(position + 1)
    return Reading(
      shape: .season(year: year?.year, season), next: year?.next ?? position + 1,
      standsAlone: year != nil || Self.adverbialSeasons.contains(item.text))
  }

  /// `next`, `last`; `najbliższej zimy` is the next one.
  func comingOffset(_ item: DateItem) -> Int? { item.relative ?? (item.has(.coming) ? 1 : nil) }

  /// Forms that say when by themselves.
  private static let adverbialSeasons: Set<String> = [
    "летам", "улетку", "улітку", "увесну", "вясною", "зімою", "узімку", "увосени", "весной",
    "летом",
    "осенью", "зимой", "вясной", "восенню", "зiмой", "зімой", "увосень",
    "навесні",
    "влітку", "восени", "взимку", "узимку", "весною", "latem", "wiosna", "jesienia", "zima",
    "pavasari", "pavasariui",
    "vasara", "rudeni", "ziema",
  ]

  private func relativeSeason(_ season: Season, _ offset: Int, next: Int) -> Reading? {
    guard let anchor else { return nil }
    let near: DateShape
    switch offset {
    case 0: near = .season(year: anchor.year, season)
    case 1...: near = upcoming(season, after: anchor)
    default:
      near = DateShape.season(year: nil, season).settled(near: anchor.adding(months: -3), .firmPast)
    }
    return Reading(shape: near, next: next, standsAlone: true)
  }

  private func upcoming(_ season: Season, after anchor: CalendarDate) -> DateShape {
    for year in anchor.year...anchor.year + 1 {
      let shape = DateShape.season(year: year, season)
      if let start = shape.interval?.start, start > anchor { return shape }
    }
    return .season(year: anchor.year + 1, season)
  }
}
