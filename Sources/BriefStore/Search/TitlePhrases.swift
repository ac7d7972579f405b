import GRDB
import GRDBSQLite

/// Which words and phrases of a search stand in the title, told by the index while it finds the
/// rows: to ask it again for titles reads the same lists twice.
///
/// An auxiliary function of FTS5 (sqlite.org/fts5.html, section 7). `title_phrases(search, k)` is a
/// number whose bit n stands for the phrase 63k + n of the expression, in its order from 0.
struct TitlePhrases {
  static let function = "title_phrases"
  /// Phrases that a number has room for; it has a sign.
  private static let most = 63
  /// Numbers that are asked for. Each costs a look at each of its phrases for each row.
  private static let mostNumbers = 8

  /// Those that the index tells of, each with the places of its choices: no other column is asked
  /// for.
  private var told: [Range<Int>] = []
  /// Those that have to be asked for.
  private(set) var untold: [SearchExpression.Phrase] = []
  /// From 0.
  let numbers: Range<Int>

  init(_ phrases: [SearchExpression.Phrase]) {
    let all = phrases.reduce(0) { $0 + $1.choices.count }
    numbers = 0..<min(Self.mostNumbers, (all + Self.most - 1) / Self.most)
    var next = 0
    for phrase in phrases {
      let places = next..<next + phrase.choices.count
      next = places.upperBound
      guard phrase.isWanted else { continue }
      let isTold = phrase.field == nil || phrase.field == .title
      if isTold, places.upperBound <= numbers.count * Self.most {
        told.append(places)
      } else {
        untold.append(phrase)
      }
    }
  }

  /// Of a statement that has the index as `search`, each behind a comma.
  var columns: String { numbers.map { ", \(Self.function)(search, \($0))" }.joined() }

  /// How many of those that the index tells of stand in a title.
  ///
  /// - Parameter answers: to ``columns``.
  func count(in answers: [Int64]) -> Int {
    told.count { places in
      places.contains { answers[$0 / Self.most] & 1 << Int64($0 % Self.most) != 0 }
    }
  }

  /// Makes the function known to a connection.
  static func register(_ db: Database) throws {
    guard let api = try extensionAPI(db), let create = api.pointee.xCreateFunction else {
      throw DatabaseError(message: "this SQLite has no FTS5")
    }
    let code = create(api, function, nil, answer, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// SQLite hands it out through a pointer that is bound to a statement.
  private static func extensionAPI(_ db: Database) throws -> UnsafeMutablePointer<fts5_api>? {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    let code = sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    var api: UnsafeMutablePointer<fts5_api>?
    withUnsafeMutablePointer(to: &api) {
      sqlite3_bind_pointer(statement, 1, $0, "fts5_api_ptr", nil)
      sqlite3_step(statement)
    }
    return api
  }

  private static let answer: fts5_extension_function = { api, match, context, arguments, values in
    guard arguments == 1, let api, let count = api.pointee.xPhraseCount?(match),
      let first = api.pointee.xPhraseFirstColumn
    else { return sqlite3_result_int64(context, 0) }
    var found: Int64 = 0
    let start = Int(sqlite3_value_int(values?[0])) * most
    for phrase in start..<max(start, min(Int(count), start + most)) {
      var place = Fts5PhraseIter()
      var column: CInt = -1
      let code = first(match, CInt(phrase), &place, &column)
      guard code == SQLITE_OK else { return sqlite3_result_error_code(context, code) }
      // The title is the index's first column, and columns come in their order.
      if column == 0 { found |= 1 << Int64(phrase - start) }
    }
    sqlite3_result_int64(context, found)
  }
}
