import BriefConfiguration
import BriefModel
import BriefWriting
import Synchronization
import Testing

@testable import BriefDaemon

/// A source whose pages are all refused while its feed is well.
struct PageRefusalTests {
  private let told = Told()

  private final class Told: Sendable {
    let events = Mutex([String]())
  }

  private func scene() throws -> ReadingScene {
    var reading = SourceReading()
    reading.readsPages = true
    let told = told
    return try ReadingScene(
      reading: reading,
      context: RecordingContext(
        rules: [
          AlertRule(name: "trouble", channels: [ChannelID("desk")], events: [.failing, .recovered])
        ],
        body: { alert, _, _ in
          if case .source(let event) = alert.subject {
            told.events.withLock { $0.append("\(event.kind.rawValue) \(event.reason ?? "")") }
          }
          return AlertBody(type: "source", text: "{}")
        }))
  }

  private func serve(_ names: [String], status: Int, in scene: ReadingScene) {
    for name in names {
      let page = Array(PageReadingTests.page("On \(name).", title: name).utf8)
      scene.publisher.set("/\(name)", Publisher.Document(body: page, status: status))
    }
  }

  private func visit(_ scene: ReadingScene, times: Int) async throws {
    for _ in 0..<times {
      scene.clock.pass(seconds: 8 * 86_400)
      _ = try await scene.poll()
    }
  }

  @Test func `pages that are all refused for long are told of once, and when they are back`()
    async throws
  {
    let scene = try scene()
    let names = ["Gas", "Oil", "Grid"]
    scene.publisher.set(
      "/feed", PageReadingTests.feed(names.map { ($0, "Short.") }), type: "application/rss+xml")
    serve(names, status: 200, in: scene)
    #expect(try await scene.poll() == "added 3")
    // The visits of the first month may come later than each poll.
    serve(names, status: 403, in: scene)
    scene.clock.pass(seconds: 60 * 86_400)
    try await visit(scene, times: 5)
    #expect(try await scene.oddities() == [.textsMissing])
    try await visit(scene, times: 6)
    #expect(Set(try await scene.oddities()) == [.pagesRefused, .textsMissing])
    #expect(
      told.events.withLock { $0 } == [
        "failing None of its 3 pages has given a text for long, so that no edit of them is seen: The server refuses us this address (403). It is the publisher's to mend. It is tried again later, at growing intervals."
      ])
    // One that can be read again is enough.
    serve(["Oil"], status: 200, in: scene)
    try await visit(scene, times: 2)
    #expect(try await scene.oddities() == [.textsMissing])
    #expect(told.events.withLock { $0 }.map { $0.prefix(9) } == ["failing N", "recovered"])
  }

  @Test func `of one or two pages that are refused nothing is told`() async throws {
    let scene = try scene()
    scene.publisher.set(
      "/feed", PageReadingTests.feed([("Gas", "Short.")]), type: "application/rss+xml")
    serve(["Gas"], status: 403, in: scene)
    try await visit(scene, times: 12)
    #expect(told.events.withLock { $0 } == [])
  }
}
