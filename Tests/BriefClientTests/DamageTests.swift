import BriefClient
import BriefModel
import BriefStore
import Foundation
import Testing

/// A store with a flipped bit or a page of zeros: nothing ends the process, what is readable is
/// given, and no changed record goes unnamed.
struct DamageTests {
  /// What the records say; `nil` in the place of what cannot be had. Topics are derived: they may
  /// be made again at any time, and are in no chain.
  private struct Answers: Equatable {
    var publications: [Publication]?
    var changes: [Change]?
    var versions: [[Version]]?

    init(_ folder: String) {
      guard let archive = try? Archive(at: folder) else { return }
      publications = (try? archive.publications())?.map {
        var publication = $0
        publication.topics = []
        return publication
      }
      changes = (try? archive.changes(since: archive.beginning()).changes)?.map {
        var change = $0
        change.topics = []
        return change
      }
      versions = try? ["a", "b", "c"].map { try archive.versions(of: BriefClientTests.id($0)) }
    }
  }

  private func store() async throws -> (folder: String, bytes: [UInt8]) {
    let desk = try Desk()
    try await desk.configure("s")
    for round in 0..<6 {
      let entries = [
        brief("a", "The single market opens in \(2020 + round), said the ministers.", day: 3),
        brief("b", "On oil, said \(round < 3 ? "Anna" : "Maria") of Minsk.", day: 2),
        brief("c", "On tax and gas.", day: 1),
      ]
      try await desk.poll(round == 4 ? [entries[0], entries[2]] : entries)
    }
    let bytes = try await desk.settledBytes()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "damage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (folder.path, bytes)
  }

  /// True when verification names something, or refuses the store altogether.
  private func isNoticed(_ folder: String) -> Bool {
    do {
      return try !Archive(at: folder).verify(.everything).findings.isEmpty
    } catch { return true }
  }

  private func write(_ bytes: [UInt8], to folder: String) throws {
    for name in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/store.sqlite"))
  }

