import BriefClient
import BriefModel
import Testing

struct SearchTests {
  private func archive() async throws -> (Desk, Archive) {
    let desk = try Desk()
    try await desk.poll([
      brief("gas", "The single gas market opens in Minsk.", title: "A market for gas", day: 5),
      brief("ru", "Программы миграционной политики подписал Лукашенко.", title: "Миграция", day: 4),
      brief("pl", "Łukaszenka podpisał umowy o rynku gazu.", title: "Umowy", day: 3),
      brief("oil", "Oil pipelines, and nothing of the other.", title: "Oil", day: 2),
    ])
    return (desk, try desk.archive())
  }

  private func names(_ question: String, in archive: Archive) throws -> Set<String> {
    Set(try archive.search(question).results.map(\.publication.identity.value))
  }

  @Test func `words, phrases and operators mean what they say`() async throws {
    let (desk, archive) = try await archive()
    let table: [(String, Set<String>)] = [
      ("gas", ["gas"]), ("миграция", ["ru"]), ("Lukashenko", ["ru", "pl"]),
      ("Лукашенко", ["ru", "pl"]), ("\"gas market\"", ["gas"]), ("\"market gas\"", []),
      ("oil OR gas", ["oil", "gas"]), ("market NOT oil", ["gas"]), ("market -gas", []),
      ("(oil OR gas) AND pipeline", ["oil"]), ("title:oil", ["oil"]), ("title:pipelines", []),
      ("author:Author gas", ["gas"]), ("topic:gas", ["gas"]),
      ("source:s Minsk", ["gas"]), ("lang:pl umowa", []),
      ("since:2024-01-04 Lukashenko", ["ru"]), ("until:2024-01-03 Lukashenko", ["pl"]),
      ("kind:edited gas", []), ("kind:new gas", ["gas"]), ("nothinglikethis", []),
    ]
    for (question, expected) in table {
      #expect(try names(question, in: archive) == expected, "\(question)")
    }
    _ = desk
  }

  @Test(arguments: [
    ("(gas", 0), ("gas)", 3), ("\"gas", 0), ("gas OR", 6), ("NOT", 0), ("NOT gas", 0),
    ("colour:red gas", 0), ("since:soon", 6), ("kind:green", 5), ("gas & oil", 4),
    ("source:t Minsk", 7), ("gas lang:english", 9), ("", nil),
  ])
  func `a question that cannot be read says where`(
    _ question: String, _ position: Int?
  ) async throws {
    let (desk, archive) = try await archive()
    let error = try #require(throws: ArchiveError.self) { try archive.search(question) }
    #expect(error.code == .badQuestion)
    #expect(error.position == position)
    _ = desk
  }

  @Test func `the passage holds the words, and marks them`() async throws {
    let (desk, archive) = try await archive()
    let result = try #require(try archive.search("Lukashenko").results.last)
    let bytes = Array(result.passage.utf8)
    let words = result.marks.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(["Лукашенко", "Łukaszenka"].contains(words.first))
    _ = desk
  }

  @Test func `a search as of a moment gives what it gave then`() async throws {
    let desk = try Desk()
    try await desk.poll([brief("a", "On gas.", day: 2)])
    let moment = desk.now
    let then = try desk.archive().search("gas")
    try await desk.poll([brief("b", "More gas.", day: 3), brief("a", "On oil.", day: 2)])
    let now = try desk.archive()
    #expect(try now.search("gas").results.map(\.publication.reference.id) == [id("b")])
    #expect(try now.asOf(moment).search("gas") == then)
  }
}
