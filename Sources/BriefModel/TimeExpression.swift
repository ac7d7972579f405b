/// A moment as a person types it: `2024-05-01`, `2024-05-01T12:00:00Z`, `2 weeks ago`, `7d`,
/// `yesterday`, `today`, `now`.
package enum TimeExpression {
  /// What is accepted, for messages and help.
  package static let accepted =
    "2024-05-01, 2024-05-01T12:00:00Z, \"2 weeks ago\", 7d (also m, h, w, mo, y), yesterday, now"

  /// `nil` when the text is none of the forms.
  ///
  /// - Parameter isEnd: a day stands for its last second, not its first.
  package static func moment(_ text: String, now: Timestamp, isEnd: Bool = false) -> Timestamp? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    switch words {
    case ["now"]: return now
    case ["today"]: return edge(of: now.day, isEnd: isEnd)
    case ["yesterday"]:
      return edge(of: CalendarDate(dayNumber: now.day.dayNumber - 1), isEnd: isEnd)
    default: break
    }
    if words.count == 1, let day = CalendarDate(iso: words[0]) {
      return edge(of: day, isEnd: isEnd)
    }
    if let moment = Timestamp(rfc3339: text.uppercased()) { return moment }
    guard let seconds = span(words) else { return nil }
    let (length, overflow) = Int64(0).subtractingReportingOverflow(seconds)
    return overflow ? nil : now.advanced(by: length)
  }

  private static func edge(of day: CalendarDate, isEnd: Bool) -> Timestamp {
    isEnd ? day.midnight.advanced(by: 86_399) : day.midnight
  }

  /// `7d`, `7 d`, `7 days ago`, `a week ago`.
  private static func span(_ words: [String]) -> Int64? {
    var words = words
    if words.last == "ago" { words.removeLast() }
    guard var count = words.first else { return nil }
    var unit = words.count == 2 ? words[1] : ""
    if words.count == 1 {
      let digits = count.prefix { $0.isASCII && $0.isNumber }
      unit = String(count.dropFirst(digits.count))
      count = String(digits)
    }
    guard words.count <= 2, let length = seconds(of: unit) else { return nil }
    let number = count == "a" || count == "an" || count == "one" ? 1 : Int64(count)
    guard let number, number >= 0 else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: length)
    return overflow ? nil : product
  }

  private static func seconds(of unit: String) -> Int64? {
    switch unit {
    case "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 7 * 86_400
    case "mo", "month", "months": 30 * 86_400
    case "y", "year", "years": 365 * 86_400
    default: nil
    }
  }
}
