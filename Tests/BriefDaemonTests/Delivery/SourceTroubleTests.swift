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
