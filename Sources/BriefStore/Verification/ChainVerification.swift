import BriefModel
import Foundation
import GRDB

/// Something that is not as it was recorded.
package struct Finding: Hashable, Sendable {
  /// `revision 12`, `version 3 of 26dc…`.
  package var record: String
  package var detail: String
}

/// Recomputes the chain from the stored rows.
///
/// Each revision is judged by itself: its entry must follow from its rows and from its predecessor's
/// entry, as stored or as computed. So a damaged record is named, and does not make all that come
/// after it look damaged.
package struct ChainVerification {
  package private(set) var findings: [Finding] = []
  /// Revisions that were looked at.
  package private(set) var revisions = 0
  private let snapshot: StoreSnapshot

  package init(_ snapshot: StoreSnapshot) { self.snapshot = snapshot }

  /// Looks at revisions `range` of the chain; `nil` is all.
  ///
  /// - Parameter progress: told after each revision how many are done.
  package mutating func run(
    _ range: ClosedRange<Int64>? = nil, progress: (Int) -> Void = { _ in }
  ) throws {
    let last = try snapshot.lastRevision().number
    guard last > 0 else { return try checkEnd(computed: .zero, last: 0) }
    let range = (range ?? 1...last).clamped(to: 1...last)
    var predecessors = try predecessors(of: range.lowerBound)
    for number in range {
      predecessors = check(number, after: predecessors)
      revisions += 1
      progress(revisions)
    }
    if range.upperBound == last, let computed = predecessors.last {
      try checkEnd(computed: computed, last: last)
    }
  }

  /// The entry before a revision, as stored; zero before the first.
  private func predecessors(of number: Int64) throws -> [Digest] {
    guard number > 1 else { return [.zero] }
    let entry = try Data.fetchOne(
      snapshot.db, sql: "SELECT entry FROM revision WHERE number = ?", arguments: [number - 1])
    return entry.flatMap { Digest([UInt8]($0)) }.map { [$0] } ?? []
  }

  /// The entries that the next revision may follow: this one's as stored, and as computed where that
  /// is another.
  private mutating func check(_ number: Int64, after predecessors: [Digest]) -> [Digest] {
    let stored: Digest
    let record: RevisionRecord
    do {
      guard let revision = try RevisionReading(snapshot: snapshot, number: number).read() else {
        note("revision \(number)", "it is not there, or its source is not")
        return []
      }
      (stored, record) = revision
    } catch StoreTrouble.damaged(let record, let detail) {
      note(record, detail)
      return (try? self.predecessors(of: number + 1)) ?? []
    } catch {
      note("revision \(number)", "its rows cannot be read (\(error))")
      return []
    }
    // Nothing is known of what came before: judging this one would blame it for its predecessor.
    if predecessors.isEmpty { return [stored] }
    let computed = predecessors.map { record.entry(after: $0) }
    if computed.contains(stored) { return [stored] }
    note(
      "revision \(number)",
      "its rows do not give its entry (\(contents(of: record)))")
    return [stored] + computed
  }

  private mutating func checkEnd(computed: Digest, last: Int64) throws {
    let summary = try snapshot.summary()
    if summary.chainHead != computed {
      note("the store's own row", "its head is not the last revision's entry")
    }
    if summary.chainLength != last {
      note(
        "the chain",
        "it has \(summary.chainLength) revisions by the store's own row, \(last) by number")
    }
  }

  private func contents(of record: RevisionRecord) -> String {
    let publications = Set(record.changes.map(\.publication)).union(
      record.versions.map(\.publication))
    let names = publications.sorted().prefix(4).map(\.hexadecimal).joined(separator: ", ")
    let more = publications.count > 4 ? " and \(publications.count - 4) more" : ""
    return "source \(record.source), publications \(names)\(more)"
  }

  private mutating func note(_ record: String, _ detail: String) {
    findings.append(Finding(record: record, detail: detail))
  }
}
