import BriefModel

/// A date as it is stated, before the year that is not stated is settled.
enum DateShape: Hashable {
  case day(year: Int?, month: Int, day: Int)
  case month(year: Int?, Int)
  case quarter(year: Int?, Int)
  case half(year: Int?, Int)
  case season(year: Int?, Season)
  case year(Int)
  case partOfYear(year: Int?, Part)
  case partOfMonth(year: Int?, month: Int, Part)
  case halfOfMonth(year: Int?, month: Int, Int)
  case weekday(Int)
  case weekend
  /// A day of a month that is not named.
  case monthlyDay(Int)
  /// December and the January behind it.
  case turnOfYear(year: Int?)
  /// A month of the three that a season has.
  case partOfSeason(year: Int?, Season, Part)
  /// Seven days of a month, counted from its first.
  case weekOfMonth(year: Int?, month: Int, Int)
  /// The first day of a year, under its own name.
  case newYear(Int)
  case easter(year: Int?, isEastern: Bool)
  /// Days from the day that was named before.
  case dayAfter(Int)
  /// Settled when it was read.
  case interval(DateInterval)
  /// A day that no calendar has.
  case impossible

  var year: Int? {
    switch self {
    case .day(let year, _, _), .month(let year, _), .quarter(let year, _), .half(let year, _),
      .season(let year, _), .partOfYear(let year, _), .partOfMonth(let year, _, _),
      .halfOfMonth(let year, _, _), .partOfSeason(let year, _, _),
      .weekOfMonth(let year, _, _), .turnOfYear(let year), .easter(let year, _):
      year
    case .year(let year), .newYear(let year): year
    case .weekday, .weekend, .monthlyDay, .interval, .impossible, .dayAfter: nil
    }
  }

  var weekday: Int? {
    if case .weekday(let weekday) = self { weekday } else { nil }
  }

  var isDay: Bool {
    if case .day = self { true } else { false }
  }

  var isMonthOrDay: Bool {
    switch self {
    case .month, .day: true
    default: false
    }
  }

  /// Would another year be another date?
  var lacksYear: Bool {
    switch self {
    case .weekday, .weekend, .monthlyDay, .interval, .impossible, .year, .newYear, .dayAfter: false
    default: year == nil
    }
  }

  func with(year: Int) -> DateShape {
    switch self {
    case .day(nil, let month, let day): .day(year: year, month: month, day: day)
    case .month(nil, let month): .month(year: year, month)
    case .quarter(nil, let quarter): .quarter(year: year, quarter)
    case .half(nil, let half): .half(year: year, half)
    case .season(nil, let season): .season(year: year, season)
    case .partOfYear(nil, let part): .partOfYear(year: year, part)
    case .partOfMonth(nil, let month, let part): .partOfMonth(year: year, month: month, part)
    case .halfOfMonth(nil, let month, let half): .halfOfMonth(year: year, month: month, half)
    case .partOfSeason(nil, let season, let part): .partOfSeason(year: year, season, part)
    case .weekOfMonth(nil, let month, let week): .weekOfMonth(year: year, month: month, week)
    case .turnOfYear(nil): .turnOfYear(year: year)
    case .easter(nil, let isEastern): .easter(year: year, isEastern: isEastern)
    default: self
    }
  }

  /// The period of a shape whose year is stated.
  var interval: DateInterval? {
    switch self {
    case .day(let year?, let month, let day):
      return CalendarDate(year: year, month: month, day: day).map(DateInterval.day)
    case .month(let year?, let month): return .months(year, month, month)
    case .quarter(let year?, let quarter): return .months(year, quarter * 3 - 2, quarter * 3)
    case .half(let year?, let half): return .months(year, half * 6 - 5, half * 6)
    case .season(let year?, let season):
      return .months(year, season.rawValue, season.rawValue + 2)
    case .weekOfMonth(let year?, let month, let week):
      let last = min(week * 7, CalendarDate.length(ofMonth: month, year: year))
      return DateInterval(
        start: CalendarDate(year: year, month: month, day: week * 7 - 6),
        end: CalendarDate(year: year, month: month, day: last))
    case .partOfSeason(let year?, let season, let part):
      let month = season.rawValue + (part == .early ? 0 : part == .middle ? 1 : 2)
      return .months(year, month, month)
    case .year(let year): return .year(year)
    case .newYear(let year): return CalendarDate(year: year, month: 1, day: 1).map(DateInterval.day)
    case .partOfYear(let year?, let part): return Self.part(part, ofYear: year)
    case .partOfMonth(let year?, let month, let part):
      return Self.part(part, ofMonth: month, year: year)
    case .halfOfMonth(let year?, let month, let half):
      let last = CalendarDate.length(ofMonth: month, year: year)
      return DateInterval(
        start: CalendarDate(year: year, month: month, day: half == 1 ? 1 : 15),
        end: CalendarDate(year: year, month: month, day: half == 1 ? 14 : last))
    case .turnOfYear(let year?): return .months(year, 12, 13)
    case .easter(let year?, let isEastern):
      return .day(CalendarDate.easter(of: year, isEastern: isEastern))
    case .interval(let interval): return interval
    default: return nil
    }
  }

