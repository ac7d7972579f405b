import BriefAlerting
import BriefDaemon
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import GRDB
import Synchronization
import Testing

/// Stops the daemon at every point between owing an alert and marking its delivery: the store is
/// copied as it lies on the disk at that moment, as a killed process would leave it, and a new
/// daemon starts on the copy.
@Suite struct KilledAnywhereTests {
  /// A store as a kill would have left it, and what the receivers had got by then.
  private struct Wreck: Sendable {
    var folder: String
    var received: Set<String>
  }

  private final class Wreckage: Sendable {
    private let source: String
    private let state = Mutex((wrecks: [Wreck](), received: Set<String>()))

    init(_ source: String) { self.source = source }

    var wrecks: [Wreck] { state.withLock { $0.wrecks } }
    var received: Set<String> { state.withLock { $0.received } }

    func note(_ key: String) { state.withLock { _ = $0.received.insert(key) } }

    /// Nothing writes to the store meanwhile: attempts are recorded between deliveries.
    func copy() throws {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "brief-\(UUID().uuidString)"
      ).path
      try state.withLock { state in
        try FileManager.default.copyItem(atPath: source, toPath: folder)
        state.wrecks.append(Wreck(folder: folder, received: state.received))
      }
    }
  }

  @Test func `a daemon killed at any point loses nothing and marks nothing that did not arrive`()
    async throws
  {
    let scene = DeliveryScene()
    let writer = try scene.open()
    let wreckage = Wreckage(scene.location.folder)
    try await scene.begin(writer)
    for round in 0..<4 {
      try await scene.poll(writer, ["a", "b", "c"], channels: ["one", "two"], text: "\(round)")
      try wreckage.copy()
    }
    let one = ScriptedChannel("one") { alert, number in
      try? wreckage.copy()
      wreckage.note(alert.key)
      // It took the alert, and its answer was lost.
      if number % 5 == 3 { return .retry(answer: "no answer") }
      try? wreckage.copy()
      return .delivered()
    }
    let two = ScriptedChannel("two") { alert, number in
      if number % 4 == 1 { return .retry(answer: "HTTP 503") }
      wreckage.note(alert.key)
      try? wreckage.copy()
      return .delivered()
    }
    // One channel after the other, so that the copies are taken while nothing is written.
    for _ in 0..<12 {
      try await scene.dispatcher(writer, [one]).drain(seconds: 30)
      try wreckage.copy()
      try await scene.dispatcher(writer, [two]).drain(seconds: 30)
      try wreckage.copy()
      scene.clock.pass(seconds: 3_600)
    }
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
    let points = wreckage.wrecks
    print("stopped at \(points.count) points")
    #expect(points.count > 50)
    for wreck in points { try await check(wreck, scene) }
  }

  private func check(_ wreck: Wreck, _ scene: DeliveryScene) async throws {
    defer { try? FileManager.default.removeItem(atPath: wreck.folder) }
    let writer = try StoreWriter(
      StoreLocation(folder: wreck.folder), holder: "test", newID: scene.store,
      now: scene.clock.moment.wall)
    let (marked, all) = try await writer.read { snapshot in
      (
        try String.fetchSet(snapshot.db, sql: "SELECT key FROM outbox WHERE state = 'delivered'"),
        try String.fetchSet(snapshot.db, sql: "SELECT key FROM outbox")
      )
    }
    #expect(marked.isSubset(of: wreck.received))
    let channels = ["one", "two"].map { ScriptedChannel($0) }
    try await scene.dispatcher(writer, channels).drain(seconds: 30)
    let after = Set(channels.flatMap(\.attempts))
    #expect(wreck.received.intersection(all).union(after) == all)
    #expect(after.isDisjoint(with: marked))
    #expect(try await scene.counts(writer) == [0, 0, 0, 0])
  }
}
