/// What a word can mean in the statement of a date.
enum DateMeaning: Hashable, Sendable {
  /// 1 to 12.
  case month(Int)
  /// Monday is 1.
  case weekday(Int)
  case weekend
  case season(Season)
  case unit(TimeUnit)
  /// `first`, `29-го`.
  case ordinal(Int)
  /// An amount in halves, so that one and a half is 3.
  case halves(Int)
  /// An amount of time in one word, in months or in days.
  case amount(Int)
  case amountOfDays(Int)
  /// `br.`, the year of publication.
  case thisYear
  case part(Part)
  /// `last` -1, `this` 0, `next` 1; -2 is the one before the last.
  case relative(Int)
  /// A word that is a whole relative date: years from the year of publication.
  case relativeYear(Int)
  /// Days from the day of publication.
  case relativeDay(Int)
  /// `quarter`, `half` in the sense of a half-year, `half` of any period.
  case quarter, halfYear, half
  /// A quarter or half with its number: `Q3`, `H1`.
  case quarterNumber(Int)
  case halfNumber(Int)
  /// `bm.`: months from that of publication.
  case relativeMonth(Int)
  case holiday(month: Int, day: Int)
  case newYear
  /// The year that begins with it: `in the new year`.
  case comingYear
  /// The Sunday of Easter, of the churches of the east or of the west.
  case easter(isEastern: Bool)
  /// Days from the day that was named before: `the same day`, `the next day`.
  case dayAfter(Int)
  /// Behind a date: `at the earliest`.
  case earliest
  /// Behind a date: `at the latest`.
  case latest
  /// The last day of what follows.
  case lastDay
  case decade
  /// Ten days of a month, one of three.
  case tenDays
  /// `year` where it only marks a number as a year.
  case yearMark
  /// Marks a number as a day of the month (Lithuanian `d.`).
  case dayMark
  case preposition(DatePreposition)
  /// `and`, `or`.
  case conjunction
  /// `of`, `the`, `des`: nothing of its own.
  case filler
  case ago
  /// `later`, `after that`: an amount in front of it counts from the date before.
  case later
  /// `at the turn of`, and the turn of a year in one word.
  case turn, turnOfYear
  /// `from now`, `later`.
  case hence
  /// `coming`, `next few`.
  case coming
  /// The same of more than one period: `ближайшие`.
  case comingFew
  /// `about`: an amount behind it is not exact.
  case about
  /// `another`, `ещё`: an amount behind it is added.
  case further
  /// `cancelled`, `put off`: no date, and something that dates are told of.
  case callingOff
  /// `end` that stands behind what it ends (Lithuanian), or fused with it (`Jahresende`).
  case partOfUnit(Part, TimeUnit)
}

extension DateMeaning {
  /// Does a word of this meaning make a date, with others or alone?
  var isAnchor: Bool {
    switch self {
    case .month, .weekday, .weekend, .season, .unit, .relativeYear, .relativeDay, .quarterNumber,
      .halfNumber,
      .holiday, .newYear, .relativeMonth, .turnOfYear, .amount, .amountOfDays, .thisYear,
      .partOfUnit, .halfYear, .quarter, .comingYear, .easter, .dayAfter, .callingOff:
      true
    // A bare day of the month: `встречаются двадцатого`.
    case .ordinal(let number): number >= 4
    default: false
    }
  }
}

enum Season: Int, Hashable, Sendable {
  case spring = 3
  case summer = 6
  case autumn = 9
  case winter = 12
}

enum TimeUnit: Hashable, Sendable { case day, week, month, quarter, half, year, decade }

enum Part: Hashable, Sendable { case early, middle, late }

/// How a word ties a date to what happens.
enum DatePreposition: Hashable, Sendable {
  /// By, before, until, no later than: the last day counts.
  case by
  case notBefore
  /// From, as of: open at the end.
  case from
  /// The same of what is past.
  case since
  /// The far end of a range, or where a date is moved to.
  case to
  /// In, on, at: the period itself.
  case during
  /// For, planned for, or where a date is moved to.
  case forPeriod
  /// Within, in the course of, of an amount of time.
  case within
  /// In, after, of an amount of time from now.
  case after
  /// Before, of an amount of time: ago.
  case ago
  case insteadOf
  case between
  /// `speak of`, `называют`: a date that is talked about.
  case spokenOf
  /// `of`, `о`: what is spoken of, where a word in front says that it is.
  case about
  /// `than`: a date that something is held against.
  case comparedWith
  /// After a day or a month that is named.
  case afterwards
  /// Of a document: the decree of.
  case ofDocument
}
