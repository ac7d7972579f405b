import BriefClient
package import BriefModel

/// `list` for people, and a line a publication for programs.
package enum ListText {
  package static func lines(_ publications: [Publication], style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return publications.map { record($0, style: style) } }
    if style.isNarrow { return publications.flatMap { stacked($0, style: style) } }
    var table = TextTable(["id", "published", "source", "title"])
    for publication in publications {
      table.append(
        [
          publication.reference.id.short, publication.published?.day.description ?? "-",
          style.cut(style.line(publication.reference.source.rawValue), to: 20),
          title(publication, style: style),
        ], ink: publication.presence.isWithdrawn ? .removed : nil)
    }
    return table.lines(style: style)
  }

  private static func stacked(_ publication: Publication, style: TextStyle) -> [String] {
    let head = [
      publication.reference.id.short, publication.published?.day.description ?? "-",
      style.line(publication.reference.source.rawValue),
    ].joined(separator: " ")
    return [style.paint(style.cut(head, to: style.columns), .faint)]
      + Wrapping.lines(title(publication, style: style), columns: style.columns, first: "  ")
  }

  private static func title(_ publication: Publication, style: TextStyle) -> String {
    var notes: [String] = []
    switch publication.presence {
    case .withdrawn: notes.append("withdrawn")
    case .missing: notes.append("missing")
    case .present, .rolledOff: break
    }
    if publication.versions > 1 { notes.append("\(publication.versions) versions") }
    let title = ChangesText.title(publication.reference, style: style)
    return notes.isEmpty ? title : "[\(notes.joined(separator: ", "))] \(title)"
  }

  /// Id, published, last changed, source, presence, versions, title.
  private static func record(_ publication: Publication, style: TextStyle) -> String {
    [
      publication.reference.id.hexadecimal, publication.published?.rfc3339 ?? "-",
      publication.lastChanged.rfc3339, publication.reference.source.rawValue,
      publication.presence.name, String(publication.versions), publication.reference.title ?? "-",
    ].map(style.line).joined(separator: "\t")
  }
}
