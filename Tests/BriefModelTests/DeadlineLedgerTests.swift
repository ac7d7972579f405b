import BriefModel
import Testing

/// The ledger, statement by statement. A statement is (day said, day due, sentence).
@Suite struct `The ledger of deadlines` {
  private static let gas = "The single gas market of the Union State opens with a common tariff by"
  private static let oil = "Refineries receive crude under the joint balance of fuel deliveries by"

  private func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private func key(_ due: String, _ kind: DatedClaim.Kind = .deadline) -> DeadlineLedger.Key {
    DeadlineLedger.Key(topic: TopicID("gas"), kind: kind, due: day(due))
  }

  private func statement(
    _ said: String, _ sentence: String, _ publication: Int64 = 1
  ) -> DeadlineLedger.Statement {
    DeadlineLedger.Statement(
      place: DeadlineLedger.Place(publication: publication, version: 1, ordinal: 0),
      said: day(said), words: ClaimWords(passage: sentence, date: ""))
  }

  private func group(
    _ due: String, said: String, last: String? = nil, _ sentence: String = gas,
    kind: DatedClaim.Kind = .deadline, publication: Int64 = 1, retracted: Int = 0
  ) -> DeadlineLedger.Group {
    DeadlineLedger.Group(
      key: key(due, kind), count: last == nil ? 1 : 2, sources: [publication],
      first: statement(said, sentence, publication),
      last: statement(last ?? said, sentence, publication), retracted: retracted)
  }

  private func move(
    _ from: String, _ to: String, said: String, way: ClaimMove.Way = .stated
  ) -> DeadlineLedger.Move {
    DeadlineLedger.Move(
      topic: TopicID("gas"), kind: .deadline, from: day(from), to: day(to), way: way,
      said: day(said), place: DeadlineLedger.Place(publication: 9, version: 2, ordinal: 0))
  }

  private func report(
    _ due: String, said: String, _ sentence: String = gas, kind: DatedClaim.Kind = .event,
    isNegated: Bool = false
  ) -> DeadlineLedger.Report {
    DeadlineLedger.Report(
      key: key(due, kind), isNegated: isNegated, statement: statement(said, sentence, 7))
  }

  private func lines(
    _ groups: [DeadlineLedger.Group], moves: [DeadlineLedger.Move] = [],
    reports: [DeadlineLedger.Report] = [], today: String = "2024-06-01"
  ) -> [String] {
    DeadlineLedger(today: day(today)).lines(groups: groups, moves: moves, reports: reports)
      .map { line in
        let moves = line.moves.map { "\($0.from)>\($0.to) \($0.way.rawValue)" }
        return
          ([
            "\(line.due) \(line.standing.rawValue)\(line.isSilent ? " silent" : "") first \(line.first.said)"
          ] + moves).joined(separator: "; ")
      }
  }

