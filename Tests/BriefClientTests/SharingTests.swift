import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

@testable import BriefClient

/// Readers and the writer of one store at once.
struct SharingTests {
  @Test func `a reader that stays over a minute is told to let go, and reads again`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "One.")])
    let time = ScriptedSeconds()
    var archive = try desk.archive()
    archive.seconds = { time.now }
    let code = try archive.read { snapshot -> ArchiveError.Code? in
      _ = try snapshot.status()
      time.now = 60
      _ = try snapshot.status()
      time.now = 61
      do {
        _ = try snapshot.status()
        return nil
      } catch {
        return (error as? ArchiveError)?.code
      }
    }
    #expect(code == .outlived)
    #expect(try archive.status().counts.publications == 1)
  }

  @Test func `a long reader makes commits wait once, and the log is cut when it has left`()
    async throws
  {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "One.")])
    let reader = try HeldSnapshot(desk.archive())
    for round in 0..<12 {
      // A new text each time: nothing to compare it with.
      let text = String.noise(count: 800_000, seed: UInt64(round))
      try await desk.poll([brief("p\(round)", text)])
    }
    #expect(desk.logBytes > 8 << 20)
    reader.leave()
    for _ in 0..<250 { try await desk.fail(source: "s", "Not now.") }
    #expect(desk.logBytes <= 16 << 20)
  }

  @Test func `a reader waits at a shut turnstile, but not for ever`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "brief-client-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let location = StoreLocation(folder: folder.path)
    #expect(StoreTurnstile(location) == nil)
    let lock = try StoreLock(location, holder: "test")
    let turnstile = try #require(StoreTurnstile(location))
    func pauses(openedAfter count: Int?) -> Int {
      var pauses = 0
      turnstile.pass {
        pauses += 1
        if pauses == count { lock.setTurnstile(shut: false) }
      }
      return pauses
    }
    #expect(pauses(openedAfter: nil) == 0)
    lock.setTurnstile(shut: true)
    #expect(pauses(openedAfter: 3) == 3)
    lock.setTurnstile(shut: true)
    #expect(pauses(openedAfter: nil) == StoreTurnstile.patience)
    // Distress is told beside it, and neither ends the other.
    lock.show(.full, at: Timestamp(seconds: 1_700_000_000))
    lock.show(nil, at: Timestamp(seconds: 1_700_000_000))
    #expect(pauses(openedAfter: 1) == 1)
  }

  @Test func `where readers always overlap, the log is cut all the same`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "One.")])
    let readers = try (0..<3).map { _ in try OverlappingReader(desk.archive()) }
    defer { for reader in readers { reader.stop() } }
    var longest = 0
    for round in 0..<40 {
      let text = String.noise(count: 1_600_000, seed: UInt64(round))
      try await desk.poll([brief("p\(round)", text)])
      longest = max(longest, desk.logBytes)
    }
    // The gate, with what two commits add to it.
    #expect(longest < 40 << 20)
  }
}

/// Begins a snapshot as soon as the last one ended: several are nearly always in one.
private final class OverlappingReader: Sendable {
  private let isStopped = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ archive: Archive) {
    Thread.detachNewThread { [self] in
      while !isStopped.withLock({ $0 }) {
        try? archive.read { snapshot in
          for _ in 0..<20 { _ = try snapshot.status() }
        }
      }
      ended.signal()
    }
  }

  func stop() {
    isStopped.withLock { $0 = true }
    ended.wait()
  }
}

private final class ScriptedSeconds: Sendable {
  private let value = Mutex<Int64>(0)
  var now: Int64 {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}

/// A snapshot that a thread of its own stays in.
private final class HeldSnapshot: Sendable {
  private let begun = DispatchSemaphore(value: 0)
  private let mayEnd = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(_ archive: Archive) throws {
    Thread.detachNewThread { [begun, mayEnd, ended] in
      try? archive.read { snapshot in
        _ = try snapshot.status()
        begun.signal()
        mayEnd.wait()
      }
      begun.signal()
      ended.signal()
    }
    begun.wait()
  }

  func leave() {
    mayEnd.signal()
    ended.wait()
  }
}

extension Desk {
  fileprivate var logBytes: Int {
    let values = try? FileManager.default.attributesOfItem(atPath: location.database + "-wal")
    return (values?[.size] as? Int) ?? 0
  }
}

extension String {
  /// One word that hardly compresses: long in the log, and nothing to fold or compare.
  fileprivate static func noise(count: Int, seed: UInt64) -> String {
    var state = seed &+ 1
    let letters = (0..<count).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 0x61 + UInt8((state >> 33) % 26)
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
