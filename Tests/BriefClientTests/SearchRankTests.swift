import BriefClient
import BriefModel
import Testing

/// What stands in a title weighs: one for each of the words and phrases that it has.
struct SearchRankTests {
  private func archive() async throws -> (Desk, Archive) {
    let desk = try Desk()
    try await desk.poll([
      brief("none", "A gas market for the union state.", title: "On prices", day: 5),
      brief("gas", "A gas market for the union state.", title: "On gas", day: 4),
      brief("both", "A gas market for the union state.", title: "The market of gas", day: 3),
      brief("phrase", "A gas market for the union state.", title: "A gas market", day: 2),
    ])
    return (desk, try desk.archive())
  }

  private func scores(_ question: String, in archive: Archive) throws -> [String: Double] {
    Dictionary(
      try archive.search(question).results.map { ($0.publication.identity.value, $0.score) }
    ) { first, _ in first }
  }

  @Test(arguments: [
    ("gas", [0, 1, 1, 1]), ("gas market", [0, 1, 2, 2]), ("\"gas market\"", [0, 0, 0, 1]),
    ("gas \"gas market\"", [0, 1, 1, 2]), ("gas OR market", [0, 1, 2, 2]),
    ("union (gas OR nothinglikethis)", [0, 1, 1, 1]), ("gas NOT oil", [0, 1, 1, 1]),
    ("author:Author market", [0, 0, 1, 1]),
    ("author:Author gas author:Author market", [0, 1, 2, 2]), ("gas gas", [0, 2, 2, 2]),
    ("source:s gas", [0, 1, 1, 1]), ("kind:new \"union state\"", [0, 0, 0, 0]),
  ])
  func `the score counts the phrases of a title`(_ question: String, _ wanted: [Double])
    async throws
  {
    let (desk, archive) = try await archive()
    let scores = try scores(question, in: archive)
    #expect(["none", "gas", "both", "phrase"].map { scores[$0] } == wanted)
    _ = desk
  }

  @Test func `more phrases than the index tells of are asked for one by one`() async throws {
    let (desk, archive) = try await archive()
    let question = Array(repeating: "gas", count: 200).joined(separator: " ")
    #expect(
      try scores(question, in: archive) == ["none": 0, "gas": 200, "both": 200, "phrase": 200])
    _ = desk
  }

  @Test func `a store that is asked twice on one connection ranks the same`() async throws {
    let (desk, archive) = try await archive()
    #expect(try archive.search("gas market") == archive.search("gas market"))
    #expect(
      try archive.search("market").results.map(\.publication.identity.value).prefix(2) == [
        "phrase", "both",
      ])
    _ = desk
  }
}
