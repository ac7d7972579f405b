/// Reads JSON (RFC 8259) value by value, without building what is not asked for and without
/// recursion.
struct JSONScanner {
  enum Kind { case object, array, string, number, literal }

  let bytes: [UInt8]
  private(set) var index = 0
  private let maximumDepth: Int

  init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  private var broken: FeedTrouble { .brokenJSON(offset: index) }

  mutating func skipSpace() {
    while index < bytes.count, bytes[index].isXMLSpace { index += 1 }
  }

  mutating func kind() throws(FeedTrouble) -> Kind {
    skipSpace()
    guard index < bytes.count else { throw broken }
    switch bytes[index] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    default: return .literal
    }
  }

  /// Calls `body` with each key, at its value, which `body` must consume.
  mutating func object(
    _ body: (inout JSONScanner, String) throws(FeedTrouble) -> Void
  ) throws(FeedTrouble) {
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if consume(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      try body(&self, key)
      skipSpace()
      if consume(UInt8(ascii: "}")) { return }
      try expect(UInt8(ascii: ","))
    }
  }

  /// Calls `body` at each element, which `body` must consume.
  mutating func array(
    _ body: (inout JSONScanner) throws(FeedTrouble) -> Void
  ) throws(FeedTrouble) {
    try expect(UInt8(ascii: "["))
    skipSpace()
    if consume(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      skipSpace()
      if consume(UInt8(ascii: "]")) { return }
      try expect(UInt8(ascii: ","))
    }
  }

  /// The text of a string or a number, `true` and `false`; `nil` for anything else, which is passed
  /// over.
  mutating func text() throws(FeedTrouble) -> String? {
    switch try kind() {
    case .string: return try string()
    case .number:
      let start = index
      try skipNumber()
      return String(decoding: bytes[start..<index], as: UTF8.self)
    default:
      try skipValue()
      return nil
    }
  }

  /// A string, its escapes replaced; half a surrogate pair becomes U+FFFD. Escapes may spell out
  /// what no bytes of the document do.
  mutating func string() throws(FeedTrouble) -> String {
    MarkRuns.text(of: try stringBytes())
  }

  mutating func stringBytes() throws(FeedTrouble) -> [UInt8] {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while true {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
        bytes[index] != UInt8(ascii: "\\")
      {
        index += 1
      }
      text.append(contentsOf: bytes[start..<index])
      guard index < bytes.count else { throw broken }
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\"") { return text }
      try appendEscape(to: &text)
    }
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(FeedTrouble) {
    guard index < bytes.count else { throw broken }
    let escape = bytes[index]
    index += 1
    switch escape {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"):
      let unit = try hexadecimalUnit()
      if (0xD800..<0xDC00).contains(unit), index + 1 < bytes.count,
        bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let before = index
        index += 2
        let low = try hexadecimalUnit()
        if (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          text.append(scalar: scalar)
          return
        }
        index = before
      }
      text.append(scalar: Unicode.Scalar(unit) ?? "\u{FFFD}")
    default: text.append(escape)
    }
  }

  private mutating func hexadecimalUnit() throws(FeedTrouble) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = bytes[index].hexadecimalValue else { throw broken }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  /// Passes over a value of any kind; brackets are counted, not recursed into.
  mutating func skipValue() throws(FeedTrouble) {
    var open: [UInt8] = []
    var expectsValue = true
    repeat {
      skipSpace()
      guard index < bytes.count else { throw broken }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard expectsValue else { throw broken }
        guard open.count < maximumDepth else { throw .limit(.depth) }
        open.append(byte)
        index += 1
        skipSpace()
        expectsValue = index < bytes.count && bytes[index] != byte + 2
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() == byte - 2 else { throw broken }
        index += 1
        expectsValue = false
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard !open.isEmpty, !expectsValue else { throw broken }
        index += 1
        expectsValue = true
      default:
        guard expectsValue else { throw broken }
        try skipScalar(byte)
        expectsValue = false
      }
    } while !open.isEmpty
  }

  private mutating func skipScalar(_ first: UInt8) throws(FeedTrouble) {
    if first == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard index < bytes.count else { throw .brokenJSON(offset: bytes.count) }
      index += 1
    } else if first == UInt8(ascii: "-") || first.isASCIIDigit {
      try skipNumber()
    } else {
      for literal in ["true", "false", "null"] as [StaticString]
      where bytes.hasASCII(literal, at: index, before: bytes.count) {
        index += literal.utf8CodeUnitCount
        return
      }
      throw broken
    }
  }

  private mutating func skipNumber() throws(FeedTrouble) {
    let start = index
    while index < bytes.count,
      bytes[index].isASCIIDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[index])
    {
      index += 1
    }
    guard bytes[start..<index].contains(where: \.isASCIIDigit) else { throw broken }
  }

  private mutating func expect(_ byte: UInt8) throws(FeedTrouble) {
    guard consume(byte) else { throw broken }
  }

  private mutating func consume(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}
