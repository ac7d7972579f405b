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

  /// Counts and chain as they were at the end of a revision. What the configuration says, and how
  /// polls go, is not kept: sources are those of today.
  package func summary(asOf revision: Revision, moment: Timestamp) throws -> StoreSummary {
    var summary = try summary()
    func count(_ sql: String, _ argument: Int64) throws -> Int {
      try Int.fetchOne(db, sql: sql, arguments: [argument]) ?? 0
    }
    let number = revision.number
    summary.revision = revision
    summary.publications = try count(
      "SELECT count(*) FROM publication WHERE revision <= ?", number)
    summary.versions = try count("SELECT count(*) FROM version WHERE revision <= ?", number)
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

  /// Each source as its last poll up to a moment left it, as far as the poll log reaches back.
  package func sourceStates(asOf revision: Revision, moment: Timestamp) throws -> [SourceState] {
    try sourceStates().map { state in
      var then = SourceState(id: state.id, url: state.url, kind: state.kind, state: .neverPolled)
      let record = "source \(state.id)"
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM publication p WHERE p.source = s.n AND p.revision <= ?),
            l.time, l.state, l.detail, l.trouble_since, l.last_success, l.next_poll, l.failures,
            l.oddities, l.moved_to
          FROM source s LEFT JOIN poll l ON l.source = s.n AND l.slot =
            (SELECT slot FROM poll x WHERE x.source = s.n AND x.time <= ?
              ORDER BY x.time DESC LIMIT 1)
          WHERE s.id = ?
          """, arguments: [revision.number, moment.seconds, state.id.rawValue])
      guard let row else { return then }
      then.publications = try row.value(at: 0, of: record)
      guard let time = timestamp(try row.optional(at: 1, of: record)) else {
        // Publications without a poll in the log: the log does not reach back that far.
        if then.publications > 0 { then.state = .ok }
        return then
      }
      guard let word = SourceState.State(rawValue: try row.value(at: 2, of: record)) else {
        throw StoreTrouble.damaged(record: record, detail: "unknown state in the poll log")
      }
      then.state = word
      then.lastPoll = time
      then.troubleSince = timestamp(try row.optional(at: 4, of: record))
      // A good poll's detail is a warning, and no reason.
      if then.troubleSince != nil { then.reason = try row.optional(at: 3, of: record) }
      then.lastSuccess = timestamp(try row.optional(at: 5, of: record))
      then.nextPoll = timestamp(try row.optional(at: 6, of: record))
      then.consecutiveFailures = try row.value(at: 7, of: record)
      then.oddities = try StoreJSON.value(
        [SourceOddity].self, try row.value(at: 8, of: record), of: record)
      then.movedTo = try row.optional(at: 9, of: record)
      return then
    }
  }

  private static var publicationsAsOf: String {
    """
    SELECT p.n, p.id, p.identity_kind, p.identity, p.first_seen, s.id AS source_id,
      v.number AS version, v.link, v.language, v.publisher, v.series, c.kind AS last_kind,
      c.presence AS last_withdrawal, r.time AS changed
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
      && (language == nil || publication.language == language)
      && (topics.isEmpty || !topics.isDisjoint(with: publication.topics))
      && (since.map { publication.lastChanged >= $0 } ?? true)
      && (until.map { publication.lastChanged <= $0 } ?? true)
  }
}
