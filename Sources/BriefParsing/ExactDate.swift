import BriefModel

/// The two forms that nine feeds in ten print, read without any guessing: RFC 822 with a numeric or
/// universal zone, and RFC 3339.
enum ExactDate {
  /// `nil` when the text is anything else; it may still be a date.
  static func moment(_ text: some Sequence<UInt8>) -> Timestamp? {
    // 35 bytes hold both forms, with a fraction to the nanosecond.
    let bytes = Array(text.prefix(36))
    guard bytes.count >= 20, bytes.count <= 35 else { return nil }
    var cursor = Cursor(bytes: bytes)
    let seconds = bytes[4] == UInt8(ascii: "-") ? cursor.rfc3339() : cursor.rfc822()
    guard let seconds, cursor.index == bytes.count, FeedDate.printable.contains(seconds) else {
      return nil
    }
    return Timestamp(seconds: seconds)
  }

  private struct Cursor {
    let bytes: [UInt8]
    var index = 0

    mutating func rfc3339() -> Int64? {
      guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2),
        skip("T"), let date = CalendarDate(year: year, month: month, day: day),
        let clock = clock(), let zone = zone(hasColon: true)
      else { return nil }
      return Int64(date.dayNumber) * 86_400 + clock - zone
    }

    mutating func rfc822() -> Int64? {
      if bytes[3] == UInt8(ascii: ",") {
        index = 4
        guard skip(" ") else { return nil }
      }
      let isShort = index + 1 < bytes.count && bytes[index + 1] == 0x20
      guard let day = digits(isShort ? 1 : 2), skip(" "), let month = month(), skip(" "),
        let year = digits(4), skip(" "),
        let date = CalendarDate(year: year, month: month, day: day),
        let clock = clock(), skip(" "), let zone = zone(hasColon: false)
      else { return nil }
      return Int64(date.dayNumber) * 86_400 + clock - zone
    }

    private mutating func clock() -> Int64? {
      guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60,
        skip(":"), let second = digits(2), second < 60
      else { return nil }
      if skip(".") {
        let start = index
        while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
        guard index > start else { return nil }
      }
      return Int64(hour * 3600 + minute * 60 + second)
    }

    private mutating func zone(hasColon: Bool) -> Int64? {
      if skip("Z") { return 0 }
      if !hasColon,
        bytes[index...].elementsEqual("GMT".utf8) || bytes[index...].elementsEqual("UTC".utf8)
      {
        index += 3
        return 0
      }
      let isWest = skip("-")
      guard isWest || skip("+"), let hours = digits(2), hours < 24 else { return nil }
      if hasColon, !skip(":") { return nil }
      guard let minutes = digits(2), minutes < 60 else { return nil }
      let offset = Int64(hours * 3600 + minutes * 60)
      return isWest ? -offset : offset
    }

    private mutating func month() -> Int? {
      guard index + 3 <= bytes.count else { return nil }
      let names = "janfebmaraprmayjunjulaugsepoctnovdec" as StaticString
      let name = (
        bytes[index].asciiLowercased, bytes[index + 1].asciiLowercased,
        bytes[index + 2].asciiLowercased
      )
      index += 3
      return names.withUTF8Buffer { names in
        (0..<12).first { name == (names[$0 * 3], names[$0 * 3 + 1], names[$0 * 3 + 2]) }
      }.map { $0 + 1 }
    }

    private mutating func digits(_ count: Int) -> Int? {
      guard index + count <= bytes.count else { return nil }
      var value = 0
      for _ in 0..<count {
        guard bytes[index].isASCIIDigit else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      return value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }
  }
}
