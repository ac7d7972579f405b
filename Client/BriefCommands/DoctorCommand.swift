import ArgumentParser
import BriefClient
import BriefModel
import BriefReport
import Glibc

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look for what is wrong or odd, and say what to do.",
    discussion:
      "Looks at the store, the daemon and the sources' feeds. Exits with 3 when something is wrong."
  )

  @OptionGroup var shared: SharedOptions

  @Option(
    help: "The daemon's configuration file. Without it the usual places are tried.",
    completion: .file())
  var config: String?

  func run() throws {
    let context = CommandContext(shared)
    let (cursor, report, folder) = try context.answer { snapshot in
      (
        try snapshot.cursor(),
        StatusReport(
          status: try snapshot.status(), sources: try snapshot.sources(), now: context.now),
        StorePlace.folder(shared.store, environment: context.environment)
      )
    }
    let checks = DoctorReport(
      report, freeBytes: Self.freeBytes(folder),
      configuration: try ReachCheck(config, environment: context.environment).check)
    if shared.isForPrograms {
      try context.print("doctor", store: cursor, checks, rows: checks.checks)
    } else {
      try context.print(DoctorText.lines(checks, style: context.style))
    }
    try context.finish(checks.isWell ? .success : .sourcesFailing)
  }

  private static func freeBytes(_ folder: String) -> UInt64? {
    var facts = statvfs()
    guard statvfs(folder, &facts) == 0 else { return nil }
    return UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
      .partialValue
  }
}
