import BriefClient
import BriefModel

/// `status` for people: one screen, problems first.
package enum StatusText {
  /// Problems and sources that are listed one by one; beyond, their number is told.
  private static let listed = 8

  package static func lines(_ report: StatusReport, style: TextStyle) -> [String] {
    guard case .screen = style.layout else { return records(report, style: style) }
    var lines = problems(report, style: style)
    lines += summary(report, style: style)
    if !report.sources.isEmpty {
      lines.append("")
      lines += SourcesText.lines(Array(report.sources.prefix(listed)), style: style)
      let more = report.sources.count - listed
      if more > 0 { lines.append("and \(grouped(more)) more: brief-sync sources") }
    }
    return lines
  }

  private static func problems(_ report: StatusReport, style: TextStyle) -> [String] {
    guard !report.problems.isEmpty else {
      return [style.paint("All is well.", .good), ""]
    }
    var lines = [style.paint(counted(report.problems.count, "problem"), .trouble)]
    for problem in report.problems.prefix(listed) {
      let name = problem.source.map { "\(style.line($0.rawValue)): " } ?? ""
      let since = problem.since.map { " (\(Ages.relative($0, now: style.now)))" } ?? ""
      lines += Wrapping.lines(
        name + style.line(problem.what) + since, columns: style.columns, first: "  ! ",
        rest: "    ")
      lines.append(
        "    " + style.paint(style.spelled("→ ") + style.line(problem.nextCommand), .faint))
    }
    let more = report.problems.count - listed
    if more > 0 { lines.append("  and \(grouped(more)) more: brief-sync sources") }
    return lines + [""]
  }

  private static func summary(_ report: StatusReport, style: TextStyle) -> [String] {
    let status = report.status
    let counts = status.counts
    let daemon =
      status.writer.map {
        "running\($0.trouble == nil ? "" : ", degraded") (\(style.line($0.name)), since \(Ages.minute($0.since)))"
      } ?? "not running"
    let failing = report.sources.count { $0.state == .failing }
    let rows = [
      ("sources", grouped(counts.sources) + (failing > 0 ? ", \(grouped(failing)) failing" : "")),
      (
        "kept",
        "\(counted(counts.publications, "publication")), \(counted(counts.versions, "version")), "
          + counted(counts.changes, "change")
      ),
      ("daemon", daemon),
      (
        "alerts",
        "\(grouped(status.pendingAlerts)) waiting, \(grouped(status.parkedAlerts)) given up"
          + (report.outbox?.latency.map { "; delivered: \(OutboxText.words($0))" } ?? "")
      ),
      (
        "chain",
        "\(counted(Int(clamping: status.chainLength), "revision")), head "
          + status.chainHead.hexadecimal.prefix(16)
      ),
    ]
    return rows.flatMap { name, value in
      Wrapping.lines(
        value, columns: style.columns,
        first: style.paint(name, .heading) + String(repeating: " ", count: 9 - name.count),
        rest: String(repeating: " ", count: 9))
    }
  }

  /// `problem`, `count`, `daemon` ... and its fields, tabs between.
  private static func records(_ report: StatusReport, style: TextStyle) -> [String] {
    let status = report.status
    var lines = report.problems.map { problem in
      [
        "problem", problem.source?.rawValue ?? "-", problem.since?.rfc3339 ?? "-", problem.what,
        problem.nextCommand,
      ].map(style.line).joined(separator: "\t")
    }
    lines += [
      "sources\t\(status.counts.sources)", "publications\t\(status.counts.publications)",
      "versions\t\(status.counts.versions)", "changes\t\(status.counts.changes)",
      "daemon\t\(status.writer == nil ? "stopped" : "running")",
      "pending\t\(status.pendingAlerts)", "parked\t\(status.parkedAlerts)",
      "chain\t\(status.chainLength)\t\(status.chainHead)",
    ]
    return lines + SourcesText.records(report.sources, first: "source", style: style)
  }
}
