import BriefClient
import BriefModel
import Foundation
import Testing

struct ArchiveTests {
  @Test func `a missing store, a text file and a foreign database are told apart`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func code() -> ArchiveError.Code? {
      do {
        _ = try Archive(at: folder.path)
        return nil
      } catch { return error.code }
    }
    #expect(code() == .noStore)
    let file = folder.appendingPathComponent("store.sqlite")
    let text = Data("A text that is no database at all, and long enough to be read as one.\n".utf8)
    try text.write(to: file)
    #expect(code() == .notAStore)
    #expect(try Data(contentsOf: file) == text)
    try Data().write(to: file)
    #expect(code() == .notAStore)
  }

  @Test func `any beginning of four digits or more names a publication`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    let archive = try desk.archive()
    for digits in [4, 7, 32] {
      let prefix = String(id("a").hexadecimal.prefix(digits))
      #expect(try archive.publication(matching: prefix).reference.id == id("a"))
      #expect(try archive.publication(matching: prefix.uppercased()).reference.id == id("a"))
    }
  }

  @Test(arguments: ["", "abc", "xyz1", "abcd-", String(repeating: "a", count: 33)])
  func `what is no id is told so`(_ text: String) async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    let archive = try desk.archive()
    let error = try #require(throws: ArchiveError.self) {
      try archive.publication(matching: text)
    }
    #expect(error.code == .badQuestion)
  }

  @Test func `an unknown id names the nearest ones`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    var digits = Array(id("a").hexadecimal.prefix(6))
    digits[5] = digits[5] == "0" ? "1" : "0"
    let archive = try desk.archive()
    let error = try #require(throws: ArchiveError.self) {
      try archive.publication(matching: String(digits))
    }
    #expect(error.code == .unknown)
    #expect(error.candidates.map(\.id) == [id("a")])
  }

  @Test func `a comparison of any two versions has the differences between them`() async throws {
    let desk = try Desk()
    for year in [2023, 2024, 2025] {
      try await desk.poll([brief("a", "The market opens on 1 December \(year), they said.")])
    }
    let archive = try desk.archive()
    let last = try archive.comparison(of: id("a"))
    #expect(last.older.number == 2 && last.newer.number == 3)
    #expect(last.differences.map(\.class) == [.date])
    #expect(last.isSilent == true)
    let whole = try archive.comparison(of: id("a"), from: 1, to: 3)
    #expect(whole.differences.map(\.before) == ["2023"])
    #expect(whole.differences.map(\.after) == ["2025"])
    #expect(whole.isSilent == nil)
    let error = try #require(throws: ArchiveError.self) {
      try archive.comparison(of: id("a"), from: 1, to: 9)
    }
    #expect(error.code == .unknown)
  }

  @Test func `status tells counts and who writes`() async throws {
    let desk = try Desk()
    try await desk.configure("s", "t")
    try await desk.poll([brief("a", "On gas."), brief("b", "On oil.")])
    let running = try desk.archive().status()
    #expect(running.counts.sources == 2)
    #expect(running.counts.publications == 2)
    #expect(running.writer?.name == "test 1")
    desk.closeWriter()
    #expect(try desk.archive().status().writer == nil)
  }

  @Test func `blame names the version that brought each sentence`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "The first stays. The second goes in 2023.")])
    try await desk.poll([brief("a", "The first stays. The second goes in 2024.")])
    try await desk.poll([brief("a", "The first stays. The second goes in 2024. A third is new.")])
    let sentences = try desk.archive().read { try $0.blame(of: id("a")) }
    #expect(
      sentences.map(\.text).suffix(3) == [
        "The first stays.", "The second goes in 2024.", "A third is new.",
      ])
    #expect(sentences.map(\.version) == [1, 1, 2, 3])
  }

  @Test func `when a phrase was first and last said counts old versions`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "The single gas market opens.")])
    let first = desk.now
    try await desk.poll([brief("a", "The common gas market opens.")])
    let archive = try desk.archive()
    let spans = try archive.read { try $0.spans(of: "Single  gas market") }
    #expect(spans.map(\.first.seen) == [first])
    #expect(spans.map(\.last.version) == [1])
    #expect(spans.map(\.stands) == [false])
  }

  @Test func `a follower is woken by the next commit`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.")])
    let archive = try desk.archive()
    var pages = archive.changeStream(since: try archive.beginning()).makeAsyncIterator()
    #expect(try await pages.next()?.changes.count == 1)
    try await desk.poll([brief("a", "On gas of 2024.")])
    #expect(try await pages.next()?.changes.map(\.kind) == [.revised])
  }
}
