import BriefFetching
import BriefModel
import TestSupport
import Testing

@Suite struct RedirectTests {
  let engine: FetchEngine

  init() throws { engine = try FetchEngine() }

  static func redirect(_ status: Int, to location: String) -> RawHTTPServer.Script {
    .init(
      status: "\(status) Elsewhere", fields: ["Location: \(location)", "Set-Cookie: id=1"],
      text: "moved")
  }

  func fetch(_ url: String, _ change: (inout FeedRequest) -> Void = { _ in }) async -> FeedResponse
  {
    var request = FeedRequest(url: url, allowsPrivateAddresses: true)
    change(&request)
    return await engine.perform(request)
  }

  /// Redirects `/5` to `/4` and so on; `/0` is the document.
  static func countdown(_ status: Int) throws -> RawHTTPServer {
    try RawHTTPServer { request in
      let number = request.drop { $0 != "/" }.dropFirst().prefix { $0.isNumber }
      guard let left = Int(number), left > 0 else { return .init(text: "<rss/>") }
      return redirect(status, to: "/\(left - 1)")
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `each kind of redirect is followed, and the permanent ones are told apart`(status: Int)
    async throws
  {
    let server = try Self.countdown(status)
    defer { server.stop() }
    let response = await fetch(server.url + "2")
    #expect(response.outcome == .document)
    #expect(response.finalURL == server.url + "0")
    #expect(
      response.redirects == [
        Redirect(status: status, target: server.url + "1"),
        Redirect(status: status, target: server.url + "0"),
      ])
    #expect(response.permanentTarget == ([301, 308].contains(status) ? server.url + "0" : nil))
    await engine.shutDown()
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `410 behind a redirect is for good where the redirect is`(status: Int) async throws {
    let server = try RawHTTPServer { request in
      request.contains(" /f ")
        ? Self.redirect(status, to: "/gone") : .init(status: "410 Gone", text: "gone")
    }
    defer { server.stop() }
    #expect(
      await fetch(server.url + "f").outcome
        == ([301, 308].contains(status) ? .gone : .clientError(status: 410)))
    await engine.shutDown()
  }

  @Test func `five redirects are followed and a sixth is not`() async throws {
    let server = try Self.countdown(302)
    defer { server.stop() }
    #expect(await fetch(server.url + "5").outcome == .document)
    #expect(await fetch(server.url + "6").outcome == .redirectTrouble(.tooMany))
    #expect(server.requests.count == 12)
    await engine.shutDown()
  }

  @Test func `a redirect to itself is found at once`() async throws {
    let server = try RawHTTPServer { _ in Self.redirect(302, to: "/") }
    defer { server.stop() }
    #expect(await fetch(server.url).outcome == .redirectTrouble(.loop))
    #expect(server.requests.count == 1)
    await engine.shutDown()
  }

  static let secrets: [Credentials] = [
    .basic(user: "user", password: "sesame"), .bearer(token: "sesame"),
    .fields([HeaderField("X-Api-Key", "sesame")]),
  ]

  @Test(arguments: secrets)
  func `credentials stay with their origin, and cookies are never sent`(secret: Credentials)
    async throws
  {
    let other = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { other.stop() }
    let server = try RawHTTPServer { request in
      Self.redirect(302, to: request.contains("GET /start") ? "/next" : other.url)
    }
    defer { server.stop() }
    let response = await fetch(server.url + "start") { $0.credentials = secret }
    #expect(response.outcome == .document)
    let own = server.requests.map { $0.contains("sesame") || $0.contains("dXNlcjpzZXNhbWU=") }
    #expect(own == [true, true])
    #expect(other.requests.count == 1)
    for request in server.requests + other.requests {
      #expect(!request.lowercased().contains("cookie"))
    }
    for request in other.requests {
      #expect(!request.contains("sesame") && !request.contains("dXNlcjpzZXNhbWU="))
      #expect(!request.lowercased().contains("authorization"))
    }
    await engine.shutDown()
  }

  @Test func `a request names us, what we read and what we have`() async throws {
    let server = try RawHTTPServer { _ in .init("HTTP/1.1 304 Not Modified\r\n\r\n") }
    defer { server.stop() }
    let response = await fetch(server.url) {
      $0.validators = Validators(etag: "W/\"a\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
      $0.fields = [HeaderField("Accept-Language", "pl")]
      $0.policy = RequestPolicy(version: "1.2", contact: "https://example.org/about")
    }
    #expect(response.outcome == .notModified)
    let lines = try #require(server.requests.first).split(separator: "\r\n").map(String.init)
    let expected = [
      "GET / HTTP/1.1", "Host: 127.0.0.1:\(server.port)",
      "User-Agent: brief-sync/1.2 (+https://example.org/about)",
      "Accept: \(RequestPolicy().accept)", "Accept-Encoding: gzip, deflate, br, zstd",
      "If-None-Match: W/\"a\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT",
      "Accept-Language: pl",
    ]
    #expect(lines.sorted() == expected.sorted())
    await engine.shutDown()
  }

  @Test func `validators are sent to the address that gave them, and to no other`() async throws {
    let server = try RawHTTPServer { request in
      if request.hasPrefix("GET /current") {
        return request.contains("If-None-Match")
          ? .init("HTTP/1.1 304 Not Modified\r\n\r\n") : Self.redirect(302, to: "/13")
      }
      return request.contains("If-None-Match")
        ? .init("HTTP/1.1 304 Not Modified\r\n\r\n") : .init(text: "<rss/>")
    }
    defer { server.stop() }
    let cases: [(String?, FetchOutcome)] = [
      (server.url + "12", .document), (server.url + "13", .notModified),
      (server.url + "current", .notModified), (nil, .notModified),
    ]
    for (validated, expected) in cases {
      let response = await fetch(server.url + "current") {
        $0.validators = Validators(etag: "\"1\"")
        $0.validatedURL = validated
      }
      #expect(response.outcome == expected, "\(validated ?? "any")")
    }
    await engine.shutDown()
  }
}
