package import BriefModel
import Foundation
import GRDB

extension StoreSnapshot {
  /// The dates of the ledger that became overdue or silent on the days after `last` up to `today`, and
  /// those that a publication recorded from `last` on restated, `today` not yet over.
  package func deadlineEvents(
    after last: CalendarDate, today: CalendarDate, policy: LedgerPolicy = LedgerPolicy()
  ) throws -> [DeadlineEvent] {
    let lines = try deadlineLines(
      topics: nil, until: nil, ledger: DeadlineLedger(today: today, policy: policy))
    let sources = try sourceIDs()
    func event(
      _ condition: ClaimCondition, of line: DeadlineLedger.Line, from: CalendarDate? = nil,
      by place: DeadlineLedger.Place, said: CalendarDate
    ) throws -> DeadlineEvent {
      DeadlineEvent(
        condition: condition, topic: line.topic, kind: line.kind, due: line.due, from: from,
        day: today, sources: line.sources.compactMap { sources[$0] }.sorted(),
        last: try statement(at: place, said: said))
    }
    return try lines.flatMap { line -> [DeadlineEvent] in
      var events: [DeadlineEvent] = []
      if let condition = line.event(after: last, today: today, policy: policy) {
        events.append(
          try event(condition, of: line, by: line.last.place, said: line.last.said))
      }
      if let move = line.restatement(since: last),
        let recorded = try dayRecorded(move.place), recorded >= last, recorded < today
      {
        events.append(
          try event(.moved, of: line, from: move.from, by: move.place, said: move.said))
      }
      return events
    }
  }

  /// The day on which a version was recorded.
  private func dayRecorded(_ place: DeadlineLedger.Place) throws -> CalendarDate? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT r.time FROM version v JOIN revision r ON r.number = v.revision
          WHERE v.publication = ? AND v.number = ?
          """), arguments: [place.publication, place.version]
    ).map { Timestamp(seconds: $0).day }
  }

  /// The dates that a version of a publication moved, in its text or against the version before.
  package func moves(of publication: PublicationID, version: Int) throws -> [ClaimMove] {
    let sql = """
      SELECT m.*, c.claim AS claim_text FROM claim_move m
      JOIN publication p ON p.n = m.publication
      LEFT JOIN claim c ON c.publication = m.publication AND c.version = m.version
        AND c.ordinal = m.claim
      WHERE p.id = ? AND m.version = ? AND m.way <> 'proposed' ORDER BY m.ordinal
      """
    return try readable(sql, [Data(publication.bytes), version]) { row in
      let record = "a moved date"
      guard let way = ClaimMove.Way(rawValue: try row.value("way", of: record)),
        let kind = DatedClaim.Kind(rawValue: try row.value("kind", of: record))
      else { throw StoreTrouble.damaged(record: record, detail: "unknown way or kind") }
      let claim: String? = try row.optional("claim_text", of: record)
      let passage = try claim.map { try StoreJSON.value(DatedClaim.self, $0).passage }
      return ClaimMove(
        topic: TopicID(try row.value("topic", of: record)), kind: kind,
        from: CalendarDate(dayNumber: try row.value("from_due", of: record)),
        to: CalendarDate(dayNumber: try row.value("to_due", of: record)), way: way,
        passage: passage ?? "")
    }
  }
}
