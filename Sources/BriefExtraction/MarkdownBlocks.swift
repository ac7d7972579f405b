/// Reads Markdown, and plain text as the part of it that has no marks, into blocks.
///
/// A subset of CommonMark: ATX and setext headings, list items, quotes, fences, tables as lines of
/// cells; a short paragraph that is bold from end to end is a heading. Rules and pictures say
/// nothing and are dropped.
struct MarkdownBlocks {
  private var blocks: [TextBlock] = []
  private var pending: [Substring] = []
  private var pendingKind = TextBlock.Kind.paragraph
  private var isFenced = false
  private let limits: DocumentLimits

  static func blocks(of text: String, limits: DocumentLimits) -> [TextBlock] {
    var reader = MarkdownBlocks(limits: limits)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
      reader.read(line)
    }
    reader.close()
    return reader.blocks
  }

  /// A heading with its mark, or a line in bold: the text is Markdown.
  static func hasMarks(_ text: String) -> Bool {
    text.split(whereSeparator: \.isLineEnd).contains { line in
      let line = line.trimmed
      return atxHeading(line) != nil || line.contains("**") || line.hasPrefix("```")
        || (line.count >= 3 && line.allSatisfy { $0 == "=" })
    }
  }

  private init(limits: DocumentLimits) { self.limits = limits }

  private mutating func read(_ line: Substring) {
    let trimmed = line.trimmed
    if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
      close()
      isFenced.toggle()
    } else if isFenced {
      if trimmed.isEmpty { close() } else { pending.append(trimmed) }
    } else if trimmed.isEmpty {
      close()
    } else if let heading = Self.atxHeading(trimmed) {
      close()
      append(.heading(level: heading.level), heading.text)
    } else if Self.isUnderline(trimmed) {
      underline(level: trimmed.first == "=" ? 1 : 2)
    } else if let item = Self.listItem(trimmed) {
      close()
      pendingKind = .item
      pending = [item]
    } else if trimmed.first == "|" {
      close()
      append(.paragraph, Self.tableRow(trimmed))
    } else {
      pending.append(trimmed.first == ">" ? trimmed.dropFirst().trimmed : trimmed)
    }
  }

  /// A line of `=` or `-` makes a heading of one line above it, and is a rule elsewhere.
  private mutating func underline(level: Int) {
    if pending.count == 1, pendingKind == .paragraph, pending[0].count <= limits.headline {
      pendingKind = .heading(level: level)
    }
    close()
  }

  private mutating func close() {
    defer { (pending, pendingKind) = ([], .paragraph) }
    guard !pending.isEmpty else { return }
    let text = pending.joined(separator: "\n")
    let isBold =
      pendingKind == .paragraph && text.count <= limits.headline && Self.isBoldThroughout(text)
    append(isBold ? .heading(level: 6) : pendingKind, text[...])
  }

  private mutating func append(_ kind: TextBlock.Kind, _ marked: Substring) {
    let text = InlineMarkdown.plain(marked, limits: limits)
    if !text.isEmpty { blocks.append(TextBlock(kind: kind, text: text)) }
  }

  private static func atxHeading(_ line: Substring) -> (level: Int, text: Substring)? {
    let level = line.prefix(7).prefix(while: { $0 == "#" }).count
    guard (1...6).contains(level) else { return nil }
    var rest = line.dropFirst(level)
    guard rest.first?.isWhitespace == true else { return nil }
    while rest.last == "#" { rest = rest.dropLast() }
    return (level, rest.trimmed)
  }

  private static func isUnderline(_ line: Substring) -> Bool {
    guard line.utf8.count >= 3, let first = line.first, "=-*_".contains(first) else { return false }
    return line.allSatisfy { $0 == first || $0 == " " }
  }

  private static func listItem(_ line: Substring) -> Substring? {
    guard let first = line.first, "-*+•–▪■●◦".contains(first) else { return nil }
    let rest = line.dropFirst()
    guard rest.first?.isWhitespace == true else { return nil }
    return rest.trimmed
  }

  private static func tableRow(_ line: Substring) -> Substring {
    let cells = line.split(separator: "|").map(\.trimmed)
    let isRule = cells.allSatisfy { $0.allSatisfy { "-: ".contains($0) } }
    return isRule ? "" : cells.filter { !$0.isEmpty }.joined(separator: " ")[...]
  }

  private static func isBoldThroughout(_ text: String) -> Bool {
    for mark in ["**", "__"] where text.hasPrefix(mark) && text.hasSuffix(mark) {
      let inner = text.dropFirst(2).dropLast(2)
      return !inner.isEmpty && !inner.contains(mark)
    }
    return false
  }
}
