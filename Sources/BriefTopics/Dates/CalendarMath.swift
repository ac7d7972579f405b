import BriefModel

/// Days, both included; `nil` is open.
struct DateInterval: Hashable {
  var start: CalendarDate?
  var end: CalendarDate?
}

extension CalendarDate {
  /// The same day of the month `count` months on, or the month's last day.
  func adding(months count: Int) -> CalendarDate {
    let months = (year * 12 + month - 1) + min(max(count, -24_000), 24_000)
    let year = min(max(months / 12, 1), 9999)
    let month = min(max(months % 12, 0), 11) + 1
    let last = CalendarDate.length(ofMonth: month, year: year)
    return CalendarDate(year: year, month: month, day: min(day, last)) ?? self
  }

  func adding(days count: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(count, -4_000_000), 4_000_000))
  }

  /// Monday is 1.
  var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((dayNumber + 3) % 7 + 7) % 7 + 1
  }
}

extension DateInterval {
  static func day(_ date: CalendarDate) -> DateInterval { DateInterval(start: date, end: date) }

  /// From the first day of one month to the last day of another, counted on from January of `year`.
  static func months(_ year: Int, _ first: Int, _ last: Int) -> DateInterval? {
    guard let january = CalendarDate(year: year, month: 1, day: 1), year < 9998 else { return nil }
    return DateInterval(
      start: january.adding(months: first - 1), end: january.adding(months: last).adding(days: -1))
  }

  static func year(_ year: Int) -> DateInterval? { months(year, 1, 12) }

  static func week(of date: CalendarDate) -> DateInterval {
    let monday = date.adding(days: 1 - date.weekday)
    return DateInterval(start: monday, end: monday.adding(days: 6))
  }
}
