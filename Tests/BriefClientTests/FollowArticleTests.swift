import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

/// The article's program is the one that is compiled here, and it does what the article says.
struct FollowArticleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the program in the article is the program that is compiled`() throws {
    let article = try String(
      contentsOf: Self.root.appendingPathComponent(
        "Client/BriefClient/BriefClient.docc/FollowAStore.md"), encoding: .utf8)
    let printed = article.split(separator: "```swift\n").last?.split(separator: "```").first
    let compiled = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/BriefClientTests/FollowArticle.swift"),
      encoding: .utf8)
    #expect(printed.map { compiled.hasSuffix($0) } == true)
    #expect((printed?.count ?? 0) + 200 > compiled.count)
  }

  @Test func `a follower takes each change about its topic once, over restarts too`() async throws {
    let desk = try Desk()
    desk.context.tag = { entry in
      guard entry.content.body?.text.contains("gas") == true else { return Tagging() }
      return Tagging(mentions: [
        Mention(
          topic: TopicID("single-gas-market"), pattern: "gas", field: .text, offset: 0, length: 3,
          passage: "")
      ])
    }
    let place = URL(fileURLWithPath: desk.location.folder).appendingPathExtension("place")
    defer { try? FileManager.default.removeItem(at: place) }
    try await desk.poll([brief("a", "On gas of 2023."), brief("b", "On oil.")])
    try await desk.poll([brief("a", "On gas of 2024."), brief("b", "On oil.")])
    let first = try await taken(2, desk, place)
    #expect(first == ["added: Brief a", "revised in silence: Brief a: “2023” became “2024”"])
    try await desk.poll([brief("a", "On gas of 2025."), brief("b", "On oil.")])
    #expect(
      try await taken(1, desk, place) == ["revised in silence: Brief a: “2024” became “2025”"])
  }

  /// Follows until so many changes were taken and their place kept.
  private func taken(_ count: Int, _ desk: Desk, _ place: URL) async throws -> [String] {
    let follower = try GasFollower(store: desk.location.folder, place: place)
    let lines = Mutex<[String]>([])
    let before = try? Data(contentsOf: place)
    let task = Task {
      try await follower.follow { change in
        let line = try follower.line(change)
        lines.withLock { $0.append(line) }
      }
    }
    while lines.withLock({ $0.count }) < count || (try? Data(contentsOf: place)) == before {
      try await Task.sleep(for: .milliseconds(5))
    }
    task.cancel()
    return lines.withLock { $0 }
  }
}
