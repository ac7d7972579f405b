package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// A page that an entry's text is read from: what is remembered of it between visits.
package struct PageRecord: Hashable, Sendable {
  /// Canonical.
  package var link: String
  /// Of what the source's own document says of the entry.
  package var announced: Digest
  /// The entry with what was read, JSON; empty where the row's cannot be unfolded.
  package var entry: String
  /// `nil` before the first visit.
  package var visited: Timestamp?
  package var due: Timestamp
  package var validators = Validators()
  /// SHA-256 of the page's bytes; `nil` before they were read.
  package var digest: Digest?
  /// The number of the extractor that read it.
  package var extractor: Int
  /// Visits in a row that brought no text.
  package var failures = 0
  /// Why the last visit brought no text, for people.
  package var reason: String?
  /// The page's bytes, to be kept; `nil` leaves those that are.
  package var original: [UInt8]?

  package init(
    link: String, announced: Digest, entry: String, due: Timestamp, extractor: Int
  ) {
    self.link = link
    self.announced = announced
    self.entry = entry
    self.due = due
    self.extractor = extractor
  }
}

/// Pages of entries: state, written with the poll that visited them.
struct PageRows {
  let db: Database

  func keep(_ pages: [PageRecord], source: Int64) throws {
    for page in pages {
      let sql = """
        INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          announced = excluded.announced, entry = excluded.entry, visited = excluded.visited,
          due = excluded.due, etag = excluded.etag, last_modified = excluded.last_modified,
          digest = excluded.digest, extractor = excluded.extractor, failures = excluded.failures,
          reason = excluded.reason
        """
      try db.cachedStatement(sql: sql).execute(arguments: [
        source, page.link, Data(page.announced.bytes),
        Data(try Compression.compress(Array(page.entry.utf8))), page.visited?.seconds,
        page.due.seconds, page.validators.etag, page.validators.lastModified,
        page.digest.map { Data($0.bytes) }, page.extractor, page.failures, page.reason,
      ])
      guard let original = page.original else { continue }
      let keep = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO page_original VALUES (?, ?, ?)")
      try keep.execute(arguments: [
        source, page.link, Data(try Compression.compress(original, level: 9)),
      ])
    }
  }

  func forget(_ links: [String], source: Int64) throws {
    for link in links {
      for table in ["page_original", "page"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE source = ? AND link = ?")
          .execute(arguments: [source, link])
      }
    }
  }

  /// What a damaged row still says: one page's trouble is none of the others'.
  static func record(_ row: Row) -> PageRecord {
    let link: String = row["link"]
    let entry = (try? Compression.decompress([UInt8](row["entry"] as Data))) ?? []
    let announced = Digest([UInt8](row["announced"] as Data)) ?? Fingerprint.sha256([])
    var page = PageRecord(
      link: link, announced: announced, entry: String(decoding: entry, as: UTF8.self),
      due: Timestamp(seconds: row["due"]), extractor: row["extractor"])
    page.visited = (row["visited"] as Int64?).map { Timestamp(seconds: $0) }
    page.validators = Validators(etag: row["etag"], lastModified: row["last_modified"])
    page.digest = (row["digest"] as Data?).flatMap { Digest([UInt8]($0)) }
    page.failures = row["failures"]
    page.reason = row["reason"]
    return page
  }
}

extension StoreWriter {
  /// True when pages of the source are remembered.
  package func hasPages(of source: SourceID) async throws(StoreTrouble) -> Bool {
    try await readOften { snapshot in
      let sql = """
        SELECT EXISTS (SELECT 1 FROM page p JOIN source s ON s.n = p.source WHERE s.id = ?)
        """
      return try RowStatement(snapshot.db, sql).first([.text(source.rawValue)]) {
        try $0.integer(0, of: "a source's pages") == 1
      } ?? false
    }
  }

