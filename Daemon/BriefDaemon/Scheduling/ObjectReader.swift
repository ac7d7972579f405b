import BriefModel

/// Reads JSON of the one shape that ``PollState/text`` and the encoder of a rhythm make: no white
/// space, no escapes, known members. Every method says whether, or what, it read; whoever gets
/// `false` or `nil` reads the text with a decoder.
struct ObjectReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  /// Everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// Gives each member's name, with the reader standing on its value.
  mutating func object(_ member: (inout ObjectReader, String) -> Bool) -> Bool {
    guard eat("{") else { return false }
    if eat("}") { return true }
    repeat {
      guard let name = string(), eat(":"), member(&self, name) else { return false }
    } while eat(",")
    return eat("}")
  }

  mutating func list(_ element: (inout ObjectReader) -> Bool) -> Bool {
    guard eat("[") else { return false }
    if eat("]") { return true }
    repeat { guard element(&self) else { return false } } while eat(",")
    return eat("]")
  }

  mutating func take<Number: FixedWidthInteger>(_ number: inout Number) -> Bool {
    let text = token()
    guard let value = Self.whole(text).flatMap({ Number(exactly: $0) }) else { return false }
    number = value
    return true
  }

  /// An integer of up to eighteen digits, as all that are stored are; `nil` for any other text.
  private static func whole(_ text: ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard (1...18).contains(digits.count) else { return nil }
    var value: Int64 = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int64(digit - 0x30)
    }
    return isNegative ? -value : value
  }

  mutating func take<Number: FixedWidthInteger>(_ number: inout Number?) -> Bool {
    var value: Number = 0
    guard take(&value) else { return false }
    number = value
    return true
  }

  mutating func take<Number: LosslessStringConvertible & BinaryFloatingPoint>(
    _ number: inout Number
  ) -> Bool {
    let text = token()
    // Most are 0 and 1.
    if text.count < 7, let value = Self.whole(text) {
      number = Number(value)
      return true
    }
    guard let value = Number(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return false
    }
    number = value
    return true
  }

  mutating func take(_ flag: inout Bool) -> Bool {
    let text = token()
    flag = text.elementsEqual("true".utf8)
    return flag || text.elementsEqual("false".utf8)
  }

  mutating func take(_ text: inout String?) -> Bool {
    text = string()
    return text != nil
  }

  /// `2024-05-06T07:08:09Z`.
  mutating func take(_ time: inout Timestamp?) -> Bool {
    let start = place + 1
    guard eat("\""), start + 20 < bytes.count, bytes[start + 20] == UInt8(ascii: "\""),
      bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 19] == UInt8(ascii: "Z"),
      let year = digits(start, 4), let month = digits(start + 5, 2), let day = digits(start + 8, 2),
      let hour = digits(start + 11, 2), let minute = digits(start + 14, 2),
      let second = digits(start + 17, 2), hour < 24, minute < 60, second < 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return false }
    time = date.midnight.advanced(by: Int64(hour * 3_600 + minute * 60 + second))
    place = start + 21
    return true
  }

  mutating func string() -> String? {
    guard eat("\"") else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") { return nil }
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    return eat("\"") ? text : nil
  }

  /// Up to what ends a number or literal.
  private mutating func token() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "}"),
      bytes[place] != UInt8(ascii: "]")
    {
      place += 1
    }
    return bytes[start..<place]
  }

  private func digits(_ start: Int, _ count: Int) -> Int? {
    var number = 0
    for byte in bytes[start..<start + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private mutating func eat(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }
}
