/// JSON under construction (RFC 8259).
struct JSONBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: Int64?) {
    key(name)
    raw(value.map(String.init) ?? "null")
  }

  mutating func list(_ name: StaticString, _ values: [String]) {
    key(name)
    raw("[")
    for (index, value) in values.enumerated() {
      if index > 0 { raw(",") }
      string(value)
    }
    raw("]")
  }

  private mutating func key(_ name: StaticString) {
    raw(",\"")
    raw(name)
    raw("\":")
  }

  mutating func member(_ name: StaticString, _ utf8: [UInt8]?) {
    key(name)
    guard let utf8 else { return raw("null") }
    append(utf8.span)
  }

  /// A string with what RFC 8259, 7 asks to be escaped; `null` for none.
  mutating func string(_ value: String?) {
    guard let value else { return raw("null") }
    append(Array(value.utf8).span)
  }

  private mutating func append(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 {
        // A control character of the upper half: a terminal would act on it.
        append(text.extracting(start..<index), plain: ())
        escape(text[index + 1])
        start = index + 2
        continue
      }
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      append(text.extracting(start..<index), plain: ())
      escape(byte)
      start = index + 1
    }
    append(text.extracting(start..<text.count), plain: ())
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: Span<UInt8>, plain: ()) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
