import BriefModel

/// A JSON object in the making (RFC 8259), with those inside it in the same bytes.
struct ObjectText {
  private var bytes: [UInt8] = []
  private var isEmpty = true

  init() {
    // What is written of a source that has been polled a few times.
    bytes.reserveCapacity(640)
    put("{")
  }

  /// The whole text; to be asked for once, at the end.
  mutating func close() -> String {
    put("}")
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func name(_ name: StaticString) {
    put(isEmpty ? "\"" : ",\"")
    put(name)
    put("\":")
    isEmpty = false
  }

  private mutating func within(_ body: (inout ObjectText) -> Void) {
    put("{")
    isEmpty = true
    body(&self)
    put("}")
    isEmpty = false
  }

  mutating func add(_ name: StaticString, _ body: (inout ObjectText) -> Void) {
    self.name(name)
    within(body)
  }

  mutating func add<Element>(
    _ name: StaticString, listOf elements: [Element], _ body: (Element, inout ObjectText) -> Void
  ) {
    self.name(name)
    put("[")
    for (place, element) in elements.enumerated() {
      if place > 0 { put(",") }
      within { body(element, &$0) }
    }
    put("]")
  }

  mutating func add(_ name: StaticString, listOf numbers: [Int]) {
    self.name(name)
    put("[")
    for (place, number) in numbers.enumerated() {
      if place > 0 { put(",") }
      put(Int64(number))
    }
    put("]")
  }

  mutating func add(_ name: StaticString, raw value: String) {
    self.name(name)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func add(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    put(flag ? "true" : "false")
  }

  mutating func add(_ name: StaticString, _ value: Int64?) {
    guard let value else { return }
    self.name(name)
    put(value)
  }

  mutating func add(_ name: StaticString, _ value: Int?) {
    add(name, value.map { Int64($0) })
  }

  mutating func add(_ name: StaticString, _ value: Timestamp?) {
    guard let value else { return }
    self.name(name)
    put("\"")
    bytes.append(contentsOf: value.rfc3339.utf8)
    put("\"")
  }

  mutating func add(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    JSONQuotation.append(value, to: &bytes)
  }

  private mutating func put(_ number: Int64) {
    if number < 0 { put("-") }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
