import BriefModel

/// A report as Markdown (CommonMark): what a stranger wrote cannot become markup.
package enum ReportMarkdown {
  package static func text(_ report: ReportDocument) -> String {
    var lines = ["# \(escaped(report.title))", "", spans(report.lead)]
    for part in report.parts {
      lines += ["", "## \(escaped(part.heading))"]
      for block in part.blocks { lines += [""] + self.lines(block) }
    }
    lines += ["", "---", "", escaped(origin(report.cursor))]
    // A drawing leaves nothing behind.
    var result: [String] = []
    for line in lines where !(line.isEmpty && result.last?.isEmpty == true) { result.append(line) }
    return result.joined(separator: "\n") + "\n"
  }

  static func origin(_ cursor: Cursor) -> String {
    "Made by brief-sync from store \(cursor.store.rawValue) at revision \(cursor.revision.number). Times are UTC."
  }

  private static func lines(_ block: ReportDocument.Block) -> [String] {
    switch block {
    case .paragraph(let content): return [spans(content)]
    case .warning(let content): return ["> **!** " + spans(content)]
    case .items(let items): return items.flatMap(item)
    case .table(let caption, let heads, let rows):
      let cells = rows.map { row in
        "| " + row.map { spans($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
      }
      return [
        "**\(escaped(caption))**", "", "| " + heads.map(escaped).joined(separator: " | ") + " |",
        "|" + heads.map { _ in "---|" }.joined(),
      ] + cells
    case .drawing: return []
    }
  }

  private static func item(_ item: ReportDocument.Item) -> [String] {
    let tag = item.tag.map { "**\(escaped($0))** " } ?? ""
    var lines = ["- " + tag + spans(item.spans)]
    lines += item.details.map { "  - " + spans($0) }
    lines += item.differences.map { difference in
      let old = difference.before.map { "~~\(escaped($0))~~" } ?? ""
      let new = difference.after.map { "**\(escaped($0))**" } ?? ""
      let words = [
        escaped(difference.contextBefore), old, new, escaped(difference.contextAfter),
      ].filter { !$0.isEmpty }.joined(separator: " ")
      return "  - \(difference.class.rawValue): \(words)"
    }
    if let quote = item.quote { lines += ["", "  > " + escaped(quote), ""] }
    return lines
  }

  private static func spans(_ spans: [ReportDocument.Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): escaped(text)
      case .strong(let text): "**\(escaped(text))**"
      case .link(let words, let address): link(words, address)
      case .code(let text): "`\(VisibleText.line(text).replacing("`", with: "'"))`"
      }
    }.joined()
  }

  private static func link(_ words: String, _ address: String?) -> String {
    guard let address = SafeAddress.of(address) else { return escaped(words) }
    return "[\(escaped(words))](<\(address)>)"
  }

  /// Every sign that Markdown may take for its own stands behind a backslash.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      // Not every reader of Markdown minds the backslash before these.
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case _ where #"\`*_{}[]()#+!|~"#.unicodeScalars.contains(scalar): result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
