import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

/// A configuration that changes while a poll is under way.
@Suite struct ReloadTests {
  static let old = Source(id: SourceID("a"), url: "http://a.example/old", interval: 3_600)

  static let changes: [(String, [Source], [String])] = [
    ("another address", [changed { $0.url = "http://a.example/new" }], ["/old", "/new"]),
    ("another series", [changed { $0.series = "Spotlight" }], ["/old", "/old"]),
    ("another interval", [changed { $0.interval = 7_200 }], ["/old"]),
    ("removed", [], ["/old"]),
  ]

  static func changed(_ body: (inout Source) -> Void) -> Source {
    var source = old
    body(&source)
    return source
  }

  @Test(arguments: changes)
  func `what an outdated poll brought is not recorded, and the source is polled anew`(
    name: String, next: [Source], asked: [String]
  ) async throws {
    let scene = RestartScene()
    let gate = GatedPublisher()
    try await scene.serve([Self.old], fetcher: gate) { poller, lines in
      await gate.untilAsked()
      try await scene.configure(next)
      poller.follow(
        FollowedSources(sources: next, readings: [:]), remembered: try await scene.remembered())
      gate.open()
      let expected = next.isEmpty ? 0 : 1
      for _ in 0..<400 where lines.count < expected {
        try await Task.sleep(for: .milliseconds(10))
      }
      try await Task.sleep(for: .milliseconds(50))
      #expect(lines.count == expected)
    }
    #expect(gate.asked() == asked)
    #expect(try await scene.titles() == (next.isEmpty ? [] : [asked.last ?? ""]))
  }
}

/// Answers with a feed whose entry is titled by the path; the first answer waits until it is let go.
final class GatedPublisher: Fetching {
  private let state = Mutex((asked: [String](), isOpen: false))

  func asked() -> [String] { state.withLock { $0.asked } }
  func open() { state.withLock { $0.isOpen = true } }

  func untilAsked() async {
    while asked().isEmpty { try? await Task.sleep(for: .milliseconds(5)) }
  }

  func perform(_ request: FeedRequest) async -> FeedResponse {
    let path = String(request.url.dropFirst("http://a.example".count))
    state.withLock { $0.asked.append(path) }
    while !state.withLock({ $0.isOpen }) { try? await Task.sleep(for: .milliseconds(5)) }
    let feed = """
      <rss version="2.0"><channel><title>A</title><item><title>\(path)</title>
      <guid>\(path)</guid></item></channel></rss>
      """
    return FeedResponse(
      outcome: .document, status: 200, finalURL: request.url, body: Array(feed.utf8))
  }
}
