import BriefClient
import BriefModel
import BriefStore
import Testing

struct ContentAtRestTests {
  @Test func `each of a hundred and twenty versions reads back as it was recorded`() async throws {
    let desk = try Desk()
    try await desk.configure("s")
    let texts = (1...120).map { "The market is to open in stage \($0), on gas and on oil." }
    for text in texts { try await desk.poll([brief("a", text), brief("b", "On oil.")]) }
    let archive = try desk.archive()
    let versions = try archive.versions(of: id("a"))
    #expect(versions.map { $0.content.body?.text } == texts)
    #expect(versions.map(\.number) == Array(1...120))
    #expect(try archive.verify(.everything).findings == [])
  }

  /// A store with a dictionary, and what each publication says.
  ///
  /// - Parameter mark: ends each text, so that stores have other dictionaries: a process keeps those
  ///   that it has read.
  private func large(_ mark: String = "") async throws -> (desk: Desk, texts: [String: String]) {
    let desk = try Desk()
    try await desk.configure("s")
    let texts = (0..<200).map { ("p\($0)", Self.prose($0) + mark) }
    try await desk.poll(texts.map { brief($0.0, $0.1) })
    return (desk, Dictionary(uniqueKeysWithValues: texts))
  }

  private static func prose(_ number: Int) -> String {
    let words = [
      "market", "customs", "union", "agreement", "roadmap", "integration", "electricity", "border",
      "pension", "tariff", "transit", "subsidy", "refinery", "sanction", "harmonised", "deadline",
    ]
    return (0..<90).map { "\(words[(number * 7 + $0 * $0) % words.count]) \(number + $0 % 9)" }
      .joined(separator: " ")
  }

  private func texts(_ desk: Desk) throws -> (texts: [String: String], damage: [String]) {
    try desk.archive().read { snapshot in
      var texts: [String: String] = [:]
      for number in 0..<200 {
        let newest = try snapshot.versions(of: id("p\(number)")).last
        if let newest { texts["p\(number)"] = newest.content.body?.text }
      }
      return (texts, snapshot.damage)
    }
  }

  @Test func `contents that are kept with a dictionary read back, edited too`() async throws {
    let (desk, expected) = try await large()
    try await desk.poll((0..<200).map { brief("p\($0)", Self.prose($0) + " again") })
    #expect(try texts(desk).texts == expected.mapValues { $0 + " again" })
    #expect(
      try desk.archive().versions(of: id("p199")).first?.content.body?.text == Self.prose(199))
    #expect(try await desk.count("SELECT count(*) FROM head_content WHERE dictionary = 128") == 200)
    #expect(try desk.archive().verify(.everything).findings == [])
  }

  @Test(arguments: ["dictionary", "dictionary_copy"])
  func `a damaged dictionary is found, and its copy is read`(_ table: String) async throws {
    let (desk, expected) = try await large(" \(table)")
    try await desk.change("UPDATE \(table) SET bytes = zeroblob(length(bytes))")
    let (texts, damage) = try texts(desk)
    #expect(texts == expected && damage.isEmpty)
    let findings = try desk.archive().verify(.everything).findings
    #expect(findings.map(\.record) == ["dictionary 128 in \(table)"])
  }

  @Test func `without its dictionary a content is named, and the others are given`() async throws {
    let (desk, expected) = try await large(" lost")
    try await desk.change(
      "UPDATE dictionary SET bytes = x'00'; UPDATE dictionary_copy SET bytes = x'00'")
    let (texts, damage) = try texts(desk)
    let early = expected.filter { (Int($0.key.dropFirst()) ?? 0) < 127 }
    #expect(Set(texts.keys) == Set(early.keys) && texts == early)
    #expect(!damage.isEmpty)
    let findings = try desk.archive().verify(.everything).findings
    #expect(findings.contains { $0.record == "version 1 of \(id("p127"))" })
    #expect(!findings.contains { $0.record.contains(id("p3").hexadecimal) })
  }
}
