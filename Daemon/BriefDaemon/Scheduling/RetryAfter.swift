package import BriefModel

/// The Retry-After field (RFC 9110, 10.2.3) in either form.
package enum RetryAfter: Hashable, Sendable {
  case seconds(Int64)
  case date(Timestamp)

  /// Reads a field value; `nil` when it is neither digits nor an HTTP date. More digits than fit
  /// are the largest number: the wait is clamped anyway.
  package init?(fieldValue: String) {
    let text = fieldValue.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    var digits = Array(text)
    while let last = digits.last, last == 0x20 || last == 0x09 { digits.removeLast() }
    guard !digits.isEmpty else { return nil }
    if digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      self = .seconds(
        digits.reduce(Int64(0)) { $0.timesSaturating(10).plusSaturating(Int64($1 - 0x30)) })
    } else if let date = HTTPDate.read(digits) {
      self = .date(date)
    } else {
      return nil
    }
  }

  /// Seconds to wait from `now`, 0 to `longest`. A date is compared with `serverDate`, the answer's
  /// own Date field, where there is one, so that two clocks that disagree do no harm.
  package func wait(at now: Timestamp, serverDate: Timestamp? = nil, longest: Int64) -> Int64 {
    switch self {
    case .seconds(let seconds): seconds.clamped(0, longest)
    case .date(let date): (serverDate ?? now).seconds(until: date).clamped(0, longest)
    }
  }
}

/// The three date forms of HTTP (RFC 9110, 5.6.7): IMF-fixdate, RFC 850, asctime.
enum HTTPDate {
  /// `nil` when the bytes are none of the forms or name no real moment.
  static func read(_ bytes: [UInt8]) -> Timestamp? {
    let fields = bytes.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }.map(Array.init)
    switch fields.count {
    case 6 where fields[1].first.map(isDigit) == true:
      // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT
      return moment(day: fields[1], month: fields[2], year: fields[3], clock: fields[4])
    case 5:  // Sun Nov  6 08:49:37 1994
      return moment(day: fields[2], month: fields[1], year: fields[4], clock: fields[3])
    default:
      return nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func moment(day: [UInt8], month: [UInt8], year: [UInt8], clock: [UInt8])
    -> Timestamp?
  {
    let name = String(decoding: month, as: UTF8.self).lowercased()
    guard let monthIndex = months.firstIndex(of: name),
      let dayNumber = number(day, digits: 1...2), var yearNumber = number(year, digits: 2...4),
      yearNumber > 0 || year.count == 2
    else { return nil }
    if year.count == 2 { yearNumber += yearNumber < 70 ? 2000 : 1900 }
    let date =
      "\(padded(yearNumber, 4))-\(padded(monthIndex + 1, 2))-\(padded(dayNumber, 2))"
    return Timestamp(rfc3339: "\(date)T\(String(decoding: clock, as: UTF8.self))Z")
  }

  private static func number(_ bytes: [UInt8], digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
