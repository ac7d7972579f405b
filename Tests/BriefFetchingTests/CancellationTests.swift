import BriefFetching
import BriefModel
import TestSupport
import Testing

@Suite struct CancellationTests {
  static let hanging: RawHTTPServer.Script = {
    var script = RawHTTPServer.Script("HTTP/1.1 200 OK\r\n\r\n<rss>")
    script.lingers = 60_000
    return script
  }()

  func request(_ server: RawHTTPServer) -> FeedRequest {
    FeedRequest(url: server.url, allowsPrivateAddresses: true)
  }

  @Test func `a task that was cancelled before it asked makes no request`() async throws {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { server.stop() }
    let request = request(server)
    let outcome = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await engine.perform(request).outcome
    }.value
    #expect(outcome == .cancelled)
    await engine.shutDown()
    #expect(server.requests.isEmpty)
  }

  @Test func `a transfer under way ends when its task is cancelled`() async throws {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { _ in Self.hanging }
    defer { server.stop() }
    let request = request(server)
    let task = Task { await engine.perform(request).outcome }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .cancelled)
    await engine.shutDown()
  }

  @Test func `requests that wait for a place end when cancelled, and the others go on`()
    async throws
  {
    var limits = FetchLimits()
    limits.transfersPerHost = 1
    let engine = try FetchEngine(limits: limits)
    let server = try RawHTTPServer { $0.contains("/hang") ? Self.hanging : .init(text: "<rss/>") }
    defer { server.stop() }
    var hanging = request(server)
    hanging.url += "hang"
    let plain = request(server)
    let first = Task { [hanging] in await engine.perform(hanging).outcome }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    let queued = (0..<20).map { _ in Task { await engine.perform(plain).outcome } }
    for task in queued.prefix(10) { task.cancel() }
    for task in queued.prefix(10) { #expect(await task.value == .cancelled) }
    first.cancel()
    #expect(await first.value == .cancelled)
    for task in queued.dropFirst(10) { #expect(await task.value == .document) }
    await engine.shutDown()
  }

  @Test func `every request ends once, whenever it is cancelled`() async throws {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { _ in
      .init([Array("HTTP/1.1 200 OK\r\n\r\n".utf8), Array("<rss/>".utf8)], pause: 2)
    }
    defer { server.stop() }
    let request = request(server)
    var counts: [FetchOutcome: Int] = [:]
    await withTaskGroup(of: FetchOutcome.self) { group in
      for number in 0..<400 {
        group.addTask {
          let task = Task { await engine.perform(request).outcome }
          if number % 4 != 0 {
            try? await Task.sleep(for: .microseconds(number * 50))
            task.cancel()
          }
          return await task.value
        }
      }
      for await outcome in group { counts[outcome, default: 0] += 1 }
    }
    #expect(counts.values.reduce(0, +) == 400)
    #expect(Set(counts.keys).isSubset(of: [.document, .cancelled]), "\(counts)")
    #expect(counts[.document, default: 0] >= 100, "\(counts)")
    await engine.shutDown()
  }

  @Test func `shutting down ends everything under way, and later requests at once`() async throws {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { _ in Self.hanging }
    defer { server.stop() }
    let request = request(server)
    let tasks = (0..<50).map { _ in Task { await engine.perform(request).outcome } }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    await engine.shutDown()
    for task in tasks { #expect(await task.value == .cancelled) }
    #expect(await engine.perform(request).outcome == .cancelled)
    await engine.shutDown()
  }
}
