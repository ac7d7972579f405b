package import BriefClient
import BriefModel

/// `log` for people: what happened to a publication, oldest first; and a line a version for programs.
package enum LogText {
  package static func lines(_ history: History, style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return history.versions.map { record($0, style: style) }
    }
    let reference = history.publication.reference
    var lines = Wrapping.lines(
      ChangesText.title(reference, style: style), columns: style.columns
    ).map { style.paint($0, .heading) }
    lines.append(
      style.paint(
        [style.line(reference.source.rawValue), reference.id.short].joined(
          separator: style.spelled(" · ")), .faint))
    let versions = Dictionary(
      history.versions.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for change in history.changes {
      lines.append("")
      lines += event(change, versions[change.version], style: style)
    }
    return lines
  }

  private static func event(
    _ change: Change, _ version: Version?, style: TextStyle
  ) -> [String] {
    let (mark, word, ink) = ChangesText.kind(change)
    let makesVersion = change.kind == .added || change.kind == .revised
    var lines = Wrapping.lines(
      (makesVersion ? "version \(change.version), " : "")
        + "\(Ages.minute(change.time)) UTC (\(Ages.relative(change.time, now: style.now)))",
      columns: style.columns, first: "\(mark) \(word), ", rest: "    ")
    let headed = "\(mark) \(word),"
    if let first = lines.first {
      lines[0] = style.paint(headed, ink) + first.dropFirst(headed.count)
    }
    if let silent = change.isSilent {
      let classes = change.classes.map(\.rawValue).joined(separator: ", ")
      lines.append("    \(silent ? "silent" : "announced") edit: \(classes)")
    }
    if change.isUpgrade {
      lines += Wrapping.lines(
        "no edit: the text was read at another place, or could not be had before",
        columns: style.columns, first: "    ")
    }
    if makesVersion, let version {
      if let updated = version.updated {
        lines.append("    the publisher dates its change \(Ages.minute(updated)) UTC")
      }
      lines.append(
        style.paint(
          "    content \(version.id.hexadecimal.prefix(16))\(version.isPruned ? ", pruned" : "")",
          .faint))
    }
    for difference in change.differences {
      lines += Wrapping.lines(
        DiffText.marked(difference, style: style, contextWords: 4), columns: style.columns,
        first: "    ")
    }
    return lines
  }

  /// Version, first seen, the publisher's date of change, silent or announced, classes, id, title.
  private static func record(_ version: Version, style: TextStyle) -> String {
    [
      String(version.number), version.firstSeen.rfc3339, version.updated?.rfc3339 ?? "-",
      version.isSilent.map { $0 ? "silent" : "announced" } ?? "-",
      version.differences.isEmpty
        ? "-"
        : Difference.classes(of: version.differences).map(\.rawValue).joined(separator: ","),
      version.id.hexadecimal, version.content.title ?? "-",
    ].map(style.line).joined(separator: "\t")
  }
}
