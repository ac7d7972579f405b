import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

@Suite struct FailingStoreTests {
  private let scene = DeliveryScene()

  @Test func `readers are told that the store cannot be written, until it can be again`()
    async throws
  {
    let writer = try scene.open()
    try await scene.begin(writer)
    #expect(StoreDistress.current(of: scene.location) == nil)
    // As small as it is: the next page does not fit, which is what a full disk looks like.
    let pages = try await writer.read { try Int.fetchOne($0.db, sql: "PRAGMA page_count") ?? 0 }
    func limit(_ count: Int) async throws {
      _ = try await writer.read { try Int.fetchOne($0.db, sql: "PRAGMA max_page_count = \(count)") }
    }
    try await limit(pages)
    let text = String(repeating: "word ", count: 1)
    await #expect(throws: StoreTrouble.full(path: scene.location.folder)) {
      try await scene.poll(
        writer, (0..<2_000).map { "\(text)\($0)" }, channels: ["desk"])
    }
    try await writer.pulse()
    #expect(StoreDistress.current(of: scene.location)?.kind == .full)
    try await limit(1 << 30)
    try await scene.poll(writer, ["a"], channels: ["desk"])
    #expect(StoreDistress.current(of: scene.location) == nil)
  }

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
