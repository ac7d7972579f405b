import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that the store is what was recorded.",
    discussion: """
      Checks the file and what is kept beside the records; with --data recomputes the whole chain \
      of digests from the stored rows. Names each damaged record. Exits with 13 when there is one.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Recompute the chain over everything.")
  var data = false

  @Option(help: "Recompute one part of the chain only: 1/7, 2/7, ...")
  var dataSubset: String?

  func validate() throws {
    if data && dataSubset != nil {
      throw ValidationError("Give --data or --data-subset, not both: all of it, or a part.")
    }
    if let dataSubset, Self.part(dataSubset) == nil {
      throw ValidationError("--data-subset “\(dataSubset)” is no part like 1/7.")
    }
  }

  func run() throws {
    let context = CommandContext(shared)
    let archive = try context.archive()
    let report: VerificationReport
    do {
      report = try archive.verify(scope) { done, all in
        context.progress("verified \(done) of \(all) revisions")
      }
    } catch {
      var failure = CommandFailure(error)
      if error.code == .damaged {
        // To verify again says the same again.
        failure.nextCommand =
          "cp -a COPY/. \(archive.path)  (a copy that brief-syncd backup made, while no daemon runs)"
      }
      throw failure
    }
    context.progress(nil)
    if shared.isForPrograms {
      let document = VerifyDocument(report)
      try context.print("verify", store: report.cursor, document, rows: document.findings)
    } else {
      try context.print(VerifyText.lines(report, style: context.style))
    }
    if !report.findings.isEmpty { throw ExitCode(ExitStatus.integrity.rawValue) }
  }

  private var scope: VerificationScope {
    if let part = dataSubset.flatMap(Self.part) { return .part(part.0, of: part.1) }
    return data ? .everything : .structure
  }

  private static func part(_ text: String) -> (Int, Int)? {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let parts = numbers[1], parts >= 1,
      (1...parts).contains(part)
    else { return nil }
    return (part, parts)
  }
}
