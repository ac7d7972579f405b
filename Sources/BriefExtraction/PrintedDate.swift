package import BriefModel

/// A date found in a line of print, with the words that state it.
package struct PrintedDate: Hashable, Sendable {
  package var date: CalendarDate
  /// Indices of the words (see ``PrintedDate/first(in:)``) that the date takes up.
  var words: Range<Int>

  /// The first whole date of the line: `8 November 2021`, `November 8, 2021`, `8. November 2021`,
  /// `8 listopada 2021 r.`, `2021 m. lapkričio 8 d.`, `09.11.2021`, `2021-11-08`, `08/11/2021`.
  ///
  /// Figures alone are day, month, year, as Europe prints them, unless the second cannot be a
  /// month. `nil` when there is none; a month without a day is none.
  package static func first(in line: some StringProtocol) -> PrintedDate? {
    first(in: line.words.map { LineWord($0) })
  }

  static func first(in words: [LineWord]) -> PrintedDate? {
    for index in words.indices {
      if let found = starting(at: index, in: words) { return found }
    }
    return nil
  }

  /// `November 2021`, of which the first day stands for the month.
  static func firstMonth(in words: [LineWord]) -> PrintedDate? {
    for index in words.indices.dropLast() {
      guard let month = MonthNames.month(words[index].bare), let year = words[index + 1].number,
        (1900...2200).contains(year), let date = CalendarDate(year: year, month: month, day: 1)
      else { continue }
      return PrintedDate(date: date, words: index..<index + 2)
    }
    return nil
  }

  private static func starting(at index: Int, in words: [LineWord]) -> PrintedDate? {
    if let date = figures(words[index].bare) {
      return PrintedDate(date: date, words: index..<index + 1)
    }
    guard let first = words[index].number ?? MonthNames.month(words[index].bare),
      index + 2 < words.count
    else { return nil }
    let isMonthFirst = words[index].number == nil
    if isMonthFirst || MonthNames.month(words[index + 1].bare) != nil {
      let day = isMonthFirst ? words[index + 1].number : first
      let month = isMonthFirst ? first : MonthNames.month(words[index + 1].bare)
      guard let day, let month, let year = words[index + 2].number, year >= 1900,
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      return PrintedDate(date: date, words: index..<index + 3)
    }
    return yearFirst(first, at: index, in: words)
  }

  /// `2021 m. lapkričio 8 d.` (Lithuanian).
  private static func yearFirst(_ year: Int, at index: Int, in words: [LineWord]) -> PrintedDate? {
    guard year >= 1900, index + 3 < words.count, words[index + 1].bare == "m",
      let month = MonthNames.month(words[index + 2].bare), let day = words[index + 3].number,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return PrintedDate(date: date, words: index..<index + 4)
  }

  private static func figures(_ word: String) -> CalendarDate? {
    for separator: Character in [".", "-", "/", "‑", "–"] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
        let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2])
      else { continue }
      if parts[0].utf8.count == 4 { return CalendarDate(year: a, month: b, day: c) }
      guard parts[2].utf8.count == 4, c >= 1900 else { return nil }
      return CalendarDate(year: c, month: b, day: a) ?? CalendarDate(year: c, month: a, day: b)
    }
    return nil
  }
}

/// A word of a line, as printed and bare.
struct LineWord: Hashable, Sendable {
  var text: String
  /// In lower case, punctuation at both ends taken off.
  var bare: String

  init(_ word: some StringProtocol) {
    text = String(word)
    var rest = Substring(text)
    while let last = rest.last, !last.isLetter, !last.isNumber { rest = rest.dropLast() }
    while let first = rest.first, !first.isLetter, !first.isNumber { rest = rest.dropFirst() }
    bare = rest.lowercased()
  }

  /// A number of at most four figures; `8th`, `1st` and `8-го` count.
  var number: Int? {
    let figures = bare.prefix { $0.isASCII && $0.isNumber }
    let rest = bare.dropFirst(figures.count)
    guard (1...4).contains(figures.count), Self.ordinals.contains(String(rest)) else { return nil }
    return Int(figures)
  }

  private static let ordinals: Set<String> = ["", "st", "nd", "rd", "th", "er", "-го", "r", "г"]
}
