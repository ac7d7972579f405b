import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@testable import BriefDaemon

/// What a rule is told of a new publication whose page could not be had when its entry came.
struct LatePageAlertTests {
  private static func feed(_ names: [String]) -> String {
    let items = names.map { name in
      "<item><title>\(name)</title><link>http://publisher.example/\(name)</link>"
        + "<guid>\(name)</guid><description>On the market.</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>"
  }

  /// A brief whose page speaks of the "grid" has that topic; its feed does not say so.
  private func scene(_ rules: [AlertRule]) throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = true
    var context = RecordingContext(
      rules: rules,
      body: { alert, _, _ in
        guard case .change(let change) = alert.subject else {
          return AlertBody(type: "x", text: "summary")
        }
        return AlertBody(
          type: "x", text: "\(alert.rule) \(change.kind.rawValue) \(change.publication.title ?? "")"
        )
      })
    context.tag = { entry in
      guard entry.content.body?.text.contains("grid") == true else { return Tagging() }
      return Tagging(mentions: [
        Mention(
          topic: TopicID("grid"), pattern: "grid", field: .text, offset: 0, length: 4,
          passage: "the grid")
      ])
    }
    let scene = try ReadingScene(reading: reading, context: context)
    // Nothing is new in a first poll.
    scene.publisher.set(
      "/feed", Self.feed(["Old"]), type: "application/rss+xml")
    scene.publisher.set("/Old", PageReadingTests.page("Of last year and long ago.", title: "Old"))
    return scene
  }

  private func alerts(_ scene: ReadingScene) async throws -> [String] {
    try await scene.writer.read { snapshot in
      try String.fetchAll(snapshot.db, sql: "SELECT body FROM outbox_body ORDER BY n")
    }
  }

  private func begin(_ scene: ReadingScene) async throws {
    _ = try await scene.poll()
    _ = try await scene.poll()
    scene.publisher.set(
      "/feed", Self.feed(["Old", "Gas"]),
      type: "application/rss+xml")
    scene.publisher.set("/Gas", Publisher.Document(body: [], status: 503))
    scene.clock.pass(seconds: 7200)
    #expect(try await scene.poll() == "added 1")
  }

  private func bringPage(_ scene: ReadingScene, after seconds: Int64) async throws {
    scene.publisher.set(
      "/Gas", PageReadingTests.page("The grid is to begin in December 2023.", title: "Gas"))
    scene.clock.pass(seconds: seconds)
    #expect(try await scene.poll() == "unchanged")
  }

  @Test func `a rule that only the page's text meets is told once the page comes`() async throws {
    let scene = try scene([
      AlertRule(name: "grid", channels: [ChannelID("desk")], topics: [TopicID("grid")])
    ])
    try await begin(scene)
    #expect(try await alerts(scene).filter { $0 != "summary" } == [])
    try await bringPage(scene, after: 7200)
    #expect(try await alerts(scene).filter { $0 != "summary" } == ["grid added Gas"])
  }

  @Test func `a channel that knew of the publication is not told again`() async throws {
    let scene = try scene([
      AlertRule(name: "all", channels: [ChannelID("desk")]),
      AlertRule(name: "grid", channels: [ChannelID("desk")], topics: [TopicID("grid")]),
    ])
    try await begin(scene)
    try await bringPage(scene, after: 7200)
    #expect(try await alerts(scene).filter { $0 != "summary" } == ["all added Gas"])
  }

  @Test func `a page that comes after two weeks is no news`() async throws {
    let scene = try scene([
      AlertRule(name: "grid", channels: [ChannelID("desk")], topics: [TopicID("grid")])
    ])
    try await begin(scene)
    try await bringPage(scene, after: 15 * 86_400)
    #expect(try await alerts(scene).filter { $0 != "summary" } == [])
  }
}
