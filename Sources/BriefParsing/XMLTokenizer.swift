/// Cuts XML into tags and text, as far as a person could: nothing that is no markup is lost, and no
/// input stops it.
///
/// Text is seen through a window that is refilled piece by piece, so memory does not grow with the
/// document. Every byte is looked at a bounded number of times. Entities are not expanded here,
/// external ones never anywhere.
struct XMLTokenizer {
  enum Token {
    /// The name; attributes are in ``attributes``.
    case start(name: Range<Int>, isEmpty: Bool)
    case end(name: Range<Int>)
    /// Text in which references stand.
    case text(Range<Int>)
    /// Text in which nothing stands for anything else.
    case literal(Range<Int>)
    /// A document type declaration, from `<!DOCTYPE` on, cut at 64 KiB.
    case doctype(Range<Int>)
    case finished
  }

  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// What ranges count in; valid until the next token is taken.
  private(set) var window: [UInt8] = []
  private(set) var attributes: [Attribute] = []
  /// A tag, comment or section was cut off by the end of the document.
  private(set) var isCutOff = false
  /// A `<` or an attribute that breaks the grammar was met.
  private(set) var isIllFormed = false
  private(set) var crossed: Set<CrossedLimit> = []

  private var position = 0
  private var isExhausted = false
  private var isInLiteral = false
  private var hasSeenDoctype = false
  private var source: TextSource
  private let limits: ParsingLimits

  init(_ source: TextSource, limits: ParsingLimits) {
    self.source = source
    self.limits = limits
  }

  mutating func next() throws(FeedTrouble) -> Token {
    if position > 65_536 || position == window.count { compact() }
    while true {
      if position == window.count {
        guard try refill() else {
          isCutOff = isCutOff || isInLiteral
          return .finished
        }
        continue
      }
      if isInLiteral {
        if let token = try literal() { return token }
        continue
      }
      if window[position] != UInt8(ascii: "<") { return try text() }
      if let token = try markup() { return token }
      if position > 262_144 { compact() }
    }
  }

  var encoding: TextEncoding { source.encoding }
  var isMislabelled: Bool { source.isMislabelled }
  var replacements: Int { source.replacements }

  // MARK: Text

  private mutating func text() throws(FeedTrouble) -> Token {
    let start = position
    var end = window.firstIndex(of: UInt8(ascii: "<"), from: start, before: window.count)
    if end == window.count, !isExhausted {
      // A reference must not be cut in two: its ampersand is at most forty bytes back.
      var back = end
      while back > start, end - back < 40 {
        back -= 1
        if window[back] == UInt8(ascii: ";") { break }
        if window[back] == UInt8(ascii: "&") {
          end = back
          break
        }
      }
      if end == start {
        _ = try refill()
        return try text()
      }
    }
    position = end
    return .text(start..<end)
  }

  private mutating func literal() throws(FeedTrouble) -> Token? {
    let start = position
    var index = start
    while true {
      index = window.firstIndex(of: UInt8(ascii: "]"), from: index, before: window.count)
      if index + 2 >= window.count { break }
      if window[index + 1] == UInt8(ascii: "]"), window[index + 2] == UInt8(ascii: ">") {
        isInLiteral = false
        position = index + 3
        return index > start ? .literal(start..<index) : nil
      }
      index += 1
    }
    let end = min(index, window.count)
    if isExhausted {
      isInLiteral = false
      isCutOff = true
      position = window.count
      return .literal(start..<window.count)
    }
    if end > start {
      position = end
      return .literal(start..<end)
    }
    _ = try refill()
    return nil
  }

  // MARK: Markup

  /// At a `<`. `nil` when something was skipped.
  private mutating func markup() throws(FeedTrouble) -> Token? {
    try need(9)
    guard position + 1 < window.count else {
      isCutOff = true
      return text(upTo: window.count)
    }
    let next = window[position + 1]
    if next == UInt8(ascii: "!") { return try declaration() }
    if next == UInt8(ascii: "?") {
      try skip(to: [UInt8(ascii: ">")], from: position + 2)
      return nil
    }
    if next == UInt8(ascii: "/") {
      guard position + 2 < window.count, Self.isNameStart(window[position + 2]) else {
        return strayBracket()
      }
      return try endTag()
    }
    return Self.isNameStart(next) ? try startTag() : strayBracket()
  }

  /// A `<` that begins no markup is a character (`a < b`).
  private mutating func strayBracket() -> Token {
    isIllFormed = true
    return text(upTo: position + 1)
  }

  private mutating func text(upTo end: Int) -> Token {
    let start = position
    position = end
    return .literal(start..<end)
  }

