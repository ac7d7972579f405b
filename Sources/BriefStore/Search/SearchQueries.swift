package import BriefModel
import Foundation
import GRDB

/// A version that matched.
package struct SearchHit: Hashable, Sendable {
  package var version: Int
  /// The publication's local row number.
  package var publication: Int64
  /// How many of the wanted words and phrases stand in the title.
  package var phrasesInTitle: Int
}

extension StoreSnapshot {
  /// True once the store has an index.
  package func hasSearchIndex() throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'search'")
    return try Int.fetchOne(statement) != nil
  }

  /// Newest versions that match, the last recorded first. `limit` bounds the work, not only the
  /// answer: a common word in a large store costs as much as a rare one.
  ///
  /// - Parameters:
  ///   - filter: of it, source, language and topic are looked at.
  ///   - revision: newest as of then; `nil` is now.
  package func hits(
    _ expression: SearchExpression, _ filter: PublicationFilter, asOf revision: Revision?,
    limit: Int
  ) throws -> [SearchHit] {
    var conditions = ["search MATCH ?"]
    var arguments: StatementArguments = []
    if let revision { arguments += [revision.number] }
    arguments += [expression.match]
    func require(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      arguments += [value]
    }
    require(
      """
      (SELECT source FROM publication WHERE n = v.publication) =
        (SELECT n FROM source WHERE id = ?)
      """, filter.source?.rawValue)
    require(Self.speaks("v.language"), filter.language)
    require(
      """
      EXISTS (SELECT 1 FROM mention m WHERE m.topic IN (SELECT value FROM json_each(?))
        AND m.publication = v.publication AND m.version = v.number)
      """, Self.list(filter.topics))
    let newest =
      revision == nil
      ? "JOIN head h ON h.publication = v.publication AND h.version = v.number"
      : """
      AND v.number = (SELECT max(x.number) FROM version x
        WHERE x.publication = v.publication AND x.revision <= ?)
      """
    let titles = TitlePhrases(expression.phrases)
    let sql = """
      SELECT v.n, v.publication, v.number\(titles.columns) FROM search JOIN version v ON v.n = search.rowid
      \(newest) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY search.rowid DESC LIMIT ?
      """
    arguments += [limit]
    let found = try readable(columnsOf: sql, arguments) { row in
      let record = "a version"
      return (
        row: try row.integer(0, of: record), publication: try row.integer(1, of: record),
        version: Int(try row.integer(2, of: record)),
        phrases: try titles.numbers.map { try row.integer(Int32(3 + $0), of: record) }
      )
    }
    guard let newest = found.first?.row, let oldest = found.last?.row else { return [] }
    let asked = try asked(titles.untold, in: min(oldest, newest)...max(oldest, newest))
    return found.map { hit in
      SearchHit(
        version: hit.version, publication: hit.publication,
        phrasesInTitle: titles.count(in: hit.phrases) + asked[hit.row, default: 0])
    }
  }

  /// How many of the phrases stand in the titles of versions between two.
  private func asked(
    _ phrases: [SearchExpression.Phrase], in rows: ClosedRange<Int64>
  ) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    for phrase in phrases {
      for row in try titles(saying: phrase, in: rows) { counts[row, default: 0] += 1 }
    }
    return counts
  }

  /// Rows of versions between two whose title has the words, one after the other.
  private func titles(
    saying phrase: SearchExpression.Phrase, in rows: ClosedRange<Int64>
  ) throws -> [Int64] {
    let sql = "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
    let match = SearchExpression.match(phrase.choices, field: .title)
    return try readable(columnsOf: sql, [match, rows.lowerBound, rows.upperBound]) {
      try $0.integer(0, of: "a version")
    }
  }

  /// Publications of which some version has all words of the phrase; `nil` when there is no index
  /// or the phrase has no words.
  package func publicationsWithWords(of phrase: String) throws -> [PublicationID]? {
    let stems = SearchFold.words(phrase).map(\.stem)
    guard !stems.isEmpty, try hasSearchIndex() else { return nil }
    let sql = """
      SELECT DISTINCT p.id FROM search JOIN version v ON v.n = search.rowid
      JOIN publication p ON p.n = v.publication WHERE search MATCH ?
      """
    // The phrase may end inside a word, whose stem is then another.
    let expression = SearchExpression.all(
      stems.dropLast(stems.count > 1 ? 1 : 0).map { .words([SoughtWord($0)], field: nil) })
    return try readable(sql, [expression.match]) {
      try publicationID(try $0.bytes("id", of: "a publication"))
    }
  }
}
