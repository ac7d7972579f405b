import BriefModel
import BriefTopics
import Foundation
import Testing

/// What a sentence says of its dates beside naming them: denied, feared, given up, put off.
struct ClaimStandingTests {
  private static let denied = ClaimRow.rows("denied.txt")
  private static let moved = ClaimRow.rows("moved.txt")

  private func claims(_ text: String, _ language: String, _ published: String) -> [DatedClaim] {
    ClaimFinder().claims(
      title: nil, text: text, published: CalendarDate(iso: published), language: language,
      topics: [])
  }

  private func marked(_ row: ClaimRow) -> [String] {
    claims(row.text, row.language, row.published).map { claim in
      let marks = [
        (claim.isNegated, "negated"), (claim.isHedged, "hedged"),
        (claim.isSuperseded, "superseded"), (claim.isPostponed, "postponed"),
      ]
      return ([claim.due?.description ?? "-"] + marks.filter(\.0).map(\.1)).joined(separator: " ")
    }
  }

  @Test(arguments: [denied, moved])
  func `each language has its sentences`(rows: [ClaimRow]) {
    let counts = Dictionary(grouping: rows, by: \.language).mapValues(\.count)
    #expect(counts.count == 7)
    #expect(counts.values.allSatisfy { $0 >= 10 }, "\(counts)")
  }

  @Test(arguments: denied)
  func `what is denied is negated, what is feared is hedged, and neither moves a day`(row: ClaimRow)
  {
    #expect(marked(row) == row.claims)
  }

  @Test(arguments: moved)
  func `a day that was given up is superseded, and one without it is marked`(row: ClaimRow) {
    #expect(marked(row) == row.claims)
  }

  @Test func `the day of a denial is not the day of what was denied`() {
    let found = claims(
      "Minsk denied on 12 March 2026 that the treaty would be signed by 1 July 2026.", "en",
      "2026-05-01")
    #expect(found.map(\.kind) == [.event, .signing])
  }

  @Test(arguments: [
    ("en", "A draft of the treaty was signed off by experts on 20 April 2026.", false),
    ("en", "Ministers signed off on the text of the treaty on 20 April 2026.", false),
    ("ru", "Проект договора подписан экспертами 20 апреля 2026 года.", false),
    ("pl", "Projekt umowy podpisali eksperci 20 kwietnia 2026 r.", false),
    ("de", "Der Entwurf des Vertrags wurde am 20. April 2026 von Experten unterzeichnet.", false),
    ("uk", "Проєкт договору підписали експерти 20 квітня 2026 року.", false),
    ("be", "Праект дагавора падпісалі эксперты 20 красавіка 2026 года.", false),
    ("lt", "Sutarties projektą ekspertai pasirašė 2026 m. balandžio 20 d.", false),
    ("en", "The treaty was signed by the presidents on 20 April 2026.", true),
    ("en", "The draft treaty was signed on 20 April 2026.", true),
    ("ru", "Договор подписан президентами 20 апреля 2026 года.", true),
    ("pl", "Umowę podpisali prezydenci 20 kwietnia 2026 r.", true),
  ])
  func `a draft that experts signed off is no treaty that was signed`(
    _ language: String, _ text: String, _ isSigning: Bool
  ) {
    #expect(claims(text, language, "2026-05-20").map { $0.kind == .signing } == [isSigning])
  }

  @Test func `a claim is written as before where nothing was put off, and read without the mark`()
    throws
  {
    var claim = try #require(
      claims("It was put off until 1 January 2028.", "en", "2026-02-01").first)
    let encoder = JSONEncoder()
    #expect(try String(decoding: encoder.encode(claim), as: UTF8.self).contains("postponed\""))
    #expect(try JSONDecoder().decode(DatedClaim.self, from: encoder.encode(claim)) == claim)
    claim.isPostponed = false
    let plain = try encoder.encode(claim)
    #expect(!String(decoding: plain, as: UTF8.self).contains("postponed\""))
    #expect(try JSONDecoder().decode(DatedClaim.self, from: plain) == claim)
  }
}
