import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct FailingStoreTests {
  private let scene = DeliveryScene()

  @Test func `what was sent while the store could not be written is marked later, not sent again`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    let desk = ScriptedChannel("desk") { _, _ in
      try? await writer.write { try $0.execute(sql: "PRAGMA query_only = 1") }
      return .delivered()
    }
    var policy = DeliveryPolicy()
    policy.storeWait = 0
    let dispatcher = scene.dispatcher(writer, [desk], policy: policy)
    let run = Task { try await dispatcher.drain(seconds: 60) }
    while desk.attempts.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .milliseconds(50))
    // The database library leaves the connection writable after a read.
    #expect(try await scene.rows(writer) == ["desk sending 1"])
    _ = try await run.value
    #expect(desk.attempts.count == 1)
    #expect(try await scene.rows(writer) == ["desk delivered 1"])
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }
}
