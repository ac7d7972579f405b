import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Testing

/// The clock of the scene begins at 22:13:20 UTC.
@Suite struct QuietAttemptTests {
  private let scene = DeliveryScene()
  private let night = AlertTiming(quietHours: .init(from: 1_380, to: 420))

  private func rules(_ timing: AlertTiming) -> [AlertRule] {
    [AlertRule(name: "all", channels: [ChannelID("desk")], timing: timing)]
  }

  private static let hour: Int64 = 3_600

  @Test func `an alert that failed before quiet hours is not tried in them, and keeps its key`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b", "c"], channels: ["desk"], timing: night)
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .retry(after: 600, answer: "busy") : .delivered()
    }
    let dispatcher = scene.dispatcher(writer, [desk], rules: rules(night))
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 1)
    scene.clock.pass(seconds: Self.hour)  // 23:13
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 1)
    scene.clock.pass(seconds: 7 * Self.hour)  // 06:13
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 1)
    scene.clock.pass(seconds: Self.hour)  // 07:13
    try await dispatcher.drain(seconds: 30)
    // What was tried goes under its key, what was not as one message.
    #expect(
      desk.attempts.sorted() == [
        "\(scene.store).r2.c0.desk", "\(scene.store).r2.c0.desk",
        "\(scene.store).r2.c1.desk.digest",
      ])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  @Test func `the end of a hold, a replay and a restart keep quiet hours`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk"], timing: night)
    let desk = ScriptedChannel("desk") { _, number in
      number < 2 ? .park(reason: "HTTP 400") : .delivered()
    }
    try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    #expect(try await scene.counts(writer) == [0, 2, 0, 2])
    scene.clock.pass(seconds: Self.hour)
    #expect(try await writer.replay(.all, at: scene.clock.moment.wall) == 2)
    for _ in 0..<2 {
      try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    }
    #expect(desk.attempts.count == 2)
    scene.clock.pass(seconds: 8 * Self.hour)
    try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    #expect(desk.attempts.count == 4)
    #expect(Set(desk.attempts).count == 2)
  }

  @Test func `word of parked alerts keeps the quiet hours of the channel that is told`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    scene.clock.pass(seconds: Self.hour)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, _ in .park(reason: "HTTP 400") }
    let wall = ScriptedChannel("wall")
    func drain() async throws {
      for _ in 0..<2 {
        try await scene.dispatcher(writer, [desk, wall], rules: rules(AlertTiming()), own: night)
          .drain(seconds: 30)
      }
    }
    try await drain()
    #expect(desk.attempts.count == 1)
    #expect(wall.attempts.isEmpty)
    scene.clock.pass(seconds: 8 * Self.hour)
    try await drain()
    #expect(wall.attempts.count == 1)
  }

  @Test func `what waited for a channel keeps the cap of an hour; the rest comes as one`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    let capped = AlertTiming(hourlyCap: 5)
    // Four in each of three hours, so that the cap was kept when they were owed.
    for hour in 0..<3 {
      try await scene.poll(
        writer, (0..<4).map { "p\(hour)\($0)" }, channels: ["desk"], timing: capped)
      scene.clock.pass(seconds: Self.hour)
    }
    let desk = ScriptedChannel("desk")
    let dispatcher = scene.dispatcher(writer, [desk], rules: rules(capped))
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 5)
    scene.clock.pass(seconds: Self.hour)
    try await dispatcher.drain(seconds: 30)
    #expect(desk.attempts.count == 6)
    #expect(dispatcher.tally.delivered == 12)
  }

  @Test func `an alert that waits for the morning holds up no urgent one of its publication`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"], timing: night)
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .retry(after: 600, answer: "busy") : .delivered()
    }
    try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    scene.clock.pass(seconds: Self.hour)
    try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    try await scene.poll(writer, ["a"], channels: ["desk"], text: "two")
    // The second one's rule has no quiet hours any more; what was postponed stays so.
    try await scene.dispatcher(writer, [desk], rules: rules(AlertTiming())).drain(seconds: 30)
    #expect(desk.attempts == ["\(scene.store).r2.c0.desk", "\(scene.store).r3.c0.desk"])
    scene.clock.pass(seconds: 8 * Self.hour)
    try await scene.dispatcher(writer, [desk], rules: rules(night)).drain(seconds: 30)
    #expect(desk.attempts.last == "\(scene.store).r2.c0.desk")
  }
}
