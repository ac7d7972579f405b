import BriefModel

/// Reads the statement of a date that begins at an item: what the date is, not how it is tied to
/// the sentence (see ``DatePhraseReader``).
///
/// Each rule returns the shape and the position behind it, or `nil`. Every rule moves forward and
/// looks at a bounded number of items, so a sentence is read in time linear in its length.
struct DateGrammar {
  let items: [DateItem]
  /// The day of publication.
  let anchor: CalendarDate?
  let language: String

  struct Reading {
    var shape: DateShape
    var next: Int
    /// Stated by its words alone, without a preposition: `летась`, `next year`.
    var standsAlone = false
  }

  @inline(__always)
  subscript(position: Int) -> DateItem? {
    items.indices.contains(position) ? items[position] : nil
  }

  /// Is the item joined to the one before without a comma or a bracket?
  func isJoined(_ position: Int) -> Bool {
    guard let gap = self[position]?.gap else { return false }
    return gap == .space || gap == .dot || gap == .dash || gap == .hyphen
  }

  func date(at position: Int) -> Reading? {
    guard let item = self[position], item.opensDate else { return nil }
    if let reading = figures(at: position) { return reading }
    if let reading = decade(at: position) { return reading }
    if let reading = yearFirst(at: position) { return reading }
    if self[position]?.has(.lastDay) == true, let reading = lastDay(at: position) {
      return reading
    }
    if let reading = dayMonth(at: position) { return reading }
    if let reading = monthDay(at: position) { return reading }
    if let reading = monthlyDay(at: position) { return reading }
    if let reading = part(at: position) { return reading }
    if let reading = numbered(at: position) { return reading }
    if let reading = season(at: position) { return reading }
    if let reading = month(at: position) { return reading }
    if let reading = relative(at: position) { return reading }
    if let reading = fused(at: position) { return reading }
    if let reading = year(at: position) { return reading }
    return single(at: position)
  }

  /// Past fillers: `the`, `of`, `самого`.
  func skipFillers(_ position: Int) -> Int {
    var next = position
    while next < position + 2, let item = self[next], item.isFiller, item.month == nil { next += 1 }
    return next
  }

  /// The stated year behind a date: `2023`, `2023 г.`, `этого года`, `br.`, `летась`.
  func yearAfter(_ position: Int, comma: Bool = true) -> (year: Int, next: Int)? {
    var next = position
    if let item = self[next], item.isFiller { next += 1 }
    guard let item = self[next], item.gap != .other, item.gap != .slash, item.gap != .hyphen else {
      return nil
    }
    if item.gap == .comma, !comma { return nil }
    if let year = item.year, item.gap != .dash { return (year, pastYearMark(next + 1)) }
    guard let anchor, item.gap != .comma, item.gap != .dash else { return nil }
    if item.has(.thisYear) { return (anchor.year, next + 1) }
    if let offset = item.relative, let mark = self[next + 1], mark.has(.unit(.year)) {
      return (anchor.year + offset, next + 2)
    }
    // `w roku przyszłym`; a bare `года` is this year.
    if item.has(.unit(.year)), item.number == nil {
      if let offset = self[next + 1]?.relative, language != "en" {
        return (anchor.year + offset, next + 2)
      }
      return nil
    }
    if let offset = item.first({ if case .relativeYear(let value) = $0 { value } else { nil } }) {
      return (anchor.year + offset, next + 1)
    }
    return nil
  }

  func pastYearMark(_ start: Int) -> Int {
    // `2024-го года`, `2023-iųjų`
    let isEnded = self[start].map { $0.gap == .dash && Self.yearEndings.contains($0.text) } == true
    let position = isEnded ? start + 1 : start
    guard let item = self[position], item.has(.yearMark), item.number == nil,
      item.gap == .space || item.gap == .dot
    else { return position }
    if language == "en" || language == "de" { return position }
    return position + 1
  }

  private static let yearEndings: Set<String> = [
    "го", "м", "му", "й", "ый", "га", "iuju", "uju", "iaisiais", "aisiais", "iuosius", "ieji",
    "ці", "ы", "і", "ого", "uosius", "ym", "у",
  ]

  /// `29.01.2024`, `2024-01-29`, `1.1.2023`, `29/01/2024`.
  private func figures(at position: Int) -> Reading? {
    guard let first = self[position], let second = self[position + 1], first.digits > 0,
      second.digits > 0, let a = first.number, let b = second.number
    else { return nil }
    if let third = self[position + 2], let c = third.number, third.digits > 0,
      second.gap == third.gap, [.dot, .dash, .slash].contains(second.gap)
    {
      if first.year != nil, second.digits == 2, third.digits == 2 {
        return Reading(shape: checked(a, b, c), next: pastYearMark(position + 3))
      }
      if first.digits <= 2, second.digits <= 2, third.year != nil, second.gap != .dash {
        let isMonthFirst = b > 12 && a <= 12
        return Reading(
          shape: checked(c, isMonthFirst ? a : b, isMonthFirst ? b : a),
          next: pastYearMark(position + 3))
      }
    }
    // `am 1.7.`
    if language == "de", second.gap == .dot, first.digits <= 2, second.digits <= 2,
      second.start - first.end == 1, (1...12).contains(b), position > 0,
      self[position - 1]?.prepositions.isEmpty == false
    {
      return Reading(shape: .day(year: nil, month: b, day: a), next: position + 2)
    }
    return nil
  }