  /// How often to damage: a number of the environment shows more than every run has to.
  private static func count(_ name: String, else usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  @Test func `a flipped bit that changes a record is always found`() async throws {
    let (folder, bytes) = try await store()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(bytes, to: folder)
    let whole = Answers(folder)
    #expect(!isNoticed(folder))
    var numbers = SeededNumbers(seed: 8)
    var visible = 0
    for _ in 0..<Self.count("BRIEF_SYNC_FLIPS", else: 200) {
      let place = Int(numbers.next() % UInt64(bytes.count))
      let bit = UInt8(1) << UInt8(numbers.next() % 8)
      var damaged = bytes
      damaged[place] ^= bit
      try write(damaged, to: folder)
      guard Answers(folder) != whole else { continue }
      visible += 1
      #expect(isNoticed(folder), "byte \(place), bit \(bit)")
    }
    #expect(visible > 3)
  }

  @Test func `a page of zeros is found and hides no other record from the rest`() async throws {
    let (folder, bytes) = try await store()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(bytes, to: folder)
    let whole = Answers(folder)
    for page in 0..<(bytes.count / 4096) {
      var damaged = bytes
      damaged.replaceSubrange(page * 4096..<(page + 1) * 4096, with: repeatElement(0, count: 4096))
      try write(damaged, to: folder)
      if Answers(folder) != whole { #expect(isNoticed(folder), "page \(page)") }
    }
  }

  @Test func `a damaged version is named, and the others are given`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    try await desk.poll([brief("a", "On gas of 2024."), brief("b", "On oil.")])
    try await desk.change("UPDATE head_content SET content = x'00' WHERE publication = 1")
    let archive = try desk.archive()
    let findings = try archive.verify(.everything).findings
    #expect(findings.contains { $0.record == "version 2 of \(id("a"))" })
    #expect(!findings.contains { $0.record.contains(id("b").hexadecimal) })
    let (publications, versions, damage) = try archive.read { snapshot in
      (
        try snapshot.publications().count, try snapshot.versions(of: id("b")).count,
        snapshot.damage
      )
    }
    #expect(publications == 2 && versions == 1 && damage.isEmpty)
  }

  @Test func `an export goes on past what cannot be read and names it; no import takes it`()
    async throws
  {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil and tax.")])
    try await desk.change("UPDATE head_content SET content = x'00' WHERE publication = 1")
    let archive = try desk.archive()
    #expect(throws: ArchiveError.self) { try archive.export { _ in } }
    var (lines, named): ([String], [String]) = ([], [])
    try archive.export(skip: { named.append($0.record) }, { lines.append($0) })
    let name = "version 1 of \(id("a"))"
    #expect(named == [name])
    #expect(lines.count == 3)
    #expect(lines[1].contains(#""unreadable":[{"#) && lines[1].contains(name))
    #expect(lines[1].contains("On oil.") && !lines[1].contains("On gas."))
    #expect(!lines[2].contains("unreadable") && lines[2].contains("On oil and tax."))
    #expect(throws: ExportTrouble.self) { try ExportLine(Array(lines[1].utf8)) }
    _ = try ExportLine(Array(lines[2].utf8))
  }

  @Test func `a newest text that is not the one recorded is neither shown nor compared`()
    async throws
  {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    // Well formed, and another's: as after a flipped bit that leaves the text readable.
    try await desk.change(
      """
      UPDATE head_content SET content = (SELECT content FROM head_content WHERE publication = 2),
        form = (SELECT form FROM head_content WHERE publication = 2) WHERE publication = 1
      """)
    let archive = try desk.archive()
    #expect(throws: ArchiveError.self) { try archive.versions(of: id("a")) }
    // Neither an older text in its place, nor "there is no such version".
    do {
      _ = try archive.read { try $0.blame(of: id("a")) }
      Issue.record("a damaged text was attributed")
    } catch {
      #expect((error as? ArchiveError)?.code == .damaged)
    }
    #expect(try archive.versions(of: id("b")).count == 1)
    await #expect(throws: (any Error).self) {
      try await desk.poll([brief("a", "On gas of 2024."), brief("b", "On oil.")])
    }
    #expect(
      try archive.changes(since: archive.beginning()).changes.map(\.kind) == [.added, .added])
  }

  @Test func `a link that is the identity is kept once and read back`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    var entry = brief("https://example.org/a", "On gas.")
    entry.link = entry.identity.value
    try await desk.poll([entry])
    entry.content.body = Body(text: "On gas of 2024.")
    try await desk.poll([entry])
    entry.link = "https://example.org/b"
    entry.content.body = Body(text: "On gas of 2025.")
    try await desk.poll([entry])
    let archive = try desk.archive()
    let links = try archive.read { try $0.versions(of: id("https://example.org/a")).map(\.link) }
    let here = "https://example.org/a"
    #expect(links == [here, here, "https://example.org/b"])
    #expect(try archive.verify(.everything).findings == [])
    try await desk.change("UPDATE publication SET identity = 'https://example.org/c'")
    #expect(try !desk.archive().verify(.everything).findings.isEmpty)
  }

  @Test(arguments: [
    "UPDATE head SET title = 'Another' WHERE publication = 1",
    "UPDATE head SET changed = changed + 1 WHERE publication = 1",
    "UPDATE head SET presence = 'rolled_off' WHERE publication = 1",
    "UPDATE store SET publications = publications - 1",
    "UPDATE revision SET time = time + 1 WHERE number = 1",
    "UPDATE revision SET entry = zeroblob(32) WHERE number = 1",
    "UPDATE version SET link = 'https://example.net/' WHERE number = 1",
    "UPDATE version SET link = '' WHERE number = 1",
    "UPDATE version SET revision = 2 WHERE revision = 1",
    // A frame of zstd that says "[ ]".
    "UPDATE change SET differences = x'28b52ffd20031900005b205d' WHERE revision = 1 AND ordinal = 0",
    "UPDATE change SET differences = x'5b205d' WHERE revision = 1 AND ordinal = 0",
    "UPDATE publication SET identity = 'z' WHERE n = 1",
    "UPDATE version SET replaced = x'00' WHERE number = 2",
    "UPDATE version SET form = 2, replaced = zeroblob(32) WHERE number = 2",
    "UPDATE revision SET facts = '{\"status\":404}' WHERE number = 1",
    "UPDATE revision SET raw_digest = zeroblob(32) WHERE number = 1",
    "DELETE FROM head_content WHERE publication = 1",
    "DELETE FROM change WHERE revision = 2",
    """
    DELETE FROM change WHERE revision = 2; UPDATE version SET revision = 1 WHERE revision = 2;
    DELETE FROM revision WHERE number = 2
    """,
  ])
  func `what was changed by hand is found`(_ sql: String) async throws {
    let desk = try Desk()
    try await desk.configure("s")
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    try await desk.poll([brief("a", "On gas of 2024."), brief("b", "On oil.")])
    #expect(try desk.archive().verify(.everything).findings == [])
    try await desk.change(sql)
    #expect(try !desk.archive().verify(.everything).findings.isEmpty)
  }
}

/// SplitMix64: the same numbers on every run.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
