import BriefParsing

/// A JSON text (RFC 8259) as pages carry it inside scripts.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As printed.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Of equal names the first counts.
  case object([String: JSONValue])

  subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// A string, or a number as printed.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The members of a list; a value that is none stands for a list of itself.
  var list: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

/// Reads JSON, and what publishers write in its place: control characters inside strings, a comma
/// too many, text after the value.
struct JSONReading {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var position = 0

  /// `nil` when there is no value, it is cut off, or it is nested deeper than the limit.
  static func value(of text: String, depth: Int) -> JSONValue? {
    var reading = JSONReading(bytes: Array(text.utf8), depthLimit: depth)
    return reading.value(depth: 0)
  }

  private init(bytes: [UInt8], depthLimit: Int) {
    (self.bytes, self.depthLimit) = (bytes, depthLimit)
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < depthLimit, let byte = nextByte() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func nextByte() -> UInt8? {
    while position < bytes.count, bytes[position].isHTMLSpace { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    position += 1
    var members: [String: JSONValue] = [:]
    while let byte = nextByte() {
      switch byte {
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "\""):
        guard let name = string(), nextByte() == UInt8(ascii: ":") else { return nil }
        position += 1
        guard let value = value(depth: depth + 1) else { return nil }
        if members[name] == nil { members[name] = value }
      default: return nil
      }
    }
    return nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    while let byte = nextByte() {
      if byte == UInt8(ascii: "]") {
        position += 1
        return .array(values)
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
    return nil
  }

  private mutating func word() -> JSONValue? {
    let start = position
    while position < bytes.count, bytes[position].isLetter || bytes[position].isNumeral {
      position += 1
    }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined": return .null
    case let number where number.first?.isNumber == true || number.first == "-":
      return .number(number)
    default: return nil
    }
  }

  private mutating func string() -> String? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return MarkRuns.text(of: text) }
      guard byte == UInt8(ascii: "\\"), position < bytes.count else {
        text.append(byte)
        continue
      }
      escape(into: &text)
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"): unicode(into: &text)
    default: text.append(byte)
    }
  }

  private mutating func unicode(into text: inout [UInt8]) {
    guard var unit = fourDigits() else { return }
    if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let start = position
      position += 2
      if let low = fourDigits(), (0xDC00..<0xE000).contains(low) {
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = start
      }
    }
    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() -> UInt32? {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { return nil }
    position += 4
    return unit
  }
}

extension UInt8 {
  /// A digit, or a sign that stands among digits.
  fileprivate var isNumeral: Bool {
    (0x30...0x39).contains(self) || self == 0x2B || self == 0x2D || self == 0x2E
  }
}
