import BriefModel
import Foundation
import GRDB

/// Puts together again what a revision recorded, from the stored rows and nothing else.
struct RevisionReading {
  let snapshot: StoreSnapshot
  let number: Int64
  /// Takes what cannot be read; the rest of the revision is read all the same. Without it the first such
  /// record ends the reading.
  var skip: ((Finding) -> Void)?

  private var db: Database { snapshot.db }
  private var record: String { "revision \(number)" }

  /// The entry as stored, and the record to compute it from. `nil` when there is no such revision.
  func read() throws -> (entry: Digest, record: RevisionRecord)? {
    let sql = """
      SELECT r.origin, r.sequence, r.time, r.entry, s.id AS source_id FROM revision r
      JOIN source s ON s.n = r.source WHERE r.number = ?
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { return nil }
    var revision = RevisionRecord(
      origin: try row.value("origin", of: record), sequence: try row.value("sequence", of: record),
      time: try row.time("time", of: record),
      source: SourceID(try row.value("source_id", of: record)))
    revision.publications = try rows(
      "SELECT * FROM publication WHERE revision = ?", publication)
    revision.aliases = try rows(
      """
      SELECT a.kind, a.identity, p.id FROM alias a JOIN publication p ON p.n = a.publication
      WHERE a.revision = ?
      """, alias)
    revision.versions = try rows(
      """
      SELECT v.*, \(StoreSnapshot.versionLink) AS said_link, p.id AS publication_id,
        coalesce(v.raw_digest, r.raw_digest) AS document_digest,
        coalesce(v.facts, r.facts) AS document_facts
      FROM change c JOIN version v ON v.publication = c.publication AND v.number = c.version
      JOIN publication p ON p.n = v.publication
      JOIN revision r ON r.number = c.revision
      WHERE c.revision = ? AND c.kind IN ('added', 'revised')
      """, version)
    revision.changes = try rows(
      """
      SELECT c.*, p.id AS publication_id FROM change c JOIN publication p ON p.n = c.publication
      WHERE c.revision = ?
      """, change)
    revision.sealedCoverage = try rows(
      "SELECT first, last FROM coverage WHERE revision = ?"
    ) { row in
      CoverageRecord(
        first: try row.time("first", of: record), last: try row.time("last", of: record))
    }.first
    revision.sort()
    return (try snapshot.digest(try row.bytes("entry", of: record), of: record), revision)
  }

  private func rows<Value>(_ sql: String, _ value: (Row) throws -> Value) throws -> [Value] {
    guard let skip else { return try Row.fetchAll(db, sql: sql, arguments: [number]).map(value) }
    var values: [Value] = []
    do {
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [number])
      while let row = try rows.next() {
        do {
          values.append(try value(row))
        } catch {
          skip(Finding(error, of: record))
        }
      }
    } catch {
      skip(Finding(error, of: record))
    }
    return values
  }

  private func publication(_ row: Row) throws -> PublicationRecord {
    let name = "a publication of \(record)"
    return PublicationRecord(
      id: try snapshot.publicationID(try row.bytes("id", of: name)),
      identity: Identity(
        kind: try kind(try row.value("identity_kind", of: name), of: name),
        value: try row.value("identity", of: name)),
      firstSeen: try row.time("first_seen", of: name))
  }

  private func alias(_ row: Row) throws -> Alias {
    let name = "a second identity of \(record)"
    return Alias(
      identity: Identity(
        kind: try kind(try row.value("kind", of: name), of: name),
        value: try row.value("identity", of: name)),
      publication: try snapshot.publicationID(try row.bytes("id", of: name)))
  }

  private func kind(_ text: String, of name: String) throws -> Identity.Kind {
    guard let kind = Identity.Kind(rawValue: text) else {
      throw StoreTrouble.damaged(record: name, detail: "unknown kind of identity")
    }
    return kind
  }

  private func version(_ row: Row) throws -> VersionRecord {
    let publication = try snapshot.publicationID(
      try row.bytes("publication_id", of: "a version of \(record)"))
    let number: Int = try row.value("number", of: "a version of \(publication)")
    let name = "version \(number) of \(publication)"
    guard try row.value("revision", of: name) == self.number else {
      throw StoreTrouble.damaged(record: name, detail: "its row names another revision")
    }
    let content: KeptContent
    do {
      content = try snapshot.keptContent(
        publication: try row.value("publication", of: name), number: number)
    } catch StoreTrouble.damaged(_, let detail) {
      throw StoreTrouble.damaged(record: name, detail: detail)
    }
    let id = VersionID(try snapshot.digest(try row.bytes("id", of: name), of: name))
    if case .kept(let content) = content, Fingerprint.version(content) != id {
      throw StoreTrouble.damaged(record: name, detail: "its content has another digest")
    }
    return VersionRecord(
      publication: publication, number: number, id: id, content: content,
      updated: try row.optionalTime("updated", of: name),
      link: try row.optional("said_link", of: name),
      language: try row.optional("language", of: name),
      publisher: try row.optional("publisher", of: name),
      series: try row.optional("series", of: name),
      correction: try row.optional("correction", of: name),
      categories: try StoreJSON.value(
        [String].self, try row.value("categories", of: name), of: name),
      rawDigest: try snapshot.digest(try row.bytes("document_digest", of: name), of: name),
      facts: try row.value("document_facts", of: name))
  }

  private func change(_ row: Row) throws -> ChangeRecord {
    let ordinal: Int = try row.value("ordinal", of: "a change of \(record)")
    let name = "change \(ordinal) of \(record)"
    guard let kind = Change.Kind(rawValue: try row.value("kind", of: name)) else {
      throw StoreTrouble.damaged(record: name, detail: "unknown kind")
    }
    let withdrawal: String? = try row.optional("presence", of: name)
    return ChangeRecord(
      ordinal: ordinal, kind: kind,
      publication: try snapshot.publicationID(try row.bytes("publication_id", of: name)),
      version: try row.value("version", of: name), isSilent: try row.optional("silent", of: name),
      withdrawal: try withdrawal.map { text in
        guard let reason = Presence.Withdrawal(rawValue: text) else {
          throw StoreTrouble.damaged(record: name, detail: "unknown way of withdrawal")
        }
        return reason
      },
      differences: try DifferencesAtRest.unfold(try row.bytes("differences", of: name), of: name))
  }
}

extension Finding {
  /// What a failure says of a record, or of the one that it names itself.
  init(_ error: any Error, of record: String) {
    switch error {
    case StoreTrouble.damaged(let record, let detail): self.init(record: record, detail: detail)
    case let error as DatabaseError:
      self.init(record: record, detail: "its rows cannot be read (\(error.message ?? "\(error)"))")
    default: self.init(record: record, detail: "its rows cannot be read (\(error))")
    }
  }
}
