import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct WhenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "when", abstract: "Tell for each source when a phrase was first and last said.",
    discussion: "Old versions count. Exits with 4 when nobody said it.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "In this source only.")
  var source: String?

  @Argument(help: "The phrase, as it was printed.")
  var phrase: String

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let (cursor, spans) = try context.answer(asOf: moment.asOf) { snapshot in
      let source = self.source.map { SourceID($0) }
      try snapshot.check(source: source)
      return (try snapshot.cursor(), try snapshot.spans(of: phrase, source: source))
    }
    if shared.isForPrograms {
      let document = WhenDocument(spans, phrase: phrase)
      try context.print("when", store: cursor, document, rows: document.sources)
    } else {
      try context.print(
        spans.isEmpty
          ? NothingMatched.lines(
            "Nobody said it", leavingOut: source == nil ? [] : ["--source"],
            or: "Give fewer words of it, or look for their forms: brief-sync search.",
            style: context.style)
          : WhenText.lines(spans, style: context.style))
    }
    try context.finish(spans.isEmpty ? .nothingMatched : .success)
  }
}
