import BriefClient
package import BriefModel

/// `changes` for people, grouped by day; and a line a change for programs.
package enum ChangesText {
  package static func lines(_ changes: [Change], style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return changes.map { record($0, style: style) } }
    var lines: [String] = []
    var day: CalendarDate?
    for change in changes {
      if change.time.day != day {
        day = change.time.day
        if !lines.isEmpty { lines.append("") }
        lines.append(style.paint(Ages.longDay(change.time.day), .heading))
      }
      lines += entry(change, style: style)
    }
    return lines
  }

  /// Time, kind, source, id, version, silent or announced, classes, title.
  private static func record(_ change: Change, style: TextStyle) -> String {
    [
      change.time.rfc3339, change.kind.rawValue, change.publication.source.rawValue,
      change.publication.id.hexadecimal, String(change.version),
      change.isSilent.map { $0 ? "silent" : "announced" } ?? "-",
      change.classes.isEmpty ? "-" : change.classes.map(\.rawValue).joined(separator: ","),
      change.publication.title ?? "-",
    ].map(style.line).joined(separator: "\t")
  }

  private static func entry(_ change: Change, style: TextStyle) -> [String] {
    let (mark, word, ink) = kind(change)
    let reference = change.publication
    let facts =
      [style.line(reference.source.rawValue), reference.id.short]
      + (change.version > 1 ? ["version \(change.version)"] : [])
    let head = "\(Ages.clock(change.time)) \(mark) \(word)"
    var lines = Wrapping.lines(
      title(reference, style: style), columns: style.columns,
      first: "  " + style.paint(style.padded(head, to: 18), ink), rest: "    ")
    let indent = style.isNarrow ? "    " : String(repeating: " ", count: 20)
    lines += Wrapping.lines(
      facts.joined(separator: style.spelled(" · ")), columns: style.columns, first: indent
    ).map { style.paint($0, .faint) }
    if change.kind == .revised {
      let silence = change.isSilent == true ? "silent" : "announced"
      let classes = change.classes.map(\.rawValue).joined(separator: ", ")
      lines += Wrapping.lines(
        "\(silence) edit: \(classes)", columns: style.columns, first: indent)
      for difference in change.differences.prefix(shownDifferences) {
        lines += Wrapping.lines(
          DiffText.marked(difference, style: style, contextWords: 4), columns: style.columns,
          first: indent)
      }
      let more = change.differences.count - shownDifferences
      if more > 0 {
        lines.append(indent + "and \(more) more: brief-sync diff \(reference.id.short)")
      }
    }
    return lines
  }

  /// Differences that stand under a change before the rest is counted.
  private static let shownDifferences = 3

  static func kind(_ change: Change) -> (mark: String, word: String, ink: TextStyle.Ink) {
    switch change.kind {
    case .added: ("+", "new", .added)
    case .revised where change.isUpgrade: ("=", "read anew", .faint)
    case .revised: ("~", "edited", .changed)
    case .withdrawn: ("-", "withdrawn", .removed)
    case .restored: ("^", "restored", .added)
    }
  }

  /// `Spotlight 83/2021: Title`.
  static func title(_ reference: PublicationReference, style: TextStyle) -> String {
    let series = [reference.series, reference.number].compactMap { $0 }.joined(separator: " ")
    let title = reference.title.map(style.line) ?? reference.link.map(style.line) ?? "(no title)"
    return series.isEmpty ? title : "\(style.line(series)): \(title)"
  }
}
