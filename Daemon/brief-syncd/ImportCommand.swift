import ArgumentParser
import BriefDaemon
import BriefModel
import Foundation

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take documents on disk (.txt, .md, .html, .pdf) into the store.",
    discussion: """
      Example: brief-syncd import --source pism-spotlight spotlight-83-2021.txt
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: "The source that the documents belong to.")
  var source: String

  @Argument(help: "The documents.", completion: .file())
  var files: [String]

  func run() async throws {
    try await options.withAssembly(configuration: configuration) { assembly in
      let lines = await DocumentImport(assembly).run(files: files, source: SourceID(source))
      for line in lines where !line.isFailure { print("\(line.file)  \(line.text)") }
      let failures = lines.filter(\.isFailure)
      for line in failures {
        FileHandle.standardError.write(Data("brief-syncd: \(line.file): \(line.text)\n".utf8))
      }
      if !failures.isEmpty { throw ExitStatus.failure }
    }
  }

  /// An import needs no configuration when the store is named.
  private func configuration(_ options: DaemonOptions) throws -> DaemonConfiguration {
    options.config == nil && options.store != nil
      ? DaemonConfiguration() : try options.configuration()
  }
}
