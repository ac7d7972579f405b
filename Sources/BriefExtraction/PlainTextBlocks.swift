/// Reads a text without marks, as converters of PDF print it, into headings and paragraphs.
///
/// Lines at the top stay by themselves until the first paragraph: masthead, series, title, authors.
/// What stands on every page, and how to write to the publisher, goes before words and paragraphs that
/// a page's end broke are joined.
struct PlainTextBlocks {
  private let limits: DocumentLimits
  private var blocks: [TextBlock] = []
  private var pending: [Substring] = []
  private var vocabulary = Vocabulary([])
  /// Characters of a whole line of the text.
  private let width: Int

  static func blocks(of text: String, limits: DocumentLimits) -> [TextBlock] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
      .map(\.trimmed)
    var reader = PlainTextBlocks(lines: lines, limits: limits)
    reader.read(Self.withoutFurniture(lines))
    return reader.blocks
  }

  private init(lines: [Substring], limits: DocumentLimits) {
    self.limits = limits
    let lengths = lines.map(\.count).filter { $0 > 20 }.sorted()
    width = lengths.isEmpty ? 60 : lengths[lengths.count * 7 / 10]
    vocabulary = Vocabulary(
      lines.filter { !$0.isEmpty }.map { TextBlock(kind: .paragraph, text: String($0)) })
  }

  /// Without lines that say how to write to the publisher, page numbers, and all but the first of
  /// short lines that stand there again, figures aside.
  private static func withoutFurniture(_ lines: [Substring]) -> [Substring] {
    var counts: [String: Int] = [:]
    let keys = lines.map { line in
      line.utf8.count <= 120 && line.words.count <= 12
        ? line.folded.filter { !$0.isNumber }.collapsed : ""
    }
    for key in keys where !key.isEmpty { counts[key, default: 0] += 1 }
    // The first may be the masthead.
    var seen = Set(keys.dropFirst(topLines).filter { counts[$0, default: 0] > 1 })
    seen.subtract(keys.prefix(topLines))
    return zip(lines, keys).map { line, key in
      if Imprint.isLine(line) || line.allSatisfy({ "-–—_=* ".contains($0) }) { return "" }
      guard counts[key, default: 0] > 1, !line.endsSentence else { return line }
      return seen.insert(key).inserted ? line : ""
    }
  }

  /// Lines at the top of a text in which its masthead stands.
  private static let topLines = 12

  private mutating func read(_ lines: [Substring]) {
    var index = readTop(of: lines)
    while index < lines.count {
      defer { index += 1 }
      let line = lines[index]
      if line.isEmpty {
        close()
      } else if isHeading(at: index, in: lines) {
        close()
        blocks.append(TextBlock(kind: .heading(level: 5), text: String(line).collapsed))
      } else if let count = questionLines(at: index, in: lines) {
        close()
        let text = lines[index..<index + count].joined(separator: " ").collapsed
        blocks.append(TextBlock(kind: .heading(level: 4), text: text))
        index += count - 1
      } else if let first = line.first, "•▪■●◦".contains(first) {
        close()
        pending = [line.dropFirst().trimmed]
      } else {
        pending.append(line)
      }
    }
    close()
  }

  private mutating func close() {
    defer { pending = [] }
    guard !pending.isEmpty else { return }
    var pieces: [String] = []
    for line in pending { vocabulary.join(String(line), to: &pieces) }
    let text = pieces.joined().collapsed
    if !text.isEmpty { blocks.append(TextBlock(kind: .paragraph, text: text)) }
  }

  // MARK: - The top

  /// Lines before the first paragraph, each by itself; those of the title as one. Gives where the
  /// text begins.
  private mutating func readTop(of lines: [Substring]) -> Int {
    let end = lines.indices.first { isParagraph(at: $0, in: lines) } ?? lines.count
    guard end <= limits.topBlocks * 2 else { return 0 }
    var title: [Substring] = []
    var hasTitle = false
    for line in lines[..<end] {
      let isTitleLine = !line.isEmpty && !hasTitle && !isOfMasthead(line)
      if isTitleLine {
        title.append(line)
        continue
      }
      hasTitle = appendTitle(&title) || hasTitle
      if !line.isEmpty {
        blocks.append(TextBlock(kind: .paragraph, text: String(line).collapsed))
      }
    }
    _ = appendTitle(&title)
    return end
  }

  private mutating func appendTitle(_ lines: inout [Substring]) -> Bool {
    guard !lines.isEmpty else { return false }
    defer { lines = [] }
    let text = lines.joined(separator: " ").collapsed
    blocks.append(TextBlock(kind: .heading(level: 1), text: text))
    return true
  }

  private func isOfMasthead(_ line: Substring) -> Bool {
    let masthead = Masthead(line: String(line))
    return (!masthead.isEmpty && masthead.rest.count <= 4)
      || SeriesName.known(line, publisher: nil) != nil || SeriesName.withAcronym(line) != nil
      || (line.isAllCapitals && line.words.count <= 3) || InstituteName.isName(String(line))
      || !PersonNames.names(in: line).isEmpty
  }

  /// A line that is a paragraph by its length, or the first of three whole ones.
  private func isParagraph(at index: Int, in lines: [Substring]) -> Bool {
    let line = lines[index]
    if line.count > limits.headline { return true }
    guard index + 2 < lines.count, line.words.count >= 5, line.last != ":" else { return false }
    return line.count * 4 >= width * 3 && lines[index + 1].count * 4 >= width * 3
      && !lines[index + 2].isEmpty && !isOfMasthead(line) && !isOfMasthead(lines[index + 1])
  }

  // MARK: - Headings

  /// A line that is shorter than the others, after a sentence's end and before one's beginning.
  private func isHeading(at index: Int, in lines: [Substring]) -> Bool {
    let line = lines[index]
    guard line.count * 5 <= width * 4, ShortHeadings.isHeading(line), endsBefore(index, in: lines),
      let next = lines[(index + 1)...].first(where: { !$0.isEmpty })
    else { return false }
    return next.first.map { $0.isUppercase || $0.isNumber || "«„“\"".contains($0) } == true
      && next.count * 5 > width * 3
  }

  /// The lines of a question that stands by itself, two or three.
  private func questionLines(at index: Int, in lines: [Substring]) -> Int? {
    guard lines[index].first?.isUppercase == true, endsBefore(index, in: lines) else { return nil }
    for count in 1...3 where index + count < lines.count {
      let last = lines[index + count - 1]
      if last.isEmpty || last.contains(". ") { return nil }
      if last.last == "?" {
        let next = lines[(index + count)...].first { !$0.isEmpty }
        return next?.first?.isUppercase == true ? count : nil
      }
    }
    return nil
  }

  private func endsBefore(_ index: Int, in lines: [Substring]) -> Bool {
    guard index > 0, !lines[index - 1].isEmpty else {
      guard let before = lines[..<index].last(where: { !$0.isEmpty }) else { return true }
      return before.endsSentence || blocks.last?.isHeading == true || pending.isEmpty
    }
    return lines[index - 1].endsSentence || (pending.isEmpty && blocks.last?.isHeading == true)
  }
}