  /// True when publications with links are known of the source, and no page of any.
  package func lacksPages(of source: SourceID) async throws(StoreTrouble) -> Bool {
    guard try await !hasPages(of: source) else { return false }
    return try await readOften { snapshot in
      let sql = """
        SELECT EXISTS (SELECT 1 FROM head h JOIN source s ON s.n = h.source
          WHERE s.id = ? AND h.canonical_link IS NOT NULL)
        """
      return try RowStatement(snapshot.db, sql).first([.text(source.rawValue)]) {
        try $0.integer(0, of: "a source's publications") == 1
      } ?? false
    }
  }

  /// The canonical links of publications as the last polls saw them.
  package func links(
    of publications: [PublicationID]
  ) async throws(StoreTrouble) -> [PublicationID: String] {
    try await read { snapshot in
      let statement = try RowStatement(
        snapshot.db,
        """
        SELECT h.canonical_link FROM head h JOIN publication p ON p.n = h.publication
        WHERE p.id = ? AND h.canonical_link IS NOT NULL
        """)
      var links: [PublicationID: String] = [:]
      for publication in publications {
        links[publication] = try statement.first([.bytes(publication.bytes)]) {
          try $0.text(0, of: "a head")
        }
      }
      return links
    }
  }

  /// What is remembered of the pages with these canonical links.
  package func pages(
    of source: SourceID, links: [String]
  ) async throws(StoreTrouble) -> [PageRecord] {
    try await read { snapshot in
      let sql = """
        SELECT p.* FROM page p JOIN source s ON s.n = p.source WHERE s.id = ? AND p.link = ?
        """
      let statement = try snapshot.db.cachedStatement(sql: sql)
      return try links.compactMap { link in
        try Row.fetchOne(statement, arguments: [source.rawValue, link]).map(PageRows.record)
      }
    }
  }

  /// Pages of publications that the last document listed, but for those at the links that this one lists.
  package func presentPages(
    of source: SourceID, limit: Int, but listed: Set<String>
  ) async throws(StoreTrouble) -> [PageRecord] {
    try await read { snapshot in
      let sql = """
        SELECT h.canonical_link FROM head h JOIN source s ON s.n = h.source
        WHERE s.id = ? AND h.presence = 'present' AND h.canonical_link IS NOT NULL
        ORDER BY h.publication
        """
      let links = try String.fetchAll(snapshot.db, sql: sql, arguments: [source.rawValue])
      let page = try snapshot.db.cachedStatement(
        sql: """
          SELECT p.* FROM page p JOIN source s ON s.n = p.source WHERE s.id = ? AND p.link = ?
          """)
      return try links.lazy.filter { !listed.contains($0) }.prefix(limit).compactMap { link in
        try Row.fetchOne(page, arguments: [source.rawValue, link]).map(PageRows.record)
      }
    }
  }

  /// The pages that are due at a moment, those that have waited longest first.
  package func duePages(
    of source: SourceID, at moment: Timestamp, limit: Int
  ) async throws(StoreTrouble) -> [PageRecord] {
    try await read { snapshot in
      let sql = """
        SELECT p.* FROM page p JOIN source s ON s.n = p.source
        WHERE s.id = ? AND p.due <= ? ORDER BY p.due, p.link LIMIT ?
        """
      return try Row.fetchAll(
        snapshot.db, sql: sql, arguments: [source.rawValue, moment.seconds, limit]
      ).map(PageRows.record)
    }
  }

  /// The bytes of a page as they were read last; `nil` when none are kept that can be unfolded.
  package func original(of source: SourceID, link: String) async throws(StoreTrouble) -> [UInt8]? {
    try await read { snapshot in
      let sql = """
        SELECT o.bytes FROM page_original o JOIN source s ON s.n = o.source
        WHERE s.id = ? AND o.link = ?
        """
      return try Data.fetchOne(snapshot.db, sql: sql, arguments: [source.rawValue, link]).flatMap {
        try? Compression.decompress([UInt8]($0))
      }
    }
  }
}
