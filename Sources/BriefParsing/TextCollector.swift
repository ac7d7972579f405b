import Foundation

/// Collects text and normalises it on the way: white space is collapsed, control, zero-width and
/// bidirectional formatting characters are dropped, paragraphs are parted by a blank line.
struct TextCollector {
  private(set) var bytes: [UInt8] = []
  private(set) var headings: [Range<Int>] = []
  private var pending = Gap.none
  private var headingStart: Int?
  /// A character was seen that may be written in two ways.
  private var mayNeedComposing = false

  private enum Gap: UInt8 { case none, space, line, paragraph }

  /// Text on one line has no paragraphs.
  private var isSingleLine = false

  mutating func removeAll(isSingleLine: Bool = false) {
    self.isSingleLine = isSingleLine
    bytes.removeAll(keepingCapacity: true)
    headings.removeAll()
    (pending, headingStart, mayNeedComposing) = (.none, nil, false)
  }

  mutating func space() {
    if pending == .none { pending = .space }
  }

  /// A line break is a space; two in a row part paragraphs.
  mutating func line() { pending = pending == .line || pending == .paragraph ? .paragraph : .line }

  mutating func paragraph() { pending = .paragraph }

  mutating func beginHeading() {
    paragraph()
    headingStart = bytes.count
  }

  mutating func endHeading() {
    paragraph()
    guard let start = headingStart else { return }
    headingStart = nil
    // The blank line before the heading is not part of it.
    var begin = start
    while begin < bytes.count, bytes[begin].isXMLSpace { begin += 1 }
    if begin < bytes.count { headings.append(begin..<bytes.count) }
  }

  private mutating func closeGap() {
    if isSingleLine, pending != .none { pending = .space }
    switch pending {
    case .none: return
    case .space, .line: if !bytes.isEmpty { bytes.append(0x20) }
    case .paragraph:
      if !bytes.isEmpty {
        bytes.append(0x0A)
        bytes.append(0x0A)
      }
    }
    pending = .none
  }

  /// Appends characters that stand for themselves, up to the first byte for which `stop` says so in
  /// the class table. Returns where it stopped: at `end`, or at a `<` or `&` when `isMarkup`.
  mutating func append(_ source: [UInt8], from start: Int, before end: Int, isMarkup: Bool) -> Int {
    let span = source.span
    let classes = ByteClass.table
    let classSpan = classes.span
    var index = start
    while index < end {
      var kind = classSpan[Int(span[index])]
      if kind <= ByteClass.composing {
        let runStart = index
        // A run of ordinary characters, with single spaces between words.
        while true {
          if kind == ByteClass.composing { mayNeedComposing = true }
          index &+= 1
          guard index < end else { break }
          kind = classSpan[Int(span[index])]
          if kind <= ByteClass.composing { continue }
          if span[index] == 0x20, index &+ 1 < end {
            kind = classSpan[Int(span[index &+ 1])]
            if kind <= ByteClass.composing {
              index &+= 1
              continue
            }
          }
          break
        }
        closeGap()
        bytes.append(contentsOf: source[runStart..<index])
      } else if kind == ByteClass.space {
        space()
        index &+= 1
      } else if kind == ByteClass.markup {
        if isMarkup { return index }
        closeGap()
        bytes.append(span[index])
        index &+= 1
      } else if kind == ByteClass.control {
        index &+= 1
      } else {
        index &+= special(source, at: index, before: end)
      }
    }
    return index
  }

  /// A character that may be invisible. Returns its length.
  private mutating func special(_ source: [UInt8], at index: Int, before end: Int) -> Int {
    let length = source[index] < 0xE0 ? 2 : 3
    guard index + length <= end else { return end - index }
    var value = UInt32(source[index]) & (length == 2 ? 0x1F : 0x0F)
    for offset in 1..<length { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
    switch value {
    case 0x80...0x9F:
      // Characters of windows-1252 that a program took for Latin-1.
      let scalar = SingleByteEncoding.windows1252.scalars[Int(value) - 0x80]
      if scalar != "\u{FFFD}" {
        closeGap()
        bytes.append(scalar: scalar)
      } else if pending == .none, DoubleEncoding.isOpen(at: bytes) {
        bytes.append(contentsOf: source[index..<(index + length)])
      }
    case 0xAD, 0x200B, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
      break
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x1680: space()
    default:
      closeGap()
      if length == 3 { mayNeedComposing = mayNeedComposing || Self.mayCompose(value) }
      bytes.append(contentsOf: source[index..<(index + length)])
    }
    return length
  }

  private static func mayCompose(_ value: UInt32) -> Bool {
    switch value {
    case 0x2126, 0x212A, 0x212B, 0x2329, 0x232A, 0x20D0...0x20FF, 0x1100...0x11FF, 0x3099, 0x309A,
      0x2CEF...0x2CF1, 0x2D7F, 0x2DE0...0x2DFF, 0x302A...0x302F, 0xF900...0xFAFF, 0xFB1D...0xFB4F,
      0xFE20...0xFE2F:
      true
    default: (0x1300...0x1DFF).contains(value) || (0x1F00...0x1FFF).contains(value)
    }
  }

  /// Shows that there was more.
  mutating func markCut() { bytes.append(contentsOf: " […]".utf8) }

  /// The text, in NFC.
  func text() -> String {
    guard mayNeedComposing else { return String(decoding: bytes, as: UTF8.self) }
    return Self.composed(bytes)
  }

  /// What was dropped between marks, and references to them, make runs that the document's own bytes
  /// do not have.
  private static func composed(_ bytes: [UInt8]) -> String {
    MarkRuns.text(of: bytes).precomposedStringWithCanonicalMapping
  }

  func markedText() -> MarkedText {
    guard mayNeedComposing else { return MarkedText(bytes, headings: headings) }
    let composed = Array(text().utf8)
    // Composing moves offsets. Blank lines part headings from the rest, so each piece composes by
    // itself.
    guard composed.count != bytes.count, !headings.isEmpty else {
      return MarkedText(composed, headings: headings)
    }
    func composedLength(_ range: Range<Int>) -> Int {
      Self.composed(Array(bytes[range])).utf8.count
    }
    var moved: [Range<Int>] = []
    var (offset, end) = (0, 0)
    for range in headings {
      offset += composedLength(end..<range.lowerBound)
      let length = composedLength(range)
      moved.append(offset..<(offset + length))
      offset += length
      end = range.upperBound
    }
    return MarkedText(composed, headings: moved)
  }
}

/// What a byte of UTF-8 text may mean.
enum ByteClass {
  static let ordinary: UInt8 = 0
  /// Leads a character that may be part of a composition.
  static let composing: UInt8 = 1
  static let space: UInt8 = 2
  static let markup: UInt8 = 3
  static let control: UInt8 = 4
  /// Leads a character that may be invisible or a space.
  static let special: UInt8 = 5

  static let table: [UInt8] = (0...255).map { (byte: Int) in
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0C: space
    case 0x3C, 0x26: markup
    case 0..<0x20, 0x7F: control
    case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: special
    case 0xCC, 0xCD, 0xD2, 0xD6...0xDF, 0xE0, 0xEA, 0xF0...0xF4: composing
    default: ordinary
    }
  }
}
