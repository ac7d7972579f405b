import BriefStore
import GRDB

/// Which catalogues a store's versions may be tagged by.
struct TaggingCatalogues {
  let db: Database

  /// From now on this one tags, too.
  func add(_ context: RecordingContext) throws {
    guard try !knows(context.catalogue) else { return }
    // A store that kept none yet: what tagged its versions is known only where all of them have this
    // number.
    let unknown =
      try Row.fetchOne(
        db,
        sql: """
          SELECT coalesce(d.number, -1) AS number FROM store
          LEFT JOIN derivation d ON d.kind = 'tags'
          WHERE versions > 0 AND NOT EXISTS (SELECT 1 FROM tagging_catalogue)
            AND (d.number IS NOT ? OR d.through IS NOT NULL)
          """, arguments: [context.catalogue])
    if let unknown { try insert(Self.unknown(unknown["number"], besides: context.catalogue), []) }
    try insert(context.catalogue, context.catalogueRecord())
  }

  /// The numbers of all, and the records of those that are not this one.
  func others(than catalogue: Int) throws -> (numbers: [Int], records: [[UInt8]]) {
    var (numbers, records) = ([Int](), [[UInt8]]())
    try RowStatement(db, "SELECT number, record FROM tagging_catalogue WHERE number <> ?")
      .forEachRow([.integer(catalogue)]) { row in
        numbers.append(Int(try row.integer(0, of: "a catalogue")))
        let folded = try row.bytes(1, of: "a catalogue")
        // One that is damaged is as good as unknown.
        records.append(folded.isEmpty ? [] : (try? Compression.decompress(folded)) ?? [])
      }
    return (numbers, records)
  }

  /// All versions are tagged as by this one now.
  func settle(_ context: RecordingContext, instead numbers: [Int]) throws {
    for number in numbers {
      try db.execute(
        sql: "DELETE FROM tagging_catalogue WHERE number = ?", arguments: [number])
    }
    if try !knows(context.catalogue) {
      try insert(context.catalogue, context.catalogueRecord())
    }
  }

  private func knows(_ catalogue: Int) throws -> Bool {
    try RowStatement(db, "SELECT 1 FROM tagging_catalogue WHERE number = ?")
      .first([.integer(catalogue)]) { _ in true } ?? false
  }

  private func insert(_ number: Int, _ record: [UInt8]) throws {
    try RowStatement(db, "INSERT OR REPLACE INTO tagging_catalogue VALUES (?, ?)").run([
      .integer(number), .bytes(record.isEmpty ? [] : try Compression.compress(record)),
    ])
  }

  /// A number for what is not known, and never that of the catalogue in force.
  private static func unknown(_ number: Int, besides catalogue: Int) -> Int {
    number == catalogue ? -1 : number
  }
}
