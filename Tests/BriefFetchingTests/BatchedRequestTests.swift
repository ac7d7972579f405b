import BriefModel
import Synchronization
import TestSupport
import Testing

@testable import BriefFetching

@Suite struct BatchedRequestTests {
  private final class Name: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  /// Gathers answers until there are as many as are waited for.
  private final class Answers: Sendable {
    private let gathered = Mutex([BatchedAnswer]())

    var receiver: AnswerReceiver {
      AnswerReceiver { answers in self.gathered.withLock { $0 += answers } }
    }

    func first(_ count: Int) async throws -> [String: BatchedAnswer] {
      while gathered.withLock({ $0.count }) < count { try await Task.sleep(for: .milliseconds(2)) }
      return Dictionary(
        gathered.withLock { $0 }.map { (($0.owner as? Name)?.text ?? "", $0) },
        uniquingKeysWith: { first, _ in first })
    }

    var count: Int { gathered.withLock { $0.count } }
  }

  private func request(_ name: String, _ url: String, etag: String? = "\"1\"") -> BatchedRequest {
    BatchedRequest(
      owner: Name(name),
      request: FeedRequest(
        url: url, validators: Validators(etag: etag), allowsPrivateAddresses: true))
  }

  @Test func `each is answered once, and comes to what it would have come to by itself`()
    async throws
  {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { request in
      if request.hasPrefix("GET /same") {
        return .init(status: "304 Not Modified", fields: ["ETag: \"1\""], text: "")
      }
      if request.hasPrefix("GET /moved") {
        return .init(status: "301 Moved Permanently", fields: ["Location: /feed"], text: "")
      }
      if request.hasPrefix("GET /none") { return .init(status: "404 Not Found", text: "") }
      return .init(text: "<rss/>")
    }
    defer { server.stop() }
    let answers = Answers()
    let asked = [
      request("same", server.url + "same"), request("moved", server.url + "moved"),
      request("none", server.url + "none"), request("feed", server.url + "feed"),
      request("unasked", server.url + "same", etag: nil), request("refused", "ftp://example.org/"),
    ]
    engine.begin(asked, receiver: answers.receiver)
    let answered = try await answers.first(asked.count)
    #expect(answered.compactMapValues(\.notModified?.outcome) == ["same": .notModified])
    for batched in asked {
      let name = try #require((batched.owner as? Name)?.text)
      var response = await engine.finish(try #require(answered[name]))
      var alone = await engine.perform(batched.request)
      (response.duration, alone.duration) = (0, 0)
      #expect(response == alone, "\(name)")
    }
    #expect(answers.count == asked.count)
    await engine.shutDown()
  }

  @Test func `those under way and those that come too late are answered when the engine ends`()
    async throws
  {
    let engine = try FetchEngine()
    let server = try RawHTTPServer { _ in CancellationTests.hanging }
    defer { server.stop() }
    let answers = Answers()
    // However slow the machine is, no server is too slow for it.
    var patient = RequestPolicy()
    (patient.answerTimeout, patient.totalTimeout) = (3_600_000, 3_600_000)
    patient.ratePeriod = 3_600_000
    let hanging = (0..<5).map { number in
      BatchedRequest(
        owner: Name("\(number)"),
        request: FeedRequest(
          url: server.url + "\(number)", allowsPrivateAddresses: true, policy: patient))
    }
    engine.begin(hanging, receiver: answers.receiver)
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    await engine.shutDown()
    engine.begin([request("late", server.url)], receiver: answers.receiver)
    let answered = try await answers.first(6)
    for (name, answer) in answered {
      #expect(answer.notModified == nil)
      #expect(await engine.finish(answer).outcome == .cancelled, "\(name)")
    }
    #expect(answered.count == 6)
  }

  @Test func `answers wait for as many as are under way, and not for long`() {
    let limits = FetchLimits()
    let receiver = AnswerReceiver { _ in }
    let room = BodyRoom(limits: limits)
    func held(_ count: Int) -> HeldAnswers {
      var held = HeldAnswers()
      for _ in 0..<count {
        let poll = PollInHops(
          request: FeedRequest(url: "http://a.example/"), environment: FetchEnvironment(),
          room: room)
        held.hold(BatchedHop(owner: Name(""), poll: poll, receiver: receiver), HopEnd(), now: 100)
      }
      return held
    }
    // Held, under way, milliseconds later, released.
    let table: [(Int, Int, Int64, Int)] = [
      (0, 0, 0, 0), (1, 0, 0, 1), (1, 1, 0, 1), (1, 2, 0, 0), (1, 2, 1, 0),
      (1, 2, limits.answerDelay, 1), (3, 16, 1, 0), (3, 3, 0, 3), (3, 16, 50, 3),
    ]
    for (count, underWay, later, released) in table {
      var answers = held(count)
      let gone = answers.release(underWay: underWay, now: 100 + later, limits: limits)
      #expect(gone.count == released, "\(count), \(underWay), \(later)")
      #expect((answers.deadline(limits) == nil) == (gone.count == count))
    }
  }
}
