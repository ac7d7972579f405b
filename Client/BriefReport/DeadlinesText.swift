import BriefClient
package import BriefModel

/// `deadlines` for people, and a line a deadline for programs.
package enum DeadlinesText {
  /// - Parameter label: what people call a topic.
  package static func lines(
    _ deadlines: [Deadline], style: TextStyle, label: (TopicID) -> String
  ) -> [String] {
    guard case .screen = style.layout else { return deadlines.map { record($0, style: style) } }
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
    case .shelved: ("-", .removed)
    }
  }

  private static func entry(_ deadline: Deadline, style: TextStyle) -> [String] {
    let (mark, ink) = mark(deadline)
    var words = ["\(deadline.due)", deadline.kind.rawValue, deadline.standing.rawValue]
    if !deadline.moves.isEmpty { words.append("moved \(times(deadline.moves.count))") }
    if deadline.isSilent { words.append("silent since \(deadline.last.said)") }
    if deadline.isDropped { words.append("named no more") }
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
    for remark in deadline.remarks {
      lines += indented(
        "\(Self.words(remark)) \(remark.by.said), by \(by(remark.by, style: style))", style)
    }
    if let evidence = deadline.evidence {
      lines += indented(
        "\(deadline.standing.rawValue), says \(by(evidence, style: style)), \(evidence.said)", style
      )
    }
    if let otherwise = deadline.otherwise {
      lines += indented(
        "but \(by(otherwise.by, style: style)) named \(otherwise.due) on \(otherwise.by.said)",
        style)
    }
    if deadline.isDropped { lines += indented(dropped(deadline), style) }
    if deadline.statements > 1 {
      lines += indented(
        "in \(counted(deadline.statements, "publication")) of \(counted(deadline.sources.count, "source")), last spoken of \(deadline.last.said)",
        style)
    }
    return lines
      + Wrapping.lines(
        style.spelled("“") + style.line(deadline.shown.passage) + style.spelled("”"),
        columns: style.columns, first: "      "
      ).map { style.paint($0, .faint) }
  }

  /// Why a date is no longer anybody's.
  static func dropped(_ deadline: Deadline) -> String {
    deadline.sources.count == 1
      ? "the source that named it has taken it out or withdrawn the publication"
      : "the sources that named it have taken it out or withdrawn their publications"
  }

  /// What was said of it, with "on" or a day to follow.
  static func words(_ remark: Deadline.Remark) -> String {
    switch remark.kind {
    case .proposed: "\(remark.due.map { "\($0) " } ?? "another day ")proposed"
    case .cancelled: "cancelled"
    case .suspended: "suspended"
    case .postponed: "postponed to no day"
    }
  }

  package static func verb(_ way: ClaimMove.Way) -> String {
    switch way {
    case .proposed: "proposed"
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

  /// The cells of ``DeadlinesCSV``.
  private static func record(_ deadline: Deadline, style: TextStyle) -> String {
    DeadlinesCSV.cells(deadline).map(style.line).joined(separator: "\t")
  }
}

extension Deadline {
  /// The statement that gave the day that holds.
  var shown: Statement { moves.last?.by ?? first }
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
    "last_said", "statements", "sources", "publication", "version", "link", "passage", "dropped",
  ]

  package static func lines(_ deadlines: [Deadline]) -> [String] {
    [CSV.line(heads)] + deadlines.map { CSV.line(cells($0)) }
  }

  /// The days that were named one after the other; two who moved it the same way name each once.
  private static func days(_ deadline: Deadline) -> String {
    guard !deadline.moves.isEmpty else { return "" }
    return (deadline.moves.map(\.from) + [deadline.due])
      .reduce(into: [CalendarDate]()) { days, day in
        if days.last != day { days.append(day) }
      }
      .map(\.description).joined(separator: " > ")
  }

  static func cells(_ deadline: Deadline) -> [String] {
    let shown = deadline.shown
    return [
      deadline.topic.rawValue, "\(deadline.due)", deadline.kind.rawValue,
      deadline.standing.rawValue,
      days(deadline),
      deadline.isSilent ? "yes" : "no", "\(deadline.first.said)",
      deadline.first.publication.source.rawValue, "\(deadline.last.said)",
      "\(deadline.statements)", deadline.sources.map(\.rawValue).joined(separator: " "),
      shown.publication.id.hexadecimal, "\(shown.version)", shown.publication.link ?? "",
      shown.passage, deadline.isDropped ? "yes" : "no",
    ]
  }
}
