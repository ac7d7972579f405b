import BriefModel
import Synchronization
import TestSupport
import Testing

@testable import BriefFetching

/// A host that asked to wait is left alone by hops of redirects, too.
struct ClosedHostTests {
  @Test func `a redirect to a host that asked to wait is not followed before the time is over`()
    async throws
  {
    let asked = Mutex([String]())
    let busy = try RawHTTPServer { request in
      asked.withLock { $0.append(String(request.prefix(6))) }
      return .init(
        status: "429 Too Many Requests", fields: ["Retry-After: 90"], text: "later")
    }
    defer { busy.stop() }
    let home = try RawHTTPServer { _ in RedirectTests.redirect(302, to: busy.url + "x") }
    defer { home.stop() }
    let now = Mutex(Int64(5_000))
    let engine = try FetchEngine(closed: ClosedHosts { now.withLock { $0 } })
    func poll(_ url: String) async -> FeedResponse {
      await engine.perform(FeedRequest(url: url, allowsPrivateAddresses: true))
    }
    #expect(
      await poll(home.url).outcome == .rateLimited(status: 429, retryAfter: 90))
    now.withLock { $0 += 30_000 }
    let second = await poll(home.url)
    #expect(second.outcome == .hostClosed(seconds: 60))
    #expect(second.finalURL == busy.url + "x")
    #expect(second.exchanges.map(\.host) == ["127.0.0.1:\(home.port)"])
    #expect(asked.withLock { $0.count } == 1)
    now.withLock { $0 += 60_000 }
    #expect(await poll(home.url).outcome == .rateLimited(status: 429, retryAfter: 90))
    await engine.shutDown()
  }

  @Test func `a host that the schedule closes is closed for what is under way`() throws {
    let now = Mutex(Int64(0))
    let closed = ClosedHosts { now.withLock { $0 } }
    let url = try #require(WebURL(text: "https://a.example/feed"))
    #expect(closed.wait(for: url) == nil)
    closed.close("a.example:443", until: 1_500)
    closed.close("a.example:443", until: 200)
    #expect(closed.wait(for: url) == 2)
    closed.close("a.example:443", seconds: nil)
    #expect(closed.wait(for: url) == 60)
    closed.close("a.example:443", seconds: .max)
    #expect(closed.wait(for: url) ?? 0 > 86_400)
    #expect(try closed.wait(for: #require(WebURL(text: "http://a.example/feed"))) == nil)
  }
}
