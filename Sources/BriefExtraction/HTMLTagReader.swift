/// Reads one tag with its attributes (HTML, 13.2.5.6 to 13.2.5.40).
struct HTMLTagReader {
  struct Tag {
    var name = ""
    var attributes: [HTMLAttribute] = []
    var isEnd = false
    var isSelfClosing = false
  }

  private let bytes: [UInt8]
  private let limits: PageLimits
  private(set) var position: Int

  /// `position` is the byte after `<`.
  init(bytes: [UInt8], position: Int, limits: PageLimits) {
    (self.bytes, self.position, self.limits) = (bytes, position, limits)
  }

  /// `nil` when the page ends, or the limit is reached, before the tag does.
  mutating func read() -> Tag? {
    var tag = Tag()
    let end = position + min(limits.tag, bytes.count - position)
    if position < end, bytes[position] == UInt8(ascii: "/") {
      tag.isEnd = true
      position += 1
    }
    tag.name = name(until: end) { $0.isHTMLSpace || $0 == UInt8(ascii: "/") }
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return tag
      case UInt8(ascii: "/"):
        position += 1
        tag.isSelfClosing = position < end && bytes[position] == UInt8(ascii: ">")
      case let byte where byte.isHTMLSpace: position += 1
      default:
        guard let attribute = attribute(until: end) else { return nil }
        if tag.attributes.count < limits.attributes,
          !tag.attributes.contains(where: { $0.name == attribute.name })
        {
          tag.attributes.append(attribute)
        }
      }
    }
    return nil
  }

  private mutating func name(until end: Int, isEnd: (UInt8) -> Bool) -> String {
    let start = position
    while position < end, bytes[position] != UInt8(ascii: ">"), !isEnd(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position].map(\.lowered), as: UTF8.self)
  }

  private mutating func attribute(until end: Int) -> HTMLAttribute? {
    let first = bytes[position]
    position += 1  // a name may begin with `=`
    let rest = name(until: end) {
      $0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=")
    }
    let name = String(decoding: [first.lowered], as: UTF8.self) + rest
    skipSpace(until: end)
    guard position < end, bytes[position] == UInt8(ascii: "=") else {
      return HTMLAttribute(name: name, value: "")
    }
    position += 1
    skipSpace(until: end)
    guard position < end, let value = value(until: end) else { return nil }
    return HTMLAttribute(name: name, value: CharacterReferences.decoded(value, isAttribute: true))
  }

  private mutating func value(until end: Int) -> ArraySlice<UInt8>? {
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < end, bytes[position] != UInt8(ascii: ">"), !bytes[position].isHTMLSpace {
        position += 1
      }
      return bytes[start..<position]
    }
    position += 1
    let start = position
    while position < end, bytes[position] != quote { position += 1 }
    guard position < end else { return nil }
    position += 1
    return bytes[start..<position - 1]
  }

  private mutating func skipSpace(until end: Int) {
    while position < end, bytes[position].isHTMLSpace { position += 1 }
  }
}
