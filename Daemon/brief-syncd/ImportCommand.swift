import ArgumentParser
import BriefConfiguration
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

      With --opml: the feeds of another reader's list become sources of the configuration.
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "The source that the documents belong to.")
  var source: String?

  @Option(help: "An OPML list of feeds to put into the configuration.", completion: .file())
  var opml: String?

  @Flag(help: "With --opml: show what would be written, and write nothing.")
  var dryRun = false

  @Argument(help: "The documents, or one export.", completion: .file())
  var files: [String] = []

  func validate() throws {
    if opml != nil {
      guard source == nil, files.isEmpty else {
        throw ValidationError("Give --opml FILE alone: a list of feeds is no document.")
      }
      return
    }
    if dryRun { throw ValidationError("--dry-run stands with --opml.") }
    if source != nil && files.isEmpty { throw ValidationError("Name the documents.") }
    if source == nil && files.count != 1 {
      throw ValidationError(
        "Name the source of the documents with --source, or give one export of brief-sync export.")
    }
  }

  func run() async throws {
    if let opml { return try importList(opml) }
    try await options.withAssembly(needsConfiguration: false) { assembly in
      if let source {
        try await takeDocuments(assembly, SourceID(source))
      } else {
        try await takeExport(assembly, files[0])
      }
    }
  }

  private func takeDocuments(_ assembly: Assembly, _ source: SourceID) async throws {
    do {
      try await StoreMaintenance(assembly).check(source)
    } catch let unknown as UnknownSource {
      // Documents of a house that has no feed are a source, too.
      if !unknown.known.isEmpty {
        Answer.complain("warning: \(unknown) Its documents are kept under that name all the same.")
      }
    }
    let lines = await DocumentImport(assembly).run(files: files, source: source)
    for line in lines where !line.isFailure { Answer.print("\(line.file)  \(line.text)") }
    let failures = lines.filter(\.isFailure)
    for line in failures {
      Answer.complain("\(line.file): \(line.text)")
    }
    if !failures.isEmpty { throw ExitStatus.failure }
  }

  private func takeExport(_ assembly: Assembly, _ file: String) async throws {
    let report = try await StoreMaintenance(assembly).take(exportAt: file) { done, all in
      Progress.show("imported \(done) of \(all) revisions")
    }
    Progress.end()
    Answer.print(
      """
      \(counted(Int(clamping: report.revisions), "revision")) \(report.revisions == 1 ? "is" : "are") imported; store \(report.store) has \(report.chainLength).
      The chain's head is \(report.chainHead).
      """)
  }

  private func importList(_ file: String) throws {
    do {
      let path = ConfigurationPlace.path(
        options.config, environment: ProcessInfo.processInfo.environment)
      var edit = try ConfigurationEdit(path: path, topics: try ShippedTopics.names())
      let lines = try ListImport.run(file: file, into: &edit)
      for line in lines where !line.isLeftOut { Answer.print(line.text) }
      for line in lines where line.isLeftOut {
        Answer.complain(line.text)
      }
      if dryRun {
        Answer.print("\nWould be added to \(path):\n\(edit.added)")
      } else if !edit.ids.isEmpty {
        try edit.write()
        let next = NextStep.command(config: options.config)
        Answer.print("\(edit.ids.count) added to \(path). Poll them with: \(next)")
      }
    } catch {
      throw ExitStatus.failure(error)
    }
  }
}
