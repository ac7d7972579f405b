import BriefConfiguration
import BriefFetching
import BriefModel
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon

/// What was decided once still holds in the next process, and `status` shows it.
@Suite struct RestartTests {
  static let url = "https://a.example/feed"
  let scene = RestartScene()

  private func source(_ id: String = "a", _ url: String = url) -> Source {
    Source(id: SourceID(id), url: url, interval: 3_600)
  }

  @Test func `a feed that is gone for good stays retired, until its address is changed`()
    async throws
  {
    scene.publishers.set(
      Self.url, FeedResponse(outcome: .gone, status: 410, finalURL: Self.url))
    #expect(try await scene.round([source()]) == ["a": "http-410"])
    scene.clock.pass(seconds: 90 * 86_400)
    #expect(try await scene.round([source()]) == [:])
    #expect(try await scene.state("a")?.state == .retired)
    #expect(scene.publishers.asked() == [Self.url])

    let moved = source("a", "https://a.example/new")
    scene.publishers.setUnchanged(moved.url)
    #expect(try await scene.round([moved]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .ok)
  }

  @Test func `a host that asked to wait is left alone by the next process, for all its sources`()
    async throws
  {
    let other = source("b", "https://a.example/other")
    scene.publishers.set(
      Self.url,
      FeedResponse(
        outcome: .rateLimited(status: 503, retryAfter: 7_200), status: 503, finalURL: Self.url))
    scene.publishers.setUnchanged(other.url)
    #expect(try await scene.round([source()]).count == 1)
    _ = scene.publishers.asked()

    scene.clock.pass(seconds: 7_000)
    let both = [source("a"), other]
    #expect(
      try await scene.round(both, sync: [SourceID("a"), SourceID("b")])
        == ["a": "host-asked-to-wait", "b": "host-asked-to-wait"])
    #expect(scene.publishers.asked() == [])

    scene.clock.pass(seconds: 201)
    scene.publishers.setUnchanged(Self.url)
    #expect(
      try await scene.round(both, sync: [SourceID("b")]) == ["b": "unchanged"])
  }

  @Test func `a permanent redirect that has held is polled directly, and shown`() async throws {
    let target = "https://b.example/feed"
    scene.publishers.setUnchanged(
      Self.url, finalURL: target, redirects: [Redirect(status: 301, target: target)])
    scene.publishers.setUnchanged(target)
    for _ in 0..<3 {
      #expect(try await scene.round([source()]) == ["a": "unchanged"])
      #expect(try await scene.state("a")?.movedTo == nil)
      scene.clock.pass(seconds: 3 * 86_400)
    }
    try await scene.round([source()])
    #expect(try await scene.state("a")?.movedTo == target)
    #expect(scene.publishers.asked() == [String](repeating: Self.url, count: 4))

    scene.clock.pass(seconds: 3 * 86_400)
    try await scene.round([source()])
    #expect(scene.publishers.asked() == [target])

    let elsewhere = source("a", "https://c.example/feed")
    try await scene.round([elsewhere], sync: [SourceID("a")])
    #expect(scene.publishers.asked() == [elsewhere.url])
    #expect(try await scene.state("a")?.movedTo == nil)
  }

  @Test func `a paused source stays paused, is polled when asked for, and goes on when resumed`()
    async throws
  {
    scene.publishers.setUnchanged(Self.url)
    try await scene.round([source()])
    #expect(
      try await scene.act { try await $0.pause(SourceID("a"), true, at: scene.clock.moment.wall) })
    scene.clock.pass(seconds: 30 * 86_400)
    #expect(try await scene.round([source()]) == [:])
    #expect(try await scene.round([source()], sync: [SourceID("a")]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .paused)
    #expect(
      try await scene.act { try await $0.pause(SourceID("a"), false, at: scene.clock.moment.wall) })
    #expect(try await scene.round([source()]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .ok)
    #expect(
      try await scene.act {
        try await $0.pause(SourceID("unknown"), true, at: scene.clock.moment.wall)
      } == false)
  }

  @Test func `an unreadable secret stops its source alone, and no request is made without it`()
    async throws
  {
    let open = source("b", "https://b.example/feed")
    scene.publishers.setUnchanged(Self.url)
    scene.publishers.setUnchanged(open.url)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-secret-\(UUID().uuidString)"
    ).path
    let keys = [SourceID("a"): SourceKey(kind: .bearer, name: "", place: .file(file))]
    let outcomes = try await scene.round([source("a"), open], keys: keys)
    #expect(outcomes == ["a": "secret-unreadable", "b": "unchanged"])
    #expect(scene.publishers.asked() == [open.url])
    #expect(try await scene.state("a")?.reason?.contains(file) == true)

    try Data("s3cret\n".utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(
      try await scene.round([source("a")], keys: keys, sync: [SourceID("a")])
        == ["a": "unchanged"])
    #expect(scene.publishers.requests().map(\.credentials) == [.bearer(token: "s3cret")])
    #expect(try await scene.state("a")?.state == .ok)
  }

  @Test func `a source with a secret is not polled at another origin, whatever a redirect says`()
    async throws
  {
    let target = "https://b.example/feed"
    scene.publishers.setUnchanged(
      Self.url, finalURL: target, redirects: [Redirect(status: 308, target: target)])
    let keys = [
      SourceID("a"): SourceKey(kind: .bearer, name: "", place: .command(["/bin/echo", "x"]))
    ]
    for _ in 0..<5 {
      try await scene.round([source()], keys: keys, sync: [SourceID("a")])
      scene.clock.pass(seconds: 3 * 86_400)
    }
    #expect(scene.publishers.asked() == [String](repeating: Self.url, count: 5))
    #expect(try await scene.state("a")?.movedTo == nil)
  }
}
