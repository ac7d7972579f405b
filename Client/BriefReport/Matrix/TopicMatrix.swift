package import BriefClient
package import BriefModel

/// Topics by sources: how many publications of each source speak of each topic.
package struct TopicMatrix: Sendable {
  package struct Row: Sendable {
    package var topic: TopicID
    package var label: String
    /// By source.
    package var cells: [SourceID: TopicActivity]
    package var publications: Int
  }

  /// The topic with the most publications first.
  package var rows: [Row]
  /// The source with the most first.
  package var sources: [SourceID]

  package init(_ activity: [TopicActivity], label: (TopicID) -> String) {
    let byTopic = Dictionary(grouping: activity, by: \.topic)
    rows = byTopic.map { topic, cells in
      Row(
        topic: topic, label: label(topic),
        cells: Dictionary(cells.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }),
        publications: cells.reduce(0) { $0 + $1.publications })
    }.sorted { ($1.publications, $0.topic) < ($0.publications, $1.topic) }
    let totals = activity.reduce(into: [SourceID: Int]()) {
      $0[$1.source, default: 0] += $1.publications
    }
    sources = totals.keys.sorted { (totals[$1] ?? 0, $0) < (totals[$0] ?? 0, $1) }
  }

  /// The largest cell.
  var most: Int { rows.flatMap { $0.cells.values.map(\.publications) }.max() ?? 0 }

  /// 0 (none) to 4, a quarter of the largest cell a step.
  func heat(_ count: Int) -> Int {
    guard count > 0, most > 0 else { return 0 }
    return min(4, (count * 4 + most - 1) / most)
  }
}

/// `matrix` for people, and a line a cell for programs.
package enum MatrixText {
  package static func lines(_ matrix: TopicMatrix, style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return matrix.rows.flatMap { row in
        matrix.sources.compactMap { row.cells[$0] }.map { cell in
          [
            cell.topic.rawValue, cell.source.rawValue, "\(cell.publications)",
            cell.latest.day.description,
          ].map(style.line).joined(separator: "\t")
        }
      }
    }
    let names = matrix.sources.map { style.cut(style.line($0.rawValue), to: 12) }
    // Two columns between cells, a label of 16 letters at least, and the sum.
    let widths = names.map { max(DisplayWidth.of($0), 6) }
    var shown = 0
    var used = 16 + 8
    while shown < widths.count, used + widths[shown] + 2 <= style.columns {
      used += widths[shown] + 2
      shown += 1
    }
    let label = min(34, 16 + max(0, style.columns - used))
    func line(_ head: String, _ cells: [String], _ sum: String) -> String {
      let body = zip(cells, widths).map { cell, width in
        String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)) + 2) + cell
      }
      let total = String(repeating: " ", count: max(0, 8 - sum.count)) + sum
      return style.padded(style.cut(head, to: label), to: label) + body.joined() + total
    }
    var lines = [style.paint(line("TOPIC", Array(names.prefix(shown)), "ALL"), .heading)]
    for row in matrix.rows {
      let cells = matrix.sources.prefix(shown).map { source in
        let count = row.cells[source]?.publications ?? 0
        return count == 0 ? style.spelled("·") : "\(count)" + mark(matrix.heat(count), style)
      }
      lines.append(line(style.line(row.label), cells, grouped(row.publications)))
    }
    let more = matrix.sources.count - shown
    if more > 0 {
      lines += Wrapping.lines(
        "\(counted(more, "source")) more do not fit: brief-sync matrix --html > matrix.html",
        columns: style.columns)
    }
    return lines
  }

  /// A bar beside the number.
  private static func mark(_ heat: Int, _ style: TextStyle) -> String {
    let marks = style.isUnicode ? [" ", "▁", "▃", "▅", "█"] : [" ", ".", ":", "+", "#"]
    return marks[min(max(heat, 0), 4)]
  }
}
