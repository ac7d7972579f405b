import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// One poll is one transaction, and what it recorded can be read back.
struct RecordingTests {
  @Test func `a first poll is read back with its counts, changes and chain`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    let recorded = try await desk.poll(
      writer, [brief("b", "On oil.", day: 2), brief("a", "On gas.")])
    #expect(recorded.counts.added == 2)
    #expect(recorded.revision == Revision(1))

    let reader = try StoreReader(desk.location)
    let (summary, changes) = try reader.read { (try $0.summary(), try $0.changes(after: .none)) }
    #expect([summary.publications, summary.versions, summary.changes] == [2, 2, 2])
    #expect(summary.chainLength == 1)
    #expect(changes.map(\.kind) == [.added, .added])
    #expect(changes.map(\.publication.title) == ["Brief b", "Brief a"])
  }

  @Test func `a hundred edits make a hundred versions, each read back exactly`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    let texts = (0...120).map {
      "The market opens on 1 December \(1900 + $0), the ministers said in Minsk."
    }
    for text in texts { _ = try await desk.poll(writer, [brief("a", text)]) }

    let reader = try StoreReader(desk.location)
    let versions = try reader.read { snapshot in
      try snapshot.versions(
        of: Fingerprint.publication(source: SourceID("s"), identity: brief("a", "").identity))
    }
    #expect(versions.map { $0.content.body?.text } == texts)
    #expect(versions.dropFirst().allSatisfy { $0.differences.map(\.class) == [.date] })
    #expect(versions.dropFirst().allSatisfy { $0.isSilent == true })
  }

  @Test func `an unchanged poll records nothing in the chain`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "On gas.")])
    let again = try await desk.record(writer, .unchanged)
    #expect(again.revision == nil)
    #expect(try StoreReader(desk.location).read { try $0.summary() }.revision == Revision(1))
  }

  @Test func `trouble is shown in the state and leaves the history alone`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    try await writer.configure([Source(id: SourceID("s"), url: "https://example.org/feed")])
    _ = try await desk.poll(writer, [brief("a", "On gas.")])
    let trouble = PollTrouble(
      code: "http-404", sentence: "The server says that there is no such feed.")
    _ = try await desk.record(writer, .trouble(trouble))
    _ = try await desk.record(writer, .trouble(trouble))

    let state = try #require(try StoreReader(desk.location).read { try $0.sourceStates() }.first)
    #expect(state.state == .failing)
    #expect(state.reason == trouble.sentence)
    #expect(state.consecutiveFailures == 2)
    #expect(state.publications == 1)

    _ = try await desk.record(writer, .unchanged)
    let healed = try #require(try StoreReader(desk.location).read { try $0.sourceStates() }.first)
    #expect(healed.state == .ok)
    #expect(healed.reason == nil)
  }

  @Test func `validators advance with a whole document only`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "On gas.")], validators: Validators(etag: "\"1\""))
    _ = try await desk.poll(
      writer, [brief("a", "On gas.")], isWhole: false, validators: Validators(etag: "\"2\""))
    #expect(try await writer.validators(of: SourceID("s")).etag == "\"1\"")
  }

  @Test func `the first poll owes one summary, a later change one alert under a stable key`()
    async throws
  {
    let desk = try Desk()
    let writer = try desk.open()
    let first = try await desk.poll(writer, [brief("b", "On oil.", day: 2), brief("a", "On gas.")])
    #expect(first.alerts == 1)
    let second = try await desk.poll(
      writer, [brief("b", "On oil.", day: 2), brief("a", "On gas of 2024.")])
    #expect(second.alerts == 1)
    let keys = try await writer.read {
      try String.fetchAll($0.db, sql: "SELECT key FROM outbox ORDER BY n")
    }
    #expect(
      keys == [
        "00000000-0000-4000-8000-000000000001.r1.summary.desk",
        "00000000-0000-4000-8000-000000000001.r2.c0.desk",
      ])
  }

  @Test func `a second writer is refused and told who holds the store`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    #expect(throws: StoreTrouble.busy(path: desk.location.folder, holder: "test")) {
      try desk.open()
    }
    _ = writer
  }

  @Test func `a clock that runs backwards leaves the chain's times in order`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, [brief("a", "1")])
    desk.turnBack(by: 100_000)
    _ = try await desk.poll(writer, [brief("a", "2")])
    let times = try StoreReader(desk.location).read { try $0.changes(after: .none).map(\.time) }
    #expect(times == times.sorted())
  }
}
