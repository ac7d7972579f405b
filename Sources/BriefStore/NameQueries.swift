package import BriefModel
import GRDB

/// Which names of a question the store has.
extension StoreSnapshot {
  /// True when a source of this id is configured, or once was.
  package func knows(_ source: SourceID) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM source WHERE id = ?)"
    return try Bool.fetchOne(db, sql: sql, arguments: [source.rawValue]) ?? false
  }

  /// Configured, or once so, in the order of their ids.
  package func knownSources() throws -> [SourceID] {
    try String.fetchAll(db, sql: "SELECT id FROM source ORDER BY id").map { SourceID($0) }
  }

  /// True when a version has exactly this language, in any case.
  package func knows(language: String) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM version WHERE language = ? COLLATE NOCASE)"
    return try Bool.fetchOne(db, sql: sql, arguments: [language]) ?? false
  }

  /// ``LanguageRange`` as SQL has it; its argument is the range. LIKE looks at no
  /// case; ranges have none of its signs (``LanguageRange/isLanguage(_:)``).
  static func speaks(_ column: String) -> String { "\(column) || '-' LIKE ? || '-%'" }
}

extension Publication {
  package func isIn(_ range: String) -> Bool {
    language.map { LanguageRange.holds(range, for: $0) } ?? false
  }
}
