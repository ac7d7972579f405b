import BriefConfiguration
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

@testable import BriefDaemon
@testable import BriefFetching

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

  @Test func `a round tells a source that a redirect leads to a closed host from a failure`()
    async throws
  {
    let target = "https://busy.example/x"
    let redirects = [Redirect(status: 302, target: target)]
    scene.publishers.set(
      Self.url,
      FeedResponse(
        outcome: .rateLimited(status: 429, retryAfter: 7_200), status: 429, finalURL: target,
        redirects: redirects))
    #expect(try await scene.round([source()]) == ["a": "http-429"])
    // Known from the last poll; and a source of the host that redirected is free.
    let other = source("b", "https://a.example/other")
    scene.publishers.setUnchanged(other.url)
    _ = scene.publishers.asked()
    #expect(
      try await scene.round([source(), other], sync: [SourceID("a"), SourceID("b")])
        == ["a": "host-asked-to-wait", "b": "unchanged"])
    #expect(scene.publishers.asked() == [other.url])
    // Met on the way: the one hop that was made says so.
    let third = source("c", "https://c.example/feed")
    scene.publishers.set(
      third.url,
      FeedResponse(
        outcome: .hostClosed(seconds: 7_000), finalURL: target, redirects: redirects))
    #expect(
      try await scene.round([third], sync: [SourceID("c")]) == ["c": "host-asked-to-wait"])
    #expect(try await scene.state("c")?.state == .neverPolled)
    let polling = try await scene.act { writer in
      try await writer.configure([source()])
      return try await writer.read { try $0.polling(of: SourceID("a")) }
    }
    #expect(polling?.leadsTo?.host == "busy.example:443")
    #expect(polling?.leadsTo?.closedUntil != nil)
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
      try await scene.act {
        try await $0.setPaused(SourceID("a"), true, at: scene.clock.moment.wall)
      })
    scene.clock.pass(seconds: 30 * 86_400)
    #expect(try await scene.round([source()]) == [:])
    #expect(try await scene.round([source()], sync: [SourceID("a")]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .paused)
    #expect(
      try await scene.act {
        try await $0.setPaused(SourceID("a"), false, at: scene.clock.moment.wall)
      })
    #expect(try await scene.round([source()]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .ok)
    #expect(
      try await scene.act {
        try await $0.setPaused(SourceID("unknown"), true, at: scene.clock.moment.wall)
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

  @Test
  func `a retired feed that a sync finds well is retired no more, and one that fails still is`()
    async throws
  {
    let a = SourceID("a")
    scene.publishers.set(
      Self.url, FeedResponse(outcome: .gone, status: 410, finalURL: Self.url))
    try await scene.round([source()])
    scene.publishers.set(
      Self.url, FeedResponse(outcome: .serverTrouble(status: 500), status: 500, finalURL: Self.url))
    try await scene.round([source()], sync: [a])
    #expect(try await scene.state("a")?.state == .retired)
    scene.publishers.setUnchanged(Self.url)
    try await scene.round([source()], sync: [a])
    #expect(try await scene.state("a")?.state == .ok)
    #expect(try await scene.state("a")?.nextPoll != nil)
  }

  @Test func `a round after a clock that was far ahead polls again`() async throws {
    scene.publishers.setUnchanged(Self.url)
    scene.clock.set(by: 400 * 86_400)
    #expect(try await scene.round([source()]) == ["a": "unchanged"])
    scene.clock.set(by: -400 * 86_400)
    #expect(try await scene.round([source()]) == ["a": "unchanged"])
    #expect(try await scene.round([source()]) == [:])
  }

  @Test func `a mended address is asked by the next round, however long the old one had failed`()
    async throws
  {
    for _ in 0..<10 {
      #expect(try await scene.round([source()], sync: [SourceID("a")]) == ["a": "http-404"])
    }
    #expect(try await scene.round([source()]) == [:])
    let mended = source("a", "https://a.example/mended")
    #expect(try await scene.round([mended]) == ["a": "http-404"])
    scene.clock.pass(seconds: 90)
    scene.publishers.setUnchanged(mended.url)
    #expect(try await scene.round([mended]) == ["a": "unchanged"])
    #expect(try await scene.state("a")?.state == .ok)
  }

  @Test func `shorter intervals are kept by the next round`() async throws {
    scene.publishers.setUnchanged(Self.url)
    var rare = source()
    (rare.interval, rare.maximumInterval) = (86_400, 86_400)
    try await scene.round([rare])
    scene.clock.pass(seconds: 600)
    #expect(try await scene.round([rare]) == [:])
    var often = rare
    often.interval = 60
    #expect(try await scene.round([often]) == ["a": "unchanged"])
    scene.clock.pass(seconds: 400)
    (often.interval, often.maximumInterval) = (60, 300)
    #expect(try await scene.round([often]) == ["a": "unchanged"])
  }

  @Test func `what an adopted address does not give any more is asked at the configured one`()
    async throws
  {
    let target = "https://b.example/feed"
    scene.publishers.setUnchanged(
      Self.url, finalURL: target, redirects: [Redirect(status: 301, target: target)])
    scene.publishers.setUnchanged(target)
    for answer in [FetchOutcome.clientError(status: 404), .gone] {
      for _ in 0..<4 {
        try await scene.round([source()], sync: [SourceID("a")])
        scene.clock.pass(seconds: 3 * 86_400)
      }
      #expect(try await scene.state("a")?.movedTo == target)
      _ = scene.publishers.asked()
      scene.publishers.set(
        target,
        FeedResponse(outcome: answer, status: answer == .gone ? 410 : 404, finalURL: target))
      for _ in 0..<(answer == .gone ? 1 : 3) {
        try await scene.round([source()])
        scene.clock.pass(seconds: 86_400)
      }
      let state = try #require(try await scene.state("a"))
      #expect(state.state == .failing)
      #expect(state.movedTo == nil)
      #expect(state.reason?.contains(target) == true)
      #expect(scene.publishers.asked().allSatisfy { $0 == target })
      scene.publishers.setUnchanged(Self.url)
      #expect(try await scene.round([source()]) == ["a": "unchanged"])
      #expect(scene.publishers.asked() == [Self.url])
      // Once more, with another answer.
      scene.publishers.setUnchanged(
        Self.url, finalURL: target, redirects: [Redirect(status: 301, target: target)])
      scene.publishers.setUnchanged(target)
    }
  }

  private static func document(etag: String, finalURL: String = url) -> FeedResponse {
    let feed = """
      <rss version="2.0"><channel><title>A</title><item><title>One</title><guid>1</guid></item>
      </channel></rss>
      """
    var fields = HeaderFields()
    Array("ETag: \(etag)".utf8).withUnsafeBytes { fields.add(line: $0, limits: RequestPolicy()) }
    return FeedResponse(
      outcome: .document, status: 200, finalURL: finalURL, fields: fields, body: Array(feed.utf8))
  }

  @Test func `a new validator of the same bytes is kept, with the address that gave it`()
    async throws
  {
    var asked: [String] = []
    for (etag, address) in [("\"1\"", Self.url), ("\"2\"", Self.url), ("\"2\"", "\(Self.url)/12")] {
      scene.publishers.set(Self.url, Self.document(etag: etag, finalURL: address))
      try await scene.round([source()], sync: [SourceID("a")])
      try await scene.round([source()], sync: [SourceID("a")])
      let request = try #require(scene.publishers.requests().last)
      asked.append("\(request.validators.etag ?? "none") of \(request.validatedURL ?? "any")")
    }
    #expect(
      asked == ["\"1\" of \(Self.url)", "\"2\" of \(Self.url)", "\"2\" of \(Self.url)/12"])
  }

  @Test func `what changes how a document is read has it read once more, and once only`()
    async throws
  {
    scene.publishers.set(Self.url, Self.document(etag: "\"1\""))
    try await scene.round([source()], sync: [SourceID("a")])
    var inSeries = source()
    inSeries.series = "Spotlight"
    _ = scene.publishers.asked()
    #expect(try await scene.round([inSeries], sync: [SourceID("a")]) == ["a": "document"])
    #expect(scene.publishers.requests().map(\.validators.isEmpty) == [true])
    #expect(try await scene.round([inSeries], sync: [SourceID("a")]) == ["a": "unchanged"])
    #expect(scene.publishers.requests().map(\.validators.isEmpty) == [false])
  }
}
