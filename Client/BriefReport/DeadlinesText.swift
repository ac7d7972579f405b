import BriefClient
package import BriefModel

/// `deadlines` for people, and a line a deadline for programs.
package enum DeadlinesText {
  /// - Parameter label: what people call a topic.
  package static func lines(
    _ deadlines: [Deadline], style: TextStyle, label: (TopicID) -> String
  ) -> [String] {
    guard case .screen = style.layout else { return deadlines.map { record($0, style: style) } }
    guard !deadlines.isEmpty else { return ["No dates in the ledger."] }
    var lines: [String] = []
    var topic: TopicID?
    for deadline in deadlines {
      if deadline.topic != topic {
        if topic != nil { lines.append("") }
        topic = deadline.topic
        lines.append(style.paint(style.line(label(deadline.topic)), .heading))
      }
      lines += entry(deadline, style: style)
    }
    return lines
  }

  /// A mark for the standing: its letter says what its colour says.
  private static func mark(_ deadline: Deadline) -> (mark: String, ink: TextStyle.Ink) {
    switch deadline.standing {
    case .upcoming: (".", .faint)
    case .overdue: ("!", .trouble)
    case .met: ("=", .good)
    case .missed: ("x", .removed)
    }
  }

  private static func entry(_ deadline: Deadline, style: TextStyle) -> [String] {
    let (mark, ink) = mark(deadline)
    var words = ["\(deadline.due)", deadline.kind.rawValue, deadline.standing.rawValue]
    if !deadline.moves.isEmpty { words.append("moved \(times(deadline.moves.count))") }
    if deadline.isSilent { words.append("silent since \(deadline.last.said)") }
    var lines = Wrapping.lines(
      mark + " " + words.joined(separator: style.spelled(" · ")), columns: style.columns,
      first: "  ", rest: "      "
    ).map { style.paint($0, ink) }
    lines += indented(
      "first stated \(deadline.first.said) by \(by(deadline.first, style: style))", style)
    for move in deadline.moves {
      lines += indented(
        "\(verb(move.way)) \(move.by.said): \(move.from) -> \(move.to), by \(by(move.by, style: style))",
        style)
    }
    if let evidence = deadline.evidence {
      lines += indented(
        "\(deadline.standing.rawValue), says \(by(evidence, style: style)), \(evidence.said)", style
      )
    }
    if deadline.statements > 1 {
      lines += indented(
        "said \(times(deadline.statements)) by \(counted(deadline.sources.count, "source")), last \(deadline.last.said)",
        style)
    }
    return lines
      + Wrapping.lines(
        style.spelled("“") + style.line((deadline.moves.last?.by ?? deadline.first).passage)
          + style.spelled("”"), columns: style.columns, first: "      "
      ).map { style.paint($0, .faint) }
  }

  package static func verb(_ way: ClaimMove.Way) -> String {
    switch way {
    case .stated: "moved"
    case .edited: "edited"
    case .restated: "restated"
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func by(_ statement: Deadline.Statement, style: TextStyle) -> String {
    let version = statement.version > 1 ? "@v\(statement.version)" : ""
    return style.line(statement.publication.source.rawValue)
      + " (\(statement.publication.id.short)\(version))"
  }

  private static func indented(_ text: String, _ style: TextStyle) -> [String] {
    Wrapping.lines(style.spelled(text), columns: style.columns, first: "    ", rest: "      ")
  }

  /// Topic, due, kind, standing, moves, silent, first said, last said, sources, publication, passage.
  private static func record(_ deadline: Deadline, style: TextStyle) -> String {
    DeadlinesCSV.cells(deadline).map(style.line).joined(separator: "\t")
  }
}

/// `deadlines --json`.
package struct DeadlinesDocument: Encodable, Sendable {
  package var deadlines: [Deadline]
  package init(_ deadlines: [Deadline]) { self.deadlines = deadlines }
}

/// `deadlines --csv`.
package enum DeadlinesCSV {
  package static let heads = [
    "topic", "due", "kind", "standing", "moved", "silent", "first_said", "first_source",
    "last_said", "statements", "sources", "publication", "version", "link", "passage",
  ]

  package static func lines(_ deadlines: [Deadline]) -> [String] {
    [CSV.line(heads)] + deadlines.map { CSV.line(cells($0)) }
  }

  static func cells(_ deadline: Deadline) -> [String] {
    let shown = deadline.moves.last?.by ?? deadline.first
    return [
      deadline.topic.rawValue, "\(deadline.due)", deadline.kind.rawValue,
      deadline.standing.rawValue,
      (deadline.moves.map { "\($0.from)" } + (deadline.moves.isEmpty ? [] : ["\(deadline.due)"]))
        .joined(separator: " > "),
      deadline.isSilent ? "yes" : "no", "\(deadline.first.said)",
      deadline.first.publication.source.rawValue, "\(deadline.last.said)",
      "\(deadline.statements)", deadline.sources.map(\.rawValue).joined(separator: " "),
      shown.publication.id.hexadecimal, "\(shown.version)", shown.publication.link ?? "",
      shown.passage,
    ]
  }
}
