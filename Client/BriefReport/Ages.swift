package import BriefModel

/// Times as people say them.
package enum Ages {
  /// `2021-11-08 14:05`, UTC.
  package static func minute(_ time: Timestamp) -> String {
    let text = time.rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// `14:05`, UTC.
  static func clock(_ time: Timestamp) -> String { String(time.rfc3339.dropFirst(11).prefix(5)) }

  /// `3 days ago`, `in 20 minutes`, `now`.
  package static func relative(_ time: Timestamp, now: Timestamp) -> String {
    let (difference, overflow) = now.seconds.subtractingReportingOverflow(time.seconds)
    guard !overflow, difference.magnitude >= 30 else { return overflow ? "long ago" : "now" }
    let length = span(Int64(clamping: difference.magnitude))
    return difference > 0 ? "\(length) ago" : "in \(length)"
  }

  /// `20 minutes`, `3 days`: the largest unit that counts to two, or to one where nothing is between.
  static func span(_ seconds: Int64) -> String {
    let units: [(length: Int64, name: String)] = [
      (365 * 86_400, "year"), (30 * 86_400, "month"), (7 * 86_400, "week"), (86_400, "day"),
      (3600, "hour"), (60, "minute"), (1, "second"),
    ]
    for unit in units where seconds >= unit.length * 2 || unit.length == 1 {
      return counted(Int(seconds / unit.length), unit.name)
    }
    return "0 seconds"
  }

  /// `Wednesday 25 November 2026`.
  static func longDay(_ day: CalendarDate) -> String {
    let weekdays = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    // 1970-01-01 was a Thursday.
    let weekday = ((day.dayNumber + 3) % 7 + 7) % 7
    return "\(weekdays[weekday]) \(day.day) \(months[day.month - 1]) \(day.year)"
  }
}
