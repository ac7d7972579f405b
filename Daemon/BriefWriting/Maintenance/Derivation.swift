import BriefModel
package import BriefStore
import GRDB

/// By which numbers derived rows were made, and how far an upgrade to another one came.
struct Derivation {
  enum Kind: String {
    /// Topics and claims, by the catalogue's number.
    case tags
    /// The search index, by the number of ``SearchFold``.
    case search
  }

  let db: Database
  let kind: Kind

  /// The version's local number after which an upgrade to `number` has to go on; `nil` when all
  /// versions have it. Another number than the one of the last upgrade begins anew.
  func begin(_ number: Int) throws -> Int64? {
    let row = try Row.fetchOne(
      db, sql: "SELECT number, through FROM derivation WHERE kind = ?", arguments: [kind.rawValue])
    if let row, try row.value("number", of: "the numbers of derived rows") as Int == number {
      return try row.optional("through", of: "the numbers of derived rows")
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO derivation VALUES (?, ?, 0)", arguments: [kind.rawValue, number])
    return 0
  }

  /// An upgrade to this number, if it was ended, begins anew.
  func reopen(_ number: Int) throws {
    try db.execute(
      sql: "UPDATE derivation SET through = 0 WHERE kind = ? AND number = ? AND through IS NULL",
      arguments: [kind.rawValue, number])
  }

  func advance(through version: Int64) throws {
    try db.execute(
      sql: "UPDATE derivation SET through = ? WHERE kind = ?", arguments: [version, kind.rawValue])
  }

  func finish() throws {
    try db.execute(
      sql: "UPDATE derivation SET through = NULL WHERE kind = ?", arguments: [kind.rawValue])
  }
}

extension StoreWriter {
  /// Notes by which catalogue a store without versions begins, that this one may tag from now on, what
  /// its topics are called, and which files with topics were left out.
  package func begin(_ context: RecordingContext) async throws(StoreTrouble) {
    try await write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO derivation SELECT ?, ?, NULL FROM store WHERE versions = 0",
        arguments: [Derivation.Kind.tags.rawValue, context.catalogue])
      try TaggingCatalogues(db: db).add(context)
      try db.execute(sql: "DELETE FROM refused_topics")
      for (file, reason) in context.refusedTopics {
        try db.execute(
          sql: "INSERT INTO refused_topics VALUES (?, ?)", arguments: [file, reason])
      }
      let topics = context.topics
      guard try StoreSnapshot(db: db).topicNames() != topics else { return }
      try db.execute(sql: "DELETE FROM topic")
      for (place, topic) in topics.enumerated() {
        try db.execute(
          sql: "INSERT INTO topic VALUES (?, ?, ?, ?)",
          arguments: [
            place, topic.id.rawValue, topic.parent?.rawValue, try StoreJSON.text(topic.labels),
          ])
      }
    }
  }
}
