import BriefModel
import BriefTopics
import Testing

/// Rules of the grammar of dates that the passages do not pin one by one.
struct ClaimTests {
  private func claims(
    _ text: String, _ language: String?, published: String? = "2024-05-15"
  ) -> [DatedClaim] {
    ClaimFinder().claims(
      title: nil, text: text, published: published.flatMap { CalendarDate(iso: $0) },
      language: language, topics: [])
  }

  private func interval(_ claim: DatedClaim) -> String {
    "\(claim.start?.description ?? "")/\(claim.end?.description ?? "")"
  }

  @Test(arguments: [
    ("en", "It must end by 30 June 2024.", ["/2024-06-30"]),
    ("en", "They meet on Tuesday, 4 June.", ["2024-06-04/2024-06-04"]),
    ("en", "Talks ran from 29 April to 3 May.", ["2024-04-29/2024-05-03"]),
    ("en", "It holds from December to February 2025.", ["2024-12-01/2025-02-28"]),
    ("en", "Zapad-2025 and the treaty of 1999.", []),
    ("en", "It may march on; may it last.", []),
    ("en", "The rate fell to 2024 roubles.", []),
    ("en", "The anniversary on 2 June was marked.", []),
    ("ru", "Это сделают к середине 2025 года.", ["/2025-06-30"]),
    ("ru", "Проект готов с 2020 года.", []),
    ("ru", "Концепция 2023 года устарела.", []),
    ("ru", "До нового года его не примут.", ["/2024-12-31"]),
    ("pl", "Mają do końca 2024 r. jeden cel.", ["/2024-12-31"]),
    ("be", "Праз паўтара года запусцяць сістэму.", ["2025-11-15/2025-11-15"]),
    ("uk", "Восени минулого року підписали угоду.", ["2023-09-01/2023-11-30"]),
    ("de", "Der Markt soll 2025 entstehen.", ["2025-01-01/2025-12-31"]),
    ("de", "Das Abkommen von 2023 gilt weiter.", []),
    ("lt", "Kovo 29 – balandžio 2 d. lankėsi delegacija.", ["2024-03-29/2024-04-02"]),
  ])
  func `a statement of a date is read`(language: String, text: String, intervals: [String]) {
    #expect(claims(text, language).map(interval) == intervals)
  }

  @Test func `a date that no calendar has is kept as text and not guessed`() {
    let found = claims("The protocol is due by 31 February 2025.", "en")
    #expect(
      found.map(\.text) == ["due by 31 February 2025"]
        || found.map(\.text) == ["by 31 February 2025"])
    #expect(found.map(interval) == ["/"])
    #expect(found.allSatisfy { $0.confidence < 0.5 })
  }

  @Test func `without a day of publication only dates that state their year are settled`() {
    let text = "It was signed on 4 May and runs until 1 June 2026; next year it ends."
    #expect(claims(text, "en", published: nil).map(interval) == ["/2026-06-01"])
  }

  @Test func `a date that was moved is superseded by the new one`() {
    let found = claims("The launch was moved from 1 July to 1 October 2024.", "en")
    #expect(found.map(\.isSuperseded) == [true, false])
    #expect(found.map(interval) == ["2024-07-01/2024-07-01", "2024-10-01/2024-10-01"])
  }

  @Test func `negation and hedges are marked`() {
    let found = claims(
      "It will not be ready by 1 June 2024. It may be ready by 1 July 2024.", "en")
    #expect(found.map(\.isNegated) == [true, false])
    #expect(found.map(\.isHedged) == [false, true])
  }

  @Test func `a claim is found at its place in the original`() throws {
    let text = "Минск обещал: до 1\u{AD} декабря 2024 г. рынок откроют."
    let claim = try #require(claims(text, "ru").first)
    let bytes = Array(text.utf8)[claim.offset...].prefix(claim.text.utf8.count)
    #expect(String(decoding: bytes, as: UTF8.self) == claim.text)
    #expect(claim.text == "до 1\u{AD} декабря 2024 г.")
  }

  @Test(arguments: [
    ("The rules of the market are to be signed by 1 June 2024 in the city of Minsk.", 1),
    ("Der Vertrag wird bis zum 1. Juni 2024 unterzeichnet und tritt dann in Kraft.", 1),
    ("Ovo nije nijedan od tih jezika.", 0), ("", 0), ("2024", 0),
  ])
  func `the language is guessed from the words`(text: String, count: Int) {
    #expect(claims(text, nil).count == count)
  }

  @Test(arguments: [
    ("pl", "Termin przesunięto na 1 stycznia 2025 r. Ośrodek czeka.", 1),
    ("pl", "Umowę podpisali 4 maja 2024 r. Sejm milczy.", 1),
    ("ru", "Срок перенесли на 1 января 2025 г. Совет ждёт.", 1),
    ("ru", "Рынок открыли 1 мая 2024 г. Минск доволен.", 1),
    ("pl", "Do 1 grudnia 2024 r. Rosja otworzy rynek.", 0),
    ("pl", "Umowę z 4 maja 2024 r. Rosja łamie.", 0),
    ("ru", "До 1 декабря 2024 г. Минск откроет рынок.", 0),
  ])
  func `a shortened year ends a short sentence that has a verb`(
    language: String, text: String, isEnd: Int
  ) {
    let found = claims(text, language)
    #expect(found.count == 1)
    #expect(
      found.first?.passage
        == (isEnd == 1 ? text.split(separator: ". ").first.map { $0 + "." } : text))
  }

  @Test func `a claim belongs to the topic that is named nearest`() throws {
    let text = """
      Russia and Belarus want a single gas market by 1 December 2025, and a common electricity \
      market by 1 January 2027.
      """
    let explanations = try SharedCatalogue.matcher.explanations(
      title: nil, text: text)
    let found = ClaimFinder().claims(
      title: nil, text: text, published: CalendarDate(iso: "2024-05-15"), language: "en",
      topics: explanations)
    #expect(
      found.map { $0.topic?.rawValue } == ["single-gas-market", "electricity-market"])
  }
}
