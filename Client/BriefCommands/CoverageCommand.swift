import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell for which time each source is known to be complete.",
    discussion: """
      A time ends where two polls in a row shared no entry: something may have come and gone \
      between them. It goes on where the source's older documents were read back to what was known.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Id of one source.")
  var id: String?

  func run() throws {
    let context = CommandContext(shared)
    let (cursor, coverage) = try context.answer { snapshot in
      (try snapshot.cursor(), try snapshot.coverage(of: id.map { SourceID($0) }))
    }
    if let id, coverage.isEmpty {
      throw CommandFailure(
        .nothingMatched, "No source has the id “\(id)”.", nextCommand: "brief-sync sources")
    }
    if shared.isForPrograms {
      let document = CoverageDocument(coverage)
      try context.print("coverage", store: cursor, document, rows: document.sources)
    } else {
      try context.print(CoverageText.lines(coverage, style: context.style))
    }
    try context.finish()
  }
}
