/// Questions about bytes that may be HTML.
enum Markup {
  /// Whether a text that is said to be plain holds HTML all the same: a reference or an end tag,
  /// and no element that HTML does not have, for a false yes loses words (`vector<int>`).
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var hasEvidence = false
    var index = 0
    var scratch: [UInt8] = []
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        scratch.removeAll(keepingCapacity: true)
        let length = HTMLEntities.appendReference(
          in: bytes, at: index, before: bytes.count, onlyTerminated: true, into: &scratch)
        if length > 0 { hasEvidence = true }
      } else if bytes[index] == UInt8(ascii: "<") {
        let isEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        let start = index + (isEnd ? 2 : 1)
        var end = start
        while end < bytes.count, end - start < 12, bytes[end].isASCIILetterOrDigit { end += 1 }
        if end > start, bytes[start].isASCIILetter {
          let name = String(decoding: bytes[start..<end].map(\.asciiLowercased), as: UTF8.self)
          guard elements.contains(name) else { return false }
          if isEnd || name == "br" || name == "img" || name == "hr" { hasEvidence = true }
        }
      }
      index += 1
    }
    return hasEvidence
  }

  /// Appends text with `<` and `&` as references.
  static func appendEscaped(_ bytes: [UInt8], _ range: Range<Int>, into text: inout [UInt8]) {
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "&")
    {
      text.append(contentsOf: bytes[start..<index])
      text.append(contentsOf: bytes[index] == UInt8(ascii: "<") ? "&lt;".utf8 : "&amp;".utf8)
      start = index + 1
    }
    text.append(contentsOf: bytes[start..<range.upperBound])
  }

  private static let elements: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big",
    "blockquote", "br", "caption", "center", "cite", "code", "col", "dd", "del", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "i", "iframe", "img", "ins", "kbd", "label", "li", "main", "mark", "nav",
    "object", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "small",
    "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]
}

/// RFC 4648, 4, with white space in it.
enum Base64 {
  /// `nil` when the bytes are something else.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes where !byte.isXMLSpace && byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    let text = String(decoding: decoded, as: UTF8.self)
    return text.utf8.elementsEqual(decoded) ? decoded : nil
  }
}
