/// A table with a caption. On a narrow screen each row becomes a block whose cells name their
/// column.
package struct HTMLTable: Sendable {
  private let caption: String
  private let isWide: Bool
  private let heads: [String]
  private var rows: [[HTML]] = []

  /// - Parameter isWide: stays a table on a narrow screen, and is scrolled.
  package init(_ caption: String, isWide: Bool = false, _ heads: [String]) {
    self.caption = caption
    self.isWide = isWide
    self.heads = heads
  }

  /// The first cell is the row's head.
  package mutating func append(_ cells: [HTML]) { rows.append(cells) }

  package var isEmpty: Bool { rows.isEmpty }

  package var html: HTML {
    let head = HTML.joined(
      heads.map { .element("th", [.init("scope", "col")], text: $0) })
    let body = HTML.joined(
      rows.map { cells in
        .element("tr", [], .joined(cells.enumerated().map(cell)))
      })
    return .element(
      "table", isWide ? [.init("class", "wide")] : [],
      .element("caption", [], text: caption), .element("thead", [], .element("tr", [], head)),
      .element("tbody", [], body))
  }

  private func cell(_ index: Int, _ content: HTML) -> HTML {
    guard index > 0 else { return .element("th", [.init("scope", "row")], content) }
    let name = index < heads.count ? heads[index] : ""
    return .element("td", [.init("data-head", name)], content)
  }
}
