import ArgumentParser
import BriefAlerting
import BriefDaemon
import BriefModel
import BriefWriting
import Foundation

struct UpgradeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract:
      "Derive topics, dated claims and the search index anew where an older number made them.",
    discussion: """
      No edit and no alert comes of it. Goes on where it was interrupted. The daemon must not run \
      meanwhile; it does the same by itself when it starts.
      """)

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    try options.requireStore()
    try await options.withAssembly(needsConfiguration: false) { assembly in
      let report = try await StoreMaintenance(assembly).upgrade { what, count in
        Progress.show("\(what) \(counted(count, "version"))")
      }
      Progress.end()
      Answer.print(report.text)
      for line in report.unreadable {
        Answer.complain(line)
      }
      if !report.unreadable.isEmpty {
        StandardStream.errors.write("Run: brief-sync verify --data\n")
        throw ExitStatus.integrity
      }
    }
  }
}
