import BriefModel
import BriefStore
import Foundation
import GRDB

/// Makes a store or brings an older one to this program's schema: forward only, all steps in one
/// transaction, so that a kill leaves the store as it was or as this program reads it.
enum StoreMigration {
  /// The schema's number. Throws ``StoreTrouble`` for a file that is not ours, or newer.
  @discardableResult
  static func check(_ db: Database, _ location: StoreLocation) throws -> Int32 {
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard tables == 0 || application == Schema.applicationID else {
      throw StoreTrouble.foreign(path: location.database, detail: "it has no mark of ours")
    }
    guard found <= Schema.version else {
      throw StoreTrouble.newer(path: location.folder, found: found, known: Schema.version)
    }
    return found
  }

  static func run(_ db: Database, _ location: StoreLocation, id: StoreID, now: Timestamp) throws {
    let found = try check(db, location)
    guard found < Schema.migrations.count else { return }
    try db.inTransaction(.immediate) {
      for step in Int(found)..<Schema.migrations.count {
        try db.execute(sql: Schema.migrations[step])
        if step == 0 {
          try db.execute(
            sql: "INSERT INTO store VALUES (1, ?, ?, 0, ?, 0, 0, 0)",
            arguments: [id.rawValue, now.seconds, Data(Digest.zero.bytes)])
          try db.execute(
            sql: "INSERT INTO derivation VALUES ('search', ?, NULL)", arguments: [SearchFold.number]
          )
        }
      }
      try db.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(Schema.migrations.count)
          """)
      return .commit
    }
  }
}
