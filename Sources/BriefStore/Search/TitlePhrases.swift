import GRDB
import GRDBSQLite

/// Which phrases of a search stand in the title, told by the index while it finds the rows: to ask
/// it again for titles reads the same lists twice.
///
/// An auxiliary function of FTS5 (sqlite.org/fts5.html, section 7). `title_phrases(search)` is a
/// number whose bit n stands for the phrase n of the expression, in its order from 0.
enum TitlePhrases {
  static let function = "title_phrases"
  /// Phrases that a number has room for; it has a sign.
  static let most = 63

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

  private static let answer: fts5_extension_function = { api, match, context, _, _ in
    guard let api, let count = api.pointee.xPhraseCount?(match),
      let first = api.pointee.xPhraseFirstColumn
    else { return sqlite3_result_int64(context, 0) }
    var found: Int64 = 0
    for phrase in 0..<min(Int(count), most) {
      var place = Fts5PhraseIter()
      var column: CInt = -1
      let code = first(match, CInt(phrase), &place, &column)
      guard code == SQLITE_OK else { return sqlite3_result_error_code(context, code) }
      // The title is the index's first column, and columns come in their order.
      if column == 0 { found |= 1 << Int64(phrase) }
    }
    sqlite3_result_int64(context, found)
  }
}
