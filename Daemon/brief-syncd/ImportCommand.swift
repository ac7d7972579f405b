import ArgumentParser
import BriefDaemon
import BriefModel
import BriefWriting
import Foundation

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take documents, or what brief-sync export wrote, into the store.",
    discussion: """
      With --source: documents on disk (.txt, .md, .html, .pdf), each a publication of that source.
      Example: brief-syncd import --source pism-spotlight spotlight-83-2021.txt

      Without: one export, into a store that has no revisions yet, or on top of an earlier state of \
      the same store. The copy has the identity of the original: let only one of them poll. All of \
      it is taken in, or nothing.
      Example: brief-syncd import --store /srv/copy export.jsonl
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "The source that the documents belong to.")
  var source: String?

  @Argument(help: "The documents, or one export.", completion: .file())
  var files: [String]

  func validate() throws {
    if source == nil && files.count != 1 {
      throw ValidationError(
        "Name the source of the documents with --source, or give one export of brief-sync export.")
    }
  }

  func run() async throws {
    try await options.withAssembly(needsConfiguration: false) { assembly in
      if let source {
        try await takeDocuments(assembly, SourceID(source))
      } else {
        try await takeExport(assembly, files[0])
      }
    }
  }

  private func takeDocuments(_ assembly: Assembly, _ source: SourceID) async throws {
    let lines = await DocumentImport(assembly).run(files: files, source: source)
    for line in lines where !line.isFailure { print("\(line.file)  \(line.text)") }
    let failures = lines.filter(\.isFailure)
    for line in failures {
      FileHandle.standardError.write(Data("brief-syncd: \(line.file): \(line.text)\n".utf8))
    }
    if !failures.isEmpty { throw ExitStatus.failure }
  }

  private func takeExport(_ assembly: Assembly, _ file: String) async throws {
    let report = try await StoreMaintenance(assembly).take(exportAt: file) { done, all in
      Progress.show("imported \(done) of \(all) revisions")
    }
    Progress.end()
    print(
      """
      \(report.revisions) revisions are imported; store \(report.store) has \(report.chainLength).
      The chain's head is \(report.chainHead).
      """)
  }
}
