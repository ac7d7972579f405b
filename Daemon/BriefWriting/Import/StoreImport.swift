package import BriefModel
package import BriefStore
import Foundation
import GRDB

/// What an import came to.
package struct ImportReport: Hashable, Sendable {
  package var store: StoreID
  /// Taken in now.
  package var revisions: Int64
  /// Where the store stands after it.
  package var chainLength: Int64
  package var chainHead: BriefModel.Digest
}

/// Why an export was not taken in. Then nothing of it was.
package enum ImportTrouble: Error, Hashable, CustomStringConvertible {
  case unreadable(file: String, detail: String)
  /// - Parameter line: from 1.
  case line(file: String, line: Int, detail: String)
  case store(StoreTrouble)

  package var description: String {
    switch self {
    case .unreadable(let file, let detail):
      "\(file) cannot be read: \(detail). Nothing was imported. Check it with: ls -l \(file)"
    case .line(let file, let line, let detail):
      "\(file), line \(line): \(detail). Nothing was imported. Write the export again with: brief-sync export --store DIR"
    case .store(let trouble): trouble.description
    }
  }
}

package enum ImportLimits {
  /// Bytes of a line. A revision is one document's entries: the parser takes no document that comes
  /// near.
  static let line = 512 << 20
}

extension StoreWriter {
  /// Takes in what `brief-sync export` wrote, all of it or nothing: a store without revisions
  /// becomes that store, with its identity; a store of this identity is carried on from where it
  /// stands.
  ///
  /// Every record is checked before it is written: each version's digest, and each revision's entry
  /// in the chain. Topics, claims and the search index are derived anew; no alert is owed.
  ///
  /// After it this writer's ``store`` may be another one's: open the store again.
  package func take(
    exportAt file: String, context: RecordingContext,
    canonicalLink: @escaping @Sendable (String) -> String?,
    progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws(ImportTrouble) -> ImportReport {
    let result: Result<ImportReport, ImportTrouble>
    do {
      result = try await write { db in
        var run = ImportRun(db: db, file: file, context: context, canonicalLink: canonicalLink)
        var answer: Result<ImportReport, ImportTrouble> = .failure(
          .unreadable(file: file, detail: "it was not read"))
        try db.inSavepoint {
          do throws(ImportTrouble) {
            answer = .success(try run.run(progress: progress))
            return .commit
          } catch {
            answer = .failure(error)
            return .rollback
          }
        }
        return answer
      }
    } catch {
      throw .store(error)
    }
    return try result.get()
  }
}

/// Reads the lines in order, and writes each revision.
private struct ImportRun {
  let db: Database
  let file: String
  let context: RecordingContext
  let canonicalLink: @Sendable (String) -> String?
  private var line = 0

  init(
    db: Database, file: String, context: RecordingContext,
    canonicalLink: @escaping @Sendable (String) -> String?
  ) {
    (self.db, self.file, self.context, self.canonicalLink) = (db, file, context, canonicalLink)
  }

  mutating func run(progress: (Int64, Int64) -> Void) throws(ImportTrouble) -> ImportReport {
    do {
      let lines = try LineReader(path: file, longest: ImportLimits.line)
      let first = try lines.next()
      line = 1
      guard let first else { throw ExportTrouble("the file is empty") }
      guard case .head(let store, let last) = try ExportLine(first) else {
        throw ExportTrouble("it is no head of an export; a whole file is needed")
      }
      let summary = try begin(store)
      let search = PendingSearchRows()
      var entry = summary.chainHead
      var number = summary.revision.number
      while let text = try lines.next() {
        line += 1
        guard case .revision(let revision) = try ExportLine(text) else {
          throw ExportTrouble("it is a second head")
        }
        if revision.number <= summary.revision.number {
          try checkKnown(revision)
          continue
        }
        try ImportedRows(db: db, context: context, search: search, canonicalLink: canonicalLink)
          .insert(revision, number: number + 1, after: entry)
        try search.writeIfMany(to: db)
        (number, entry) = (revision.number, revision.entry)
        progress(number, last.number)
      }
      guard number >= last.number else {
        line += 1
        throw ExportTrouble("revision \(number + 1) of \(last.number) is missing: it was cut off")
      }
      guard number == last.number else {
        throw ExportTrouble("there are more revisions than the \(last.number) of its head")
      }
      try search.write(to: db)
      try finish(store)
      return ImportReport(
        store: store, revisions: number - summary.revision.number, chainLength: number,
        chainHead: entry)
    } catch {
      throw trouble(error)
    }
  }

  /// The store as it stands. A store with records of another one is left alone.
  private func begin(_ store: StoreID) throws -> StoreSummary {
    let summary = try StoreSnapshot(db: db).summary()
    guard summary.revision == .none || summary.id == store else {
      throw ExportTrouble(
        "it is of store \(store), and this is store \(summary.id): name an empty folder with --store"
      )
    }
    return summary
  }

  /// A revision that the store has already, when the same export is taken in twice.
  private func checkKnown(_ revision: ImportedRevision) throws {
    let entry = try Data.fetchOne(
      db, sql: "SELECT entry FROM revision WHERE number = ?", arguments: [revision.number])
    guard entry.map([UInt8].init) == revision.entry.bytes else {
      throw ExportTrouble("the store has another revision \(revision.number): the two went apart")
    }
  }

  private func finish(_ store: StoreID) throws {
    let pruned = try Row.fetchOne(
      db,
      sql: """
        SELECT p.id FROM head_content c JOIN publication p ON p.n = c.publication
        WHERE c.form = ? LIMIT 1
        """, arguments: [ContentAtRest.pruned])
    if let pruned {
      let id = try StoreSnapshot(db: db).publicationID(try pruned.bytes("id", of: "a publication"))
      throw ExportTrouble("the newest version of \(id) was pruned")
    }
    try db.execute(sql: "UPDATE store SET id = ?", arguments: [store.rawValue])
  }

  private func trouble(_ error: any Error) -> ImportTrouble {
    func here(_ detail: String) -> ImportTrouble { .line(file: file, line: line, detail: detail) }
    switch error {
    case LineReader.Trouble.unreadable(let detail):
      return .unreadable(file: file, detail: detail)
    case LineReader.Trouble.tooLong: return here("it is longer than any line of an export")
    case LineReader.Trouble.cutOff:
      return .line(file: file, line: line + 1, detail: "it was cut off")
    case let error as ExportTrouble: return here(error.description)
    case let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT:
      return here("its records do not fit together (\(error.message ?? "a constraint"))")
    case StoreTrouble.damaged(let record, let detail): return here("\(record): \(detail)")
    case let error as StoreTrouble: return .store(error)
    default: return here("\(error)")
    }
  }
}
