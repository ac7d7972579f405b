import BriefClient
import BriefModel
import BriefStore
import BriefWriting
import Foundation
import Testing

/// An export, taken in, is the same store again; anything else is refused as a whole.
struct ImportTests {
  /// Publications in three scripts, edits, a withdrawal, a restoration, second identities, a gap.
  private static func desk() async throws -> Desk {
    let desk = try Desk()
    try await desk.configure("s", "t")
    let b = brief("b", "О газе и «нефти».\u{0} Половина.", day: 2)
    let c = brief("c", "Podatek\tcelny: 5 %. 😀 \u{202E}", day: 1)
    for round in 0..<7 {
      let a = brief("a", "On gas of \(2020 + round), as \"planned\".", day: 3)
      try await desk.poll(round == 0 || round > 4 ? [a, b, c] : [a, c])
      try await desk.poll([brief("x\(round / 3)", "On oil \(round).")], source: "t")
    }
    return desk
  }

  private static func export(_ desk: Desk) throws -> [String] {
    var lines: [String] = []
    try desk.archive().export { lines.append($0) }
    return lines
  }

  private static func write(_ lines: [String], in desk: Desk, end: String = "\n") throws -> String {
    let path = desk.location.folder + ".jsonl"
    try Data((lines.joined(separator: "\n") + end).utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func take(_ path: String, into desk: Desk) async throws -> ImportReport {
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await desk.openWriter().take(
      exportAt: path, context: desk.context,
      canonicalLink: { $0.replacingOccurrences(of: "https://", with: "") })
  }

  @Test func `an export is read back to an equal chain, and exports the same bytes again`()
    async throws
  {
    let (original, copy) = (try await Self.desk(), try Desk())
    let lines = try Self.export(original)
    let report = try await Self.take(Self.write(lines, in: original), into: copy)
    let (there, here) = (try original.archive(), try copy.archive())
    let (status, copied) = (try there.status(), try here.status())
    #expect(copied.chainHead == status.chainHead && copied.cursor == status.cursor)
    #expect(report.chainHead == status.chainHead && report.revisions == status.chainLength)
    #expect(try here.verify(.everything).findings == [])
    #expect(try Self.export(copy) == lines)
    // Where one stands beside "withdrawn" is learnt from polls, and in no record.
    func placed(_ archive: Archive) throws -> [Publication] {
      try archive.publications().map {
        var publication = $0
        if !publication.presence.isWithdrawn { publication.presence = .present }
        return publication
      }
    }
    #expect(try placed(here) == placed(there))
    #expect(
      try here.changes(since: here.beginning()).changes
        == there.changes(since: there.beginning()).changes)
    #expect(try here.search("gas").results == there.search("gas").results)
  }

  @Test(arguments: [Int64.max, .max - 1, 1_000_000, 2, 0, -1, .min])
  func `an export after any revision ends, and holds what is newer`(after: Int64) async throws {
    let desk = try await Self.desk()
    let last = try desk.archive().cursor().revision.number
    var lines: [String] = []
    try desk.archive().export(after: Revision(after)) { lines.append($0) }
    #expect(lines.count == 1 + Int(max(0, last - min(max(after, 0), last))))
  }

  @Test func `a later export goes on top of an earlier state of the same store`() async throws {
    let (original, copy) = (try await Self.desk(), try Desk())
    _ = try await Self.take(Self.write(Self.export(original), in: original), into: copy)
    copy.closeWriter()
    let before = try original.archive().cursor().revision
    try await original.poll([brief("a", "On gas of 2031.", day: 3)])
    let lines = try Self.export(original)
    var rest: [String] = []
    try original.archive().export(after: before) { rest.append($0) }
    let report = try await Self.take(Self.write(rest, in: original), into: copy)
    #expect(report.revisions == 1)
    #expect(try Self.export(copy) == lines)
    #expect(try copy.archive().verify(.everything).findings == [])
  }

  @Test func `polls go on after an import as if nothing had been`() async throws {
    let (original, copy) = (try await Self.desk(), try Desk())
    _ = try await Self.take(Self.write(Self.export(original), in: original), into: copy)
    copy.closeWriter()
    _ = try copy.openWriter()
    let next = [brief("a", "On gas of 2040.", day: 3), brief("c", "Podatek.", day: 1)]
    try await copy.poll(next)
    let kinds = try copy.archive().changes(since: original.archive().cursor()).changes.map(\.kind)
    #expect(kinds == [.revised, .revised])
    #expect(try copy.archive().publication(matching: id("b").hexadecimal).presence == .rolledOff)
    #expect(try copy.archive().verify(.everything).findings == [])
  }

  /// A line, what stands in it (nothing: all of it), and what a stranger puts there.
  @Test(arguments: [
    (2, "On gas of", "On oil of"), (3, "\"entry\":\"", "\"entry\":\"f"), (2, "", "{"),
    (2, "/1\"", "/9\""), (2, "\"added\"", "\"'; DROP\""),
    (4, "", String(repeating: "[", count: 100_000)), (2, "\"sequence\":1", "\"sequence\":1e99"),
    (5, "", ""), (3, "\"ordinal\":0", "\"ordinal\":-1"),
    (1, "last_revision\":", "last_revision\":9"),
  ])
  func `a changed line is named and nothing of the file stays`(
    line: Int, old: String, new: String
  ) async throws {
    let (original, copy) = (try await Self.desk(), try Desk())
    var lines = try Self.export(original)
    let text = lines[line - 1]
    lines[line - 1] = old.isEmpty ? new : text.replacingOccurrences(of: old, with: new)
    #expect(lines[line - 1] != text)
    let path = try Self.write(lines, in: original)
    let trouble = try await #require(throws: ImportTrouble.self) {
      try await Self.take(path, into: copy)
    }
    guard case .line(_, let named, _) = trouble else {
      Issue.record("\(trouble)")
      return
    }
    #expect(named == (line == 1 ? lines.count + 1 : line))
    let status = try copy.archive().status()
    #expect(status.counts.publications == 0 && status.chainLength == 0)
    #expect(try copy.archive().verify(.everything).findings == [])
  }

  @Test func `a file cut at any line or inside the last leaves nothing`() async throws {
    let original = try await Self.desk()
    let lines = try Self.export(original)
    for count in 0..<lines.count {
      let copy = try Desk()
      let path = try Self.write(Array(lines[..<count]), in: original, end: count > 0 ? "\n" : "")
      await #expect(throws: ImportTrouble.self, "\(count) lines") {
        try await Self.take(path, into: copy)
      }
      #expect(try copy.archive().status().chainLength == 0)
    }
    let copy = try Desk()
    let path = try Self.write(lines, in: original, end: "")
    let trouble = try await #require(throws: ImportTrouble.self) {
      try await Self.take(path, into: copy)
    }
    #expect(trouble == .line(file: path, line: lines.count, detail: "it was cut off"))
  }

  @Test func `the records of one store are not put among those of another`() async throws {
    let (original, other) = (try await Self.desk(), try Desk())
    try await other.poll([brief("z", "On rye.")])
    let path = try Self.write(Self.export(original), in: original)
    await #expect(throws: ImportTrouble.self) { try await Self.take(path, into: other) }
    #expect(try other.archive().status().chainLength == 1)
  }
}
