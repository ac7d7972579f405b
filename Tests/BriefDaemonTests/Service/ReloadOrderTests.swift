import BriefConfiguration
import BriefFetching
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

/// What the service does in which order.
struct ReloadOrderTests {
  @Test(.timeLimit(.minutes(1)))
  func `work that waits is not overtaken by what came later`() async {
    let turns = OneAtATime()
    let happened = Notes()
    await withTaskGroup(of: Void.self) { group in
      for name in ["a", "b", "c"] {
        group.addTask {
          await turns.run {
            happened.add("\(name) begins")
            for _ in 0..<20 { await Task.yield() }
            happened.add("\(name) ends")
          }
        }
      }
    }
    let pairs = happened.all
    #expect(pairs.count == 6)
    for place in stride(from: 0, to: pairs.count, by: 2) {
      #expect(pairs[place].prefix(1) == pairs[place + 1].prefix(1), "\(pairs)")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a reload begins when the one before it is over`() async throws {
    let location = StoreLocation(
      folder: FileManager.default.temporaryDirectory.path + "/brief-desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: location.folder) }
    var configuration = DaemonConfiguration()
    configuration.sources = [Source(id: SourceID("a"), url: "https://a.example/")]
    let assembly = try await Assembly(configuration, location: location)
    let counts = ServiceCounts()
    let notice = SystemdNotice(environment: [:])
    // The reloads that were over when the file was read for the next.
    let seen = Mutex([Int]())
    let desk = ServiceDesk(
      assembly: assembly, poller: Poller(assembly, scheduling: .atOnce) { _ in },
      deliveries: Deliveries(assembly.dispatcher), counts: counts,
      watchdog: Watchdog(writer: assembly.writer, notice: notice), notice: notice,
      readConfiguration: { [configuration] in
        seen.withLock { $0.append(counts.now.reloads) }
        return configuration
      })
    await withDiscardingTaskGroup { group in
      for _ in 0..<3 { group.addTask { _ = await desk.reload() } }
    }
    #expect(seen.withLock { $0 } == [0, 1, 2])
    await assembly.shutDown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `who is told that all is scheduled finds every source in the schedule`() async throws {
    let location = StoreLocation(
      folder: FileManager.default.temporaryDirectory.path + "/brief-ready-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: location.folder) }
    let clock = HandClock()
    let writer = try StoreWriter(
      location, holder: "test", newID: StoreID(rawValue: "00000000-0000-4000-8000-000000000005"),
      now: clock.moment.wall)
    let sources = (0..<50).map {
      Source(id: SourceID("s\($0)"), url: "https://h\($0).example/")
    }
    try await writer.configure(sources)
    let poller = Poller(
      followed: FollowedSources(sources: sources, readings: [:]), remembered: RowTable(),
      fetcher: ScriptedPublishers(), writer: writer,
      recorder: Recorder(
        writer: writer, context: RecordingContext(body: { _, _, _ in throw NoBody() })),
      policy: RequestPolicy(), scheduling: .atOnce, clock: clock
    ) { _ in }
    let scheduled = Mutex(0)
    await poller.run(.service) {
      for source in sources where await poller.isScheduled(source.id) {
        scheduled.withLock { $0 += 1 }
      }
      poller.stop()
    }
    #expect(scheduled.withLock { $0 } == 50)
  }

  private struct NoBody: Error {}
}

extension Poller {
  fileprivate func isScheduled(_ id: SourceID) -> Bool {
    queue.state(of: id, at: clock.moment) != nil
  }
}
