import BriefModel

/// Which of the numbers of a printed date is the year, which the month, which the day.
enum DayReading {
  typealias Number = (value: Int, digits: Int)

  /// The month is named: one number is the day, one the year.
  static func named(month: Int, _ numbers: [Number], guessed: inout Bool) -> CalendarDate? {
    guard let first = numbers.first else { return nil }
    guard numbers.count >= 2 else {
      // "November 2021": the day is not stated.
      guard first.digits == 4 else { return nil }
      guessed = true
      return CalendarDate(year: first.value, month: month, day: 1)
    }
    let second = numbers[1]
    if first.digits >= 3 {
      return CalendarDate(year: year(first, guessed: &guessed), month: month, day: second.value)
    }
    return CalendarDate(year: year(second, guessed: &guessed), month: month, day: first.value)
  }

  /// Only numbers: ISO order where the first is a year, else the order that the separator suggests.
  static func numeric(
    _ numbers: [Number], separator: UInt8?, guessed: inout Bool
  ) -> CalendarDate? {
    guard let first = numbers.first else { return nil }
    if numbers.count == 1 { return single(first, guessed: &guessed) }
    let second = numbers[1]
    if first.digits == 4 {
      guard numbers.count >= 3 else {
        if second.digits == 3 { return ordinal(year: first.value, day: second.value) }
        guessed = true
        return CalendarDate(year: first.value, month: second.value, day: 1)
      }
      return CalendarDate(year: first.value, month: second.value, day: numbers[2].value)
    }
    guard numbers.count >= 3 else { return nil }
    let third = numbers[2]
    if separator == UInt8(ascii: "-"), first.digits == 2, third.digits <= 2 {
      // `03-12-31`: ISO 8601:1988 with a two-digit year.
      guessed = true
      return CalendarDate(
        year: year(first, guessed: &guessed), month: second.value, day: third.value)
    }
    let year = year(third, guessed: &guessed)
    // Dots are European and slashes American; a number above twelve settles it.
    let dayFirst = separator != UInt8(ascii: "/") || first.value > 12
    if first.value <= 12, second.value <= 12 { guessed = guessed || separator != UInt8(ascii: ".") }
    return dayFirst && second.value <= 12
      ? CalendarDate(year: year, month: second.value, day: first.value)
      : CalendarDate(year: year, month: first.value, day: second.value)
  }

  /// `20031231`, `2003365`, `2003`, or seconds since 1970.
  private static func single(_ number: Number, guessed: inout Bool) -> CalendarDate? {
    switch number.digits {
    case 8:
      return CalendarDate(
        year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
    case 7: return ordinal(year: number.value / 1000, day: number.value % 1000)
    case 4:
      guessed = true
      return CalendarDate(year: number.value, month: 1, day: 1)
    default: return nil
    }
  }

  private static func ordinal(year: Int, day: Int) -> CalendarDate? {
    guard let first = CalendarDate(year: year, month: 1, day: 1), day >= 1 else { return nil }
    let date = CalendarDate(dayNumber: first.dayNumber + day - 1)
    return date.year == year ? date : nil
  }

  /// RFC 2822, 4.3 for two and three digits; 90 to 99 are the last century, as no feed is older
  /// than its format.
  private static func year(_ number: Number, guessed: inout Bool) -> Int {
    guard number.digits <= 3, number.value < 1000 else { return number.value }
    guessed = true
    if number.digits == 3 { return 1900 + number.value }
    return number.value < 90 ? 2000 + number.value : 1900 + number.value
  }
}
