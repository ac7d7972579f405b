import BriefAlerting
import BriefDaemon
import BriefModel
import BriefWriting
import Synchronization
import Testing

@Suite struct SourceTroubleTests {
  private let scene = DeliveryScene()

  private func fail(_ writer: StoreWriter) async throws {
    scene.clock.pass(seconds: 3_600)
    let trouble = PollTrouble(code: "http-500", sentence: "The server answered 500.")
    _ = try await writer.record(
      [
        PollRecord(
          source: SourceID("s"), time: scene.clock.moment.wall, observation: .trouble(trouble),
          outcome: "http-500")
      ],
      context: RecordingContext(
        rules: [AlertRule(name: "all", channels: [ChannelID("desk")])], body: AlertRendering.body))
  }

  /// A good poll that brought nothing new, `hours` after the one before.
  private func see(
    _ writer: StoreWriter, after hours: Int64, silence: UsualSilence?
  ) async throws {
    scene.clock.pass(seconds: hours * 3_600)
    var record = PollRecord(
      source: SourceID("s"), time: scene.clock.moment.wall, observation: .unchanged,
      outcome: "not-modified")
    record.silence = silence
    _ = try await writer.record(
      [record],
      context: RecordingContext(
        rules: [
          AlertRule(name: "quiet", channels: [ChannelID("desk")], events: [.silent])
        ], body: AlertRendering.body))
  }

  @Test func `a source that is silent for longer than its rhythm is told of once in every silence`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    let bodies = Mutex([String]())
    let desk = ScriptedChannel("desk") { alert, _ in
      bodies.withLock { $0.append(alert.body.text) }
      return .delivered()
    }
    let day: Int64 = 86_400
    func silence(since: Timestamp) -> UsualSilence {
      UsualSilence(since: since, gap: 2 * day, longest: 12 * day)
    }
    let first = silence(since: scene.clock.moment.wall)
    for _ in 0..<20 { try await see(writer, after: 24, silence: first) }
    let second = silence(since: scene.clock.moment.wall)
    for _ in 0..<20 { try await see(writer, after: 24, silence: second) }
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    let reason = #""reason":"Nothing new for 13 days; until then something came every 2 days."}"#
    #expect(bodies.withLock { $0 }.map { $0.suffix(reason.count) } == [reason[...], reason[...]])
    #expect(Set(desk.attempts).count == 2)
  }

  @Test func `a source that was silent before it was followed is history`() async throws {
    let writer = try scene.open()
    let old = UsualSilence(
      since: scene.clock.moment.wall.advanced(by: -900 * 86_400), gap: 86_400,
      longest: 6 * 86_400)
    for _ in 0..<5 { try await see(writer, after: 24, silence: old) }
    #expect(try await scene.rows(writer) == [])
  }

  @Test func `a source that fails and recovers is told of once each, in every outage`() async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    let bodies = Mutex([String]())
    let desk = ScriptedChannel("desk") { alert, _ in
      bodies.withLock { $0.append(alert.body.text) }
      return .delivered()
    }
    for _ in 0..<2 {
      for _ in 0..<5 { try await fail(writer) }
      scene.clock.pass(seconds: 3_600)
      try await scene.poll(writer, ["seed"], channels: ["desk"])
      scene.clock.pass(seconds: 3_600)
      try await scene.poll(writer, ["seed"], channels: ["desk"])
    }
    try await scene.dispatcher(writer, [desk]).drain(seconds: 30)
    let told = bodies.withLock { $0 }
    #expect(told.count == 4)
    #expect(Set(desk.attempts).count == 4)
    #expect(
      told.first == #"""
        {"schema":"brief-sync/alert/1","key":"00000000-0000-4000-8000-000000000001.s.s.1700003600.\#
        failing.desk","rule":"all","type":"source","store":"00000000-0000-4000-8000-000000000001",\#
        "source":"s","event":"failing","time":"2023-11-15T01:13:20Z","since":"2023-11-14T23:13:20Z",\#
        "failures":3,"reason":"The server answered 500."}
        """#)
    #expect(told.map { $0.contains(#""event":"recovered""#) } == [false, true, false, true])
  }
}
