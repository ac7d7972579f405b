/// The references in XML text: the five of XML, HTML's names, which feeds use without declaring
/// them, and the harmless ones among those that a document declares itself.
struct EntityTable {
  /// Too much would have come of the document's own entities.
  private(set) var wasExhausted = false

  private var own: [(name: [UInt8], value: [UInt8])] = []
  private var expandedBytes = 0

  /// Names that real documents declare stand for a character or a word; a few dozen of them.
  private static let maximumEntities = 64
  private static let maximumValueBytes = 64
  /// All together. A bomb of entities grows from kilobytes to gigabytes.
  private static let maximumExpandedBytes = 65_536

  /// Keeps general entities whose value is text without references and markup. External ones
  /// (`SYSTEM`) are never read.
  mutating func declare(_ window: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, own.count < Self.maximumEntities {
      index = window.firstIndex(of: UInt8(ascii: "<"), from: index, before: range.upperBound)
      guard window.hasASCII("<!ENTITY", at: index, before: range.upperBound) else {
        index += 1
        continue
      }
      let end = window.firstIndex(of: UInt8(ascii: ">"), from: index, before: range.upperBound)
      let words = window[(index + 8)..<end].split(maxSplits: 1, whereSeparator: \.isXMLSpace)
      index = end
      guard words.count == 2, words[0].count <= 64, let quote = words[1].first,
        quote == 0x22 || quote == 0x27
      else {
        continue
      }
      let value = Array(words[1].dropFirst().prefix { $0 != quote })
      guard value.count <= Self.maximumValueBytes, !value.contains(UInt8(ascii: "<")) else {
        continue
      }
      var decoded: [UInt8] = []
      if value.first == UInt8(ascii: "&") {
        let length = HTMLEntities.appendReference(
          in: value, at: 0, before: value.count, onlyTerminated: true, into: &decoded)
        guard length == value.count, value.count > 1, value[1] == UInt8(ascii: "#") else {
          continue
        }
      } else if value.contains(UInt8(ascii: "&")) || value.contains(UInt8(ascii: "%")) {
        continue
      } else {
        decoded = value
      }
      own.append((Array(words[0]), decoded))
    }
  }

  /// Appends text with its references replaced; one that means nothing stays as it is written.
  ///
  /// - Parameter isEscaped: whether `<` and `&` are to be written as references again.
  mutating func append(
    _ window: [UInt8], _ range: Range<Int>, isEscaped: Bool, into text: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let ampersand = window.firstIndex(
        of: UInt8(ascii: "&"), from: index, before: range.upperBound)
      if ampersand > index { text.append(contentsOf: window[index..<ampersand]) }
      guard ampersand < range.upperBound else { return }
      let before = text.count
      var length = appendAngle(window, at: ampersand, before: range.upperBound, into: &text)
      if length == 0 {
        length = HTMLEntities.appendReference(
          in: window, at: ampersand, before: range.upperBound, onlyTerminated: true, into: &text)
      }
      if length == 0 {
        length = appendOwn(window, at: ampersand, before: range.upperBound, into: &text)
      }
      if length == 0 {
        text.append(UInt8(ascii: "&"))
        length = 1
      }
      if isEscaped, text[before] == UInt8(ascii: "<") || text[before] == UInt8(ascii: "&") {
        let isLess = text[before] == UInt8(ascii: "<")
        text.removeSubrange(before...)
        text.append(contentsOf: isLess ? "&lt;".utf8 : "&amp;".utf8)
      }
      index = ampersand + length
    }
  }

  /// `&lang;` and `&rang;`, which XML has from XHTML 1.0 (Symbols: U+2329, U+232A; NFC has U+3008 and
  /// U+3009 for them) and HTML of today from mathematics (U+27E8, U+27E9).
  private func appendAngle(
    _ window: [UInt8], at start: Int, before end: Int, into text: inout [UInt8]
  ) -> Int {
    if window.hasASCIIExactly("lang;", at: start + 1, before: end) {
      text.append(scalar: "\u{3008}")
    } else if window.hasASCIIExactly("rang;", at: start + 1, before: end) {
      text.append(scalar: "\u{3009}")
    } else {
      return 0
    }
    return 6
  }

  private mutating func appendOwn(
    _ window: [UInt8], at start: Int, before end: Int, into text: inout [UInt8]
  ) -> Int {
    for entity in own {
      let close = start + 1 + entity.name.count
      guard close < end, window[close] == UInt8(ascii: ";"),
        window[(start + 1)..<close].elementsEqual(entity.name)
      else { continue }
      guard expandedBytes + entity.value.count <= Self.maximumExpandedBytes else {
        wasExhausted = true
        return 0
      }
      expandedBytes += entity.value.count
      text.append(contentsOf: entity.value)
      return close + 1 - start
    }
    return 0
  }
}
