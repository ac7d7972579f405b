import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import TestSupport
import Testing

@testable import BriefDaemon

/// What was asked of hosts is counted hop by hop, and kept with the next commit.
struct TrafficTests {
  @Test func `each hop of a redirect counts for its host, and a 304 as one`() async throws {
    let server = try RawHTTPServer { request in
      if request.hasPrefix("GET /moved") {
        return .init(status: "302 Found", fields: ["Location: /here"], text: "")
      }
      return .init(status: "304 Not Modified", fields: [], text: "")
    }
    defer { server.stop() }
    let engine = try FetchEngine()
    let meter = TrafficMeter(engine)
    _ = await meter.perform(
      FeedRequest(
        url: server.url + "moved", validators: Validators(etag: "\"1\""),
        allowsPrivateAddresses: true))
    _ = await meter.perform(FeedRequest(url: "ftp://nowhere.example/"))
    let counted = meter.take()
    #expect(counted.map(\.host) == ["127.0.0.1:\(server.port)"])
    #expect(counted.first?.requests == 2)
    #expect(counted.first?.notModified == 1)
    #expect(counted.first?.bytes ?? 0 > 0)
    #expect(meter.take() == [])
    await engine.shutDown()
  }

  @Test func `counts are added up over commits, and what the host asked for stays beside them`()
    async throws
  {
    let scene = RestartScene()
    let url = "https://a.example/feed"
    let source = Source(id: SourceID("a"), url: url, interval: 3_600)
    scene.publishers.set(
      url,
      FeedResponse(
        outcome: .rateLimited(status: 429, retryAfter: 7_200), status: 429, finalURL: url))
    _ = try await scene.round([source])
    let asked = HostTraffic(host: "a.example:443", requests: 3, notModified: 2, bytes: 900)
    for _ in 0..<2 {
      _ = try await scene.act { writer in
        try await writer.record(
          [], traffic: [asked], context: RecordingContext(body: { _, _, _ in throw NoBody() }))
      }
    }
    let polling = try await scene.act { writer in
      try await writer.read { try $0.polling(of: SourceID("a")) }
    }
    #expect(polling?.host?.requests == 6)
    #expect(polling?.host?.notModified == 4)
    #expect(polling?.host?.bytes == 1_800)
    #expect(polling?.host?.waitsHonoured == 1)
    #expect(polling?.host?.closedUntil != nil)
    #expect(polling?.reasons.map(\.kind) == [.backOff, .hostAsked])
  }

  private struct NoBody: Error {}
}
