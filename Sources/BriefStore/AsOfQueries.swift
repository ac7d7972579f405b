package import BriefModel
import Foundation
import GRDB

/// Answers as of a moment: from records, which are never changed, instead of heads, which are.
extension StoreSnapshot {
  /// The publications that were known at the end of a revision, as they were then; the last changed
  /// first.
  package func publications(
    _ filter: PublicationFilter, asOf revision: Revision, moment: Timestamp
  ) throws -> [Publication] {
    let sql = Self.publicationsAsOf + " WHERE p.revision <= ? ORDER BY changed DESC, p.n DESC"
    let number = revision.number
    var publications = try readable(sql, [number, number, number]) { row in
      try publication(row, moment: moment)
    }
    publications.removeAll { !filter.holds(for: $0) }
    return filter.limit.map { Array(publications.prefix($0)) } ?? publications
  }

  /// `nil` when the publication was not known at the end of the revision.
  package func publication(
    _ id: PublicationID, asOf revision: Revision, moment: Timestamp
  ) throws -> Publication? {
    let sql = Self.publicationsAsOf + " WHERE p.revision <= ? AND p.id = ?"
    let number = revision.number
    return try readable(sql, [number, number, number, Data(id.bytes)]) { row in
      try publication(row, moment: moment)
    }.first
  }

  /// Counts and chain as they were at the end of a revision.
  package func summary(asOf revision: Revision, moment: Timestamp) throws -> StoreSummary {
    var summary = try summary()
    func count(_ sql: String, _ argument: Int64) throws -> Int {
      try Int.fetchOne(db, sql: sql, arguments: [argument]) ?? 0
    }
    let number = revision.number
    summary.revision = revision
    summary.sources =
      try Int.fetchOne(
        db, sql: "SELECT count(*)" + Self.sourcesAsOf, arguments: [number, moment.seconds]) ?? 0
    summary.publications = try count(
      "SELECT count(*) FROM publication WHERE revision <= ?", number)
    // Each is what one change made; the index of changes has their kinds.
    summary.versions = try count(
      "SELECT count(*) FROM change WHERE revision <= ? AND kind IN ('added', 'revised')", number)
    summary.changes = try count("SELECT count(*) FROM change WHERE revision <= ?", number)
    summary.chainLength = Int64(
      try count("SELECT count(*) FROM revision WHERE number <= ?", number))
    let entry = try Data.fetchOne(
      db, sql: "SELECT entry FROM revision WHERE number = ?", arguments: [number])
    summary.chainHead = try entry.map { try digest([UInt8]($0), of: "revision \(number)") } ?? .zero
    summary.pendingAlerts = try count(
      "SELECT count(*) FROM outbox WHERE created <= ?1 AND (finished IS NULL OR finished > ?1)",
      moment.seconds)
    summary.parkedAlerts = try count(
      "SELECT count(*) FROM outbox WHERE state = 'parked' AND finished <= ?", moment.seconds)
    return summary
  }

  /// The sources that were configured at a moment, as their last setting or poll up to it left them;
  /// how polls went is told as far as the poll log reaches back.
  package func sourceStates(asOf revision: Revision, moment: Timestamp) throws -> [SourceState] {
    let sql = """
      SELECT s.id, coalesce(g.url, p.url), coalesce(g.kind, p.kind),
        (SELECT count(*) FROM publication b WHERE b.source = s.n AND b.revision <= ?1),
        g.state, g.next_poll, g.moved_to,
        l.time IS NULL OR g.time > l.time OR (g.time = l.time AND g.slot = l.slot),
        l.time, l.state, l.detail, l.trouble_since, l.last_success, l.next_poll, l.failures,
        l.oddities, l.moved_to, l.silent_since
      \(Self.sourcesAsOf) ORDER BY s.id
      """
    return try readable(sql, [revision.number, moment.seconds], pastState)
  }

  /// What was configured at a moment (the second argument), with its last poll. A source whose
  /// settings are not kept, as in an imported store, is known by what it published.
  private static let sourcesAsOf = """
     FROM source s JOIN poll_state p ON p.source = s.n
    LEFT JOIN source_setting g ON g.source = s.n AND g.time =
      (SELECT max(time) FROM source_setting y WHERE y.source = s.n AND y.time <= ?2)
    LEFT JOIN (SELECT source, slot, max(time) FROM poll WHERE time <= ?2 GROUP BY source) x
      ON x.source = s.n
    LEFT JOIN poll l ON l.source = s.n AND l.slot = x.slot
    WHERE coalesce(g.configured,
      EXISTS (SELECT 1 FROM publication b WHERE b.source = s.n AND b.revision <= ?1))
    """