  @Test
  func `a day ahead is upcoming, a day past is overdue, and neither is silent while spoken of`() {
    #expect(
      lines([
        group("2024-05-31", said: "2024-01-05"), group("2024-12-01", said: "2024-01-05", Self.oil),
      ]) == [
        "2024-05-31 overdue first 2024-01-05", "2024-12-01 upcoming first 2024-01-05",
      ])
  }

  @Test func `what nobody has spoken of for half a year is silent`() {
    #expect(
      lines([group("2024-12-01", said: "2023-11-30")])
        == ["2024-12-01 upcoming silent first 2023-11-30"])
    #expect(
      lines([group("2024-12-01", said: "2023-11-30", last: "2024-01-15")])
        == ["2024-12-01 upcoming first 2023-11-30"])
  }

  @Test func `whoever looks back on the day speaks of it`() {
    let found = DeadlineLedger(today: day("2024-06-01")).lines(
      groups: [group("2023-12-01", said: "2021-11-10")], moves: [],
      reports: [report("2023-12-01", said: "2024-05-02", Self.oil, kind: .planned)])
    #expect(found.map(\.standing) == [.overdue])
    #expect(found.map(\.isSilent) == [false])
    #expect(found.map(\.last.said) == [day("2024-05-02")])
  }

  @Test(arguments: [
    ("The price of gas stays at $128.52 in 2022.", false),
    ("Цена на газ останется прежней в 2022 году.", false),
    ("Cena gazu pozostanie bez zmian w 2022 r.", false),
    ("Der Gaspreis bleibt 2022 gleich.", false),
    ("Dujų kaina išliks tokia pati 2022 metais.", false),
    ("The gas market is to be opened in 2022.", true),
    ("The gas price for Belarus is 128.52 dollars per 1,000 cubic metres in 2022.", false),
    ("In 2022 the tariff will be about $3 a tonne.", false),
    ("Gas costs Minsk 128.52 dollars in 2022.", false),
    ("Minsk pays 128.52 dollars per 1,000 cubic metres in 2022.", false),
    ("Цена газа составляет в 2022 году 128,52 доллара за тысячу кубометров.", false),
    ("В 2022 году Минск платит 128,52 доллара за тысячу кубометров.", false),
    ("Cena gazu wynosi w 2022 r. 128,52 dolara za tysiąc metrów sześciennych.", false),
    ("Białoruś płaci w 2022 r. 128,52 dolara za tysiąc metrów sześciennych.", false),
    ("Der Gaspreis beträgt 2022 128,52 Dollar je tausend Kubikmeter.", false),
    ("Der Preis liegt 2022 bei 128,52 Dollar.", false),
    ("Ціна газу становить у 2022 році 128,52 долара.", false),
    ("Цана газу складае ў 2022 годзе 128,52 долара.", false),
    ("Dujų kaina 2022 m. yra 128,52 dolerio.", false),
    ("Dujos 2022 m. kainuoja 128,52 dolerio.", false),
    ("The price of gas will be agreed in 2022.", true),
    ("The price is 128.52 dollars and will be negotiated anew in 2022.", true),
    ("Minsk will pay 500 million dollars of its debt in 2022.", true),
    ("A loan of 1.5 billion dollars is planned for 2022.", true),
    ("Цену газа согласуют в 2022 году.", true),
    ("Минск платит долг и получит 500 млн долларов в 2022 году.", true),
    ("Cena gazu zostanie uzgodniona w 2022 r.", true),
    ("Der Gaspreis wird 2022 vereinbart.", true),
    ("Ціну газу узгодять у 2022 році.", true),
    ("Цану газу ўзгодняць у 2022 годзе.", true),
    ("Dujų kaina bus suderinta 2022 m.", true),
  ])
  func `nothing is due at the end of a period in which a state lasts`(
    _ passage: String, _ isDue: Bool
  ) {
    let claim = DatedClaim(
      topic: TopicID("gas"), kind: .planned, start: day("2022-01-01"), end: day("2022-12-31"),
      text: "2022", offset: 0, passage: passage)
    #expect(claim.looksForward(from: day("2021-11-12")) == isDue)
  }

  @Test func `a stated move joins both days into one line`() {
    #expect(
      lines(
        [
          group("2023-12-01", said: "2021-11-10"),
          group("2025-01-01", said: "2024-02-01", Self.oil),
        ],
        moves: [move("2023-12-01", "2025-01-01", said: "2024-02-01")])
        == ["2025-01-01 upcoming first 2021-11-10; 2023-12-01>2025-01-01 stated"])
  }

  @Test func `a move back and forth ends at the day that was named last`() {
    let groups = [
      group("2024-12-01", said: "2023-01-01"),
      group("2025-12-01", said: "2023-06-01", Self.oil, retracted: 1),
    ]
    let moves = [
      move("2024-12-01", "2025-12-01", said: "2023-06-01", way: .edited),
      move("2025-12-01", "2024-12-01", said: "2024-03-01", way: .edited),
    ]
    #expect(
      lines(groups, moves: moves) == [
        "2024-12-01 upcoming first 2023-01-01; 2024-12-01>2025-12-01 edited; 2025-12-01>2024-12-01 edited"
      ])
  }

  @Test func `a move from a day that nobody was heard to name stands in the line all the same`() {
    #expect(
      lines(
        [group("2027-01-01", said: "2024-04-23")],
        moves: [move("2025-01-01", "2027-01-01", said: "2024-04-23")])
        == ["2027-01-01 upcoming first 2024-04-23; 2025-01-01>2027-01-01 stated"])
  }

  @Test func `a later publication that gives another day in the same words restates it`() {
    #expect(
      lines([group("2023-12-01", said: "2021-11-10"), group("2025-01-01", said: "2024-02-01")])
        == ["2025-01-01 upcoming first 2021-11-10; 2023-12-01>2025-01-01 restated"])
  }

  @Test func `other words, another kind or an older statement are lines of their own`() {
    let old = group("2023-12-01", said: "2021-11-10")
    for other in [
      group("2025-01-01", said: "2024-02-01", Self.oil),
      group("2025-01-01", said: "2024-02-01", kind: .signing),
      group("2025-01-01", said: "2021-01-01"),
    ] {
      #expect(lines([old, other]).count == 2)
    }
  }

  @Test func `a report in the same words meets it, in time or late, and not before it was named`() {
    let group = group("2024-05-01", said: "2023-01-10")
    #expect(
      lines([group], reports: [report("2024-05-20", said: "2024-05-21")])
        == ["2024-05-01 met first 2023-01-10"])
    for (report, silent) in [
      // Other words about that day prove nothing, and are a word about it.
      (report("2024-05-20", said: "2024-05-21", Self.oil), ""),
      (report("2022-05-20", said: "2024-05-21"), " silent"),
      (report("2026-05-20", said: "2026-05-21"), " silent"),
    ] {
      #expect(lines([group], reports: [report]) == ["2024-05-01 overdue\(silent) first 2023-01-10"])
    }
  }

  @Test func `a report that it did not happen by its day misses it`() {
    let group = group("2024-05-01", said: "2023-01-10")
    #expect(
      lines(
        [group],
        reports: [report("2024-05-01", said: "2024-05-03", kind: .deadline, isNegated: true)])
        == ["2024-05-01 missed first 2023-01-10"])
    // Said before the day it is a forecast.
    #expect(
      lines(
        [group],
        reports: [report("2024-05-01", said: "2024-03-03", kind: .deadline, isNegated: true)])
        == ["2024-05-01 overdue first 2023-01-10"])
  }

  @Test func `what was reported last counts`() {
    let group = group("2024-05-01", said: "2023-01-10")
    #expect(
      lines(
        [group],
        reports: [
          report("2024-05-01", said: "2024-05-03", kind: .deadline, isNegated: true),
          report("2024-05-20", said: "2024-05-21"),
        ]) == ["2024-05-01 met first 2023-01-10"])
  }

  @Test func `the ledger is the same whatever the order of what it is told`() {
    let groups = [
      group("2023-12-01", said: "2021-11-10"), group("2025-01-01", said: "2024-02-01"),
      group("2024-12-01", said: "2024-01-05", Self.oil),
      group("2024-05-31", said: "2024-01-05", Self.oil),
    ]
    var random = SplitMix64(state: 7)
    let expected = lines(groups)
    for _ in 0..<50 { #expect(lines(groups.shuffled(using: &random)) == expected) }
  }
}

