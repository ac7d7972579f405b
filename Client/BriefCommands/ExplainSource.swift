import BriefClient
import BriefModel
import BriefReport

/// `explain SOURCE`: when it is polled next, and why.
struct ExplainSource {
  let context: CommandContext

  /// False when no source has this id: then it may be a publication's.
  func run(_ id: String) throws -> Bool {
    let (cursor, polling) = try context.answer { snapshot in
      (try snapshot.cursor(), try snapshot.polling(of: SourceID(id)))
    }
    guard let polling else { return false }
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
