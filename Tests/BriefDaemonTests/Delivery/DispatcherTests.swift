import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct DispatcherTests {
  private let scene = DeliveryScene()

  @Test func `what is owed is delivered once and marked`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk", "wall"])
    let desk = ScriptedChannel("desk")
    let wall = ScriptedChannel("wall")
    let tally = try await scene.dispatcher(writer, [desk, wall]).drain(seconds: 30)
    #expect(tally.delivered == 4)
    #expect(desk.attempts.count == 2)
    #expect(wall.attempts.count == 2)
    #expect(
      try await scene.rows(writer) == [
        "desk delivered 1", "desk delivered 1", "wall delivered 1", "wall delivered 1",
      ])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
    #expect(try await scene.dispatcher(writer, [desk]).drain(seconds: 30).delivered == 0)
  }

  @Test func `an alert that was on its way when the daemon was killed goes again under its key`()
    async throws
  {
    let keys = try await claimAndDie()
    let writer = try await opened()
    let desk = ScriptedChannel("desk")
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts == keys)
    #expect(try await scene.rows(writer) == ["desk delivered 2"])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  /// The keys that were claimed by a writer that is gone.
  private func claimAndDie() async throws -> [String] {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    let step = try await writer.advanceDelivery(
      of: ChannelID("desk"), attempts: [], state: .unchanged, claim: ClaimRequest(limit: 5),
      at: scene.clock.moment.wall)
    #expect(step.claimed.map(\.alert.attempt) == [1])
    #expect(try await scene.rows(writer) == ["desk sending 1"])
    return step.claimed.map(\.alert.key)
  }

  /// The last writer lets go of the lock when its last reference is gone.
  private func opened() async throws -> StoreWriter {
    for _ in 0..<1000 {
      if let writer = try? scene.open() { return writer }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try scene.open()
  }

  @Test func `alerts about one publication keep their order, whatever fails between`() async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"], text: "one")
    try await scene.poll(writer, ["a"], channels: ["desk"], text: "two")
    try await scene.poll(writer, ["a", "b"], channels: ["desk"], text: "two")
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .retry(answer: "busy") : .delivered()
    }
    let dispatcher = scene.dispatcher(writer, [desk])
    try await dispatcher.drain(seconds: 30)
    #expect(
      try await scene.rows(writer) == ["desk pending 1", "desk pending 0", "desk delivered 1"])
    scene.clock.pass(seconds: 59)
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 2)
    scene.clock.pass(seconds: 1)
    try await dispatcher.drain(seconds: 30)
    let keys = desk.attempts
    #expect(keys.count == 4)
    #expect(keys[0] == keys[2])
    #expect(keys[2] < keys[3])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  @Test func `a dead channel beside a living one delays it by nothing and is asked seldom`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, (0..<40).map { "p\($0)" }, channels: ["dead", "living"])
    let dead = ScriptedChannel("dead") { _, _ in .retry(answer: "no connection") }
    let living = ScriptedChannel("living")
    let dispatcher = scene.dispatcher(writer, [dead, living])
    try await dispatcher.drain(seconds: 30)
    #expect(living.attempts.count == 40)
    #expect(dead.attempts.count == 3)
    for _ in 0..<100 {
      scene.clock.pass(seconds: 10)
      try await dispatcher.drain(seconds: 30)
    }
    // 1,000 seconds: one alert that was never tried asks each minute, at most.
    #expect(dead.attempts.count <= 3 + 17)
    #expect(Set(dead.attempts).count >= 15)
    #expect(try await scene.counts(writer) == [40, 0, 40, 0])
  }

  @Test func `a hanging channel delays no other`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b", "c"], channels: ["hanging", "living"])
    let hanging = ScriptedChannel("hanging") { _, _ in
      try? await Task.sleep(for: .seconds(600))
      return Task.isCancelled ? .interrupted : .delivered()
    }
    let living = ScriptedChannel("living")
    let dispatcher = scene.dispatcher(writer, [hanging, living])
    let run = Task { try await dispatcher.run() }
    while try await scene.counts(writer)[0] > 3 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(living.attempts.count == 3)
    run.cancel()
    try await run.value
    #expect(try await scene.counts(writer) == [3, 0, 3, 0])
    #expect(try await scene.rows(writer).count { $0.hasPrefix("hanging pending") } == 3)
  }

  @Test func `alerts that come while it sleeps are sent when it is told`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    let desk = ScriptedChannel("desk")
    let dispatcher = scene.dispatcher(writer, [desk])
    let run = Task { try await dispatcher.run() }
    for number in 0..<20 {
      try await scene.poll(writer, ["p\(number)"], channels: ["desk"])
      dispatcher.alertsAreOwed()
      while desk.attempts.count <= number { try await Task.sleep(for: .milliseconds(2)) }
    }
    run.cancel()
    try await run.value
    #expect(dispatcher.tally.delivered == 20)
  }

  @Test func `an alert that the receiver will never have is parked and holds up nobody`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .park(reason: "HTTP 400") : .delivered()
    }
    let tally = try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(tally.parked == 1)
    #expect(try await scene.rows(writer) == ["desk parked 1", "desk delivered 1"])
    #expect(try await scene.counts(writer) == [0, 1, 0, 1])
  }

  @Test func `Retry-After holds the channel, over a restart too`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .retry(after: 7_200, answer: "HTTP 503") : .delivered()
    }
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    scene.clock.pass(seconds: 7_199)
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts.count == 1)
    scene.clock.pass(seconds: 1)
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts.count == 3)
  }

  @Test func `after five days of trying an alert is parked, of a dead channel all of them`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, (0..<30).map { "p\($0)" }, channels: ["dead"])
    let dead = ScriptedChannel("dead") { _, _ in .retry(answer: "no connection") }
    let dispatcher = scene.dispatcher(writer, [dead])
    for _ in 0..<119 {
      try await dispatcher.drain(seconds: 30)
      scene.clock.pass(seconds: 3_600)
    }
    #expect(try await scene.counts(writer)[0] == 30)
    for _ in 0..<8 {
      try await dispatcher.drain(seconds: 30)
      scene.clock.pass(seconds: 3_600)
    }
    #expect(try await scene.counts(writer) == [0, 30, 0, 30])
  }

  @Test func `one alert that the receiver stumbles over does not silence the channel`() async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["bad"], channels: ["desk"])
    let bad = "\(scene.store).r2.c0.desk"
    let desk = ScriptedChannel("desk") { alert, _ in
      alert.key == bad ? .retry(answer: "HTTP 500") : .delivered()
    }
    let dispatcher = scene.dispatcher(writer, [desk])
    for _ in 0..<12 {
      try await dispatcher.drain(seconds: 30)
      scene.clock.pass(seconds: 3_600)
    }
    try await dispatcher.drain(seconds: 30)
    try await scene.poll(writer, ["good"], channels: ["desk"])
    scene.clock.pass(seconds: 61)
    try await dispatcher.drain(seconds: 30)
    #expect(try await scene.rows(writer).last == "desk delivered 1")
    #expect(desk.attempts.first == bad)
  }

  @Test func `delivered alerts are forgotten after a week, and nothing else is`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, (0..<30).map { "p\($0)" }, channels: ["desk", "off"])
    try await scene.dispatcher(writer, [ScriptedChannel("desk")]).drain(seconds: 30)
    var policy = OutboxPolicy()
    policy.removedAtOnce = 20
    scene.clock.pass(seconds: policy.keepDelivered)
    let now = scene.clock.moment.wall
    #expect(try await writer.removeDelivered(before: now, policy: policy) == false)
    #expect(try await scene.rows(writer).count == 60)
    let later = now.advanced(by: 1)
    #expect(try await writer.removeDelivered(before: later, policy: policy) == true)
    #expect(try await writer.removeDelivered(before: later, policy: policy) == false)
    #expect(try await scene.rows(writer) == Array(repeating: "off pending 0", count: 30))
    #expect(try await scene.counts(writer) == [30, 0, 30, 0])
    let bodies = try await writer.read {
      try Int.fetchOne($0.db, sql: "SELECT count(*) FROM outbox_body")
    }
    #expect(bodies == 30)
  }
}
