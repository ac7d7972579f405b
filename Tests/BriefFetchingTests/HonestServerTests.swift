import BriefFetching
import BriefModel
import Foundation
import TestSupport
import Testing

/// Against a real nginx: what everyday publishers do.
@Suite(.enabled(if: NginxServer.isInstalled, "nginx-light is not installed"))
struct HonestServerTests {
  let engine: FetchEngine

  init() throws { engine = try FetchEngine() }

  func fetch(_ url: String, _ change: (inout FeedRequest) -> Void = { _ in }) async -> FeedResponse
  {
    var request = FeedRequest(url: url, allowsPrivateAddresses: true)
    change(&request)
    return await engine.perform(request)
  }

  @Test func `unchanged documents are answered with 304, changed ones are sent`() async throws {
    let server = try NginxServer()
    for number in 0..<20 { try server.write("<rss>\(number)</rss>", to: "\(number).xml") }
    var known: [Int: Validators] = [:]
    for number in 0..<20 {
      let response = await fetch("\(server.url)\(number).xml")
      #expect(response.outcome == .document)
      known[number] = response.validators
    }
    try server.write("<rss>changed</rss>", to: "7.xml")
    for number in 0..<20 {
      let response = await fetch("\(server.url)\(number).xml") {
        $0.validators = known[number] ?? Validators()
      }
      #expect(response.outcome == (number == 7 ? .document : .notModified))
    }
    #expect(server.requests.count { $0.hasPrefix("304") } == 19)
    await engine.shutDown()
  }

  @Test func `a compressed document arrives small and comes out whole`() async throws {
    let text = String(repeating: "<item><title>A brief</title></item>", count: 2000)
    let server = try NginxServer(
      files: ["feed.xml": text],
      configuration: "gzip on; gzip_types application/rss+xml; gzip_min_length 1;")
    let response = await fetch("\(server.url)feed.xml")
    #expect(response.outcome == .document)
    #expect(response.body == Array(text.utf8))
    #expect(response.received < 5000)
    await engine.shutDown()
  }

  @Test func `statuses and redirects are what they say`() async throws {
    let server = try NginxServer(
      files: ["feed.xml": "<rss/>"],
      configuration: """
        location = /gone { return 410; }
        location = /moved { return 308 /feed.xml; }
        location = /closed { add_header Retry-After 30 always; return 503; }
        location = /forbidden { return 403; }
        """)
    #expect(await fetch("\(server.url)gone").outcome == .gone)
    #expect(await fetch("\(server.url)none").outcome == .clientError(status: 404))
    #expect(await fetch("\(server.url)forbidden").outcome == .clientError(status: 403))
    #expect(
      await fetch("\(server.url)closed").outcome == .rateLimited(status: 503, retryAfter: 30))
    let moved = await fetch("\(server.url)moved")
    #expect(moved.outcome == .document)
    #expect(moved.permanentTarget == "\(server.url)feed.xml")
    await engine.shutDown()
  }

  @Test func `basic credentials open the door`() async throws {
    let server = try NginxServer(
      files: ["feed.xml": "<rss/>", "users": "reader:{PLAIN}sesame"],
      configuration: "auth_basic briefs; auth_basic_user_file root/users;")
    let url = "\(server.url)feed.xml"
    #expect(await fetch(url).outcome == .credentialsWanted(status: 401))
    let opened = await fetch(url) {
      $0.credentials = .basic(user: "reader", password: "sesame")
    }
    #expect(opened.outcome == .document)
    await engine.shutDown()
  }

  @Test func `a closed port is a host that takes no connections`() async throws {
    let port = try LoopbackSocket.freePort()
    #expect(await fetch("http://127.0.0.1:\(port)/").outcome == .notConnected)
    await engine.shutDown()
  }

  @Test func `a hundred requests at once use two connections to one host`() async throws {
    let server = try NginxServer(
      files: ["feed.xml": "<rss/>"],
      configuration: "location /count { add_header ETag '\"$connection\"'; return 200 x; }")
    let connections = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<100 {
        group.addTask { await fetch("\(server.url)count").fields[.etag] }
      }
      var found: Set<String?> = []
      for await connection in group { found.insert(connection) }
      return found
    }
    #expect(connections.count <= 2)
    #expect(server.requests.count == 100)
    await engine.shutDown()
  }

  @Test func `a proxy of the environment is not used`() async throws {
    setenv("http_proxy", "http://127.0.0.1:1", 1)
    setenv("all_proxy", "http://127.0.0.1:1", 1)
    let server = try NginxServer(files: ["feed.xml": "<rss/>"])
    #expect(await fetch("\(server.url)feed.xml").outcome == .document)
    await engine.shutDown()
  }
}
