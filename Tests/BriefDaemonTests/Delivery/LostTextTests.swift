import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Synchronization
import Testing

/// Alerts whose texts are not in the store, and a store that cannot be read: told, not passed over.
@Suite struct LostTextTests {
  private let scene = DeliveryScene()

  @Test(arguments: [nil, AlertTiming(digest: .hourly)])
  func `an alert without its text is parked with the reason, and the others are sent`(
    timing: AlertTiming?
  ) async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a", "b"], channels: ["desk"], timing: timing)
    try await writer.write {
      try $0.execute(sql: "DELETE FROM outbox_body WHERE n = (SELECT min(n) FROM outbox)")
    }
    let desk = ScriptedChannel("desk")
    scene.clock.pass(seconds: 7_200)
    let dispatcher = scene.dispatcher(writer, [desk])
    try await dispatcher.drain(seconds: 30)
    let rows = try await scene.rows(writer)
    #expect(rows == ["desk parked 1", "desk delivered 1"])
    #expect(try await scene.counts(writer) == [0, 1, 0, 1])
    #expect(desk.attempts.count == 1)
    #expect(dispatcher.tally.parked == 1)
    let answer = try await writer.read {
      try String.fetchOne($0.db, sql: "SELECT answer FROM outbox WHERE state = 'parked'")
    }
    #expect(answer == "its text is missing in the store: run brief-sync verify --data")
  }

  @Test func `a digest of which no text is left parks all that it held`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(
      writer, ["a", "b"], channels: ["desk"], timing: AlertTiming(digest: .hourly))
    try await writer.write { try $0.execute(sql: "DELETE FROM outbox_body") }
    scene.clock.pass(seconds: 7_200)
    try await scene.dispatcher(writer, [ScriptedChannel("desk")]).drain(seconds: 30)
    #expect(try await scene.counts(writer) == [0, 2, 0, 2])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a channel that cannot claim says so once, and goes on when it can`() async throws {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    try await writer.write { try $0.execute(sql: "ALTER TABLE outbox_body RENAME TO away") }
    let desk = ScriptedChannel("desk")
    let told = Mutex([String]())
    let (troubles, trouble) = AsyncStream.makeStream(of: Void.self)
    var policy = DeliveryPolicy()
    policy.storeWait = 0
    let dispatcher = OutboxDispatcher(
      writer: writer, channels: [desk], policy: policy, clock: scene.clock, chance: { 0 },
      onTrouble: { channel, error in
        told.withLock { $0.append("\(channel): \(error)") }
        trouble.yield()
      })
    async let drained = dispatcher.drain(seconds: 60)
    for await _ in troubles { break }
    try await writer.write { try $0.execute(sql: "ALTER TABLE away RENAME TO outbox_body") }
    #expect(try await drained.delivered == 1)
    #expect(told.withLock { $0.count } == 1)
    #expect(told.withLock { $0.first?.contains("desk: ") == true })
    #expect(told.withLock { $0.first?.contains("outbox_body") == true })
  }
}
