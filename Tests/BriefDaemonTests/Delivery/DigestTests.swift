import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

@Suite final class DigestTests: Sendable {
  private let scene = DeliveryScene()
  private let bodies = Mutex([(key: String, body: String)]())

  private func channel(_ id: String = "desk", failing: Int = 0) -> ScriptedChannel {
    ScriptedChannel(id) { alert, number in
      self.bodies.withLock { $0.append((alert.key, alert.body.text)) }
      return number < failing ? .retry(answer: "busy") : .delivered()
    }
  }

  private func object(_ place: Int) throws -> [String: Any] {
    let text = bodies.withLock { $0[place].body }
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `alerts of a digest wait and go as one, under one key on every attempt`() async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    let timing = AlertTiming(digest: .hourly)
    try await scene.poll(writer, ["a", "b"], channels: ["desk"], timing: timing)
    scene.clock.pass(seconds: 60)
    try await scene.poll(writer, ["a"], channels: ["desk"], text: "two", timing: timing)
    let desk = channel(failing: 1)
    let dispatcher = scene.dispatcher(writer, [desk])
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.isEmpty)
    scene.clock.pass(seconds: 3_600)
    try await dispatcher.drain(seconds: 30)
    scene.clock.pass(seconds: 60)
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 2)
    #expect(Set(desk.attempts) == ["\(scene.store).r2.c0.desk.digest"])
    #expect(bodies.withLock { $0[0].body == $0[1].body })
    #expect(dispatcher.tally.delivered == 3)
    let digest = try object(1)
    #expect(digest["type"] as? String == "digest")
    #expect(digest["count"] as? Int == 3)
    let changes = try #require(digest["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["added", "added", "revised"])
    #expect(changes.allSatisfy { $0["schema"] == nil && $0["publication"] != nil })
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  @Test func `a digest counts what it tells of, not the messages that it is made of`() throws {
    let bodies = [
      AlertBody(type: "change", text: #"{"kind":"added"}"#),
      AlertBody(type: "summary", text: #"{"count":30,"changes":[{},{}]}"#),
      AlertBody(type: "source", text: #"{"kind":"failing"}"#),
      AlertBody(type: "change", text: "broken"),
    ]
    let digest = AlertRendering.digest(bodies, rule: "r", store: scene.store, key: "k")
    let object = try JSONSerialization.jsonObject(with: Data(digest.text.utf8)) as? [String: Any]
    #expect(object?["count"] as? Int == 33)
    #expect((object?["changes"] as? [Any])?.count == 3)
  }

  @Test func `alerts beyond the cap of an hour come as one`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(
      writer, (0..<12).map { "p\($0)" }, channels: ["desk"], timing: AlertTiming(hourlyCap: 5))
    let desk = channel()
    let dispatcher = scene.dispatcher(writer, [desk])
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 5)
    scene.clock.pass(seconds: 3_600)
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 6)
    #expect(try object(5)["count"] as? Int == 7)
  }

  @Test
  func `a rule that sends at once is not held up by another's digest of the same publication`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(
      writer, ["a"], channels: ["desk"], timing: AlertTiming(digest: .daily(minute: 0)))
    try await scene.poll(writer, ["a"], channels: ["desk"], text: "two")
    let desk = channel()
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts == ["\(scene.store).r3.c0.desk"])
  }

  @Test func `a weekly digest is not taken for the work of a wrong clock`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    let timing = AlertTiming(digest: .weekly(day: 1, minute: 0))
    try await scene.poll(writer, ["a"], channels: ["desk"], timing: timing)
    let desk = channel()
    let dispatcher = scene.dispatcher(writer, [desk])
    for _ in 0..<5 {
      scene.clock.pass(seconds: 86_400)
      try await dispatcher.drain(seconds: 30)
    }
    #expect(desk.attempts.isEmpty)
    scene.clock.pass(seconds: 86_400)
    try await dispatcher.drain(seconds: 30)
    // One alone goes as it is.
    #expect(desk.attempts == ["\(scene.store).r2.c0.desk"])
  }
}
