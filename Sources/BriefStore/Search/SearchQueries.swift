package import BriefModel
import Foundation
import GRDB

/// Words that must, may or must not stand in a version.
package indirect enum SearchExpression: Hashable, Sendable {
  /// Columns of the index.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case title, text, authors
  }

  /// Stems that follow each other. One stem alone of five letters or more stands for all words that
  /// begin with it.
  case words([String], field: Field?)
  case all([SearchExpression])
  case any([SearchExpression])
  case without(SearchExpression, SearchExpression)

  /// Letters from which on a stem stands for what begins with it: "gas" would find "gasket".
  package static let shortestPrefix = 5

  /// As SQLite's FTS5 reads it (section 3 of its documentation). Stems are ASCII letters and
  /// digits, so nothing needs escaping; quotes keep AND, OR and NOT words.
  package var match: String {
    switch self {
    case .words(let stems, let field):
      let phrase = stems.map { "\"\($0)\"" }.joined(separator: " + ")
      let isPrefix = stems.count == 1 && (stems.first?.utf8.count ?? 0) >= Self.shortestPrefix
      return (field.map { "\($0.rawValue) : " } ?? "") + phrase + (isPrefix ? " *" : "")
    case .all(let parts): return "(" + parts.map(\.match).joined(separator: " AND ") + ")"
    case .any(let parts): return "(" + parts.map(\.match).joined(separator: " OR ") + ")"
    case .without(let wanted, let unwanted): return "(\(wanted.match) NOT \(unwanted.match))"
    }
  }

  /// Stems that are looked for, for marking passages.
  package var stems: [[String]] { phrases.filter(\.isWanted).map(\.stems) }

  /// All phrases, in the order in which FTS5 counts them.
  var phrases: [Phrase] {
    switch self {
    case .words(let stems, let field): [Phrase(stems: stems, field: field)]
    case .all(let parts), .any(let parts): parts.flatMap(\.phrases)
    case .without(let wanted, let unwanted):
      wanted.phrases
        + unwanted.phrases.map { Phrase(stems: $0.stems, field: $0.field, isWanted: false) }
    }
  }

  struct Phrase: Hashable {
    var stems: [String]
    /// The column that it must stand in.
    var field: Field?
    var isWanted = true
  }
}

/// A version that matched.
package struct SearchHit: Hashable, Sendable {
  package var version: Int
  /// The publication's local row number.
  package var publication: Int64
  /// How many of the wanted phrases stand in the title.
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
    require("v.language = ?", filter.language)
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
    let sql = """
      SELECT v.n, v.publication, v.number, \(TitlePhrases.function)(search)
      FROM search JOIN version v ON v.n = search.rowid
      \(newest) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY search.rowid DESC LIMIT ?
      """
    arguments += [limit]
    let found = try readable(columnsOf: sql, arguments) { row in
      let record = "a version"
      return (
        row: try row.integer(0, of: record), publication: try row.integer(1, of: record),
        version: Int(try row.integer(2, of: record)), phrases: try row.integer(3, of: record)
      )
    }
    guard let newest = found.first?.row, let oldest = found.last?.row else { return [] }
    let phrases = expression.phrases
    let told = Self.toldPhrases(phrases)
    let asked = try asked(phrases, told: told, in: min(oldest, newest)...max(oldest, newest))
    return found.map { hit in
      SearchHit(
        version: hit.version, publication: hit.publication,
        phrasesInTitle: (hit.phrases & told).nonzeroBitCount + asked[hit.row, default: 0])
    }
  }

  /// The wanted phrases of which the index tells by itself whether the title has them, as
  /// ``TitlePhrases`` counts them: those that no other column is asked for.
  private static func toldPhrases(_ phrases: [SearchExpression.Phrase]) -> Int64 {
    phrases.prefix(TitlePhrases.most).enumerated().reduce(0) { told, phrase in
      let isTold =
        phrase.element.isWanted && (phrase.element.field == nil || phrase.element.field == .title)
      return isTold ? told | 1 << Int64(phrase.offset) : told
    }
  }

  /// How many of the other wanted phrases stand in the titles of versions between two.
  private func asked(
    _ phrases: [SearchExpression.Phrase], told: Int64, in rows: ClosedRange<Int64>
  ) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    for (index, phrase) in phrases.enumerated()
    where phrase.isWanted && !phrase.stems.isEmpty
      && (index >= TitlePhrases.most || told & 1 << Int64(index) == 0)
    {
      for row in try titles(saying: phrase.stems, in: rows) { counts[row, default: 0] += 1 }
    }
    return counts
  }

  /// Rows of versions between two whose title has the stems, one after the other.
  private func titles(saying stems: [String], in rows: ClosedRange<Int64>) throws -> [Int64] {
    let sql = "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
    let match = SearchExpression.words(stems, field: .title).match
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
      stems.dropLast(stems.count > 1 ? 1 : 0).map { .words([$0], field: nil) })
    return try readable(sql, [expression.match]) {
      try publicationID(try $0.bytes("id", of: "a publication"))
    }
  }
}
