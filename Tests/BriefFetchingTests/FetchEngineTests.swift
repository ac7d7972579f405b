import BriefFetching
import BriefModel
import TestSupport
import Testing

@Suite struct FetchEngineTests {
  let engine: FetchEngine

  init() throws { engine = try FetchEngine() }

  func fetch(_ url: String, _ change: (inout FeedRequest) -> Void = { _ in }) async -> FeedResponse
  {
    var request = FeedRequest(url: url, allowsPrivateAddresses: true)
    change(&request)
    return await engine.perform(request)
  }

  @Test func `a document comes with its validators`() async throws {
    let server = try RawHTTPServer { _ in
      .init(
        fields: ["ETag: \"a\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"], text: "<rss/>")
    }
    defer { server.stop() }
    let response = await fetch(server.url)
    #expect(response.outcome == .document)
    #expect(response.body == Array("<rss/>".utf8))
    #expect(
      response.validators
        == Validators(etag: "\"a\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"))
    await engine.shutDown()
  }

  @Test func `no connection is made to a loopback address unless the source allows it`()
    async throws
  {
    let canary = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { canary.stop() }
    let response = await engine.perform(FeedRequest(url: canary.url))
    #expect(response.outcome == .refused(.address(.loopback)))
    #expect(canary.connections == 0)
    await engine.shutDown()
  }
}
