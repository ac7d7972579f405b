import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List publications, the last changed first.",
    discussion: "Withdrawn ones too. Exits with 4 when nothing matched.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var filter: FilterOptions

  func run() throws {
    let context = try CommandContext(shared, asOf: moment.asOf)
    let question = PublicationQuestion(
      source: filter.source.map { SourceID($0) }, topics: try context.topics(filter.topic),
      language: filter.lang, since: try context.moment(filter.since, option: "since"),
      until: try context.moment(filter.until, option: "until", isEnd: true), limit: filter.limit)
    let (cursor, publications) = try context.answer(asOf: moment.asOf) { snapshot in
      try snapshot.check(source: question.source)
      try snapshot.check(language: question.language)
      return (try snapshot.cursor(), try snapshot.publications(question))
    }
    if shared.isForPrograms {
      try context.print(
        "list", store: cursor, ListDocument(publications: publications), rows: publications)
    } else {
      try context.print(
        publications.isEmpty
          ? NothingMatched.lines(leavingOut: filter.narrowing, style: context.style)
          : ListText.lines(publications, style: context.style))
    }
    try context.finish(publications.isEmpty ? .nothingMatched : .success)
  }
}