  private func checked(_ year: Int, _ month: Int, _ day: Int) -> DateShape {
    CalendarDate(year: year, month: month, day: day) == nil
      ? .impossible : .day(year: year, month: month, day: day)
  }

  /// A year in front: `2023 m. sausio 1 d.`, `Налета, у красавіку`, `Kitąmet pavasarį`.
  private func yearFirst(at position: Int) -> Reading? {
    var year: Int?
    var next = position + 1
    if let stated = self[position]?.year {
      guard self[next]?.has(.yearMark) == true, language == "lt" else { return nil }
      (year, next) = (stated, next + 1)
    } else if let anchor {
      if let offset = self[position]?.first({
        if case .relativeYear(let value) = $0 { value } else { nil }
      }) {
        year = anchor.year + offset
      } else if let offset = self[position]?.relative, self[next]?.has(.unit(.year)) == true,
        language == "lt"
      {
        (year, next) = (anchor.year + offset, next + 1)
      }
    }
    guard let year else { return nil }
    if self[next]?.prepositions.contains(.during) == true { next += 1 }
    next = skipFillers(next)
    if let part = self[next]?.part, self[next]?.month == nil {
      return Reading(shape: .partOfYear(year: year, part), next: next + 1, standsAlone: true)
    }
    guard self[next]?.gap != .other,
      let inner = dayMonth(at: next) ?? monthDay(at: next) ?? numbered(at: next)
        ?? season(at: next) ?? month(at: next), inner.shape.lacksYear
    else { return nil }
    return Reading(shape: inner.shape.with(year: year), next: inner.next, standsAlone: true)
  }

  /// `4 November [2021]`, `4th of November`, `Двадцать девятого декабря`, `1. Dezember 2023`.
  private func dayMonth(at position: Int) -> Reading? {
    guard let day = self[position]?.dayOfMonth else { return nil }
    let next = skipFillers(position + 1)
    // `zweite Maihälfte`, `antroje gegužės pusėje`
    for place in [next, next + 1] where place == next || language == "lt" {
      if self[place]?.has(.half) == true || self[place]?.has(.tenDays) == true { return nil }
      if language == "lt", self[place]?.has(.unit(.week)) == true { return nil }
    }
    guard let item = self[next], isJoined(next), item.gap != .dash,
      let month = item.month ?? romanMonth(at: next), isMonthName(item)
    else { return nil }
    let isDateOfLanguage = language != "lt" || self[position]?.digits == 0
    guard isDateOfLanguage else { return nil }
    let year = yearAfter(next + 1)
    guard let year else {
      return Reading(shape: possible(nil, month, day), next: next + 1)
    }
    return Reading(shape: possible(year.year, month, day), next: year.next)
  }

  /// `4 XI 2026`, between a day in figures and a year.
  private func romanMonth(at position: Int) -> Int? {
    guard let item = self[position], item.isCapitalised, language != "en", language != "de",
      self[position - 1]?.digits ?? 0 > 0, self[position + 1]?.year != nil
    else { return nil }
    return Self.romanMonths.firstIndex(of: item.text).map { $0 + 1 }
  }

  private static let romanMonths = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  /// `March 13, 2025`, `sausio 1 d.`
  private func monthDay(at position: Int) -> Reading? {
    guard let item = self[position], let month = item.month, isMonthName(item),
      language == "en" || language == "lt", let following = self[position + 1],
      following.gap == .space || following.gap == .dot,
      following.digits > 0 || isOrdinalDay(position + 1), let day = following.dayOfMonth
    else { return nil }
    var next = position + 2
    if self[next]?.has(.dayMark) == true { next += 1 }
    if language == "en", let year = yearAfter(next) {
      return Reading(shape: possible(year.year, month, day), next: year.next)
    }
    return Reading(shape: possible(nil, month, day), next: next)
  }

  /// `gegužės dvidešimt pirmąją`: a Lithuanian ordinal that no part of the month follows.
  private func isOrdinalDay(_ position: Int) -> Bool {
    language == "lt" && self[position]?.ordinal != nil
      && self[position]?.text.hasSuffix("aja") == true
      && self[position + 1]?.has(.half) != true && self[position + 1]?.has(.tenDays) != true
  }

  func dateBehindWeekday(_ position: Int) -> Reading? {
    let next = skipFillers(position)
    guard self[next] != nil else { return nil }
    return figures(at: next) ?? dayMonth(at: next) ?? monthDay(at: next)
  }

  private func possible(_ year: Int?, _ month: Int, _ day: Int) -> DateShape {
    // 2024 is a leap year: what it has not, no year has.
    CalendarDate(year: year ?? 2024, month: month, day: day) == nil
      ? .impossible : .day(year: year, month: month, day: day)
  }

  /// English and German months are capitalised: `may` and `march` are verbs.
  func isMonthName(_ item: DateItem) -> Bool {
    (language != "en" && language != "de") || item.isCapitalised
  }
}
