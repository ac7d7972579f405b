/// Columns for a screen: as wide as their longest cell, the last one cut or folded to what is left.
struct TextTable {
  private let heads: [String]
  private var rows: [(cells: [String], ink: TextStyle.Ink?)] = []

  init(_ heads: [String]) { self.heads = heads }

  mutating func append(_ cells: [String], ink: TextStyle.Ink? = nil) { rows.append((cells, ink)) }

  func lines(style: TextStyle) -> [String] {
    let widths = heads.indices.map { column in
      rows.reduce(DisplayWidth.of(heads[column])) { widest, row in
        column < row.cells.count ? max(widest, DisplayWidth.of(row.cells[column])) : widest
      }
    }
    let fixed = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    // A last column of under a dozen letters says nothing: the record is folded instead.
    guard fixed + min(12, widths.last ?? 0) <= style.columns else { return folded(style: style) }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        line += column == cells.count - 1 ? cell : style.padded(cell, to: widths[column]) + "  "
      }
      return style.cut(line, to: style.columns)
    }
    return [style.paint(line(heads.map { $0.uppercased() }), .heading)]
      + rows.map { row in row.ink.map { style.paint(line(row.cells), $0) } ?? line(row.cells) }
  }

  /// The first cell and the last on lines of their own, the rest between them.
  private func folded(style: TextStyle) -> [String] {
    rows.flatMap { row in
      let first = row.cells.first ?? ""
      let head = row.ink.map { style.paint(first, $0) } ?? first
      return [head]
        + Wrapping.lines(
          row.cells.dropFirst().filter { $0 != "" }.joined(separator: " · ").split(separator: " ")
            .map { style.spelled(String($0)) }.joined(separator: " "),
          columns: style.columns, first: "  ")
    }
  }
}
