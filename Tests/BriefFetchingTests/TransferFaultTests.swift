import BriefFetching
import BriefModel
import TestSupport
import Testing

/// What a hostile or broken server can do to one transfer.
@Suite struct TransferFaultTests {
  let engine: FetchEngine

  init() throws { engine = try FetchEngine() }

  /// Short times, so that a test need not wait for those of the service.
  static let hasty: RequestPolicy = {
    var policy = RequestPolicy()
    policy.answerTimeout = 600
    policy.ratePeriod = 600
    policy.slowestRate = 1000
    policy.totalTimeout = 3000
    return policy
  }()

  func outcome(
    _ script: RawHTTPServer.Script, policy: RequestPolicy = hasty
  ) async throws -> FetchOutcome {
    let server = try RawHTTPServer { _ in script }
    defer { server.stop() }
    let response = await engine.perform(
      FeedRequest(url: server.url, allowsPrivateAddresses: true, policy: policy))
    if response.outcome != .document { #expect(response.body.isEmpty) }
    if response.outcome != .document { #expect(response.validators.isEmpty) }
    return response.outcome
  }

  static let head = "HTTP/1.1 200 OK\r\nETag: \"a\"\r\n"

  static let faults: [(String, RawHTTPServer.Script, FetchOutcome)] = [
    ("nothing", .init(""), .connectionLost),
    ("no HTTP", .init("220 mail.example.org ESMTP\r\n"), .protocolTrouble),
    ("HTTP/0.9", .init("<rss/>"), .protocolTrouble),
    ("cut in the header", .init("HTTP/1.1 200 OK\r\nETag: \"a"), .incomplete),
    ("cut body", .init("\(head)Content-Length: 100\r\n\r\n<rss>"), .incomplete),
    ("cut chunk", .init("\(head)Transfer-Encoding: chunked\r\n\r\n64\r\n<rss>"), .incomplete),
    (
      "missing last chunk", .init("\(head)Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"),
      .incomplete
    ),
    (
      "chunk size over 64 bits",
      .init("\(head)Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n<rss>"), .connectionLost
    ),
    ("huge length", .init("\(head)Content-Length: 99999999999\r\n\r\n<rss>"), .incomplete),
    (
      "plain for gzip", .init(fields: ["Content-Encoding: gzip"], text: "<rss/>"),
      .damaged(.corrupt)
    ),
    (
      "cut gzip", .init(fields: ["Content-Encoding: gzip"], body: [0x1F, 0x8B, 8, 0, 0, 0]),
      .incomplete
    ),
    (
      "unoffered encoding", .init(fields: ["Content-Encoding: compress"], text: "x"),
      .damaged(.unknownEncoding)
    ),
    ("204", .init("HTTP/1.1 204 No Content\r\n\r\n"), .unexpectedStatus(204)),
    ("206", .init(status: "206 Partial Content", text: "<rss>"), .unexpectedStatus(206)),
    ("unasked 304", .init("HTTP/1.1 304 Not Modified\r\n\r\n"), .unexpectedStatus(304)),
    ("410", .init(status: "410 Gone", text: "gone"), .gone),
    (
      "429", .init(status: "429 Too Many", fields: ["Retry-After: 7"], text: ""),
      .rateLimited(status: 429, retryAfter: 7)
    ),
    (
      "503 for ever",
      .init(status: "503 No", fields: ["Retry-After: 99999999999999999999"], text: ""),
      .rateLimited(status: 503, retryAfter: 86_400)
    ),
    (
      "an error page without end", repeating("HTTP/1.1 500 No\r\n\r\n"), .serverTrouble(status: 500)
    ),
    ("a header without end", repeating("HTTP/1.1 200 OK\r\n", "X-Y: z\r\n"), .tooLarge(.header)),
    (
      "interim answers without end", repeating("HTTP/1.1 100 Continue\r\n\r\n"),
      .tooLarge(.header)
    ),
    ("a body without end", repeating("\(head)\r\n", "<item/>"), .tooLarge(.transfer)),
    ("a reset", resetting("\(head)Content-Length: 100\r\n\r\n<rss>"), .connectionLost),
    ("silence", lingering(""), .tooSlow(.answering)),
    ("silence after the header", lingering("\(head)Content-Length: 9\r\n\r\n"), .tooSlow(.body)),
    ("a trickle", trickling("\(head)\r\n"), .tooSlow(.body)),
    ("a trickling header", trickling("HTTP/1.1 200 OK\r\nX: "), .tooSlow(.answering)),
  ]

  static func repeating(_ first: String, _ last: String? = nil) -> RawHTTPServer.Script {
    let last = String(repeating: last ?? first, count: 1000)
    var script = RawHTTPServer.Script([Array(first.utf8), Array(last.utf8)])
    script.repeatsLast = true
    return script
  }

  static func resetting(_ text: String) -> RawHTTPServer.Script {
    var script = RawHTTPServer.Script([Array(text.utf8), Array("<item>".utf8)], pause: 50)
    script.resets = true
    return script
  }

  static func lingering(_ text: String) -> RawHTTPServer.Script {
    var script = RawHTTPServer.Script(text)
    script.lingers = 10_000
    return script
  }

  static func trickling(_ first: String) -> RawHTTPServer.Script {
    .init([Array(first.utf8)] + [[UInt8]](repeating: Array("x".utf8), count: 500), pause: 20)
  }

  @Test(arguments: faults)
  func `a fault of a server has its outcome, and no document comes of it`(
    name: String, script: RawHTTPServer.Script, expected: FetchOutcome
  ) async throws {
    let found = try await outcome(script)
    #expect(found == expected, "\(name)")
    await engine.shutDown()
  }

  @Test func `interim answers, cookies and trailers do no harm`() async throws {
    let cookies = (0..<900).map { "Set-Cookie: name\($0)=\(String(repeating: "x", count: 60))" }
    let text = """
      HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nETag: "early"\r\n\r
      HTTP/1.1 200 OK\r\nETag: "true"\r\nTransfer-Encoding: chunked\r\nTrailer: ETag\r
      \(cookies.joined(separator: "\r\n"))\r\n\r\n6\r\n<rss/>\r\n0\r\nETag: "trailer"\r\n\r\n
      """
    let server = try RawHTTPServer { _ in .init(text) }
    defer { server.stop() }
    let response = await engine.perform(
      FeedRequest(url: server.url, allowsPrivateAddresses: true))
    #expect(response.outcome == .document)
    #expect(response.body == Array("<rss/>".utf8))
    #expect(response.validators == Validators(etag: "\"true\""))
    await engine.shutDown()
  }

  @Test func `large bodies share a bounded room, and small ones are always let in`() async throws {
    var limits = FetchLimits()
    limits.smallBody = 1 << 10
    limits.largeBodies = 1 << 10
    let narrow = try FetchEngine(limits: limits)
    let server = try RawHTTPServer { request in
      .init(body: [UInt8](repeating: 0x20, count: request.contains("/large") ? 100_000 : 1000))
    }
    defer { server.stop() }
    func outcome(_ path: String) async -> FetchOutcome {
      await narrow.perform(
        FeedRequest(url: server.url + path, allowsPrivateAddresses: true)
      ).outcome
    }
    #expect(await outcome("large") == .ours(.crowded))
    #expect(await outcome("small") == .document)
    await narrow.shutDown()
  }

  @Test func `a large body keeps its room until it was read`() async throws {
    var limits = FetchLimits()
    limits.smallBody = 1 << 10
    limits.largeBodies = 150_000
    let narrow = try FetchEngine(limits: limits)
    let server = try RawHTTPServer { _ in .init(body: [UInt8](repeating: 0x20, count: 100_000)) }
    defer { server.stop() }
    let request = FeedRequest(url: server.url, allowsPrivateAddresses: true)
    var waiting = await narrow.perform(request)
    #expect(waiting.outcome == .document)
    #expect(await narrow.perform(request).outcome == .ours(.crowded))
    waiting.letGoOfBody()
    #expect(await narrow.perform(request).outcome == .document)
    await narrow.shutDown()
  }

  /// Without a turn of its own what waits would wait ten minutes.
  @Test(.timeLimit(.minutes(4)))
  func `what waits is asked when all transfers under way time out together`() async throws {
    let server = try RawHTTPServer { request in
      request.hasPrefix("GET /well") ? .init(text: "<rss/>") : Self.lingering("")
    }
    defer { server.stop() }
    var limits = FetchLimits()
    limits.transfers = 2
    let engine = try FetchEngine(limits: limits)
    let outcomes = await withTaskGroup(of: FetchOutcome.self) { group in
      for path in ["a", "b", "c", "d", "well"] {
        group.addTask {
          await engine.perform(
            FeedRequest(
              url: server.url + path, allowsPrivateAddresses: true,
              policy: path == "well" ? RequestPolicy() : Self.hasty)
          ).outcome
        }
        // So that the well one is the last in the row.
        try? await Task.sleep(for: .milliseconds(path == "d" ? 100 : 1))
      }
      return await group.reduce(into: [FetchOutcome]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == .document } == 1)
    #expect(outcomes.count { if case .tooSlow = $0 { true } else { false } } == 4)
    await engine.shutDown()
  }
}
