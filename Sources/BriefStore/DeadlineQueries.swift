package import BriefModel
import Foundation
import GRDB

/// What the ledger of deadlines is drawn up from.
extension StoreSnapshot {
  /// The ledger's lines up to a revision, `nil` for all; of some topics, or of all.
  package func deadlineLines(
    topics: Set<TopicID>?, until revision: Revision?, ledger: DeadlineLedger
  ) throws -> [DeadlineLedger.Line] {
    let last = revision?.number ?? Int64.max
    let groups = try deadlineGroups(topics, last)
    let moves = try deadlineMoves(topics, last)
    return try ledger.lines(
      groups: groups, moves: moves.filter { $0.way != .proposed },
      reports: deadlineReports(topics, last, after: groups.map(\.first.said).min()),
      proposals: moves.filter { $0.way == .proposed }.map(proposal))
  }

  /// The statement at a place of the ledger.
  package func statement(
    at place: DeadlineLedger.Place, said: CalendarDate
  ) throws -> Deadline.Statement {
    let record = "claim \(place.ordinal + 1) of version \(place.version)"
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT c.claim, p.id, s.id AS source, h.title, h.link, h.series, h.number FROM claim c
          JOIN publication p ON p.n = c.publication JOIN source s ON s.n = p.source
          JOIN head h ON h.publication = c.publication
          WHERE c.publication = ? AND c.version = ? AND c.ordinal = ?
          """), arguments: [place.publication, place.version, place.ordinal])
    guard let row else {
      throw StoreTrouble.damaged(record: record, detail: "the ledger names it, and it is not there")
    }
    let claim = try StoreJSON.value(DatedClaim.self, try row.value("claim", of: record))
    return Deadline.Statement(
      said: said,
      publication: PublicationReference(
        id: try publicationID(try row.bytes("id", of: record)),
        source: SourceID(try row.value("source", of: record)),
        title: try row.optional("title", of: record), link: try row.optional("link", of: record),
        series: try row.optional("series", of: record),
        number: try row.optional("number", of: record)),
      version: place.version, text: claim.text, passage: claim.passage)
  }

  /// Ids of sources by their local numbers.
  package func sourceIDs() throws -> [Int64: SourceID] {
    try Row.fetchAll(db, sql: "SELECT n, id FROM source").reduce(into: [:]) { ids, row in
      ids[try row.value("n", of: "a source")] = SourceID(try row.value("id", of: "a source"))
    }
  }

  private func deadlineGroups(
    _ topics: Set<TopicID>?, _ last: Int64
  ) throws -> [DeadlineLedger.Group] {
    // SQLite takes the bare columns from the row that min() or max() found.
    func query(_ extreme: String) -> String {
      """
      SELECT topic, kind, due, count(*) AS statements,
        group_concat(DISTINCT source) AS sources, \(extreme)(said * 4294967296 + revision) AS moment,
        said, revision, publication, version, ordinal
      FROM claim WHERE bearing = 1 AND revision <= ? \(Self.restriction(topics))
      GROUP BY topic, kind, due ORDER BY topic, kind, due
      """
    }
    let arguments = Self.arguments(last, topics)
    let firsts = try readable(query("min"), arguments) { row in try group(row) }
    var groups: [DeadlineLedger.Key: DeadlineLedger.Group] = [:]
    for group in firsts { groups[group.key] = group }
    for group in try readable(query("max"), arguments, { row in try group(row) }) {
      groups[group.key]?.last = group.first
    }
    for (key, edited) in try edited(topics, last) {
      let publications = edited.retracted
      let standing = edited.named.subtracting(publications)
      groups[key]?.publications = standing.isEmpty ? edited.named : standing
      groups[key]?.count -= edited.repeated
      groups[key]?.retracted = publications.count
      guard !publications.isEmpty else { continue }
      if let sources = try standingSources(key, except: publications, last) {
        groups[key]?.sources = sources
      }
    }
    return try firsts.compactMap { groups[$0.key] }.map { group in
      var group = group
      (group.first.words, group.isPostponed) = try words(at: group.first.place)
      return group
    }
  }

  /// What edits and withdrawals did to a day of the ledger.
  private struct Edited {
    /// Publications that named it.
    var named: Set<Int64> = []
    /// Publications that named it and name it no more: a newer version has it not, or they are withdrawn.
    var retracted: Set<Int64> = []
    /// Statements of publications beyond the first of each.
    var repeated = 0
  }

  private func edited(
    _ topics: Set<TopicID>?, _ last: Int64
  ) throws -> [DeadlineLedger.Key: Edited] {
    // From the statements, which are few: a store may have edited every publication.
    let sql = """
      SELECT topic, kind, due, publication, count(*) - 1 AS repeated,
        max(version) < (SELECT max(number) FROM version v
          WHERE v.publication = c.publication AND v.revision <= ?1)
        OR coalesce((SELECT kind FROM change w WHERE w.publication = c.publication
          AND w.revision <= ?1 AND w.kind IN ('withdrawn', 'restored')
          ORDER BY w.revision DESC, w.ordinal DESC LIMIT 1), '') = 'withdrawn' AS is_gone
      FROM claim c WHERE bearing = 1 AND revision <= ?1
      GROUP BY topic, kind, due, publication
      """
    var found: [DeadlineLedger.Key: Edited] = [:]
    let rows = try readable(sql, [last]) { row in
      let record = "a deadline"
      return (
        key: try key(row), publication: try row.value("publication", of: record) as Int64,
        repeated: try row.value("repeated", of: record) as Int,
        isGone: try row.value("is_gone", of: record) as Bool
      )
    }
    for row in rows where topics?.contains(row.key.topic) ?? true {
      found[row.key, default: Edited()].repeated += row.repeated
      found[row.key]?.named.insert(row.publication)
      if row.isGone { found[row.key]?.retracted.insert(row.publication) }
    }
    return found
  }

  /// The sources that name a day still; `nil` where none does.
  private func standingSources(
    _ key: DeadlineLedger.Key, except publications: Set<Int64>, _ last: Int64
  ) throws -> Set<Int64>? {
    let sql = """
      SELECT DISTINCT publication, source FROM claim WHERE bearing = 1 AND topic = ? AND kind = ?
        AND due = ? AND revision <= ?
      """
    let arguments: StatementArguments = [
      key.topic.rawValue, key.kind.rawValue, key.due.dayNumber, last,
    ]
    let sources = try readable(sql, arguments) { row in
      (
        try row.value("publication", of: "a deadline") as Int64,
        try row.value("source", of: "a deadline") as Int64
      )
    }
    .filter { !publications.contains($0.0) }.map(\.1)
    return sources.isEmpty ? nil : Set(sources)
  }

  private func group(_ row: Row) throws -> DeadlineLedger.Group {
    let statement = try statement(row, words: ClaimWords(stems: []))
    let sources: String = try row.value("sources", of: "a deadline")
    return DeadlineLedger.Group(
      key: try key(row), count: try row.value("statements", of: "a deadline"),
      sources: Set(sources.split(separator: ",").compactMap { Int64($0) }), first: statement,
      last: statement)
  }

  private func deadlineMoves(
    _ topics: Set<TopicID>?, _ last: Int64
  ) throws -> [DeadlineLedger.Move] {
    let sql = """
      SELECT topic, kind, from_due, to_due, way, said, revision, publication, version,
        claim AS ordinal
      FROM claim_move WHERE revision <= ? \(Self.restriction(topics)) ORDER BY said
      """
    return try readable(sql, Self.arguments(last, topics)) { row in
      let record = "a moved date"
      guard let way = ClaimMove.Way(rawValue: try row.value("way", of: record)) else {
        throw StoreTrouble.damaged(record: record, detail: "unknown way of moving")
      }
      return DeadlineLedger.Move(
        topic: TopicID(try row.value("topic", of: record)), kind: try kind(row),
        from: CalendarDate(dayNumber: try row.value("from_due", of: record)),
        to: CalendarDate(dayNumber: try row.value("to_due", of: record)), way: way,
        said: CalendarDate(dayNumber: try row.value("said", of: record)),
        revision: try row.value("revision", of: record), place: try place(row))
    }
  }

  private func proposal(_ move: DeadlineLedger.Move) throws -> DeadlineLedger.Proposal {
    DeadlineLedger.Proposal(
      topic: move.topic, from: move.from, to: move.to,
      statement: DeadlineLedger.Statement(
        place: move.place, said: move.said, revision: move.revision,
        words: try words(at: move.place).0))
  }

  private func deadlineReports(
    _ topics: Set<TopicID>?, _ last: Int64, after first: CalendarDate?
  ) throws -> [DeadlineLedger.Report] {
    guard let first else { return [] }
    let sql = """
      SELECT topic, kind, due, bearing, said, revision, words, publication, version, ordinal,
        instr(claim, '"unsettled":true') > 0 AS unsettled,
        CASE WHEN instr(claim, '"calling_off":') > 0 THEN claim ->> '$.calling_off' END
          AS calling_off
      FROM claim
      WHERE bearing < 1 AND due IS NOT NULL AND revision <= ? \(Self.restriction(topics))
        AND due > ? AND (bearing < 0 OR due <= said)
        AND topic IN (SELECT topic FROM claim WHERE bearing = 1)
      ORDER BY topic, due
      """
    let arguments = Self.arguments(last, topics) + [first.dayNumber]
    return try readable(sql, arguments) { row in
      let bytes = try row.bytes("words", of: "a claim")
      return DeadlineLedger.Report(
        key: try key(row), isNegated: (try row.value("bearing", of: "a claim") as Int) < 0,
        isUnsettled: try row.value("unsettled", of: "a claim"),
        callingOff: (try row.optional("calling_off", of: "a claim") as String?)
          .flatMap(DatedClaim.CallingOff.init),
        statement: try statement(row, words: ClaimWords(bytes: bytes) ?? ClaimWords(stems: [])))
    }
  }

  private static func restriction(_ topics: Set<TopicID>?) -> String {
    guard let topics else { return "" }
    return "AND topic IN (\(topics.map { _ in "?" }.joined(separator: ", ")))"
  }

  private static func arguments(_ last: Int64, _ topics: Set<TopicID>?) -> StatementArguments {
    [last] + StatementArguments((topics ?? []).map(\.rawValue).sorted())
  }

  /// The stems of a claim's sentence, and whether it says "postponed to" without the old day.
  private func words(at place: DeadlineLedger.Place) throws -> (ClaimWords, isPostponed: Bool) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT words, instr(claim, '"postponed":true') > 0 AS postponed FROM claim
          WHERE publication = ? AND version = ? AND ordinal = ?
          """),
      arguments: [place.publication, place.version, place.ordinal])
    guard let row, let words = ClaimWords(bytes: try row.bytes("words", of: "a claim")) else {
      return (ClaimWords(stems: []), false)
    }
    return (words, try row.value("postponed", of: "a claim"))
  }

  private func key(_ row: Row) throws -> DeadlineLedger.Key {
    DeadlineLedger.Key(
      topic: TopicID(try row.value("topic", of: "a claim")), kind: try kind(row),
      due: CalendarDate(dayNumber: try row.value("due", of: "a claim")))
  }

  private func kind(_ row: Row) throws -> DatedClaim.Kind {
    guard let kind = DatedClaim.Kind(rawValue: try row.value("kind", of: "a claim")) else {
      throw StoreTrouble.damaged(record: "a claim", detail: "unknown kind")
    }
    return kind
  }

  private func statement(_ row: Row, words: ClaimWords) throws -> DeadlineLedger.Statement {
    DeadlineLedger.Statement(
      place: try place(row),
      said: CalendarDate(dayNumber: try row.value("said", of: "a claim")),
      revision: try row.value("revision", of: "a claim"), words: words)
  }

  private func place(_ row: Row) throws -> DeadlineLedger.Place {
    DeadlineLedger.Place(
      publication: try row.value("publication", of: "a claim"),
      version: try row.value("version", of: "a claim"),
      ordinal: try row.value("ordinal", of: "a claim"))
  }
}
