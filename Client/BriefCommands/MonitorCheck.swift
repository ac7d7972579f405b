import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

/// One line as monitoring plugins print it, with performance data after the bar.
struct MonitorCheck {
  let context: CommandContext
  /// The moment that is answered as of.
  let moment: String?

  private enum State: Int32 {
    case ok = 0
    case warning = 1
    case critical = 2
    case unknown = 3
  }

  func run() throws {
    var (state, line) = (State.unknown, "")
    do {
      let report = try context.answer(asOf: moment) { snapshot in
        StatusReport(
          status: try snapshot.status(), sources: try snapshot.sources(), now: context.now)
      }
      (state, line) = judge(report)
    } catch let failure as CommandFailure {
      line = "BRIEF-SYNC UNKNOWN: \(failure.message)"
    }
    try context.print([VisibleText.line(line)])
    if state != .ok { throw ExitCode(state.rawValue) }
  }

  /// Critical: alerts were given up, or no source answers. Warning: anything else that needs a look.
  private func judge(_ report: StatusReport) -> (State, String) {
    let failing = report.sources.count { $0.state == .failing }
    let polled = report.sources.count { $0.state == .ok || $0.state == .failing }
    let parked = report.status.parkedAlerts
    let state: State =
      parked > 0 || (failing > 0 && failing == polled)
      ? .critical : report.problems.isEmpty ? .ok : .warning
    let name = ["OK", "WARNING", "CRITICAL", "UNKNOWN"][Int(state.rawValue)]
    let what =
      report.problems.first.map { problem in
        (problem.source.map { "\($0): " } ?? "") + problem.what
          + (report.problems.count > 1 ? " (and \(report.problems.count - 1) more)" : "")
      } ?? "\(counted(report.sources.count, "source")), all well"
    let counts = report.status.counts
    let figures = [
      "failing=\(failing)", "sources=\(counts.sources)", "publications=\(counts.publications)",
      "versions=\(counts.versions)", "changes=\(counts.changes)",
      "pending=\(report.status.pendingAlerts)", "parked=\(parked)",
    ]
    return (state, "BRIEF-SYNC \(name): \(what) | \(figures.joined(separator: " "))")
  }
}
