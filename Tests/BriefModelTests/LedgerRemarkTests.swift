import BriefModel
import Testing

/// What is said of a line beside naming its day, and what is no report that it came about.
@Suite struct `Remarks of the ledger` {
  private static let treaty =
    "The treaty on the single oil market of Belarus and Russia is to be signed by"
  private static let launch = "Belarus and Russia must launch the single gas market of the Union by"

  private func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private func statement(_ said: String, _ sentence: String) -> DeadlineLedger.Statement {
    DeadlineLedger.Statement(
      place: DeadlineLedger.Place(publication: 1, version: 1, ordinal: 0), said: day(said),
      words: ClaimWords(passage: sentence, date: ""))
  }

  private func group(
    _ due: String, said: String, last: String? = nil, _ sentence: String = launch,
    kind: DatedClaim.Kind = .deadline
  ) -> DeadlineLedger.Group {
    DeadlineLedger.Group(
      key: DeadlineLedger.Key(topic: TopicID("gas"), kind: kind, due: day(due)), count: 1,
      sources: [1], first: statement(said, sentence), last: statement(last ?? said, sentence))
  }

  private func report(
    _ due: String, said: String, _ sentence: String, kind: DatedClaim.Kind = .signing,
    isNegated: Bool = false, isUnsettled: Bool = false, off: DatedClaim.CallingOff? = nil
  ) -> DeadlineLedger.Report {
    DeadlineLedger.Report(
      key: DeadlineLedger.Key(topic: TopicID("gas"), kind: kind, due: day(due)),
      isNegated: isNegated, isUnsettled: isUnsettled, callingOff: off,
      statement: statement(said, sentence))
  }

  private func told(
    _ groups: [DeadlineLedger.Group], _ reports: [DeadlineLedger.Report] = [],
    moves: [DeadlineLedger.Move] = [], proposals: [DeadlineLedger.Proposal] = [],
    today: String = "2026-11-26"
  ) -> [String] {
    DeadlineLedger(today: day(today)).lines(
      groups: groups, moves: moves, reports: reports, proposals: proposals
    ).map { line in
      (["\(line.due) \(line.standing.rawValue)\(line.isSilent ? " silent" : "")"]
        + line.remarks.map { "\($0.kind.rawValue)\($0.due.map { " \($0)" } ?? "")" })
        .joined(separator: "; ")
    }
  }

