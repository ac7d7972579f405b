import ArgumentParser
import BriefParsing

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Look into a feed's file before following it.",
    discussion: """
      Example: brief-sync inspect feed.xml
      Needs no store. To look at a feed on the web: brief-syncd inspect URL
      """)

  @Option(help: "The address that the document is to be taken as coming from.")
  var baseURL: String?

  @Option(help: "The Content-Type that it came with.")
  var contentType: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Argument(help: "The feed's file.", completion: .file())
  var file: String

  func run() throws {
    let inspect = InspectFeed(
      baseURL: baseURL, contentType: contentType.flatMap { $0.isEmpty ? nil : $0 }, isJSON: json)
    var undelivered: CommandFailure?
    do {
      try inspect.run(path: file) { bytes in
        guard undelivered == nil else { return }
        do throws(CommandFailure) {
          try StandardOutput.answer(bytes: bytes)
        } catch {
          undelivered = error
        }
      }
    } catch {
      throw CommandFailure(
        .failure, "\(file): \(error.sentence)", nextCommand: "brief-sync inspect --help")
    }
    if let undelivered { throw undelivered }
  }
}
