import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find publications by words, in all their forms.",
    discussion: """
      Words, "phrases", AND OR NOT, parentheses, and source: topic: lang: author: title: since: \
      until: kind: (new, edited, withdrawn, missing). Inflected and transliterated forms are found: \
      Lukashenko finds Лукашенко. Exits with 4 when nothing matched.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "At most so many; 20 when not given.")
  var limit: Int?

  @Argument(help: "What to look for.")
  var words: [String]

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let question = words.joined(separator: " ")
    let cursor: Cursor
    let found: SearchResults
    do {
      (cursor, found) = try context.answer(asOf: moment.asOf) { snapshot in
        var unknown: (any Error)?
        let found = try snapshot.search(question, limit: limit) { topic in
          // The topic with those below it, as --topic has it elsewhere; most are named in full.
          if let family = try? snapshot.topicFamily(topic), !family.isEmpty { return family }
          do {
            return try context.topics(topic.rawValue)
          } catch {
            unknown = error
            return [topic]
          }
        }
        if let unknown { throw unknown }
        return (try snapshot.cursor(), found)
      }
    } catch let failure as CommandFailure {
      throw failure.pointing(into: question)
    }
    if shared.isForPrograms {
      let document = SearchDocument(found, query: question)
      try context.print("search", store: cursor, document, rows: document.results)
    } else {
      try context.print(
        found.results.isEmpty
          ? NothingMatched.lines(
            leavingOut: [],
            or: "Give fewer words, OR between them, or fewer of source: topic: since:.",
            style: context.style)
          : SearchText.lines(found, style: context.style))
    }
    try context.finish(found.results.isEmpty ? .nothingMatched : .success)
  }
}
