import ArgumentParser
import BriefExtraction
import Foundation

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read the text and metadata of a page or document.",
    discussion: """
      Example: brief-sync extract spotlight.pdf
      Needs no store. Reads .html, .md, .txt and .pdf.
      """)

  @Option(help: "The address that the page is to be taken as coming from.")
  var baseURL: String?

  @Option(help: "The Content-Type that it came with.")
  var contentType: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Argument(help: "The page's file.", completion: .file())
  var file: String

  func run() throws {
    let text: String
    do {
      let bytes = try TextFile.bytes(file)
      let page = try DocumentReader.page(
        bytes: bytes, fileName: (file as NSString).lastPathComponent, contentType: contentType,
        address: baseURL)
      text = try json ? ExtractReport.json(page) + "\n" : ExtractReport.text(page)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      let reason = (error as? ExtractionTrouble)?.description ?? error.localizedDescription
      throw CommandFailure(
        .failure, "\(file): \(reason)", nextCommand: "brief-sync extract --help")
    }
    try StandardOutput.answer(text)
  }
}
