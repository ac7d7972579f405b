import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell how the store fares, problems first.",
    discussion: "Exits with 3 when sources are failing.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Flag(help: "One line for a monitor: exits with 0 (ok), 1 (warning), 2 (critical), 3 (unknown).")
  var check = false

  func run() throws { try Self.tell(shared.choice, asOf: moment.asOf, check: check) }

  static func tell(_ shared: SharedChoice, asOf moment: String?, check: Bool) throws {
    let context = try CommandContext(shared, asOf: moment)
    if check { return try MonitorCheck(context: context, moment: moment).run() }
    let (cursor, report) = try context.answer(asOf: moment) { snapshot in
      (
        try snapshot.cursor(),
        StatusReport(
          status: try snapshot.status(), sources: try snapshot.sources(),
          outbox: moment == nil
            ? try snapshot.outbox(
              limit: 0, since: context.now.advanced(by: -OutboxCommand.latencySpan)) : nil,
          now: context.now)
      )
    }
    if shared.isForPrograms {
      try context.print("status", store: cursor, report, rows: [report])
    } else {
      try context.print(StatusText.lines(report, style: context.style))
    }
    try context.finish(report.hasFailingSources ? .sourcesFailing : .success)
  }
}
