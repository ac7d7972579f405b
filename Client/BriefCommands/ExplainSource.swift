import BriefClient
import BriefModel
import BriefReport

/// `explain SOURCE`: when it is polled next, and why.
struct ExplainSource {
  let context: CommandContext
  /// The moment that was asked about.
  let moment: String?

  /// False when no source has this id: then it may be a publication's.
  func run(_ id: String) throws -> Bool {
    let (cursor, polling) = try context.answer { snapshot in
      (try snapshot.cursor(), try snapshot.polling(of: SourceID(id)))
    }
    guard let polling else { return false }
    guard moment == nil else {
      throw CommandFailure(
        .usage, "When a source is polled next is told as of now only: leave --as-of out.",
        nextCommand: "brief-sync explain \(id)")
    }
    if context.options.isForPrograms {
      let document = PollingDocument(polling)
      try context.print("explain-source", store: cursor, document, rows: [document])
    } else {
      try context.print(PollingText.lines(polling, style: context.style.asPage))
    }
    try context.finish()
    return true
  }
}
