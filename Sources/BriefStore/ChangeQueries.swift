package import BriefModel
import Foundation
import GRDB

/// Which changes to give.
package struct ChangeFilter: Hashable, Sendable {
  package var source: SourceID?
  /// One of them is enough; empty holds for all.
  package var topics: Set<TopicID>
  package var language: String?
  package var kinds: Set<Change.Kind>
  package var since: Timestamp?
  package var until: Timestamp?
  /// Of one publication the versions that only upgrade its text are given too: they are no changes
  /// of its own.
  package var publication: PublicationID?
  /// The last revision to look at.
  package var through: Revision?
  /// The first so many; `nil` is all.
  package var limit: Int?
  /// The last so many instead of the first.
  package var newestFirst: Bool

  package init(
    source: SourceID? = nil, topics: Set<TopicID> = [], language: String? = nil,
    kinds: Set<Change.Kind> = [],
    since: Timestamp? = nil, until: Timestamp? = nil, publication: PublicationID? = nil,
    through: Revision? = nil, limit: Int? = nil,
    newestFirst: Bool = false
  ) {
    self.source = source
    self.topics = topics
    self.language = language
    self.kinds = kinds
    self.since = since
    self.until = until
    self.publication = publication
    self.through = through
    self.limit = limit
    self.newestFirst = newestFirst
  }
}

extension StoreSnapshot {
  /// The changes after a revision, in the order of the chain. Costs as much as the changes it
  /// gives: it walks the primary key from the cursor on.
  package func changes(after revision: Revision, _ filter: ChangeFilter = ChangeFilter()) throws
    -> [Change]
  {
    // Each end of the walk is one number: of two conditions for it SQLite would walk by one and
    // look at every row for the other. Times never run backwards along the chain, so a time is a
    // place in it.
    var first = revision
    if let since = filter.since {
      guard let begin = try firstRevision(notBefore: since) else { return [] }
      first = max(first, Revision(begin.number - 1))
    }
    var last = filter.through
    if let until = filter.until {
      let end = try lastRevision(asOf: until)
      last = last.map { min($0, end) } ?? end
    }
    var conditions = ["c.revision > ?"]
    var arguments: StatementArguments = [first.number]
    func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      conditions.append(condition)
      arguments += [value]
    }
    require("c.revision <= ?", last?.number)
    require("s.id = ?", filter.source?.rawValue)
    require(
      """
      EXISTS (SELECT 1 FROM mention m WHERE m.topic IN (SELECT value FROM json_each(?))
        AND m.publication = c.publication AND m.version <= c.version AND m.version >= c.version
          - (c.kind = 'revised' AND length(c.differences) > 0))
      """, Self.list(filter.topics))
    require(Self.speaks("v.language"), filter.language)
    if filter.publication == nil {
      conditions.append("NOT (c.kind = 'revised' AND length(c.differences) = 0)")
    }
    require("p.id = ?", filter.publication.map { Data($0.bytes) })
    if filter.kinds.count == 1 {
      // Walked by the kind: of a rare one a page would else cost the whole store.
      require("c.kind = ?", filter.kinds.first?.rawValue)
    } else if !filter.kinds.isEmpty {
      // The sign keeps the walk in the order of the chain.
      let marks = filter.kinds.map { _ in "?" }.joined(separator: ",")
      conditions.append("+c.kind IN (\(marks))")
      arguments += StatementArguments(filter.kinds.map(\.rawValue))
    }
    let order = filter.newestFirst ? "DESC" : "ASC"
    let sql = """
      SELECT c.*, r.time, p.id, s.id AS source_id, \(Self.versionLink) AS link, v.series,
        h.title, h.number, h.version AS newest
      FROM change c
      JOIN revision r ON r.number = c.revision
      JOIN publication p ON p.n = c.publication
      JOIN source s ON s.n = p.source
      JOIN version v ON v.publication = c.publication AND v.number = c.version
      JOIN head h ON h.publication = c.publication
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY c.revision \(order), c.ordinal \(order) LIMIT ?
      """
    arguments += [filter.limit ?? -1]
    return try readable(sql, arguments, change)
  }

  /// The first revision of a moment or later; `nil` when there is none.
  private func firstRevision(notBefore time: Timestamp) throws -> Revision? {
    let sql = "SELECT number FROM revision WHERE time >= ? ORDER BY time, number LIMIT 1"
    return try Int64.fetchOne(db, sql: sql, arguments: [time.seconds]).map(Revision.init)
  }

  private func change(_ row: Row) throws -> Change {
    let revision: Int64 = try row.value("revision", of: "a change")
    let ordinal: Int = try row.value("ordinal", of: "a change of revision \(revision)")
    let record = "change \(ordinal) of revision \(revision)"
    guard let kind = Change.Kind(rawValue: try row.value("kind", of: record)) else {
      throw StoreTrouble.damaged(record: record, detail: "unknown kind")
    }
    let version: Int = try row.value("version", of: record)
    let publication: Int64 = try row.value("publication", of: record)
    var title: String? = try row.optional("title", of: record)
    var number: String? = try row.optional("number", of: record)
    if version != (try row.value("newest", of: record)),
      case .kept(let content) = try keptContent(publication: publication, number: version)
    {
      // The head speaks of the newest version; an older one says for itself what it was called,
      // unless it was pruned.
      title = content.title
      number = content.number
    }
    let differences = try DifferencesAtRest.differences(
      try row.bytes("differences", of: record), of: record)
    let isSilent: Bool? = try row.optional("silent", of: record)
    return Change(
      revision: Revision(revision), ordinal: ordinal, time: try row.time("time", of: record),
      kind: kind,
      publication: PublicationReference(
        id: try publicationID(try row.bytes("id", of: record)),
        source: SourceID(try row.value("source_id", of: record)), title: title,
        link: try row.optional("link", of: record), series: try row.optional("series", of: record),
        number: number),
      version: version, isSilent: differences.isEmpty ? nil : isSilent, differences: differences,
      topics: try topics(
        publication: publication, version: version,
        withReplaced: kind == .revised && !differences.isEmpty))
  }
}
