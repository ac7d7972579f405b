import BriefModel
import Foundation
import GRDB

/// Checks what is kept beside the records for speed: heads and counts must say what the records say.
package struct DerivedVerification {
  package private(set) var findings: [Finding] = []
  private let snapshot: StoreSnapshot

  package init(_ snapshot: StoreSnapshot) { self.snapshot = snapshot }

  package mutating func run() {
    findings += count(
      "the count of publications", "SELECT publications FROM store",
      "SELECT count(*) FROM publication")
    findings += count(
      "the count of versions", "SELECT versions FROM store", "SELECT count(*) FROM version")
    findings += count(
      "the count of changes", "SELECT changes FROM store", "SELECT count(*) FROM change")
    findings += count(
      "the count of alerts that wait", "SELECT pending FROM outbox_count",
      "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')")
    findings += count(
      "the count of alerts given up", "SELECT parked FROM outbox_count",
      "SELECT count(*) FROM outbox WHERE state = 'parked'")
    findings += each(
      "SELECT s.id FROM poll_state t JOIN source s ON s.n = t.source WHERE t.publications <> "
        + "(SELECT count(*) FROM publication p WHERE p.source = s.n)"
    ) {
      Finding(
        record: "source \(try $0.value("id", of: "a source") as String)",
        detail: "its count of publications is not theirs")
    }
    findings += each(
      "SELECT id FROM publication p WHERE NOT EXISTS (SELECT 1 FROM head h WHERE h.publication = p.n)"
    ) {
      Finding(record: try name($0), detail: "it has no head")
    }
    findings += each(
      "SELECT id FROM publication p WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.publication = p.n)"
    ) {
      Finding(record: try name($0), detail: "it has no version")
    }
    findings += heads() + standings() + dictionaries()
  }

  /// Every head against its newest version.
  private func heads() -> [Finding] {
    let sql = """
      SELECT p.id, h.*, v.id AS true_id, v.number AS true_version, v.updated AS true_updated,
        coalesce(m.link, \(StoreSnapshot.versionLink)) AS true_link, v.language AS true_language, v.publisher AS true_publisher,
        v.series AS true_series, v.correction AS true_correction
      FROM head h JOIN publication p ON p.n = h.publication
      LEFT JOIN link_move m ON m.publication = h.publication
      JOIN version v ON v.publication = h.publication AND v.number =
        (SELECT max(number) FROM version x WHERE x.publication = h.publication)
      """
    return each(sql) { row in
      let record = try name(row)
      for column in ["version", "updated", "link", "language", "publisher", "series", "correction"]
      where (row[column] as DatabaseValue) != (row["true_" + column] as DatabaseValue) {
        return Finding(
          record: "the head of \(record)", detail: "its \(column) is not its version's")
      }
      if (row["version_id"] as DatabaseValue) != (row["true_id"] as DatabaseValue) {
        return Finding(record: "the head of \(record)", detail: "it names another content")
      }
      let content = try snapshot.content(
        publication: try row.value("publication", of: record),
        number: try row.value("version", of: record))
      let isTrue =
        try row.optional("title", of: record) == content.title
        && row.optional("number", of: record) == content.number
        && row.optionalTime("published", of: record) == content.published
        && StoreJSON.value([String].self, row.value("authors", of: record), of: record)
          == content.authors
      return isTrue
        ? nil : Finding(record: "the head of \(record)", detail: "it is not what its version says")
    }
  }

  /// Both copies of each dictionary: with one of them gone, all can still be read.
  private func dictionaries() -> [Finding] {
    each("SELECT n FROM dictionary UNION SELECT n FROM dictionary_copy") { row in
      let number: Int64 = try row.value(at: 0, of: "a dictionary")
      for table in StoreSnapshot.dictionaryTables {
        _ = try snapshot.wholeDictionary(number, in: table)
      }
      return nil
    }
  }

  /// When a head last changed, and where it stands, against the changes and moves that say so.
  private func standings() -> [Finding] {
    let sql = """
      SELECT p.id, h.presence, h.missing_polls, h.withdrawal, h.changed, h.changed_revision,
        c.revision AS true_revision, r.time AS true_changed, m.publication AS moved,
        m.presence AS true_presence, m.missing_polls AS true_missing_polls,
        m.withdrawal AS true_withdrawal
      FROM head h JOIN publication p ON p.n = h.publication
      LEFT JOIN change c ON c.publication = h.publication AND c.revision =
        (SELECT max(revision) FROM change x WHERE x.publication = h.publication)
      LEFT JOIN revision r ON r.number = c.revision
      LEFT JOIN presence_move m ON m.publication = h.publication AND m.time =
        (SELECT max(time) FROM presence_move y WHERE y.publication = h.publication)
      """
    return each(sql) { row in
      let record = try name(row)
      func differs(_ column: String, from other: String) -> Bool {
        (row[column] as DatabaseValue) != (row[other] as DatabaseValue)
      }
      if differs("changed", from: "true_changed")
        || differs("changed_revision", from: "true_revision")
      {
        return Finding(
          record: "the head of \(record)", detail: "it does not stand at its last change")
      }
      let wasMoved = !(row["moved"] as DatabaseValue).isNull
      let isTrue =
        wasMoved
        ? !["presence", "missing_polls", "withdrawal"].contains {
          differs($0, from: "true_" + $0)
        }
        : try row.value("presence", of: record) as String == "present"
      return isTrue
        ? nil : Finding(record: "the head of \(record)", detail: "it is not where it was moved to")
    }
  }

  private func name(_ row: Row) throws -> String {
    "publication \(try snapshot.publicationID(try row.bytes("id", of: "a publication")))"
  }

  private func count(_ what: String, _ kept: String, _ counted: String) -> [Finding] {
    do {
      let numbers = (
        try Int.fetchOne(snapshot.db, sql: kept), try Int.fetchOne(snapshot.db, sql: counted)
      )
      guard numbers.0 != numbers.1 else { return [] }
      return [
        Finding(
          record: what,
          detail: "kept as \(numbers.0 ?? -1), counted as \(numbers.1 ?? -1)")
      ]
    } catch {
      return [Finding(record: what, detail: "it cannot be read (\(error))")]
    }
  }

  private func each(_ sql: String, _ judge: (Row) throws -> Finding?) -> [Finding] {
    var findings: [Finding] = []
    do {
      let rows = try Row.fetchCursor(snapshot.db, sql: sql)
      while let row = try rows.next() {
        do {
          if let finding = try judge(row) { findings.append(finding) }
        } catch StoreTrouble.damaged(let record, let detail) {
          findings.append(Finding(record: record, detail: detail))
        }
      }
    } catch {
      findings.append(
        Finding(record: "a table of the store", detail: "it cannot be read (\(error))"))
    }
    return findings
  }
}

/// The structure of the file itself.
package enum StructureVerification {
  /// What SQLite's own check finds: pages, indices, foreign keys.
  package static func findings(_ snapshot: StoreSnapshot) -> [Finding] {
    do {
      let lines = try String.fetchAll(snapshot.db, sql: "PRAGMA integrity_check(100)")
      let orphans = try Row.fetchAll(snapshot.db, sql: "PRAGMA foreign_key_check")
      return lines.filter { $0 != "ok" }.map { Finding(record: "the file", detail: $0) }
        + orphans.prefix(100).map {
          Finding(
            record: "a row of \(($0[0] as String?) ?? "?")",
            detail: "it refers to a row of \(($0[2] as String?) ?? "?") that is not there")
        }
    } catch {
      return [Finding(record: "the file", detail: "it cannot be checked (\(error))")]
    }
  }
}
