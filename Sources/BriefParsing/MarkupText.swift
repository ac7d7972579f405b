/// HTML to text, the way a browser without a screen would read it: one pass over the bytes, no
/// tree, no nesting to count.
struct MarkupText {
  private let html: [UInt8]
  private var index: Int
  private let end: Int
  private let vocabulary = MarkupVocabulary.shared

  private init(_ html: [UInt8], _ range: Range<Int>) {
    self.html = html
    index = range.lowerBound
    end = range.upperBound
  }

  /// Appends the text of `html` in `range`.
  static func append(_ html: [UInt8], in range: Range<Int>, to text: inout TextCollector) {
    var reader = MarkupText(html, range)
    reader.run(&text)
  }

  /// Appends text without markup.
  static func appendPlain(_ plain: [UInt8], in range: Range<Int>, to text: inout TextCollector) {
    _ = text.append(plain, from: range.lowerBound, before: range.upperBound, isMarkup: false)
  }

  private mutating func run(_ text: inout TextCollector) {
    var scratch: [UInt8] = []
    while index < end {
      index = text.append(html, from: index, before: end, isMarkup: true)
      guard index < end else { return }
      if html[index] == UInt8(ascii: "&") {
        scratch.removeAll(keepingCapacity: true)
        let length = HTMLEntities.appendReference(in: html, at: index, before: end, into: &scratch)
        if length == 0 { scratch.append(UInt8(ascii: "&")) }
        _ = text.append(scratch, from: 0, before: scratch.count, isMarkup: false)
        index += max(length, 1)
      } else if !tag(&text) {
        _ = text.append([UInt8(ascii: "<")], from: 0, before: 1, isMarkup: false)
        index += 1
      }
    }
  }

  /// At a `<`. False when it begins no tag (WHATWG HTML, 13.2.5.6).
  private mutating func tag(_ text: inout TextCollector) -> Bool {
    guard index + 1 < end else { return false }
    let next = html[index + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      declaration(&text)
      return true
    }
    let isEnd = next == UInt8(ascii: "/")
    let nameStart = index + (isEnd ? 2 : 1)
    guard nameStart < end, html[nameStart].isASCIILetter else {
      // `</` before anything else is a comment up to the next bracket.
      if isEnd, nameStart < end {
        index = min(html.firstIndex(of: UInt8(ascii: ">"), from: nameStart, before: end) + 1, end)
        return true
      }
      return false
    }
    var nameEnd = nameStart
    var name: UInt64 = 0
    while nameEnd < end, html[nameEnd].isASCIILetterOrDigit || html[nameEnd] == 0x3A {
      // Names longer than eight letters keep their last eight: none of them matters here.
      name = name << 8 | UInt64(html[nameEnd].asciiLowercased)
      nameEnd += 1
    }
    index = Self.tagEnd(html, from: nameEnd, before: end)
    act(on: vocabulary[name], isEnd: isEnd, &text)
    return true
  }

  /// The place behind the `>` that ends the tag; quotes hide it only after an equals sign.
  private static func tagEnd(_ html: [UInt8], from start: Int, before end: Int) -> Int {
    let span = html.span
    var index = start
    var afterEquals = false
    while index < end {
      let byte = span[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index += 1
        while index < end, span[index] != byte { index += 1 }
        afterEquals = false
      } else if byte == UInt8(ascii: "=") {
        afterEquals = true
      } else if !byte.isXMLSpace {
        afterEquals = false
      }
      index += 1
    }
    return end
  }

  private mutating func act(on element: MarkupElement, isEnd: Bool, _ text: inout TextCollector) {
    switch element {
    case .inline: break
    case .block: text.paragraph()
    case .line: text.line()
    case .cell: text.space()
    case .heading: if isEnd { text.endHeading() } else { text.beginHeading() }
    case .hidden(let endTag): if !isEnd { skip(past: endTag) }
    }
  }

  /// Passes over the content of an element that shows none, with its end tag.
  private mutating func skip(past endTag: StaticString) {
    while index < end {
      index = html.firstIndex(of: UInt8(ascii: "<"), from: index, before: end)
      if html.hasASCII(endTag, at: index, before: end) {
        index = Self.tagEnd(html, from: index + endTag.utf8CodeUnitCount, before: end)
        return
      }
      index += 1
    }
    index = end
  }

  private mutating func declaration(_ text: inout TextCollector) {
    if html.hasASCII("<!--", at: index, before: end) {
      index += 4
      // `<!-->` and `<!--->` are whole comments (WHATWG HTML, 13.2.5.43).
      if index < end, html[index] == UInt8(ascii: ">") {
        index += 1
        return
      }
      while index < end {
        index = html.firstIndex(of: UInt8(ascii: "-"), from: index, before: end)
        if html.hasASCII("-->", at: index, before: end) {
          index += 3
          return
        }
        index += 1
      }
      index = end
    } else if html.hasASCII("<![CDATA[", at: index, before: end) {
      let start = index + 9
      var close = start
      while close < end, !html.hasASCII("]]>", at: close, before: end) {
        close = html.firstIndex(of: UInt8(ascii: "]"), from: close + 1, before: end)
      }
      _ = text.append(html, from: start, before: close, isMarkup: false)
      index = min(close + 3, end)
    } else {
      index = min(html.firstIndex(of: UInt8(ascii: ">"), from: index, before: end) + 1, end)
    }
  }
}
