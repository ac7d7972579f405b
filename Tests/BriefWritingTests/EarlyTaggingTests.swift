import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Synchronization
import Testing

struct EarlyTaggingTests {
  private let heads: [PublicationID: VersionID] = [:]

  private func entry(_ text: String) -> IdentifiedEntry {
    let entry = Entry(
      identity: Identity(kind: .entryID, value: "1"),
      content: Content(title: "A", body: Body(sections: [Section(heading: nil, text: text)])))
    return IdentifiedEntry(
      entry: entry, canonicalLink: nil,
      publication: Fingerprint.publication(source: SourceID("s"), identity: entry.identity),
      versionID: Fingerprint.version(entry.content))
  }

  /// Records the entry with what was found before by a catalogue of this number; returns how often
  /// it was tagged before and in the transaction.
  private func record(
    _ identified: IdentifiedEntry, known: [PublicationID: VersionID] = [:], catalogue: Int = 0,
    beside other: IdentifiedEntry? = nil
  ) async throws -> [Int] {
    let desk = try Desk()
    let calls = CallCount()
    desk.context.tag = { _ in
      calls.count.withLock { $0 += 1 }
      return Tagging()
    }
    var context = desk.context
    context.catalogue = catalogue
    let early = await EarlyTaggings.found(
      IdentifiedSnapshot(entries: [other ?? identified], isWhole: true), beside: known,
      context: context)
    let before = calls.count.withLock { $0 }
    var poll = PollRecord(
      source: SourceID("s"), time: desk.now,
      observation: .snapshot(IdentifiedSnapshot(entries: [identified], isWhole: true)),
      rawDigest: Fingerprint.sha256([1]), facts: HTTPFacts(status: 200), outcome: "document")
    poll.early = early
    let writer = try desk.open()
    let recorded = try await writer.record([poll], context: desk.context)
    #expect(recorded.first?.counts.added == 1)
    return [before, calls.count.withLock { $0 } - before]
  }

  @Test func `a long text that is new is tagged once, before its commit`() async throws {
    let long = entry(String(repeating: "Transit of gas. ", count: 4_000))
    try await #expect(record(long) == [1, 0])
  }

  @Test func `a short text, and one that is known, are not tagged before`() async throws {
    try await #expect(record(entry("Transit of gas.")) == [0, 1])
    let long = entry(String(repeating: "Transit of gas. ", count: 4_000))
    try await #expect(record(long, known: [long.publication: long.versionID]) == [0, 1])
  }

  @Test func `what another catalogue found, or in other words, does not count`() async throws {
    let long = entry(String(repeating: "Transit - of gas. ", count: 4_000))
    try await #expect(record(long, catalogue: 7) == [1, 1])
    // The same version: a dash for a dash is no difference.
    let dashed = entry(String(repeating: "Transit – of gas. ", count: 4_000))
    #expect(dashed.versionID == long.versionID)
    try await #expect(record(long, beside: dashed) == [1, 1])
  }
}

extension EarlyTaggingTests {
  @Test func `very long texts that are tagged hold up no other task`() async throws {
    let (isOver, late) = (CallCount(), CallCount())
    var context = try Desk().context
    context.tag = { _ in
      // As long as it takes until the task that waits beside it has gone on; else for five seconds.
      for _ in 0..<2_500 where isOver.count.withLock({ $0 }) == 0 {
        Thread.sleep(forTimeInterval: 0.002)
      }
      if isOver.count.withLock({ $0 }) == 0 { late.count.withLock { $0 += 1 } }
      return Tagging()
    }
    let (given, long) = (context, entry(String(repeating: "Transit of gas. ", count: 8_000)))
    await withTaskGroup { group in
      for _ in 0...ProcessInfo.processInfo.activeProcessorCount {
        group.addTask {
          _ = await EarlyTaggings.found(
            IdentifiedSnapshot(entries: [long], isWhole: true), beside: [:], context: given)
        }
      }
      try? await Task.sleep(for: .milliseconds(50))
      isOver.count.withLock { $0 = 1 }
    }
    #expect(late.count.withLock { $0 } == 0)
  }
}

private final class CallCount: Sendable {
  let count = Mutex(0)
}
