/// Cuts a page into texts and tags, as HTML's tokenizer does (HTML, 13.2.5), in one pass.
///
/// Comments, declarations and processing instructions are passed over. Nothing is an error: what is
/// no tag is text.
struct HTMLTokenizer {
  enum Token {
    /// A range of the page's bytes; references are not replaced yet.
    case text(Range<Int>, isLiteral: Bool)
    case start(HTMLTag, name: String, attributes: [HTMLAttribute], isSelfClosing: Bool)
    case end(HTMLTag, name: String)
  }

  let bytes: [UInt8]
  private let limits: PageLimits
  private var position = 0
  /// Set when the bytes from here to the end hold no `-->`, so that it is looked for only once.
  private var hasNoCommentEnd = false
  /// The raw-text element whose end tag comes next.
  private var rawTag: (tag: HTMLTag, name: String)?

  init(bytes: [UInt8], limits: PageLimits) {
    (self.bytes, self.limits) = (bytes, limits)
  }

  mutating func next() -> Token? {
    if let raw = rawTag, let text = rawText(of: raw) { return text }
    var start = position
    while position < bytes.count {
      let kind = markup(at: position)
      if kind != .none, start < position {
        return .text(start..<position, isLiteral: false)
      }
      switch kind {
      case .tag:
        if let token = tag() { return token }
        skipBrokenTag()
        start = position
      case .aside:
        skipAside()
        start = position
      case .none: position += 1
      }
    }
    return start < bytes.count ? .text(start..<bytes.count, isLiteral: false) : nil
  }

  private enum Markup { case tag, aside, none }

  private func markup(at index: Int) -> Markup {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return .none }
    let next = bytes[index + 1]
    if next.isLetter { return .tag }
    if next == UInt8(ascii: "/") {
      return index + 2 < bytes.count && bytes[index + 2].isLetter ? .tag : .aside
    }
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?") ? .aside : .none
  }

  /// A tag whose quotes do not close ends at the next `>`; one that nothing ends is dropped with
  /// the rest of the page, as browsers do. Each byte is passed over once.
  private mutating func skipBrokenTag() {
    position = bytes[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
  }

  private mutating func skipAside() {
    let isComment = bytes[position...].starts(with: Array("<!--".utf8))
    if isComment, !hasNoCommentEnd {
      if let end = find(Array("-->".utf8), from: position + 2) {
        position = end + 3
        return
      }
      hasNoCommentEnd = true
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    var index = start
    while index <= bytes.count - wanted.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func rawText(of raw: (tag: HTMLTag, name: String)) -> Token? {
    rawTag = nil
    let start = position
    let name = Array(raw.name.utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), isEndTag(of: name, at: position) { break }
      position += 1
    }
    return start < position ? .text(start..<position, isLiteral: !raw.tag.isEscapableText) : nil
  }

  private func isEndTag(of name: [UInt8], at index: Int) -> Bool {
    let end = index + 2 + name.count
    guard end <= bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { return false }
    guard zip(bytes[index + 2..<end], name).allSatisfy({ $0.lowered == $1 }) else { return false }
    return end == bytes.count || !bytes[end].isLetter
  }

  private mutating func tag() -> Token? {
    var reader = HTMLTagReader(bytes: bytes, position: position + 1, limits: limits)
    guard let read = reader.read() else { return nil }
    position = reader.position
    let tag = HTMLTag(name: read.name)
    if read.isEnd { return .end(tag, name: read.name) }
    if tag.isRawText && !read.isSelfClosing { rawTag = (tag, read.name) }
    return .start(
      tag, name: read.name, attributes: read.attributes, isSelfClosing: read.isSelfClosing)
  }
}

/// A name in lower case and its value, references replaced; an attribute without a value has an
/// empty one.
struct HTMLAttribute: Hashable, Sendable {
  var name: String
  var value: String
}

extension UInt8 {
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isHTMLSpace: Bool { self == 0x20 || (0x9...0xD).contains(self) && self != 0xB }
  var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
