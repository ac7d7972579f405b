/// How a string stands in the JSON that we print, send and export.
package enum JSONQuotation {
  /// RFC 8259, section 7. Beside what must be escaped, DEL and the control characters of the upper
  /// half (U+0080 to U+009F) are: a reader of the raw text may be a terminal, which acts on them.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0.span, to: &bytes) }
  }

  /// - Parameter text: UTF-8.
  package static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isUpper = byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
      guard isUpper || isEscaped(byte) else {
        index += 1
        continue
      }
      append(text.extracting(start..<index), plain: &bytes)
      escape(isUpper ? text[index + 1] : byte, to: &bytes)
      index += isUpper ? 2 : 1
      start = index
    }
    append(text.extracting(start..<text.count), plain: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func append(_ text: Span<UInt8>, plain bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// - Parameter value: of a character below U+0100.
  private static func escape(_ value: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch value {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(value)
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digit(value >> 4))
      bytes.append(digit(value & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
