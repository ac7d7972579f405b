/// Puts the lines of a PDF together into headings and paragraphs.
struct PDFBlocks {
  private let pages: [PDFPage]
  private let limits: PDFLayoutLimits
  /// The usual height of a line.
  private let bodyHeight: Double
  private var blocks: [TextBlock] = []
  private var vocabulary = Vocabulary([])

  static func blocks(of text: PDFText, limits: PDFLayoutLimits = PDFLayoutLimits()) -> [TextBlock] {
    var reader = PDFBlocks(pages: text.pages, limits: limits)
    reader.read()
    return reader.blocks
  }

  private init(pages: [PDFPage], limits: PDFLayoutLimits) {
    self.limits = limits
    self.pages = RunningHeads.removed(from: pages, limits: limits).map(ReadingOrder.ordered)
    bodyHeight = Self.usualHeight(self.pages)
    vocabulary = Vocabulary(
      self.pages.flatMap { $0.lines.map { TextBlock(kind: .paragraph, text: $0.text) } })
  }

  /// The height that most characters have.
  private static func usualHeight(_ pages: [PDFPage]) -> Double {
    var counts: [Int: Int] = [:]  // tenths of a point
    for line in pages.flatMap(\.lines) {
      counts[Int(min(max(line.height, 0), 1000) * 10), default: 0] += line.text.utf8.count
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(best?.key ?? 100) / 10
  }

  private mutating func read() {
    for page in pages {
      var start = 0
      while start < page.lines.count {
        var end = start + 1
        while end < page.lines.count, !isBreak(page.lines, at: end) { end += 1 }
        append(page.lines[start..<end])
        start = end
      }
    }
  }

  /// A new block, another size of type, a first line set in or a last line that ends early.
  private func isBreak(_ lines: [PDFPage.Line], at index: Int) -> Bool {
    let (last, next) = (lines[index - 1], lines[index])
    if last.block != next.block || next.text.startsItem { return true }
    if abs(last.height - next.height) > bodyHeight * limits.sizeStep { return true }
    if next.top - last.bottom > bodyHeight * limits.gap { return true }
    let right = lines.filter { $0.block == next.block }.map(\.right).max() ?? 0
    let left = lines.filter { $0.block == next.block }.map(\.left).min() ?? 0
    let isShort = right - last.right > (right - left) * limits.shortLine
    let isSetIn = next.left - left > bodyHeight * limits.indent && last.left - left < bodyHeight / 2
    if last.text.endsSentence { return isShort || isSetIn }
    // The first line of a paragraph is as long as the others: one that is not heads them.
    let isFirst = index < 2 || lines[index - 2].block != last.block
    return isFirst && right - last.right > (right - left) * limits.headingLine
      && !next.text.startsInLowerCase && ShortHeadings.isHeading(last.text)
  }

  private mutating func append(_ lines: ArraySlice<PDFPage.Line>) {
    var pieces: [String] = []
    for line in lines { vocabulary.join(line.text, to: &pieces) }
    var text = pieces.joined()
    guard let first = lines.first, !text.isEmpty else { return }
    let kind = kind(of: text, height: first.height, lines: lines.count)
    if kind == .item { text = String(text.dropFirst().trimmed) }
    if !text.isEmpty { blocks.append(TextBlock(kind: kind, text: text)) }
  }

  private func kind(of text: String, height: Double, lines: Int) -> TextBlock.Kind {
    if text.startsItem { return .item }
    let isShort = text.count <= limits.headline && lines <= limits.headlineLines
    if isShort, height > bodyHeight * (1 + limits.sizeStep), text.contains(where: \.isLetter) {
      let level = height > bodyHeight * 1.8 ? 1 : height > bodyHeight * 1.4 ? 2 : 3
      return .heading(level: level)
    }
    // A question of its own in the size of the text: the headings of a spotlight.
    if isShort, lines <= 2, text.hasSuffix("?"), text.wordCount >= 3 { return .heading(level: 4) }
    return .paragraph
  }
}

extension String {
  /// Begins with the mark of a list.
  fileprivate var startsItem: Bool {
    guard let first, "•▪■●◦‣".contains(first) else { return false }
    return true
  }
}

/// What counts as a gap, an indent and a headline on a printed page, in parts of a line's height
/// where nothing else is said.
struct PDFLayoutLimits: Hashable, Sendable {
  /// Part of a page's height at its top and at its foot where running heads stand.
  var margin = 0.12
  /// Difference of height that makes another size of type.
  var sizeStep = 0.12
  /// Space between lines that ends a paragraph.
  var gap = 0.9
  /// Space before the first line of a paragraph.
  var indent = 0.6
  /// Part of a column's width that the last line of a paragraph leaves free.
  var shortLine = 0.12
  /// Part of a column's width that a heading in the size of the text leaves free.
  var headingLine = 0.3
  /// Characters and lines of a headline.
  var headline = 240
  var headlineLines = 4
}
