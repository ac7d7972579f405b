import BriefFetching
import TestSupport
import Testing

/// A server listens on loopback, and nothing that the rules forbid makes a connection to it.
@Suite struct AddressCanaryTests {
  /// Hosts that mean this machine or lead to it, or to what is next to it.
  static let hosts = [
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "017700000001", "0x7f000001",
    "0x7F.0.0.1", "0177.0.0.1", "0x7f.1", "0177.0x0.1", "127.0.0.1.", "%31%32%37.0.0.1",
    "127%2e0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1", "１２７．０．０．１", "127｡0｡0｡1", "0", "0.0.0.0",
    "000.0.0.0", "0x0", "localhost", "LOCALHOST", "localhost.", "a.localhost", "loc\u{AD}alhost",
    "ⓛocalhost", "ip6-localhost", "ip6-loopback", "localhost6", "localhost.localdomain", "[::1]",
    "[0:0:0:0:0:0:0:1]", "[::0001]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:7f00:1]", "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]", "[64:ff9b:1::127.0.0.1]", "[2002:7f00:1::]", "[2002:7f00:1::1]",
    "[2001::7f00:1]", "[fe80::1]", "[fe80::1%25lo]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]",
    "[ff02::1]", "[ff01::1]", "10.0.0.1", "172.16.0.1", "172.31.1", "192.168.257", "3232235777",
    "169.254.169.254", "0xa9fea9fe", "100.64.0.1", "100.100.100.200", "192.0.0.1", "198.18.0.1",
    "224.0.0.1", "255.255.255.255", "example.org@127.0.0.1", "example.org\\@127.0.0.1",
    "127.0.0.1\\@example.org", "127.0.0.1#@example.org", "127.0.0.1?@example.org",
  ]

  @Test func `no spelling of a forbidden host makes a connection`() async throws {
    let engine = try FetchEngine()
    let canary = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { canary.stop() }
    for host in Self.hosts {
      let response = await engine.perform(FeedRequest(url: "http://\(host):\(canary.port)/"))
      guard case .refused = response.outcome else {
        Issue.record("\(host): \(response.outcome)")
        continue
      }
    }
    #expect(canary.connections == 0)
    await engine.shutDown()
  }

  /// What a name server may answer for a name that looks like any other.
  static let answers = [
    "127.0.0.1", "127.0.0.2", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "0.0.0.0", "[::]",
    "10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fd12::1]", "127.0.0.1,[::1]",
  ]

  @Test(arguments: answers)
  func `a name that leads to a forbidden address makes no connection`(answer: String) async throws {
    let canary = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { canary.stop() }
    let name = "rebound.example.org"
    let engine = try FetchEngine(
      environment: FetchEnvironment(knownNames: ["\(name):\(canary.port):\(answer)"]))
    let response = await engine.perform(FeedRequest(url: "http://\(name):\(canary.port)/"))
    guard case .refused(.address) = response.outcome else {
      Issue.record("\(answer): \(response.outcome)")
      return
    }
    #expect(canary.connections == 0)
    await engine.shutDown()
  }

  @Test func `a redirect to a forbidden address makes no connection`() async throws {
    let canary = try RawHTTPServer { _ in .init(text: "<rss/>") }
    defer { canary.stop() }
    let name = "moved.example.org"
    let engine = try FetchEngine(
      environment: FetchEnvironment(knownNames: ["\(name):\(canary.port):127.0.0.1"]))
    let server = try RawHTTPServer { _ in
      .init(status: "302 Found", fields: ["Location: http://169.254.169.254/"], text: "")
    }
    defer { server.stop() }
    // The source itself may live on loopback; a service that hands out secrets may not be asked.
    let response = await engine.perform(
      FeedRequest(url: server.url, allowsPrivateAddresses: true))
    #expect(response.outcome == .redirectTrouble(.refused(.address(.metadata))))
    #expect(canary.connections == 0)
    await engine.shutDown()
  }

  @Test func `a connection that another source opened is judged again`() async throws {
    let server = try NginxServer(files: ["feed.xml": "<rss/>"])
    let name = "shared.example.org"
    let engine = try FetchEngine(
      environment: FetchEnvironment(knownNames: ["\(name):\(server.port):127.0.0.1"]))
    let url = "http://\(name):\(server.port)/feed.xml"
    let opened = await engine.perform(FeedRequest(url: url, allowsPrivateAddresses: true))
    #expect(opened.outcome == .document)
    let refused = await engine.perform(FeedRequest(url: url))
    #expect(refused.outcome == .refused(.address(.loopback)))
    #expect(server.requests.count == 1)
    await engine.shutDown()
  }
}
