import ArgumentParser
import BriefClient
import BriefModel
import BriefReport

struct TrafficCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traffic",
    abstract: "Tell what was asked of each host: requests, bytes, answers 304, waits honoured.",
    discussion: """
      Counted by the daemon since the store began: polls, the hops of their redirects, pages and \
      further documents. Requests that a host asked to put off (Retry-After, 429) were put off.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let context = CommandContext(shared)
    let (cursor, hosts) = try context.answer { (try $0.cursor(), try $0.traffic()) }
    if shared.isForPrograms {
      let document = TrafficDocument(hosts)
      try context.print("traffic", store: cursor, document, rows: document.hosts)
    } else {
      try context.print(TrafficText.lines(hosts, style: context.style))
    }
    try context.finish()
  }
}
