import BriefModel
import Testing

/// What comes every year, who disagrees, and who was never asked: lines of the ledger that look alike
/// and are not.
@Suite struct `Dates that look alike in the ledger` {
  private static let gas = "The single gas market of the Union State opens with a common tariff by"

  private func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private func statement(
    _ said: String, _ sentence: String, revision: Int64 = 0
  ) -> DeadlineLedger.Statement {
    DeadlineLedger.Statement(
      place: DeadlineLedger.Place(publication: 1, version: 1, ordinal: 0), said: day(said),
      revision: revision, words: ClaimWords(passage: sentence, date: ""))
  }

  private func key(_ due: String, _ kind: DatedClaim.Kind) -> DeadlineLedger.Key {
    DeadlineLedger.Key(topic: TopicID("gas"), kind: kind, due: day(due))
  }

  private func group(
    _ due: String, said: String, last: String? = nil, _ sentence: String = gas,
    kind: DatedClaim.Kind = .deadline, revision: Int64 = 0, of count: Int = 1, retracted: Int = 0
  ) -> DeadlineLedger.Group {
    DeadlineLedger.Group(
      key: key(due, kind), count: count, sources: [1],
      first: statement(said, sentence, revision: revision),
      last: statement(last ?? said, sentence, revision: revision), retracted: retracted)
  }

  private func move(
    _ from: String, _ to: String, said: String, way: ClaimMove.Way = .stated, revision: Int64 = 0
  ) -> DeadlineLedger.Move {
    DeadlineLedger.Move(
      topic: TopicID("gas"), kind: .deadline, from: day(from), to: day(to), way: way,
      said: day(said), revision: revision,
      place: DeadlineLedger.Place(publication: 9, version: 2, ordinal: 0))
  }

  private func report(
    _ due: String, said: String, _ sentence: String, kind: DatedClaim.Kind = .event,
    isNegated: Bool = false
  ) -> DeadlineLedger.Report {
    DeadlineLedger.Report(
      key: key(due, kind), isNegated: isNegated, statement: statement(said, sentence))
  }

  private func lines(
    _ groups: [DeadlineLedger.Group], moves: [DeadlineLedger.Move] = [],
    reports: [DeadlineLedger.Report] = [], today: String
  ) -> [DeadlineLedger.Line] {
    DeadlineLedger(today: day(today)).lines(groups: groups, moves: moves, reports: reports)
  }

  private func told(_ lines: [DeadlineLedger.Line]) -> [String] {
    lines.map { "\($0.due) \($0.standing.rawValue)" }
  }

  @Test func `what moved on one day is in the order of the store's revisions`() {
    let groups = [
      group("2027-01-01", said: "2026-08-10", last: "2026-11-26", revision: 4),
      group("2072-01-01", said: "2026-11-26", revision: 3, retracted: 1),
    ]
    let moves = [
      move("2072-01-01", "2027-01-01", said: "2026-11-26", way: .edited, revision: 4),
      move("2027-01-01", "2072-01-01", said: "2026-11-26", way: .edited, revision: 3),
    ]
    let found = lines(groups, moves: moves, today: "2026-11-26")
    // The day that was a slip is a line no more: its only source set it right.
    #expect(found.map(\.due) == [day("2027-01-01")])
    #expect(found.first?.moves.map(\.revision) == [3, 4])
    #expect(found.first?.isDropped == false)
  }

