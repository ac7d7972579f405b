import ArgumentParser
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store to a new folder, and check every record of the copy.",
    discussion: """
      The daemon may run meanwhile: the copy is the store as it was at one moment. Nothing is \
      overwritten. The copy is a store: brief-sync --store DIR reads it.
      Example: brief-syncd backup /srv/backup/brief-sync-2024-05-01
      """)

  @OptionGroup var options: DaemonOptions

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  func run() throws {
    do {
      let location = options.location(try options.configurationIfNeeded())
      let report = try StoreBackup(of: location, to: folder).run()
      let originals = report.originals > 0 ? " and \(counted(report.originals, "original"))" : ""
      Answer.print(
        """
        \(report.folder) is a verified copy: \(counted(report.summary.publications, "publication")), \
        \(counted(report.summary.versions, "version")), \(counted(Int(clamping: report.bytes), "byte"))\(originals).
        Revision \(report.summary.revision.number), head \(report.summary.chainHead).
        """)
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
