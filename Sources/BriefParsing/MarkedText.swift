package import BriefModel

/// Text taken out of markup: paragraphs with a blank line between them, some of them headings.
package struct MarkedText: Hashable, Sendable {
  /// UTF-8: white space collapsed, control and zero-width characters dropped, NFC. Bytes, because
  /// most of them are only copied on.
  package var utf8: [UInt8]
  /// Offsets of the headings in ``utf8``, in order.
  package var headings: [Range<Int>]

  package var text: String { String(decoding: utf8, as: UTF8.self) }
  package var isEmpty: Bool { utf8.isEmpty }

  package init(_ utf8: [UInt8], headings: [Range<Int>] = []) {
    self.utf8 = utf8
    self.headings = headings
  }

  /// Cut at the headings.
  package var sections: [Section] {
    guard !headings.isEmpty else { return isEmpty ? [] : [Section(heading: nil, text: text)] }
    let bytes = utf8
    var sections: [Section] = []
    var heading: String?
    var start = 0
    func close(at end: Int) {
      let body = Self.trimmed(bytes, start, end)
      if heading != nil || !body.isEmpty { sections.append(Section(heading: heading, text: body)) }
    }
    for range in headings where range.lowerBound >= start && range.upperBound <= bytes.count {
      close(at: range.lowerBound)
      heading = Self.trimmed(bytes, range.lowerBound, range.upperBound)
      start = range.upperBound
    }
    close(at: bytes.count)
    return sections
  }

  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    var (start, end) = (start, max(start, end))
    while start < end, bytes[start].isXMLSpace { start += 1 }
    while end > start, bytes[end - 1].isXMLSpace { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
