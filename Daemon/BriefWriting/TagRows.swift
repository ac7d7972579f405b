import BriefModel
import BriefStore
import GRDB

/// What the tables have, or are to have, of one version's tagging; without the number of the catalogue
/// that found it.
struct TagRows: Equatable {
  struct Claim: Equatable {
    var topic: String?
    var kind: String
    /// Day numbers.
    var due: Int64?
    var said: Int64
    var bearing: Int64
    var words: [UInt8]
    /// JSON.
    var claim: [UInt8]
  }

  struct Number: Equatable {
    var topic: String
    var said: Int64
    /// JSON.
    var figure: [UInt8]
  }

  struct Move: Equatable {
    var topic: String
    var kind: String
    /// Day numbers.
    var from: Int64
    var to: Int64
    var way: String
    var said: Int64
    /// The ordinal of the claim with the new date.
    var claim: Int64
  }

  /// In order.
  var topics: [String] = []
  /// zstd of JSON; `nil` without a topic.
  var passages: [UInt8]?
  var claims: [Claim] = []
  var figures: [Number] = []
  var moves: [Move] = []
}

extension TagRows {
  /// The rows of a tagging beside the version before, and the dates that moved, in the text itself or against
  /// that version.
  static func made(
    of tagging: Tagging, at place: TopicRows.Place, in db: Database
  ) throws -> (rows: TagRows, moves: [ClaimMove]) {
    var rows = TagRows()
    rows.topics = Set(tagging.mentions.map(\.topic)).sorted().map(\.rawValue)
    if !tagging.mentions.isEmpty {
      // By topic, those of one in the order of the text.
      let sorted = tagging.mentions.enumerated().sorted {
        ($0.element.topic, $0.offset) < ($1.element.topic, $1.offset)
      }
      rows.passages = try Compression.compress(RowJSON.bytes(sorted.map(\.element)))
    }
    let before = try StandingWords.of(place, in: db)
    rows.claims = tagging.claims.map {
      Claim($0, said: before.said($0) ?? place.said, at: place)
    }
    rows.figures = tagging.figures.map { figure in
      Number(
        topic: figure.topic.rawValue,
        said: Int64((before.said(figure) ?? place.said).dayNumber), figure: RowJSON.bytes(figure))
    }
    guard !tagging.claims.isEmpty else { return (rows, []) }
    var moves = ClaimMove.stated(in: tagging.claims)
    if place.version > 1 {
      let before = before.claims.map(\.claim)
      let known = ClaimMove.stated(in: before)
      moves.removeAll { move in known.contains { $0.isSame(as: move) } }
      moves += ClaimMove.edited(from: before, to: tagging.claims)
    }
    let proposed = ClaimMove.proposed(in: tagging.claims)
    rows.moves = (moves + proposed).map { Move($0, among: tagging.claims, said: place.said) }
    return (rows, moves)
  }

  /// The rows that a version has.
  static func known(at place: TopicRows.Place, in db: Database) throws -> TagRows {
    let version: [ColumnValue] = [.integer(place.publication), .integer(place.version)]
    let record = "a version's tags"
    var rows = TagRows()
    func each(_ columns: String, _ table: String, _ take: (RowColumns) throws -> Void) throws {
      let order = table == "mention" ? "topic" : table == "passage" ? "version" : "ordinal"
      try RowStatement(
        db,
        "SELECT \(columns) FROM \(table) WHERE publication = ? AND version = ? ORDER BY \(order)"
      ).forEachRow(version, take)
    }
    try each("topic", "mention") { rows.topics.append(try $0.text(0, of: record)) }
    try each("passages", "passage") { rows.passages = try $0.bytes(0, of: record) }
    try each("topic, kind, due, said, bearing, words, claim", "claim") {
      rows.claims.append(
        Claim(
          topic: try $0.optionalText(0, of: record), kind: try $0.text(1, of: record),
          due: try $0.optionalInteger(2, of: record), said: try $0.integer(3, of: record),
          bearing: try $0.integer(4, of: record), words: try $0.bytes(5, of: record),
          claim: Array(try $0.text(6, of: record).utf8)))
    }
    try each("topic, said, figure", "figure") {
      rows.figures.append(
        Number(
          topic: try $0.text(0, of: record), said: try $0.integer(1, of: record),
          figure: Array(try $0.text(2, of: record).utf8)))
    }
    try each("topic, kind, from_due, to_due, way, said, claim", "claim_move") {
      rows.moves.append(
        Move(
          topic: try $0.text(0, of: record), kind: try $0.text(1, of: record),
          from: try $0.integer(2, of: record), to: try $0.integer(3, of: record),
          way: try $0.text(4, of: record), said: try $0.integer(5, of: record),
          claim: try $0.integer(6, of: record)))
    }
    return rows
  }
}

extension TagRows.Claim {
  fileprivate init(_ dated: DatedClaim, said: CalendarDate, at place: TopicRows.Place) {
    let isPlain = !dated.isSuperseded && dated.topic != nil
    topic = dated.topic?.rawValue
    kind = dated.kind.rawValue
    // What is called off in a sentence without a day is found under the day on which it was said.
    let day = dated.due ?? (dated.callingOff == nil ? nil : said)
    due = isPlain ? day.map { Int64($0.dayNumber) } : nil
    self.said = Int64(said.dayNumber)
    bearing = dated.looksForward(from: place.written) ? 1 : dated.isNegated ? -1 : 0
    words = Array(ClaimWords(passage: dated.passage, date: dated.text).bytes)
    claim = RowJSON.bytes(dated)
  }
}

extension TagRows.Move {
  fileprivate init(_ move: ClaimMove, among claims: [DatedClaim], said: CalendarDate) {
    let claim = claims.firstIndex {
      $0.topic == move.topic && $0.due == move.to && $0.passage == move.passage
    }
    topic = move.topic.rawValue
    kind = move.kind.rawValue
    (from, to) = (Int64(move.from.dayNumber), Int64(move.to.dayNumber))
    way = move.way.rawValue
    self.said = Int64(said.dayNumber)
    self.claim = Int64(claim ?? 0)
  }
}

extension ClaimMove {
  fileprivate func isSame(as other: ClaimMove) -> Bool {
    topic == other.topic && from == other.from && to == other.to && way == other.way
  }
}