  private func pastState(_ row: Row) throws -> SourceState {
    let id: String = try row.value(at: 0, of: "a source")
    let record = "source \(id)"
    func state(at column: Int) throws -> SourceState.State? {
      guard let word: String = try row.optional(at: column, of: record) else { return nil }
      guard let state = SourceState.State(rawValue: word) else {
        throw StoreTrouble.damaged(record: record, detail: "unknown state in the past")
      }
      return state
    }
    guard let kind = Source.Kind(rawValue: try row.value(at: 2, of: record)) else {
      throw StoreTrouble.damaged(record: record, detail: "unknown kind")
    }
    var then = SourceState(
      id: SourceID(id), url: ShownAddress.of(try row.value(at: 1, of: record)), kind: kind,
      state: .neverPolled)
    then.publications = try row.value(at: 3, of: record)
    let set = try state(at: 4)
    if let time = timestamp(try row.optional(at: 8, of: record)) {
      then.state = try state(at: 9) ?? .neverPolled
      then.lastPoll = time
      then.troubleSince = timestamp(try row.optional(at: 11, of: record))
      // A good poll's detail is a warning, and no reason.
      if then.troubleSince != nil { then.reason = try row.optional(at: 10, of: record) }
      then.lastSuccess = timestamp(try row.optional(at: 12, of: record))
      then.nextPoll = timestamp(try row.optional(at: 13, of: record))
      then.consecutiveFailures = try row.value(at: 14, of: record)
      then.oddities = try StoreJSON.value(
        [SourceOddity].self, try row.value(at: 15, of: record), of: record)
      then.movedTo = try row.optional(at: 16, of: record)
      then.silentSince = timestamp(try row.optional(at: 17, of: record))
    } else if then.publications > 0 {
      // The log does not reach back that far.
      then.state = .ok
    }
    if let set, try row.value(at: 7, of: record) {
      // Nothing was polled between the setting and the moment.
      if then.lastPoll != nil || then.publications == 0 || set == .paused { then.state = set }
      then.nextPoll = timestamp(try row.optional(at: 5, of: record))
      then.movedTo = try row.optional(at: 6, of: record)
    }
    then.movedTo = then.movedTo.map(ShownAddress.of)
    then.reason = then.reason.map(ShownAddress.inText)
    return then
  }

  private static var publicationsAsOf: String {
    """
    SELECT p.n, p.id, p.identity_kind, p.identity, p.first_seen, s.id AS source_id,
      v.number AS version, \(versionLink) AS link, v.language, v.publisher, v.series,
      c.kind AS last_kind, c.presence AS last_withdrawal, r.time AS changed
    FROM publication p
    JOIN source s ON s.n = p.source
    JOIN version v ON v.publication = p.n AND v.number =
      (SELECT max(x.number) FROM version x WHERE x.publication = p.n AND x.revision <= ?)
    JOIN change c ON c.publication = p.n AND c.revision =
      (SELECT max(y.revision) FROM change y WHERE y.publication = p.n AND y.revision <= ?)
      AND c.ordinal = (SELECT max(z.ordinal) FROM change z
        WHERE z.publication = p.n AND z.revision = c.revision)
    JOIN revision r ON r.number = c.revision
    """
  }

  private func publication(_ row: Row, moment: Timestamp) throws -> Publication {
    let id = try publicationID(try row.bytes("id", of: "a publication"))
    let record = "publication \(id)"
    guard let kind = Identity.Kind(rawValue: try row.value("identity_kind", of: record)) else {
      throw StoreTrouble.damaged(record: record, detail: "unknown kind of identity")
    }
    let version: Int = try row.value("version", of: record)
    let local: Int64 = try row.value("n", of: record)
    let content = try keptContent(publication: local, number: version).content
    return Publication(
      reference: PublicationReference(
        id: id, source: SourceID(try row.value("source_id", of: record)), title: content.title,
        link: try row.optional("link", of: record), series: try row.optional("series", of: record),
        number: content.number),
      identity: Identity(kind: kind, value: try row.value("identity", of: record)),
      authors: content.authors, published: content.published,
      language: try row.optional("language", of: record),
      publisher: try row.optional("publisher", of: record),
      topics: try topics(publication: local, version: version),
      presence: try presence(row, publication: local, moment: moment), versions: version,
      firstSeen: try row.time("first_seen", of: record),
      lastChanged: try row.time("changed", of: record))
  }

  /// The presence after the last move up to the moment; where moves are not kept, what the last
  /// change says.
  private func presence(
    _ row: Row, publication: Int64, moment: Timestamp
  ) throws -> Presence {
    if try db.tableExists("presence_move") {
      let sql = """
        SELECT presence, missing_polls, withdrawal FROM presence_move
        WHERE publication = ? AND time <= ? ORDER BY time DESC LIMIT 1
        """
      let move = try Row.fetchOne(db, sql: sql, arguments: [publication, moment.seconds])
      return try move.map(presence) ?? .present
    }
    guard try row.value("last_kind", of: "a change") as String == "withdrawn" else {
      return .present
    }
    let reason: String? = try row.optional("last_withdrawal", of: "a change")
    return .withdrawn(reason.flatMap(Presence.Withdrawal.init) ?? .missing)
  }
}

extension PublicationFilter {
  /// The conditions as SQL has them, for answers that are not made by SQL.
  fileprivate func holds(for publication: Publication) -> Bool {
    (source == nil || publication.reference.source == source)
      && (language.map { publication.isIn($0) } ?? true)
      && (topics.isEmpty || !topics.isDisjoint(with: publication.topics))
      && (since.map { publication.lastChanged >= $0 } ?? true)
      && (until.map { publication.lastChanged <= $0 } ?? true)
  }
}
