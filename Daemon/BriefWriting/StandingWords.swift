import BriefModel
import BriefStore
import GRDB

/// What the version before said of dates and figures, and since when. An edit elsewhere in the text
/// says none of it again.
struct StandingWords {
  struct Claim {
    var claim: DatedClaim
    var said: CalendarDate
  }

  struct Number {
    var figure: Figure
    var said: CalendarDate
  }

  var claims: [Claim] = []
  var figures: [Number] = []

  /// Of the version before a place; nothing of a first version.
  static func of(_ place: TopicRows.Place, in db: Database) throws -> StandingWords {
    guard place.version > 1 else { return StandingWords() }
    let arguments: StatementArguments = [place.publication, place.version - 1]
    var words = StandingWords()
    words.claims = try rows(db, "claim", arguments) { text, said in
      Claim(claim: try StoreJSON.value(DatedClaim.self, text), said: said)
    }
    words.figures = try rows(db, "figure", arguments) { text, said in
      Number(figure: try StoreJSON.value(Figure.self, text), said: said)
    }
    return words
  }

  private static func rows<Value>(
    _ db: Database, _ table: String, _ arguments: StatementArguments,
    _ value: (String, CalendarDate) throws -> Value
  ) throws -> [Value] {
    let sql =
      "SELECT \(table), said FROM \(table) WHERE publication = ? AND version = ? ORDER BY ordinal"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
      let record = "a \(table) of the version before"
      return try value(
        try row.value(table, of: record),
        CalendarDate(dayNumber: try row.value("said", of: record)))
    }
  }

  /// The day on which a date was said, where the sentence with it stood there before; `nil` for one
  /// that is new.
  func said(_ claim: DatedClaim) -> CalendarDate? {
    claims.first { $0.claim.says(claim) }?.said
  }

  /// The same for a figure.
  func said(_ figure: Figure) -> CalendarDate? {
    figures.first { $0.figure.says(figure) }?.said
  }
}
