/// Writes length-prefixed fields: the canonical form of all that is hashed. See ``ContentCodec``.
package struct FieldWriter {
  package private(set) var bytes: [UInt8]

  package init(tag: String) {
    bytes = Array(tag.utf8)
  }

  package mutating func flag(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  package mutating func count(_ number: Int) {
    let value = UInt64(clamping: number)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  package mutating func field(_ text: String?) {
    guard var text else { return flag(false) }
    flag(true)
    text.withUTF8 {
      count($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  package mutating func field(bytes value: [UInt8]) {
    flag(true)
    count(value.count)
    bytes.append(contentsOf: value)
  }

  package mutating func field(_ number: Int64?) {
    field(number.map { String($0) })
  }

  package mutating func list<Element>(
    _ elements: [Element], _ write: (inout FieldWriter, Element) -> Void
  ) {
    count(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Reads what ``FieldWriter`` wrote. After a fault every read gives nothing and `isFinished` is
/// false.
package struct FieldReader {
  private let bytes: [UInt8]
  private var place: Int
  private var isBroken = false

  /// `nil` when the bytes do not begin with the tag.
  package init?(_ bytes: [UInt8], tag: String) {
    let tag = Array(tag.utf8)
    guard bytes.starts(with: tag) else { return nil }
    self.bytes = bytes
    place = tag.count
  }

  /// True when all bytes were read without a fault.
  package var isFinished: Bool { !isBroken && place == bytes.count }

  package mutating func flag() -> Bool {
    guard !isBroken, place < bytes.count, bytes[place] <= 1 else {
      isBroken = true
      return false
    }
    defer { place += 1 }
    return bytes[place] == 1
  }

  package mutating func field() -> String? {
    guard flag(), let length = count(upTo: bytes.count - place - 8) else { return nil }
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  package mutating func list<Element>(_ read: (inout FieldReader) -> Element?) -> [Element] {
    // An element takes a byte at least, so a count beyond the rest is a fault and no reservation.
    guard let count = count(upTo: bytes.count - place - 8) else { return [] }
    var elements: [Element] = []
    for _ in 0..<count {
      guard !isBroken, let element = read(&self) else {
        isBroken = true
        return []
      }
      elements.append(element)
    }
    return elements
  }

  private mutating func count(upTo limit: Int) -> Int? {
    guard !isBroken, bytes.count - place >= 8 else {
      isBroken = true
      return nil
    }
    var value: UInt64 = 0
    for byte in bytes[place..<place + 8] { value = value << 8 | UInt64(byte) }
    place += 8
    guard let number = Int(exactly: value), number <= limit else {
      isBroken = true
      return nil
    }
    return number
  }
}
