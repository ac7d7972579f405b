import BriefModel

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
    JSONQuotation.append(utf8.span, to: &bytes)
  }

  /// A string with what RFC 8259, 7 asks to be escaped; `null` for none.
  mutating func string(_ value: String?) {
    guard let value else { return raw("null") }
    JSONQuotation.append(value, to: &bytes)
  }
}
