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
  /// Settled when it was read.
  case interval(DateInterval)
  /// A day that no calendar has.
  case impossible

  var year: Int? {
    switch self {
    case .day(let year, _, _), .month(let year, _), .quarter(let year, _), .half(let year, _),
      .season(let year, _), .partOfYear(let year, _), .partOfMonth(let year, _, _),
      .halfOfMonth(let year, _, _):
      year
    case .year(let year): year
    case .weekday, .interval, .impossible: nil
    }
  }

  /// Would another year be another date?
  var lacksYear: Bool {
    switch self {
    case .weekday, .interval, .impossible, .year: false
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
    case .year(let year): return .year(year)
    case .partOfYear(let year?, let part): return Self.part(part, ofYear: year)
    case .partOfMonth(let year?, let month, let part):
      return Self.part(part, ofMonth: month, year: year)
    case .halfOfMonth(let year?, let month, let half):
      let last = CalendarDate.length(ofMonth: month, year: year)
      return DateInterval(
        start: CalendarDate(year: year, month: month, day: half == 1 ? 1 : 15),
        end: CalendarDate(year: year, month: month, day: half == 1 ? 14 : last))
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
    if case .partOfYear(let year?, .middle) = self {
      return CalendarDate(year: year, month: 6, day: 30)
    }
    return interval?.end
  }
}

/// Which way from the day of publication a date without a year is looked for.
enum TimeDirection: Hashable { case past, future, unknown }

extension DateShape {
  /// The shape with the year that lies nearest to `anchor` in a direction.
  func settled(near anchor: CalendarDate, _ direction: TimeDirection) -> DateShape {
    if case .weekday(let weekday) = self {
      let ahead = (weekday - anchor.weekday + 6) % 7 + 1
      let behind = ahead == 7 ? -7 : ahead - 7
      return .interval(.day(anchor.adding(days: direction == .past ? behind : ahead)))
    }
    guard lacksYear else { return self }
    let candidates = (anchor.year - 1...anchor.year + 1).map { with(year: $0) }
    let number = anchor.dayNumber
    func start(_ shape: DateShape) -> Int { shape.interval?.start?.dayNumber ?? .max }
    func end(_ shape: DateShape) -> Int { shape.interval?.end?.dayNumber ?? .min }
    let real = candidates.filter { $0.interval != nil }
    switch direction {
    case .past: return real.last { start($0) <= number } ?? real.first ?? .impossible
    case .future: return real.first { end($0) >= number } ?? real.last ?? .impossible
    case .unknown:
      func distance(_ shape: DateShape) -> Int {
        max(start(shape) - number, number - end(shape), 0)
      }
      return real.min { distance($0) < distance($1) } ?? .impossible
    }
  }
}