  private static func part(_ part: Part, ofYear year: Int) -> DateInterval? {
    switch part {
    case .early: .months(year, 1, 3)
    case .middle: .months(year, 6, 7)
    case .late: .months(year, 10, 12)
    }
  }

  /// Thirds of ten days; the last third of February is the last nine.
  private static func part(_ part: Part, ofMonth month: Int, year: Int) -> DateInterval? {
    let length = CalendarDate.length(ofMonth: month, year: year)
    let (first, last) =
      switch part {
      case .early: (1, 10)
      case .middle: (11, 20)
      case .late: (length < 30 ? length - 8 : 21, length)
      }
    return DateInterval(
      start: CalendarDate(year: year, month: month, day: first),
      end: CalendarDate(year: year, month: month, day: last))
  }

  /// The last day that counts in "by": the middle of a year ends with June there.
  var deadline: CalendarDate? {
    // By the new year is by the last day of the old one.
    if case .newYear(let year) = self {
      return CalendarDate(year: year - 1, month: 12, day: 31)
    }
    if case .turnOfYear(let year?) = self { return CalendarDate(year: year, month: 12, day: 31) }
    if case .partOfYear(let year?, .middle) = self {
      return CalendarDate(year: year, month: 6, day: 30)
    }
    return interval?.end
  }
}

/// Which way from the day of publication a date without a year is looked for.
enum TimeDirection: Hashable { case past, future, unknown }

/// A direction and how surely it is meant: days against it count so many times.
struct TimeBias: Hashable {
  var direction: TimeDirection
  var weight = 1.0
  /// A month or season that is over is not meant.
  var isFirm = false

  /// A past verb within a few words.
  var isNearPast: Bool { direction == .past && weight >= 5 }

  static let none = TimeBias(direction: .unknown)
  static let firmFuture = TimeBias(direction: .future, weight: 400)
  static let firmPast = TimeBias(direction: .past, weight: 400)
}

extension DateShape {
  /// The shape with the year that lies nearest to `anchor` in a direction.
  func settled(near anchor: CalendarDate, _ direction: TimeDirection) -> DateShape {
    switch direction {
    case .past: settled(near: anchor, .firmPast)
    case .future: settled(near: anchor, .firmFuture)
    case .unknown: settled(near: anchor, .none)
    }
  }

  /// The shape with the year that costs the fewest days from `anchor`, those against the bias
  /// counted so many times.
  func settled(near anchor: CalendarDate, _ bias: TimeBias) -> DateShape {
    let direction = bias.direction
    if case .weekday(let weekday) = self {
      let ahead = (weekday - anchor.weekday + 6) % 7 + 1
      let behind = ahead == 7 ? -7 : ahead - 7
      return .interval(.day(anchor.adding(days: direction == .past ? behind : ahead)))
    }
    if case .weekend = self {
      let saturday = anchor.adding(days: 6 - anchor.weekday)
      let isPast = direction == .past || direction == .unknown && anchor.weekday <= 2
      let first = isPast ? saturday.adding(days: -7) : saturday
      return .interval(DateInterval(start: first, end: first.adding(days: 1)))
    }
    if case .monthlyDay(let day) = self {
      let days = (-1...1).map { anchor.adding(months: $0) }.compactMap {
        CalendarDate(year: $0.year, month: $0.month, day: day)
      }
      let near = days.map { DateShape.interval(.day($0)) }.min {
        $0.cost(from: anchor, bias) < $1.cost(from: anchor, bias)
      }
      return near ?? .impossible
    }
    guard lacksYear else { return self }
    let candidates = (anchor.year - 1...anchor.year + 1).map { with(year: $0) }
    let real = candidates.filter { $0.interval != nil }
    return real.min { $0.cost(from: anchor, bias) < $1.cost(from: anchor, bias) } ?? .impossible
  }

  /// Days from `anchor`, those against the bias counted so many times.
  private func cost(from anchor: CalendarDate, _ bias: TimeBias) -> Double {
    guard let start = interval?.start, let end = interval?.end else { return .infinity }
    let (ahead, behind) = (
      start.dayNumber - anchor.dayNumber, anchor.dayNumber - end.dayNumber
    )
    let days = max(ahead, behind, 0)
    if bias.isFirm, behind > 0, !isDay { return Double(days + 1) * 400 }
    let isAgainst = bias.direction == .past ? ahead > 0 : bias.direction == .future && behind > 0
    return isAgainst ? Double(days + 1) * bias.weight : Double(days)
  }
}