  @Test(arguments: [
    (
      "The joint exercise Zapad-2025 of Belarus and Russia will be held",
      "The joint exercise Zapad-2027 of Belarus and Russia will be held"
    ),
    (
      "The council shall adopt the union budget for 2025 without delay",
      "The council shall adopt the union budget for 2026 without delay"
    ),
    (
      "Cena gazu dla Białorusi ma wynieść 128 dolarów przez cały okres",
      "Cena gazu dla Białorusi ma wynieść 132 dolarów przez cały okres"
    ),
  ])
  func `what comes every year is not postponed to the next`(_ one: String, _ next: String) {
    #expect(
      told(
        lines(
          [
            group("2026-09-30", said: "2025-02-01", one),
            group("2027-09-30", said: "2026-02-01", next),
          ],
          today: "2026-03-01")) == ["2026-09-30 upcoming", "2027-09-30 upcoming"])
  }

  @Test func `what was planned for a day that passed is not put off by the next plan`() {
    let groups = [
      group("2025-12-31", said: "2025-02-01", kind: .planned),
      group("2026-12-31", said: "2026-02-01", kind: .planned),
    ]
    #expect(
      told(lines(groups, today: "2026-03-01")) == ["2025-12-31 overdue", "2026-12-31 upcoming"])
    // A duty that was not kept and gets another day has slipped, however late.
    let duties = [
      group("2025-12-31", said: "2025-02-01"), group("2026-12-31", said: "2026-02-01"),
    ]
    #expect(told(lines(duties, today: "2026-03-01")) == ["2026-12-31 upcoming"])
  }

  @Test func `what had come about before is not postponed`() {
    let groups = [
      group("2025-09-30", said: "2025-02-01"), group("2026-09-30", said: "2026-02-01"),
    ]
    let done = report("2025-09-16", said: "2025-09-20", Self.gas)
    #expect(
      told(lines(groups, reports: [done], today: "2026-03-01"))
        == ["2025-09-30 met", "2026-09-30 upcoming"])
  }

  @Test func `a report older than the day that holds does not meet it`() {
    let groups = [
      group("2025-12-31", said: "2024-02-01"), group("2027-12-31", said: "2026-02-01"),
    ]
    let moves = [move("2025-12-31", "2027-12-31", said: "2026-02-01")]
    let early = report("2025-06-01", said: "2025-06-02", Self.gas)
    #expect(
      told(lines(groups, moves: moves, reports: [early], today: "2026-03-01"))
        == ["2027-12-31 upcoming"])
    let later = report("2026-02-20", said: "2026-02-21", Self.gas)
    #expect(
      told(lines(groups, moves: moves, reports: [early, later], today: "2026-03-01"))
        == ["2027-12-31 met"])
  }

  @Test func `one publisher's edit leaves the day to the others who name it`() {
    let moves = [move("2027-01-01", "2028-01-01", said: "2026-10-01", way: .edited)]
    func groups(retracted: Int) -> [DeadlineLedger.Group] {
      [
        group("2027-01-01", said: "2026-08-10", of: 2, retracted: retracted),
        group("2028-01-01", said: "2026-10-01"),
      ]
    }
    #expect(
      told(lines(groups(retracted: 1), moves: moves, today: "2026-11-01"))
        == ["2027-01-01 upcoming", "2028-01-01 upcoming"])
    #expect(
      told(lines(groups(retracted: 2), moves: moves, today: "2026-11-01"))
        == ["2028-01-01 upcoming"])
  }

  @Test func `who names the old day after it moved is told beside the new one`() {
    let moves = [move("2027-01-01", "2028-01-01", said: "2026-10-01", revision: 5)]
    func found(_ last: String) -> DeadlineLedger.Otherwise? {
      lines(
        [
          group("2027-01-01", said: "2026-08-10", last: last),
          group("2028-01-01", said: "2026-10-01"),
        ], moves: moves, today: "2026-11-20"
      ).first?.otherwise
    }
    #expect(found("2026-11-10")?.due == day("2027-01-01"))
    #expect(found("2026-11-10")?.statement.said == day("2026-11-10"))
    #expect(found("2026-09-10") == nil)
  }

  @Test func `what was put off without its old day is joined to the day that was named for it`() {
    let bare = "The start of the single gas market was postponed"
    func found(_ sentence: String, isPostponed: Bool) -> [String] {
      var new = group("2028-01-01", said: "2026-10-01", sentence, kind: .planned)
      new.isPostponed = isPostponed
      return told(lines([group("2027-01-01", said: "2026-08-10"), new], today: "2026-11-20"))
    }
    #expect(found(bare, isPostponed: true) == ["2028-01-01 upcoming"])
    #expect(found(bare, isPostponed: false) == ["2027-01-01 upcoming", "2028-01-01 upcoming"])
    #expect(
      found("Elections of the parliament were postponed", isPostponed: true)
        == ["2027-01-01 upcoming", "2028-01-01 upcoming"])
  }

  @Test func `a day that nobody names any more is told as dropped`() {
    func isDropped(of count: Int, retracted: Int) -> [Bool] {
      lines(
        [group("2027-01-01", said: "2026-08-10", of: count, retracted: retracted)],
        today: "2026-11-20"
      ).map(\.isDropped)
    }
    #expect(isDropped(of: 2, retracted: 2) == [true])
    #expect(isDropped(of: 2, retracted: 1) == [false])
  }

  @Test func `a denial means what it has most words of`() {
    let exchange = "Belarus and Russia plan to open a common electricity exchange"
    let treaty = "The treaty on common tariffs of the electricity market is to be signed"
    let groups = [
      group("2025-12-31", said: "2025-02-01", exchange, kind: .planned),
      group("2025-12-31", said: "2025-02-02", treaty, kind: .signing),
    ]
    let denial = report(
      "2025-12-31", said: "2026-01-20",
      "The treaty on common tariffs of the electricity market was not signed", kind: .signing,
      isNegated: true)
    #expect(
      lines(groups, reports: [denial], today: "2026-02-01").map {
        "\($0.kind.rawValue) \($0.standing.rawValue)"
      } == ["planned overdue", "signing missed"])
    // In another language there is nothing to compare: the only thing due on that day is meant.
    let other = report(
      "2025-12-31", said: "2026-01-20", "Договор не был подписан", kind: .signing, isNegated: true)
    #expect(
      told(lines([groups[1]], reports: [other], today: "2026-02-01")) == ["2025-12-31 missed"])
  }

  @Test func `an event about the day in other words is a word about it, and proves nothing`() {
    let group = group("2026-03-01", said: "2025-01-10")
    func found(_ due: String) -> DeadlineLedger.Line? {
      lines(
        [group], reports: [report(due, said: "2026-10-20", "Rynek gazu uruchomiono wspólnie")],
        today: "2026-11-20"
      ).first
    }
    #expect(found("2026-02-28")?.standing == .overdue)
    #expect(found("2026-02-28")?.isSilent == false)
    #expect(found("2025-11-28")?.isSilent == true)
  }

  @Test func `numbers are read back as they were written, and years tell sentences apart`() {
    let words = ClaimWords(passage: "Budget for 2025 of 1234 and 12 million", date: "")
    #expect(words.numbers.count == 2)
    #expect(ClaimWords(bytes: words.bytes) == words)
    let next = ClaimWords(passage: "Budget for 2026 of 1234 million", date: "")
    #expect(words.differsInNumbers(from: next))
    #expect(!words.differsInNumbers(from: ClaimWords(passage: "Budget for 2025", date: "")))
    #expect(!words.differsInNumbers(from: ClaimWords(passage: "Budget", date: "")))
  }
}
