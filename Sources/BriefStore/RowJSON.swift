package import BriefModel

/// What a version's rows hold as JSON: the text that ``StoreJSON/text(_:)`` gives, without an
/// encoder. A poll writes thousands of these.
package enum RowJSON {
  /// Authors, categories.
  package static func bytes(_ texts: [String]) -> [UInt8] {
    var json = JSONBytes()
    json.list(texts) { $0.quote($1) }
    return json.bytes
  }

  package static func bytes(_ differences: [Difference]) -> [UInt8] {
    var json = JSONBytes()
    json.list(differences) { json, difference in
      json.object { json in
        json.member(orNull: "after", difference.after)
        json.member(orNull: "before", difference.before)
        json.member("class", difference.class.rawValue)
        json.member("context_after", difference.contextAfter)
        json.member("context_before", difference.contextBefore)
        json.member("field", difference.field.rawValue)
        json.member("offset", difference.offset)
      }
    }
    return json.bytes
  }

  package static func bytes(_ mentions: [Mention]) -> [UInt8] {
    var json = JSONBytes()
    json.list(mentions) { json, mention in
      json.object { json in
        json.member("field", mention.field.rawValue)
        json.member("length", mention.length)
        json.member("offset", mention.offset)
        json.member("passage", mention.passage)
        json.member("pattern", mention.pattern)
        json.member("topic", mention.topic.rawValue)
      }
    }
    return json.bytes
  }

  package static func bytes(_ claim: DatedClaim) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      if let callingOff = claim.callingOff { json.member("calling_off", callingOff.rawValue) }
      json.member("confidence", claim.confidence)
      json.member(orNull: "end", claim.end?.description)
      json.member("field", claim.field.rawValue)
      json.member("hedged", claim.isHedged)
      json.member("kind", claim.kind.rawValue)
      json.member("negated", claim.isNegated)
      json.member("offset", claim.offset)
      json.member("passage", claim.passage)
      if claim.isPostponed { json.member("postponed", true) }
      if claim.isProposed { json.member("proposed", true) }
      json.member(orNull: "start", claim.start?.description)
      json.member("superseded", claim.isSuperseded)
      json.member("text", claim.text)
      json.member(orNull: "topic", claim.topic?.rawValue)
      if claim.isUnsettled { json.member("unsettled", true) }
    }
    return json.bytes
  }

  package static func bytes(_ figure: Figure) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.member("field", figure.field.rawValue)
      json.member("kind", figure.kind.rawValue)
      json.member("offset", figure.offset)
      json.member("passage", figure.passage)
      json.member("subject", figure.subject)
      json.member("text", figure.text)
      json.member("topic", figure.topic.rawValue)
      json.member("unit", figure.unit)
      json.member("value", figure.value)
    }
    return json.bytes
  }
}

/// JSON (RFC 8259) in the making.
private struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout JSONBytes, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func object(_ write: (inout JSONBytes) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    write(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Left out where there is none.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    begin(name)
    quote(text)
  }

  mutating func member(orNull name: StaticString, _ text: String?) {
    if text != nil { return member(name, text) }
    begin(name)
    bytes.append(contentsOf: "null".utf8)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    begin(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func member(_ name: StaticString, _ number: Double) {
    begin(name)
    let text = number.description
    bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    begin(name)
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  private mutating func begin(_ name: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Byte for byte what `JSONEncoder` writes, which older rows were written with; what is printed is
  /// quoted by ``JSONQuotation``.
  mutating func quote(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      var start = 0
      for (index, byte) in text.enumerated() {
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        bytes.append(contentsOf: text[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case ..<0x20:
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      let digit = byte & 0x0F
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    default: bytes.append(byte)
    }
  }
}
