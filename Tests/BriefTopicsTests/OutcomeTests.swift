import BriefModel
import BriefTopics
import Testing

/// What a sentence says became of something: whether it moved, happened, or is off.
struct OutcomeTests {
  private static let rows = ClaimRow.rows("outcomes.txt")
  private static let matcher = Result { TopicMatcher(try TopicCatalogue.shipped()) }

  private func claims(_ row: ClaimRow) throws -> [DatedClaim] {
    ClaimFinder().claims(
      title: nil, text: row.text, published: CalendarDate(iso: row.published),
      language: row.language,
      topics: try Self.matcher.get().explanations(title: nil, text: row.text))
  }

  @Test func `each language has its sentences`() {
    let counts = Dictionary(grouping: Self.rows, by: \.language).mapValues(\.count)
    #expect(counts.count == 7)
    #expect(counts.values.allSatisfy { $0 >= 12 }, "\(counts)")
  }

  @Test(arguments: rows)
  func `a move that is proposed, a day that nothing is told of and what is off are marked`(
    row: ClaimRow
  ) throws {
    let found = try claims(row).map { claim in
      let marks = [
        (claim.isNegated, "negated"), (claim.isHedged, "hedged"),
        (claim.isSuperseded, "superseded"), (claim.isPostponed, "postponed"),
        (claim.isProposed, "proposed"), (claim.isUnsettled, "unsettled"),
        (claim.callingOff != nil, claim.callingOff?.rawValue ?? ""),
      ]
      return ([claim.due?.description ?? "-"] + marks.filter(\.0).map(\.1)).joined(separator: " ")
    }
    #expect(found == row.claims)
  }

  @Test(arguments: rows)
  func `no day is due, and none has moved, by what is only proposed or is off`(row: ClaimRow) throws
  {
    let found = try claims(row)
    let said = CalendarDate(iso: row.published) ?? CalendarDate(dayNumber: 0)
    for claim in found where claim.isProposed || claim.callingOff != nil {
      #expect(!claim.looksForward(from: said))
    }
    guard found.contains(where: \.isProposed) else { return }
    #expect(ClaimMove.stated(in: found) == [])
  }

  @Test func `a proposed move names the day that stands, where the sentence does`() throws {
    func moves(_ text: String) throws -> [String] {
      let row = ClaimRow(language: "en", published: "2026-08-01", claims: [], text: text)
      return ClaimMove.proposed(in: try claims(row)).map { "\($0.from) \($0.to)" }
    }
    let market = "the single gas market of Belarus and Russia"
    #expect(
      try moves("Minsk proposed to postpone \(market) from 1 January 2027 to 1 January 2028.")
        == ["2027-01-01 2028-01-01"])
    #expect(
      try moves("Minsk proposed to postpone \(market) to 1 January 2028.")
        == ["2028-01-01 2028-01-01"])
    #expect(try moves("\(market) was postponed from 1 January 2027 to 1 January 2028.") == [])
  }
}
