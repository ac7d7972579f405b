import BriefExtraction
import BriefModel
import BriefWriting
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

/// What a look into a folder costs, and whom it holds up.
struct FolderExtractionTests {
  private let folder: URL
  private let scene: ReadingScene

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "brief-extraction-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    scene = try ReadingScene(.folder, url: folder.path)
  }

  private func write(_ number: Int, _ words: String, _ name: String) throws {
    let text = "On the markets of m\(number)\n\nThe market m\(number) is to be one by \(words)."
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func poll(
    _ extract: @escaping @Sendable ([UInt8], String, DocumentLimits) throws -> Entry
  ) async throws -> PolledSource? {
    let remembered = try await scene.writer.remembered()[scene.source.id] ?? RememberedSource()
    var poll = FolderPoll(
      source: scene.source, remembered: remembered, writer: scene.writer,
      now: scene.clock.moment.wall)
    poll.extract = extract
    return await poll.run()
  }

  /// The names of the files that a poll extracts.
  private func extracted() async throws -> [String] {
    let names = Mutex([String]())
    _ = try await poll { bytes, name, limits in
      names.withLock { $0.append(name) }
      return try DocumentReader.entry(bytes: bytes, fileName: name, limits: limits)
    }
    return names.withLock { $0 }
  }

  @Test func `only files with new bytes are extracted, and none of an unchanged folder`()
    async throws
  {
    // More than are read from the store in one go.
    for number in 0..<70 { try write(number, "2023", "brief-\(number).txt") }
    #expect(try await extracted().count == 70)
    #expect(try await scene.poll() == "added 70")
    #expect(try await extracted() == [])
    try write(3, "2024", "brief-3.txt")
    #expect(try await extracted() == ["brief-3.txt"])
    #expect(try await scene.poll() == "revised 1")
    #expect(try await extracted() == [])
    // The same bytes under another name are another document.
    try write(5, "2023", "copy.txt")
    let copied = try await extracted()
    #expect(copied == ["copy.txt"])
    let added = try await scene.poll()
    #expect(added == "added 1")
    try FileManager.default.removeItem(at: folder.appending(path: "brief-9.txt"))
    #expect(try await extracted() == [])
    #expect(try await scene.poll() == "withdrawn 1")
    try write(9, "2023", "brief-9.txt")
    #expect(try await extracted() == [])
    #expect(try await scene.poll() == "restored 1")
    #expect(try await scene.poll() == "unchanged")
    try FileManager.default.removeItem(at: folder)
  }

  @Test(.timeLimit(.minutes(1)))
  func `folders that take long leave the threads of all tasks free`() async throws {
    try write(1, "2023", "brief.txt")
    let gate = DispatchSemaphore(value: 0)
    let heldUp = Notes()
    let (begun, begins) = AsyncStream.makeStream(of: Void.self)
    let polls = ProcessInfo.processInfo.activeProcessorCount + 2
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<polls {
        group.addTask {
          _ = try await poll { bytes, name, limits in
            begins.yield()
            if gate.wait(timeout: .now() + 5) == .timedOut { heldUp.add(name) }
            return try DocumentReader.entry(bytes: bytes, fileName: name, limits: limits)
          }
        }
      }
      for await _ in begun { break }
      // The others would have taken every thread by now.
      try await Task.sleep(for: .milliseconds(100))
      for _ in 0..<polls { gate.signal() }
      try await group.waitForAll()
    }
    #expect(heldUp.all == [])
    try FileManager.default.removeItem(at: folder)
  }
}

/// What happened, in its order.
final class Notes: Sendable {
  private let notes = Mutex([String]())
  var all: [String] { notes.withLock { $0 } }
  func add(_ note: String) { notes.withLock { $0.append(note) } }
}
