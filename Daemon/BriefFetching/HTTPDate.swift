package import BriefModel

/// The three date forms of HTTP (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
package enum HTTPDate {
  /// `nil` when the text is none of the forms or names no real moment.
  package static func read(_ text: String) -> Timestamp? {
    let fields = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }.map {
      String(decoding: $0, as: UTF8.self)
    }
    switch fields.count {
    case 5 where Int(fields[1]) != nil, 6 where Int(fields[1]) != nil:
      return moment(day: fields[1], month: fields[2], year: fields[3], clock: fields[4])
    case 5:
      return moment(day: fields[2], month: fields[1], year: fields[4], clock: fields[3])
    default:
      return nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func moment(day: String, month: String, year: String, clock: String) -> Timestamp?
  {
    guard let month = months.firstIndex(of: month.lowercased()), day.utf8.count <= 2,
      let day = Int(day), let shortYear = Int(year), year.utf8.count == 2 || year.utf8.count == 4,
      shortYear >= 0
    else { return nil }
    // RFC 850's two digits: 70 to 99 lie in the last century.
    let full = year.utf8.count == 4 ? shortYear : shortYear + (shortYear < 70 ? 2000 : 1900)
    return CalendarDate(year: full, month: month + 1, day: day).flatMap {
      Timestamp(rfc3339: "\($0)T\(clock)Z")
    }
  }
}
