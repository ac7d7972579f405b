/// A moment, in whole seconds since 1970-01-01T00:00:00Z. Always UTC.
///
/// Publishers state times to the second at best, and two stores that saw the same text must agree
/// on its digest, so nothing finer takes part in content.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public var seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  /// The moment `seconds` later; saturates instead of overflowing.
  public func advanced(by seconds: Int64) -> Timestamp {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Timestamp(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// The UTC calendar day that the moment lies in.
  public var day: CalendarDate {
    CalendarDate(dayNumber: Int(seconds.flooredDivision(by: 86_400)))
  }

  /// RFC 3339 in UTC, `2021-11-08T00:00:00Z`.
  public var rfc3339: String {
    // The remainder, and no product: of the earliest moments a floored quotient times the divisor is no Int64.
    let secondOfDay = Int(seconds.flooredRemainder(by: 86_400))
    let day = day
    // By hand: a list of a thousand sources prints two thousand of these.
    guard (0...9999).contains(day.year) else { return "\(day)T\(Self.clock(secondOfDay))Z" }
    return String(unsafeUninitializedCapacity: 20) { text in
      func put(_ number: Int, at place: Int, digits: Int) {
        var rest = number
        for offset in stride(from: digits - 1, through: 0, by: -1) {
          text[place + offset] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
          rest /= 10
        }
      }
      for (place, sign) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")]
        as [(Int, Unicode.Scalar)]
      {
        text[place] = UInt8(ascii: sign)
      }
      put(day.year, at: 0, digits: 4)
      put(day.month, at: 5, digits: 2)
      put(day.day, at: 8, digits: 2)
      put(secondOfDay / 3600, at: 11, digits: 2)
      put(secondOfDay / 60 % 60, at: 14, digits: 2)
      put(secondOfDay % 60, at: 17, digits: 2)
      return 20
    }
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
  }

  /// Reads `YYYY-MM-DD` (midnight UTC) or `YYYY-MM-DD(T| )hh:mm[:ss[.fraction]](Z|±hh[:]mm)`; a
  /// time without a zone is UTC; fractions are cut off. `nil` when the text is none of these or
  /// names no real moment.
  public init?(rfc3339 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10,
      let day = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else {
      return nil
    }
    var seconds = Int64(day.dayNumber) * 86_400
    if bytes.count > 10 {
      guard let ofDay = Self.secondOfDay(bytes[11...], separator: bytes[10]) else { return nil }
      seconds += ofDay
    }
    self.init(seconds: seconds)
  }

  private static func secondOfDay(_ bytes: ArraySlice<UInt8>, separator: UInt8) -> Int64? {
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(separator) else {
      return nil
    }
    var rest = bytes
    guard let hour = twoDigits(&rest, below: 24), eat(&rest, ":"),
      let minute = twoDigits(&rest, below: 60)
    else {
      return nil
    }
    var second = 0
    if eat(&rest, ":") {
      guard let value = twoDigits(&rest, below: 61) else { return nil }
      second = min(value, 59)  // a leap second has no number of its own in Unix time
      if eat(&rest, ".") {
        guard rest.first.map(isDigit) == true else { return nil }
        rest = rest.drop(while: isDigit)
      }
    }
    let clock = Int64(hour * 3600 + minute * 60 + second)
    if rest.isEmpty
      || (rest.count == 1 && (rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z")))
    {
      return clock
    }
    let west = eat(&rest, "-")
    guard west || eat(&rest, "+"), let zoneHour = twoDigits(&rest, below: 24) else { return nil }
    _ = eat(&rest, ":")
    guard let zoneMinute = twoDigits(&rest, below: 60), rest.isEmpty else { return nil }
    let offset = Int64(zoneHour * 3600 + zoneMinute * 60)
    return west ? clock + offset : clock - offset
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func eat(_ bytes: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  private static func twoDigits(_ bytes: inout ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let (a, b) = (bytes[bytes.startIndex], bytes[bytes.startIndex + 1])
    guard isDigit(a), isDigit(b) else { return nil }
    bytes.removeFirst(2)
    let value = Int(a - 0x30) * 10 + Int(b - 0x30)
    return value < limit ? value : nil
  }
}

extension Timestamp: CustomStringConvertible {
  public var description: String { rfc3339 }
}

extension Timestamp: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Timestamp(rfc3339: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) is no RFC 3339 time"))
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// From 0 to below the divisor, which is positive.
  func flooredRemainder(by divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return digits.count >= width
    ? digits : String(repeating: "0", count: width - digits.count) + digits
}
