import BriefAlerting
import BriefModel
import TestSupport
import Testing

@Suite struct WebhookChannelTests {
  private func channel(
    _ url: String, secret: String? = nil, allowsPrivate: Bool = true,
    limits: CourierLimits = .init()
  ) -> WebhookChannel {
    WebhookChannel(
      id: ChannelID("desk"), url: url, secret: secret.flatMap { WebhookSecret($0) },
      allowsPrivateAddresses: allowsPrivate, courier: Courier(limits: limits),
      now: { Timestamp(seconds: 1_614_265_330) })
  }

  @Test func `the body arrives as it is, with the convention's fields`() async throws {
    let receiver = try AlertReceiver()
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    let result = await channel(receiver.url, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
      .deliver(alert)
    #expect(result == .delivered(answer: "HTTP 204"))
    let post = try #require(receiver.received.first)
    #expect(post.requestLine == "POST /hook HTTP/1.1")
    #expect(post.body == alert.body.text)
    #expect(post["content-type"] == "application/json")
    #expect(post["webhook-id"] == alert.key)
    #expect(post["webhook-timestamp"] == "1614265330")
    #expect(post["webhook-signature"]?.hasPrefix("v1,") == true)
    #expect(post["expect"] == nil)
  }

  @Test func `the signature is the convention's own example`() async throws {
    // Key, id, time, body and signature as printed in the Standard Webhooks specification.
    let receiver = try AlertReceiver()
    let alert = OutgoingAlert(
      key: "msg_p5jXN8AQM9LWM0D4loKWxJek", channel: ChannelID("desk"), rule: "r",
      body: AlertBody(type: "change", text: #"{"test": 2432232314}"#), publication: nil,
      created: Timestamp(seconds: 0), attempt: 1)
    _ = await channel(receiver.url, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").deliver(alert)
    #expect(
      receiver.received.first?["webhook-signature"]
        == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  static let answers: [(Int, [String], DeliveryResult)] = [
    (200, [], .delivered(answer: "HTTP 200")),
    (
      302, ["Location: http://127.0.0.1:1/"],
      .retry(answer: "HTTP 302: redirects are not followed; set the url to its target")
    ),
    (400, [], .park(reason: "HTTP 400: no")),
    (401, [], .retry(answer: "HTTP 401: no")),
    (404, [], .retry(answer: "HTTP 404: no")),
    (410, [], .retry(answer: "HTTP 410: no")),
    (413, [], .park(reason: "HTTP 413: no")),
    (429, ["Retry-After: 120"], .retry(after: 120, answer: "HTTP 429: no")),
    (500, [], .retry(answer: "HTTP 500: no")),
    (
      503, ["Retry-After: Thu, 25 Feb 2021 15:03:10 GMT", "Date: Thu, 25 Feb 2021 15:02:10 GMT"],
      .retry(after: 60, answer: "HTTP 503: no")
    ),
    (503, ["Retry-After: 99999999999999999999999"], .retry(after: 86_400, answer: "HTTP 503: no")),
    (503, ["Retry-After: soon"], .retry(answer: "HTTP 503: no")),
  ]

  @Test(arguments: answers)
  func `an answer has its verdict`(status: Int, fields: [String], expected: DeliveryResult)
    async throws
  {
    let receiver = try AlertReceiver { _, _ in .answer(status, fields, "no\u{1B}[2J\r\n") }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    let result = await channel(receiver.url).deliver(alert)
    let plain: DeliveryResult =
      switch result {
      case .park(let reason): .park(reason: reason.replacing(" [2J", with: ""))
      case .retry(let after, let answer):
        .retry(after: after, answer: answer.replacing(" [2J", with: ""))
      default: result
      }
    #expect(plain == expected)
    #expect(receiver.received.count == 1)
  }

  @Test func `a receiver that drops, hangs or is not there is asked again`() async throws {
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    let dropping = try AlertReceiver { _, _ in .drop }
    let hanging = try AlertReceiver { _, _ in .hang }
    var limits = CourierLimits()
    limits.totalTimeout = 200
    #expect(
      await channel(dropping.url).deliver(alert)
        == .retry(answer: "the receiver closed the connection without an answer"))
    #expect(
      await channel(hanging.url, limits: limits).deliver(alert)
        == .retry(answer: "the receiver did not answer in time"))
    let port = try LoopbackSocket.freePort()
    #expect(
      await channel("http://127.0.0.1:\(port)/").deliver(alert)
        == .retry(answer: "no connection to the receiver"))
  }

  @Test func `a private address is refused unless the channel allows it`() async throws {
    let receiver = try AlertReceiver()
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    for url in [receiver.url, "http://localhost:\(receiver.port)/", "file:///etc/passwd"] {
      guard case .park = await channel(url, allowsPrivate: false).deliver(alert) else {
        Issue.record("\(url) was not parked")
        continue
      }
    }
    #expect(receiver.received.isEmpty)
  }

  @Test func `an answer without end is cut and counts by its status`() async throws {
    let receiver = try AlertReceiver { _, _ in
      .answer(200, [], String(repeating: "x", count: 1 << 20))
    }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    #expect(await channel(receiver.url).deliver(alert) == .delivered(answer: "HTTP 200"))
  }

  @Test func `cancelling ends a hanging attempt at once, without a verdict`() async throws {
    let receiver = try AlertReceiver { _, _ in .hang }
    let alert = try AlertScene.outgoing(AlertScene.alert(try AlertScene.change()))
    let channel = channel(receiver.url)
    let task = Task { await channel.deliver(alert) }
    while receiver.received.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .interrupted)
  }

  @Test func `a secret is never shown`() {
    #expect(WebhookSecret("").map { "\($0)" } == nil)
    #expect(WebhookSecret("whsec_%%%").map { "\($0)" } == nil)
    #expect(WebhookSecret("squeamish").map { "\($0)" } == "secret (hidden)")
  }
}