  @Test func `a day that is named without saying that it happened meets nothing`() {
    let due = group("2025-12-31", said: "2025-06-01", Self.treaty)
    let open = "Belarus and Russia were supposed to sign the treaty on the single oil market"
    #expect(
      told([due], [report("2025-12-20", said: "2026-10-20", open, isUnsettled: true)])
        == ["2025-12-31 overdue"])
    #expect(
      told([due], [report("2025-12-20", said: "2026-10-20", open)]) == ["2025-12-31 met"])
  }

  @Test(arguments: [
    ("A draft treaty on the single oil market of Belarus and Russia was signed", false),
    ("The treaty on the single oil market of Belarus and Russia was initialled", false),
    ("Belarus and Russia signed a protocol to the treaty on the single oil market", false),
    ("Belarus and Russia held talks on the treaty on the single oil market and signed", false),
    ("After talks Belarus and Russia signed the treaty on the single oil market", true),
    ("Belarus and Russia signed the treaty on the single oil market ahead of schedule", true),
  ])
  func `a step on the way is not what was due`(_ sentence: String, _ isMet: Bool) {
    let due = group("2025-12-31", said: "2025-06-01", Self.treaty)
    #expect(
      told([due], [report("2025-12-20", said: "2026-10-20", sentence)])
        == ["2025-12-31 \(isMet ? "met" : "overdue")"])
  }

  @Test(arguments: [
    ("launched talks on the single market", ["talks"]),
    ("начали переговоры о едином рынке", ["talks"]),
    ("rozpoczęły rozmowy o wspólnym rynku", ["talks"]),
    ("пачалі перамовы аб адзіным рынку", ["talks"]),
    ("розпочали переговори про єдиний ринок", ["talks"]),
    ("begannen Verhandlungen über den Markt", ["talks"]),
    ("pradėjo derybas dėl bendros rinkos", ["talks"]),
    ("подписали проект договора", ["draft"]),
    ("podpisali projekt umowy", ["draft"]),
    ("падпісалі праект дагавора", ["draft"]),
    ("підписали проєкт угоди", ["draft"]),
    ("unterzeichneten den Entwurf des Vertrags", ["draft"]),
    ("pasirašė sutarties projektą", ["draft"]),
    ("парафировали договор", ["initialling"]),
    ("parafowali umowę", ["initialling"]),
    ("подписали протокол к договору", ["sidePaper"]),
    ("podpisali protokół do umowy", ["sidePaper"]),
    ("открыли совместный проект", []),
    ("signed the agreement after long talks", []),
    ("podpisały umowę po rozmowach w Moskwie", []),
  ])
  func `steps on the way are known in each language`(_ sentence: String, _ stages: [String]) {
    let plain = ClaimWords(passage: "", date: "")
    #expect(plain.hasStages(of: ClaimWords(passage: sentence, date: "")) == stages.isEmpty)
  }

  @Test
  func `what is called off is neither overdue nor silent, until somebody names its day again`() {
    let off = "The launch of the single gas market of Belarus and Russia was cancelled"
    let cancelled = report(
      "2025-05-05", said: "2025-05-05", off, kind: .planned, off: .cancelled)
    let due = group("2026-01-01", said: "2025-02-01")
    #expect(told([due], [cancelled]) == ["2026-01-01 shelved; cancelled"])
    #expect(
      told([group("2026-01-01", said: "2025-02-01", last: "2025-09-01")], [cancelled])
        == ["2026-01-01 overdue silent; cancelled"])
    // A report that it came about after all counts more.
    let opened = "Belarus and Russia launch the single gas market of the Union"
    #expect(
      told([due], [cancelled, report("2026-01-01", said: "2026-01-05", opened, kind: .event)])
        == ["2026-01-01 met; cancelled"])
    // Of what nobody had named yet it says nothing, and of another thing neither.
    #expect(
      told([group("2026-12-31", said: "2026-02-01")], [cancelled]) == ["2026-12-31 upcoming silent"]
    )
    let other = group("2026-01-01", said: "2025-02-01", "Roaming charges shall fall by")
    #expect(told([other], [cancelled]) == ["2026-01-01 overdue silent"])
  }

  @Test func `a sentence that names the day calls off what is due on it, in any language`() {
    let off = report(
      "2027-01-01", said: "2026-08-01", "Запуск рынка газа Союзного государства отменили в Union",
      kind: .planned, isNegated: true, off: .cancelled)
    #expect(
      told(
        [group("2027-01-01", said: "2026-02-01"), group("2028-01-01", said: "2026-02-01")], [off])
        == ["2027-01-01 shelved; cancelled", "2028-01-01 upcoming silent"])
  }

  @Test func `a day that was only proposed is a remark, and the day stays`() {
    func proposal(_ from: String) -> DeadlineLedger.Proposal {
      DeadlineLedger.Proposal(
        topic: TopicID("gas"), from: day(from), to: day("2028-01-01"),
        statement: statement(
          "2026-08-01", "Minsk asked to postpone the launch of the single gas market of Russia"))
    }
    let due = group("2027-01-01", said: "2026-02-01")
    for from in ["2027-01-01", "2028-01-01"] {
      #expect(
        told([due], proposals: [proposal(from)])
          == ["2027-01-01 upcoming; proposed 2028-01-01"])
    }
  }

  @Test func `that it did not happen about its day is a word about it`() {
    let due = group("2026-01-01", said: "2025-02-01")
    let failed = report(
      "2026-01-20", said: "2026-10-01", "Talks failed", kind: .event, isNegated: true)
    #expect(told([due], [failed]) == ["2026-01-01 overdue"])
    #expect(told([due]) == ["2026-01-01 overdue silent"])
  }
}
