import BriefModel

/// A report as a web page.
package enum ReportPage {
  package static func text(_ report: ReportDocument) -> String {
    var page = HTMLPage(
      report.title, lead: .element("p", [], spans(report.lead, language: nil)),
      footer: PageParts.origin(report.cursor))
    for part in report.parts {
      page.append(part.heading, place: part.place, .joined(part.blocks.map(block)))
    }
    return page.text
  }

  private static func block(_ block: ReportDocument.Block) -> HTML {
    switch block {
    case .paragraph(let content): .element("p", [], spans(content, language: nil))
    case .warning(let content):
      .element("p", [.init("class", "box")], .text("! "), spans(content, language: nil))
    case .items(let items):
      .element("ul", [.init("class", "plain")], .joined(items.map(item)))
    case .table(let caption, let heads, let rows): table(caption, heads, rows)
    case .drawing(let drawing): drawing
    }
  }

  private static func item(_ item: ReportDocument.Item) -> HTML {
    var content = HTML.empty
    if let tag = item.tag { content += .element("span", [.init("class", "tag")], text: tag) }
    content += spans(item.spans, language: item.language)
    for line in item.details {
      content += .element("div", [.init("class", "quiet")], spans(line, language: nil))
    }
    if !item.differences.isEmpty {
      content += DiffPage.list(item.differences, language: item.language)
    }
    if let quote = item.quote {
      content += .element("blockquote", HTML.foreignAttributes(item.language), text: quote)
    }
    return .element("li", [], content)
  }

  private static func table(
    _ caption: String, _ heads: [String], _ rows: [[[ReportDocument.Span]]]
  ) -> HTML {
    var table = HTMLTable(caption, heads)
    for row in rows { table.append(row.map { spans($0, language: nil) }) }
    return table.html
  }

  private static func spans(_ spans: [ReportDocument.Span], language: String?) -> HTML {
    .joined(
      spans.map { span in
        switch span {
        case .text(let text): .text(text)
        case .strong(let text): .element("strong", [], text: text)
        case .link(let words, let address): .link(address, .foreign(words, language: language))
        case .code(let text): .element("code", [], text: text)
        }
      })
  }
}
