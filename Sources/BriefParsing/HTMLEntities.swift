/// Character references as HTML defines them: `&nbsp;`, `&amp` without its semicolon, `&#8211;`,
/// `&#x2013;`.
package enum HTMLEntities {
  /// Appends what the reference at `start` (the `&`) stands for and returns how many bytes it
  /// takes; 0 when there is no reference there, and then the ampersand is a character of its own.
  ///
  /// - Parameter onlyTerminated: whether a semicolon is asked for, as in XML.
  package static func appendReference(
    in bytes: [UInt8], at start: Int, before end: Int, onlyTerminated: Bool = false,
    into text: inout [UInt8]
  ) -> Int {
    let end = min(end, bytes.count)
    guard start >= 0, start + 1 < end else { return 0 }
    if bytes[start + 1] == UInt8(ascii: "#") {
      return appendNumericReference(
        in: bytes, at: start, before: end, onlyTerminated: onlyTerminated, into: &text)
    }
    if let common = commonReference(in: bytes, at: start, before: end) {
      text.append(common.character)
      return common.length
    }
    var stop = start + 1
    while stop < end, stop - start <= longestName, bytes[stop].isASCIILetterOrDigit { stop += 1 }
    if stop < end, bytes[stop] == UInt8(ascii: ";"),
      let found = names.find(bytes, start + 1, stop)
    {
      names.appendValue(found, into: &text)
      return stop + 1 - start
    }
    guard !onlyTerminated else { return 0 }
    // The old names stand without a semicolon, even before more letters: the longest counts.
    stop = min(stop, start + 1 + longestBareName)
    while stop > start + 1 {
      if let found = names.find(bytes, start + 1, stop), names.standsBare(found) {
        names.appendValue(found, into: &text)
        return stop - start
      }
      stop -= 1
    }
    return 0
  }

  /// `&lt;`, `&gt;`, `&amp;` and `&quot;`: nearly all that escaped markup is made of.
  private static func commonReference(
    in bytes: [UInt8], at start: Int, before end: Int
  ) -> (character: UInt8, length: Int)? {
    guard start + 3 < end else { return nil }
    if bytes[start + 2] == UInt8(ascii: "t"), bytes[start + 3] == UInt8(ascii: ";") {
      if bytes[start + 1] == UInt8(ascii: "l") { return (UInt8(ascii: "<"), 4) }
      if bytes[start + 1] == UInt8(ascii: "g") { return (UInt8(ascii: ">"), 4) }
    }
    if bytes.hasASCIIExactly("amp;", at: start + 1, before: end) { return (UInt8(ascii: "&"), 5) }
    if bytes.hasASCIIExactly("quot;", at: start + 1, before: end) { return (UInt8(ascii: "\""), 6) }
    return nil
  }

  /// The text with every reference replaced.
  package static func decode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        let length = appendReference(in: bytes, at: index, before: bytes.count, into: &decoded)
        if length > 0 {
          index += length
          continue
        }
      }
      decoded.append(bytes[index])
      index += 1
    }
    return MarkRuns.text(of: decoded)
  }

  /// `CounterClockwiseContourIntegral`.
  private static let longestName = 31
  /// `frac12` and the accented letters.
  private static let longestBareName = 6
  private static let names = HTMLEntityNames(table: table)

  private static func appendNumericReference(
    in bytes: [UInt8], at start: Int, before end: Int, onlyTerminated: Bool,
    into text: inout [UInt8]
  ) -> Int {
    var index = start + 2
    let isHexadecimal = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let firstDigit = index
    var value: UInt32 = 0
    while index < end, let digit = bytes[index].hexadecimalValue, isHexadecimal || digit < 10 {
      // Saturates: leading zeros may go on for ever, and larger values name nothing anyway.
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > firstDigit else { return 0 }
    if index < end, bytes[index] == UInt8(ascii: ";") {
      index += 1
    } else if onlyTerminated {
      return 0
    }
    text.append(scalar: scalar(forNumber: value))
    return index - start
  }

  /// Numbers from 0x80 to 0x9F mean windows-1252, as they do to every browser; numbers that are no
  /// character give U+FFFD.
  private static func scalar(forNumber number: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(number) {
      let scalar = SingleByteEncoding.windows1252.scalars[Int(number) - 0x80]
      if scalar != "\u{FFFD}" { return scalar }
    }
    guard number != 0 else { return "\u{FFFD}" }
    return Unicode.Scalar(number) ?? "\u{FFFD}"
  }
}

/// The names in a flat open-addressing table: found without making a string of each candidate.
private struct HTMLEntityNames: Sendable {
  private struct Name: Sendable {
    var start: Int
    var end: Int
    var value: [UInt8]
    var standsBare: Bool
  }

  private var text: [UInt8]
  private var entries: [Name] = []
  /// Index into `entries` plus one; 0 is empty. Twice as many slots as names.
  private var slots = [Int16](repeating: 0, count: 8192)

  init(table: StaticString) {
    text = table.withUTF8Buffer { Array($0) }
    var index = 0
    while index < text.count {
      let isBare = text[index] == UInt8(ascii: "*")
      if isBare { index += 1 }
      let start = index
      while index < text.count, text[index] != UInt8(ascii: "=") { index += 1 }
      let end = index
      var value: [UInt8] = []
      var number: UInt32 = 0
      while index < text.count, !text[index].isXMLSpace {
        index += 1
        if index < text.count, let digit = text[index].hexadecimalValue {
          number = number << 4 | UInt32(digit)
        } else {
          if let scalar = Unicode.Scalar(number) { value.append(scalar: scalar) }
          number = 0
        }
      }
      index += 1
      add(Name(start: start, end: end, value: value, standsBare: isBare))
    }
  }

  private mutating func add(_ name: Name) {
    var slot = Self.hash(text, name.start, name.end)
    while slots[slot] != 0 { slot = (slot + 1) & 8191 }
    entries.append(name)
    slots[slot] = Int16(entries.count)
  }

  func find(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var slot = Self.hash(bytes, start, end)
    while slots[slot] != 0 {
      let found = Int(slots[slot]) - 1
      let name = entries[found]
      if name.end - name.start == end - start,
        (0..<(end - start)).allSatisfy({ text[name.start + $0] == bytes[start + $0] })
      {
        return found
      }
      slot = (slot + 1) & 8191
    }
    return nil
  }

  func appendValue(_ found: Int, into bytes: inout [UInt8]) {
    bytes.append(contentsOf: entries[found].value)
  }

  func standsBare(_ found: Int) -> Bool { entries[found].standsBare }

  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in start..<end { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return Int((hash ^ hash >> 13) & 8191)
  }
}
