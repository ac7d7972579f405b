import BriefClient
package import BriefModel

/// `matrix --html`.
package enum MatrixPage {
  package static func text(_ matrix: TopicMatrix, cursor: Cursor) -> String {
    let lead = PageParts.paragraph(
      "\(counted(matrix.rows.count, "topic")) by \(counted(matrix.sources.count, "source")): how many "
        + "publications of each source speak of each topic in their newest version. The bar below a "
        + "number says how it compares with the largest.")
    var page = HTMLPage("Topics by sources", lead: lead, footer: PageParts.origin(cursor))
    page.append("Matrix", place: "matrix", table(matrix))
    return page.text
  }

  static func table(_ matrix: TopicMatrix) -> HTML {
    guard !matrix.rows.isEmpty else {
      return PageParts.paragraph("No publication speaks of a topic yet.")
    }
    var table = HTMLTable(
      "Publications by topic and source", isWide: true,
      ["Topic"] + matrix.sources.map(\.rawValue) + ["All"])
    for row in matrix.rows {
      var cells = [HTML.text(row.label)]
      cells += matrix.sources.map { source in
        let count = row.cells[source]?.publications ?? 0
        let heat = matrix.heat(count)
        return .element(
          "span", [.init("class", "heat heat\(heat)")], text: count == 0 ? "–" : grouped(count))
      }
      table.append(cells + [.element("strong", [], text: grouped(row.publications))])
    }
    return .element(
      "div",
      [
        .init("class", "scroll"), .init("role", "region"), .init("tabindex", "0"),
        .init("aria-label", "Topics by sources, scrolls sideways"),
      ], table.html)
  }
}
