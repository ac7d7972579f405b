import BriefAlerting
import BriefDaemon
import BriefModel
import BriefWriting
import Testing

@Suite struct ClockJumpTests {
  private let scene = DeliveryScene()
  private static let year: Int64 = 365 * 86_400

  /// Seconds by which the clock is set while an alert waits for its second attempt.
  static let jumps: [Int64] = [-year, -3_600, 3_600, 10 * year]

  @Test(arguments: jumps)
  func
    `a clock that is set while the daemon was down delays nothing over an hour and parks nothing`(
      jump: Int64
    ) async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b", "c"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, number in
      number < 3 ? .retry(answer: "no connection") : .delivered()
    }
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts.count == 3)
    scene.clock.set(by: jump)
    scene.clock.pass(seconds: 3_599)
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    #expect(desk.attempts.count == 6)
    #expect(Set(desk.attempts).count == 3)
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  @Test(arguments: jumps)
  func `a clock that is set while the daemon runs moves what waits with it`(jump: Int64)
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, number in
      number == 0 ? .retry(answer: "no connection") : .delivered()
    }
    let dispatcher = scene.dispatcher(writer, [desk])
    let run = Task { try await dispatcher.run() }
    while try await scene.rows(writer) != ["desk pending 1"] {
      try await Task.sleep(for: .milliseconds(5))
    }
    scene.clock.set(by: jump)
    scene.clock.pass(seconds: 30)
    dispatcher.alertsAreOwed()
    try await Task.sleep(for: .milliseconds(100))
    #expect(desk.attempts.count == 1)
    scene.clock.pass(seconds: 31)
    dispatcher.alertsAreOwed()
    while desk.attempts.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    run.cancel()
    try await run.value
    #expect(desk.attempts.count == 2)
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }

  @Test func `a digest waits no longer because the clock was set back`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["first"], channels: ["desk"])
    let desk = ScriptedChannel("desk")
    let dispatcher = scene.dispatcher(writer, [desk])
    let run = Task { try await dispatcher.run() }
    while try await scene.rows(writer) != ["desk delivered 1"] {
      try await Task.sleep(for: .milliseconds(5))
    }
    // Owed at 22:13:20 UTC, for 23:00.
    let nightly = AlertTiming(digest: .daily(minute: 23 * 60))
    try await scene.poll(writer, ["a", "b"], channels: ["desk"], timing: nightly)
    scene.clock.set(by: -Self.year)
    dispatcher.alertsAreOwed()
    scene.clock.pass(seconds: 3_600)
    while desk.attempts.count < 2 {
      dispatcher.alertsAreOwed()
      try await Task.sleep(for: .milliseconds(5))
    }
    run.cancel()
    try await run.value
    #expect(desk.attempts.last?.hasSuffix(".digest") == true)
    #expect(desk.attempts.count == 2)
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }
}
