import BriefModel
import BriefStore
import BriefWriting
import GRDB
import Testing

/// A document that lists what the last one listed is known by one digest, and nothing is missed by
/// it.
struct SettledListingTests {
  private let entries = [
    brief("c", "On oil.", day: 3), brief("b", "On gas.", day: 2), brief("a", "On tax."),
  ]

  private func isSettled(_ desk: Desk) throws -> Bool {
    try StoreReader(desk.location).read { snapshot in
      try Bool.fetchOne(snapshot.db, sql: "SELECT settled IS NOT NULL FROM listing") ?? false
    }
  }

  private func identified(_ entries: [Entry]) -> [IdentifiedEntry] {
    entries.map { entry in
      IdentifiedEntry(
        entry: entry, canonicalLink: entry.link,
        publication: Fingerprint.publication(source: SourceID("s"), identity: entry.identity),
        versionID: Fingerprint.version(entry.content))
    }
  }

  @Test func `what is listed again is settled, and an edit of any age is still found`() async throws
  {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, entries)
    #expect(try isSettled(desk))
    for _ in 0..<3 {
      let again = try await desk.poll(writer, entries)
      #expect(again.revision == nil)
      #expect(again.oddities.isEmpty)
    }
    var edited = entries
    edited[2] = brief("a", "On taxes.")
    #expect(try await desk.poll(writer, edited).counts.revised == 1)
    #expect(try await desk.poll(writer, edited).revision == nil)
    #expect(try await desk.poll(writer, entries).counts.revised == 1)
    #expect(try await desk.poll(writer, entries).revision == nil)
  }

  @Test func `a date of change that moves alone is remembered, over restarts too`() async throws {
    let desk = try Desk()
    func listed(_ text: String, _ updated: Int64) -> [Entry] {
      var entries = entries
      entries[2] = brief("a", text)
      entries[2].updated = Timestamp(seconds: updated)
      return entries
    }
    do {
      let writer = try desk.open()
      _ = try await desk.poll(writer, listed("On tax.", 1))
      #expect(try await desk.poll(writer, listed("On tax.", 2)).revision == nil)
    }
    let writer = try desk.open()
    #expect(try await desk.poll(writer, listed("On taxes.", 2)).counts.revised == 1)
    #expect(try await desk.poll(writer, listed("On a tax.", 3)).counts.revised == 1)
    #expect(try await desk.poll(writer, listed("On every tax.", 3)).counts.revised == 1)
    let silent = try await writer.read { snapshot in
      try Bool.fetchAll(
        snapshot.db,
        sql: "SELECT silent FROM change WHERE silent IS NOT NULL ORDER BY revision")
    }
    #expect(silent == [true, false, true])
  }

  @Test func `one that is missing is counted at every poll until it is withdrawn`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, entries)
    let without = [entries[0], entries[2]]
    var withdrawn = 0
    var polls = 0
    while withdrawn == 0, polls < 20 {
      withdrawn = try await desk.poll(writer, without).counts.withdrawn
      polls += 1
      #expect(try isSettled(desk) == (withdrawn > 0))
    }
    #expect(withdrawn == 1)
    #expect(try await desk.poll(writer, without).revision == nil)
    #expect(try await desk.poll(writer, entries).counts.restored == 1)
  }

  @Test func `a page that was visited apart unsettles what the document listed`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, entries)
    _ = try await desk.poll(writer, [entries[0], entries[1]])
    #expect(try isSettled(desk))
    let page = IdentifiedSnapshot(
      entries: [], isWhole: false, revisited: identified([brief("a", "On taxes.")]))
    #expect(try await desk.record(writer, .snapshot(page)).counts.revised == 1)
    #expect(try !isSettled(desk))
    #expect(try await desk.poll(writer, entries).counts.revised == 1)
  }

  @Test func `a document that was cut off, declares deletions or repeats an entry settles nothing`()
    async throws
  {
    let cut = IdentifiedSnapshot(entries: identified(entries), isWhole: false)
    let declaring = IdentifiedSnapshot(entries: identified(entries), deleted: ["x"])
    let repeating = IdentifiedSnapshot(entries: identified(entries + [entries[0]]))
    for snapshot in [cut, declaring, repeating] {
      let desk = try Desk()
      let writer = try desk.open()
      _ = try await desk.record(writer, .snapshot(snapshot))
      #expect(try !isSettled(desk))
    }
  }

  @Test func `a poll that fails between two equal documents changes nothing`() async throws {
    let desk = try Desk()
    let writer = try desk.open()
    _ = try await desk.poll(writer, entries)
    let trouble = PollTrouble(code: "http-404", sentence: "The server says that it is not there.")
    _ = try await desk.record(writer, .trouble(trouble))
    #expect(try await desk.poll(writer, entries).revision == nil)
    let state = try StoreReader(desk.location).read { snapshot in
      try Row.fetchOne(snapshot.db, sql: "SELECT failures, covered_since FROM poll_state")
    }
    #expect(state?["failures"] == 0)
    #expect(state?["covered_since"] as Int64? == 1_700_003_600)
  }
}
