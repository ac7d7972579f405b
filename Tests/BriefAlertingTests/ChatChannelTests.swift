import BriefAlerting
import BriefModel
import Foundation
import TestSupport
import Testing

@Suite struct ChatChannelTests {
  private func channel(_ service: ChatService) -> ChatChannel {
    ChatChannel(
      id: ChannelID("desk"), service: service, allowsPrivateAddresses: true, courier: Courier(),
      now: { Timestamp(seconds: 1_700_000_000) })
  }

  private func post(_ service: (String) -> ChatService, title: String = "Gas <b> & *oil* @all")
    async throws -> AlertReceiver.Post
  {
    let receiver = try AlertReceiver { _, _ in .answer(200, [], "ok") }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change(title: title)))
    let result = await channel(service("http://127.0.0.1:\(receiver.port)")).deliver(alert)
    #expect(result == .delivered(answer: "HTTP 200"))
    return try #require(receiver.received.first)
  }

  @Test func `Slack gets text without markup and its three characters escaped`() async throws {
    let post = try await post { .slack(url: "\($0)/services/T/B/X") }
    #expect(post.requestLine == "POST /services/T/B/X HTTP/1.1")
    #expect(
      post.body == #"""
        {"text":"pism: revised silently (date): Gas &lt;b&gt; &amp; *oil* @all\n\#
        https://example.org/83\n\nSource: pism\nSeries: Spotlight 83/2021\n\#
        Seen: 2023-11-14T22:13:20Z\nVersion: 2\nTopics: gas\nRule: everything\n\n[date]\n\#
        by 1 December [-2023-] {+2024+} at the latest\n\n\#
        brief-sync diff 000102030405060708090a0b0c0d0e0f",\#
        "mrkdwn":false,"unfurl_links":false,"unfurl_media":false}
        """#)
  }

  @Test func `Discord and Mattermost get Markdown escaped, and call nobody`() async throws {
    let discord = try await post { .discord(url: "\($0)/api/webhooks/1/x") }
    #expect(
      discord.body.hasPrefix(#"{"content":"pism\\: revised silently \\(date\\)\\: Gas \\<b\\> "#))
    #expect(discord.body.contains("& \\\\*oil\\\\* @\u{2060}all\\n<https://example.org/83>\\n"))
    #expect(discord.body.hasSuffix(#""allowed_mentions":{"parse":[]},"flags":4}"#))
    let mattermost = try await post { .mattermost(url: "\($0)/hooks/x") }
    #expect(mattermost.body.contains("@\u{2060}all"))
  }

  @Test func `Telegram gets its few elements of HTML`() async throws {
    let post = try await post { .telegram(server: $0, token: "12:ab", chat: "-100") }
    #expect(post.requestLine == "POST /bot12:ab/sendMessage HTTP/1.1")
    #expect(
      post.body.hasPrefix(
        #"{"chat_id":"-100","text":"<b>pism: revised silently (date): Gas &lt;b&gt; &amp; *oil* @"#)
    )
    #expect(post.body.contains("by 1 December <s>2023</s> <u>2024</u> at the latest"))
    #expect(
      post.body.hasSuffix(#""parse_mode":"HTML","link_preview_options":{"is_disabled":true}}"#))
  }

  @Test func `Matrix gets a notice under the alert's key`() async throws {
    let post = try await post { .matrix(server: $0 + "/", token: "t", room: "!r:example.org") }
    #expect(
      post.requestLine
        == "PUT /_matrix/client/v3/rooms/%21r%3Aexample.org/send/m.room.message/"
        + "00000000-0000-4000-8000-000000000001.r7.c2.desk HTTP/1.1")
    #expect(post["authorization"] == "Bearer t")
    #expect(post.body.hasPrefix(#"{"msgtype":"m.notice","body":"pism: revised silently"#))
    #expect(post.body.contains("<del>2023</del> <ins>2024</ins>"))
    #expect(post.body.hasSuffix(#","m.mentions":{}}"#))
  }

  @Test func `ntfy gets title, message and the link to open`() async throws {
    let post = try await post { .ntfy(server: $0, topic: "desk", token: "t") }
    #expect(post.requestLine == "POST / HTTP/1.1")
    #expect(post["authorization"] == "Bearer t")
    #expect(
      post.body.hasPrefix(
        #"{"topic":"desk","title":"pism: revised silently (date): Gas <b> & *oil* @all","#
          + #""message":"Source: pism\nSeries"#))
    #expect(post.body.hasSuffix(#""click":"https://example.org/83"}"#))
  }

  /// Service, and the longest text that it documents in characters.
  static let limits: [(ChatService, String, Int)] = [
    (.slack(url: "/x"), "text", 4_000), (.mattermost(url: "/x"), "text", 4_000),
    (.discord(url: "/x"), "content", 2_000),
    (.telegram(server: "", token: "t", chat: "c"), "text", 4_096),
    (.matrix(server: "", token: "t", room: "!r"), "body", 60_000),
    (.ntfy(server: "", topic: "t", token: nil), "message", 4_000),
  ]

  @Test(arguments: limits)
  func `a message never passes its service's limit`(
    service: ChatService, member: String, limit: Int
  )
    async throws
  {
    var change = try AlertScene.change(title: String(repeating: "<*&ż@", count: 10_000))
    change.differences = (0..<60).map { number in
      Difference(
        class: .rewording, field: .text, before: String(repeating: "*<&", count: 3_000),
        after: String(repeating: "ż@_", count: 3_000), offset: number, contextBefore: "[x](y)")
    }
    let receiver = try AlertReceiver { _, _ in .answer(200) }
    let server = "http://127.0.0.1:\(receiver.port)"
    let placed: ChatService =
      switch service {
      case .slack: .slack(url: server)
      case .mattermost: .mattermost(url: server)
      case .discord: .discord(url: server)
      case .telegram: .telegram(server: server, token: "t", chat: "c")
      case .matrix: .matrix(server: server, token: "t", room: "!r")
      case .ntfy: .ntfy(server: server, topic: "t", token: nil)
      }
    _ = await channel(placed).deliver(try AlertScene.outgoing(AlertScene.alert(change)))
    let post = try #require(receiver.received.first)
    let object = try JSONSerialization.jsonObject(with: Data(post.body.utf8)) as? [String: Any]
    let text = try #require(object?[member] as? String)
    #expect(text.unicodeScalars.count <= limit)
    #expect(text.unicodeScalars.count > 200)
    #expect(post.body.utf8.count <= 65_000)
  }

  static let waits: [(String, Int64)] = [
    (#"{"ok":false,"parameters":{"retry_after":35}}"#, 35),
    (#"{"message":"rate limited","retry_after":0.65}"#, 1),
    (#"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000}"#, 2),
  ]

  @Test(arguments: waits)
  func `a wait that stands in the body is honoured`(body: String, seconds: Int64) async throws {
    let receiver = try AlertReceiver { _, _ in .answer(429, [], body) }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    let result = await channel(.slack(url: receiver.url)).deliver(alert)
    guard case .retry(after: seconds, answer: _) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test func `addresses and tokens are never shown`() {
    let service = ChatService.telegram(server: "https://s", token: "12:ab", chat: "c")
    #expect("\(service) \(String(reflecting: service))" == "Telegram Telegram")
    var dumped = ""
    dump(service, to: &dumped)
    #expect(!dumped.contains("12:ab"))
  }
}
