import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Write the changes as an Atom feed that any reader follows.",
    discussion: """
      New, edited, withdrawn and restored, the newest first. A withdrawal stands there twice: as an \
      entry, and as a deleted-entry (RFC 6721) that takes the publication out of a reader's list. \
      For example, from a timer: brief-sync feed --atom > /srv/www/changes.atom
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var filter: FilterOptions

  @Flag(help: "Atom, RFC 4287: the only form there is.")
  var atom = false

  /// Entries of a feed whose reader does not say how many: a week of a busy desk.
  private static let usualLimit = 200

  func validate() throws {
    if shared.isForPrograms {
      throw ValidationError("A feed is Atom; for JSON: brief-sync changes --json")
    }
  }

  func run() throws {
    let context = CommandContext(shared)
    let choice = try context.topicChoice()
    let question = ChangeQuestion(
      source: filter.source.map { SourceID($0) }, topics: try context.topics(filter.topic),
      language: filter.lang, since: try context.moment(filter.since, option: "since"),
      until: try context.moment(filter.until, option: "until", isEnd: true),
      limit: filter.limit ?? Self.usualLimit)
    let (status, changes) = try context.answer { snapshot in
      try snapshot.check(source: question.source)
      try snapshot.check(language: question.language)
      return (try snapshot.status(), try snapshot.newestChanges(question))
    }
    let about = [filter.source, filter.topic, filter.lang].compactMap { $0 }
    let title = about.isEmpty ? "Changes" : "Changes: \(about.joined(separator: ", "))"
    try context.write(
      ChangeFeed.text(
        changes, store: status.cursor.store, title: title, created: status.created,
        label: choice.label))
    try context.finish()
  }
}
