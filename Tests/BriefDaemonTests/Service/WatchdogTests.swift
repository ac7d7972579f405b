import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

/// The watchdog is fed by a turn of the loop, and by nothing else.
struct WatchdogTests {
  @Test func `a loop that hangs feeds no watchdog, and one that goes on does`() async throws {
    let location = StoreLocation(
      folder: FileManager.default.temporaryDirectory.path + "/brief-watchdog-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: location.folder) }
    let clock = HandClock()
    let writer = try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000004"),
      now: clock.moment.wall)
    let publishers = ScriptedPublishers()
    publishers.setUnchanged("https://a.example/")
    let source = Source(id: SourceID("a"), url: "https://a.example/")
    try await writer.configure([source])

    let happened = Mutex([String]())
    let (hanging, isHanging) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    let (fed, isFed) = AsyncStream.makeStream(of: Void.self)
    let poller = Poller(
      followed: FollowedSources(sources: [source], readings: [:]), remembered: RowTable(),
      fetcher: publishers, writer: writer,
      recorder: Recorder(
        writer: writer, context: RecordingContext(body: { _, _, _ in throw NoBody() })),
      policy: RequestPolicy(), scheduling: .atOnce, clock: clock,
      onPulse: {
        happened.withLock { $0.append("fed") }
        isFed.yield()
      },
      onPolled: { _ in
        // The loop waits here for as long as the test wants.
        isHanging.yield()
        for await _ in released { break }
      })
    let run = Task { await poller.run(.service) }
    for await _ in hanging { break }
    poller.pulse()
    poller.pulse()
    try await writer.pulse()
    happened.withLock { $0.append("released") }
    release.yield()
    for await _ in fed { break }
    poller.stop()
    await run.value
    #expect(happened.withLock { $0.first } == "released")
    #expect(happened.withLock { $0.contains("fed") })
  }

  @Test(
    arguments: [
      ([:], nil), (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "often"], nil),
      (["WATCHDOG_USEC": "4000000"], 2_000_000_000),
      (["WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "\(getpid())"], 2_000_000_000),
      (["WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "1"], nil),
    ] as [([String: String], UInt64?)])
  func `it is fed twice as often as systemd asks, where systemd asks this process`(
    _ environment: [String: String], _ nanoseconds: UInt64?
  ) {
    #expect(Watchdog.interval(environment) == nanoseconds)
  }

  private struct NoBody: Error {}
}