/// Moves of dates within a text and between two versions.
@Suite struct `A date that took another's place` {
  private func claim(
    _ end: String, _ text: String, _ passage: String, offset: Int = 0,
    topic: String? = "gas", isSuperseded: Bool = false, kind: DatedClaim.Kind = .deadline
  ) -> DatedClaim {
    DatedClaim(
      topic: topic.map { TopicID($0) }, kind: kind, start: nil, end: CalendarDate(iso: end),
      text: text, offset: offset, passage: passage, isSuperseded: isSuperseded)
  }

  private func moves(_ moves: [ClaimMove]) -> [String] {
    moves.map { "\($0.topic) \($0.from)>\($0.to) \($0.way.rawValue)" }
  }

  @Test func `the text names both`() {
    let passage = "The launch was postponed from 1 December 2023 to 1 January 2025."
    let claims = [
      claim("2023-12-01", "from 1 December 2023", passage, offset: 27, isSuperseded: true),
      claim("2025-01-01", "to 1 January 2025", passage, offset: 48),
    ]
    #expect(moves(ClaimMove.stated(in: claims)) == ["gas 2023-12-01>2025-01-01 stated"])
    #expect(ClaimMove.stated(in: [claims[0]]).isEmpty)
  }

  @Test func `one digit of a year was edited`() {
    let old = [claim("2024-12-01", "by 1 December 2024", "The market opens by 1 December 2024.")]
    let new = [claim("2025-12-01", "by 1 December 2025", "The market opens by 1 December 2025.")]
    #expect(moves(ClaimMove.edited(from: old, to: new)) == ["gas 2024-12-01>2025-12-01 edited"])
    #expect(ClaimMove.edited(from: old, to: old).isEmpty)
  }

  @Test func `another sentence, another topic or a date that stayed is no move`() {
    let old = [claim("2024-12-01", "by 1 December 2024", "The market opens by 1 December 2024.")]
    let others = [
      claim(
        "2025-12-01", "by 1 December 2025", "Parliament ratifies every treaty by 1 December 2025."),
      claim(
        "2025-12-01", "by 1 December 2025", "The market opens by 1 December 2025.", topic: "oil"),
      claim("2025-12-01", "by 1 December 2025", "The market opens by 1 December 2025.", topic: nil),
    ]
    for other in others { #expect(ClaimMove.edited(from: old, to: [other]).isEmpty) }
    #expect(ClaimMove.edited(from: old, to: old + others).isEmpty)
  }

  @Test func `the words that state the date do not make sentences alike`() {
    let words = ClaimWords(passage: "By 1 December 2023 all is well.", date: "By 1 December 2023")
    #expect(words.overlap(with: ClaimWords(passage: "December", date: "")).common == 0)
  }

  @Test func `stems are read back as they were written`() {
    let words = ClaimWords(passage: "Единый рынок газа откроется в декабре", date: "")
    #expect(words.stems.count == 5)
    #expect(ClaimWords(bytes: words.bytes) == words)
    #expect(ClaimWords(bytes: [1]) == nil)
    // Endings carry case and number.
    #expect(words.overlap(with: ClaimWords(passage: "единого рынка", date: "")).common == 1)
  }
}