  private mutating func declaration() throws(FeedTrouble) -> Token? {
    if window.hasASCII("<!--", at: position, before: window.count) {
      try skip(to: [0x2D, 0x2D, 0x3E], from: position + 4)
      return nil
    }
    if window.hasASCII("<![CDATA[", at: position, before: window.count) {
      isInLiteral = true
      position += 9
      return nil
    }
    if !hasSeenDoctype, window.hasASCII("<!DOCTYPE", at: position, before: window.count) {
      return try doctype()
    }
    try skip(to: [UInt8(ascii: ">")], from: position + 2)
    return nil
  }

  /// With an internal subset the declaration ends at `]>`, else at the first `>`.
  private mutating func doctype() throws(FeedTrouble) -> Token? {
    // XML 1.0, 2.8: there is one. Looking for the end of each of many would cost the square of
    // their number.
    hasSeenDoctype = true
    try need(65_536)
    let start = position
    var index = start
    var hasSubset = false
    while index < window.count {
      let byte = window[index]
      if byte == UInt8(ascii: "[") { hasSubset = true }
      if byte == UInt8(ascii: "]") { hasSubset = false }
      if byte == UInt8(ascii: ">"), !hasSubset {
        position = index + 1
        return .doctype(start..<position)
      }
      index += 1
    }
    // No end in sight: what follows the first bracket is read as if nothing had been declared.
    isIllFormed = true
    try skip(to: [UInt8(ascii: ">")], from: position + 2)
    return nil
  }

  /// Passes over everything up to and with `end`, in pieces.
  private mutating func skip(to end: [UInt8], from start: Int) throws(FeedTrouble) {
    let last = end.count - 1
    var (start, index) = (start, start)
    while true {
      while index + last < window.count {
        index = window.firstIndex(of: end[0], from: index, before: window.count - last)
        if index + last >= window.count { break }
        if (1..<end.count).allSatisfy({ window[index + $0] == end[$0] }) {
          position = index + end.count
          return
        }
        index += 1
      }
      let kept = max(window.count - last, start)
      position = min(kept, window.count)
      compact()
      guard try refill() else {
        isCutOff = true
        position = window.count
        return
      }
      (start, index) = (position, position)
    }
  }

  private mutating func endTag() throws(FeedTrouble) -> Token {
    var index = position + 2
    while true {
      while index < window.count, window[index] != UInt8(ascii: ">"),
        window[index] != UInt8(ascii: "<")
      {
        index += 1
      }
      if index < window.count { break }
      if index - position > limits.tagBytes { throw .limit(.tagBytes) }
      guard try refill() else {
        isCutOff = true
        break
      }
    }
    let start = position + 2
    var end = start
    while end < index, Self.isName(window[end]) { end += 1 }
    // `</title <item>`: the next tag begins where the bracket stands.
    position = index < window.count && window[index] == UInt8(ascii: ">") ? index + 1 : index
    return .end(name: start..<end)
  }

  private mutating func startTag() throws(FeedTrouble) -> Token {
    while true {
      attributes.removeAll(keepingCapacity: true)
      var tag = XMLTagScanner(start: position, maximumAttributes: limits.attributes)
      if tag.scan(window, into: &attributes) {
        isIllFormed = isIllFormed || tag.isIllFormed
        if tag.hasTooMany { crossed.insert(.attributes) }
        position = tag.end
        return .start(name: tag.name, isEmpty: tag.isEmpty)
      }
      if isExhausted {
        // The document ends inside the tag: it says nothing.
        isCutOff = true
        position = window.count
        return .finished
      }
      if window.count - position > limits.tagBytes { throw .limit(.tagBytes) }
      // Each attempt sees at least twice as much, so all attempts together cost a constant times
      // the last.
      let wanted = (window.count - position) * 2
      while window.count - position < wanted, try refill() {}
    }
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == 0x5F || byte == 0x3A || byte >= 0x80
  }

  @inline(__always)
  static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == 0x3A || byte == 0x5F || byte == 0x2D || byte == 0x2E
      || byte >= 0x80
  }

  // MARK: Window

  private mutating func compact() {
    guard position > 0 else { return }
    window.removeSubrange(0..<position)
    position = 0
  }

  /// Asks for `count` bytes from the position on; there may be fewer at the end.
  private mutating func need(_ count: Int) throws(FeedTrouble) {
    while window.count - position < count, try refill() {}
  }

  /// Appends to the window; false at the end of the document.
  private mutating func refill() throws(FeedTrouble) -> Bool {
    guard !isExhausted else { return false }
    let before = window.count
    while window.count == before {
      guard try source.append(to: &window) else {
        isExhausted = true
        return window.count > before
      }
    }
    return true
  }
}
