import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "List what was added, edited, withdrawn and restored.",
    discussion: """
      With --cursor FILE, everything since the last time: the file is read if it exists and \
      replaced once the whole answer was written. A store that was made anew is an error. --limit \
      then cuts at the end of a revision, and with --until the place is kept at that moment, so that \
      nothing is passed over; without --cursor --limit gives the newest so many.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var filter: FilterOptions

  @Option(help: "Continue where this file says, and keep the new place in it.", completion: .file())
  var cursor: String?

  @Flag(help: "Exit with 4 when nothing changed.")
  var exitCode = false

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let file = cursor.map { CursorFile(path: $0) }
    let kept = try file?.read()
    let question = ChangeQuestion(
      source: filter.source.map { SourceID($0) }, topics: try context.topics(filter.topic),
      language: filter.lang, since: try context.moment(filter.since, option: "since"),
      until: try context.moment(filter.until, option: "until", isEnd: true), limit: filter.limit)
    let (here, page) = try context.answer(asOf: moment.asOf) { snapshot in
      try snapshot.check(source: question.source)
      try snapshot.check(language: question.language)
      let here = try snapshot.cursor()
      let start = kept ?? Cursor(store: here.store, revision: .none)
      if file == nil, question.limit != nil {
        let newest = try snapshot.newestChanges(question)
        let next = try snapshot.cursor(after: question)
        return (here, ChangePage(changes: newest.reversed(), next: next, isCut: false))
      }
      return (here, try snapshot.changes(since: start, question))
    }
    if shared.isForPrograms {
      let document = ChangesDocument(changes: page.changes, nextCursor: page.next)
      try context.print("changes", store: here, document, rows: page.changes)
    } else {
      let isSoFar = cursor != nil && filter.narrowing.isEmpty
      try context.print(
        page.changes.isEmpty
          ? NothingMatched.lines(
            isSoFar ? "Nothing changed since the last time" : "Nothing matched",
            leavingOut: isSoFar ? ["--cursor"] : filter.narrowing, style: context.style)
          : ChangesText.lines(page.changes, style: context.style))
    }
    // Changes that could not be read are asked for again once the store is mended.
    if !context.sawDamage { try file?.replace(with: page.next) }
    try context.finish(exitCode && page.changes.isEmpty ? .nothingMatched : .success)
  }
}
