import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Print changes as the daemon records them.",
    discussion: """
      Runs until it is interrupted. With --jsonl, one change a line. With --notify it shows each \
      change on the desktop too, over the session bus.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: "Of this source.")
  var source: String?

  @Option(help: "About this topic.")
  var topic: String?

  @Option(help: "Begin with the changes since then: 7d, 2024-05-01.")
  var since: String?

  @Flag(help: "Show each change on the desktop as well.")
  var notify = false

  @Option(help: "End after so many changes.")
  var count: Int?

  func run() async throws {
    let context = CommandContext(shared)
    let archive = try context.archive()
    let question = ChangeQuestion(
      source: source.map { SourceID($0) }, topics: try context.topics(topic),
      since: try context.moment(since, option: "since"))
    do {
      try archive.read { try $0.check(source: question.source) }
      let start = since == nil ? try archive.cursor() : try archive.beginning()
      var left = count ?? .max
      for try await page in archive.changeStream(since: start, question) {
        let changes = Array(page.changes.prefix(left))
        if shared.isForPrograms {
          try context.printRows("changes", changes)
        } else {
          try context.print(ChangesText.lines(changes, style: context.style), isPaged: false)
        }
        if notify { Self.notify(changes) }
        left -= changes.count
        if left <= 0 { break }
      }
    } catch let error as ArchiveError {
      throw CommandFailure(error)
    }
  }

  /// A desktop that went away stops nothing: the changes are printed all the same.
  private static func notify(_ changes: [Change]) {
    do {
      for notice in DesktopNotice.notices(of: changes) { try notice.show() }
    } catch {
      Program.report(error)
    }
  }
}
