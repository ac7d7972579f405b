import BriefModel

/// A report as text for a terminal, or for a pipe that people read.
package enum ReportText {
  package static func lines(_ report: ReportDocument, style: TextStyle) -> [String] {
    var lines = [style.paint(style.line(report.title), .heading)]
    lines += Wrapping.lines(spans(report.lead, style), columns: style.columns)
    for part in report.parts {
      lines += ["", style.paint(style.line(part.heading), .heading)]
      for block in part.blocks { lines += self.lines(block, style) }
    }
    return lines
  }

  private static func lines(_ block: ReportDocument.Block, _ style: TextStyle) -> [String] {
    switch block {
    case .paragraph(let content):
      return Wrapping.lines(spans(content, style), columns: style.columns, first: "  ")
    case .warning(let content):
      return Wrapping.lines(
        spans(content, style), columns: style.columns, first: "  ! ", rest: "    "
      ).map { style.paint($0, .trouble) }
    case .items(let items): return items.flatMap { item($0, style) }
    case .table(_, let heads, let rows):
      var table = TextTable(heads.map(style.line))
      for row in rows { table.append(row.map { spans($0, style) }) }
      return table.lines(style: indented(style)).map { "  " + $0 }
    case .drawing: return []
    }
  }

  private static func indented(_ style: TextStyle) -> TextStyle {
    var style = style
    style.layout = .screen(columns: style.columns - 2)
    return style
  }

  private static func item(_ item: ReportDocument.Item, _ style: TextStyle) -> [String] {
    let tag = item.tag.map { style.line($0) + " " } ?? ""
    var lines = Wrapping.lines(
      tag + spans(item.spans, style), columns: style.columns, first: "  ", rest: "    ")
    for line in item.details {
      lines += Wrapping.lines(spans(line, style), columns: style.columns, first: "    ")
        .map { style.paint($0, .faint) }
    }
    for difference in item.differences {
      lines += Wrapping.lines(
        "\(difference.class.rawValue): \(DiffText.marked(difference, style: style, contextWords: 5))",
        columns: style.columns, first: "      ", rest: "        ")
    }
    if let quote = item.quote {
      lines += Wrapping.lines(
        style.spelled("“") + style.line(quote) + style.spelled("”"), columns: style.columns,
        first: "      "
      ).map { style.paint($0, .faint) }
    }
    return lines
  }

  private static func spans(_ spans: [ReportDocument.Span], _ style: TextStyle) -> String {
    spans.map { span in
      switch span {
      case .text(let text), .strong(let text), .code(let text): style.line(text)
      case .link(let words, _): style.line(words)
      }
    }.joined()
  }
}
