import BriefModel

extension CalendarDate {
  /// The Sunday of Easter, by the rule of the Gregorian calendar or, in the churches of the east,
  /// of the Julian one (Meeus, Astronomical Algorithms, chapter 8).
  static func easter(of year: Int, isEastern: Bool) -> CalendarDate {
    isEastern ? julianEaster(year) : gregorianEaster(year)
  }

  private static func gregorianEaster(_ year: Int) -> CalendarDate {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century + 8) / 25
    let moon =
      (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let shift = (golden + 11 * moon + 22 * weekday) / 451
    let days = moon + weekday - 7 * shift + 114
    return day(year, month: days / 31, day: days % 31 + 1)
  }

  private static func julianEaster(_ year: Int) -> CalendarDate {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let days = moon + weekday + 114
    // From 1900 to 2099 the Julian calendar is 13 days behind.
    return day(year, month: days / 31, day: days % 31 + 1).adding(days: 13)
  }

  private static func day(_ year: Int, month: Int, day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }
}
