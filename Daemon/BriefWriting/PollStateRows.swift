import BriefModel
import BriefStore
import Foundation
import GRDB

/// How the polls of a source go: state, updated in place.
struct PollStateRows {
  let db: Database

  func insert(source: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO poll_state (source, url, kind, configured, state, polls, failures, publications, missing, oddities,
          not_modified, bytes)
        VALUES (?, '', 'feed', 0, 'never_polled', 0, 0, 0, 0, '[]', 0, 0)
        """,
      arguments: [source])
  }

  /// The time for which the source is known to be complete up to its last good poll.
  func coverage(source: Int64) throws -> CoverageRecord? {
    let row = try Row.fetchOne(
      db, sql: "SELECT covered_since, last_success FROM poll_state WHERE source = ?",
      arguments: [source])
    guard let first = row?["covered_since"] as Int64?, let last = row?["last_success"] as Int64?
    else {
      return nil
    }
    return CoverageRecord(
      first: Timestamp(seconds: first), last: Timestamp(seconds: max(first, last)))
  }

  /// Begins a time of coverage at the first whole document, and anew after a gap.
  func cover(source: Int64, from time: Timestamp, anew: Bool) throws {
    let sql = """
      UPDATE poll_state SET covered_since = CASE WHEN ? THEN ? ELSE coalesce(covered_since, ?) END
      WHERE source = ?
      """
    try db.cachedStatement(sql: sql).execute(arguments: [anew, time.seconds, time.seconds, source])
  }

  /// - Parameter missing: how many are missing now; `nil` is as many as before.
  func count(source: Int64, added: Int, missing: Int? = nil) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE poll_state SET publications = publications + ?, missing = coalesce(?, missing)
        WHERE source = ?
        """)
    try statement.execute(arguments: [added, missing, source])
  }

  /// Validators and digest advance only with a whole document: what was cut off is asked for again. With one
  /// that was read in part they go.
  func succeed(source: Int64, poll: PollRecord, isWhole: Bool, oddities: Set<SourceOddity>?) throws
  {
    let statement = try RowStatement(
      db,
      """
      UPDATE poll_state SET state = CASE state WHEN 'paused' THEN 'paused' ELSE 'ok' END,
        reason = NULL, trouble_since = NULL, failures = 0, polls = polls + 1, last_poll = ?1,
        last_success = ?1, next_poll = ?2, schedule = coalesce(?3, schedule),
        not_modified = not_modified + ?4, bytes = bytes + ?5
      WHERE source = ?6
      """)
    try statement.run([
      .integer(poll.time.seconds), .integer(poll.nextPoll?.seconds), .text(poll.schedule),
      .integer(poll.facts.status == 304 ? 1 : 0), .integer(max(0, poll.bytes)), .integer(source),
    ])
    var isDocument = false
    if case .snapshot = poll.observation { isDocument = true }
    if poll.wasReadInPart || poll.renewsValidators || (isDocument && isWhole) {
      let advance = try db.cachedStatement(
        sql: """
          UPDATE poll_state SET etag = ?, last_modified = ?, body_digest = ?, validated_url = ?,
            read_as = ?
          WHERE source = ?
          """)
      let validators = poll.keptValidators
      try advance.execute(arguments: [
        validators.etag, validators.lastModified, poll.keptDigest.map { Data($0.bytes) },
        poll.facts.finalURL, poll.readAs, source,
      ])
    }
    if let oddities {
      let text = try StoreJSON.text(oddities.sorted { $0.rawValue < $1.rawValue })
      let mark = try db.cachedStatement(sql: "UPDATE poll_state SET oddities = ? WHERE source = ?")
      try mark.execute(arguments: [text, source])
    }
  }

  func fail(source: Int64, poll: PollRecord, trouble: PollTrouble) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE poll_state SET
          state = CASE WHEN state IN ('paused', 'retired') AND ?1 = 'failing' THEN state ELSE ?1 END,
          reason = ?2, trouble_since = coalesce(trouble_since, ?3), failures = failures + 1,
          polls = polls + 1, last_poll = ?3, next_poll = ?4, schedule = coalesce(?5, schedule),
          bytes = bytes + ?6
        WHERE source = ?7
        """)
    try statement.execute(arguments: [
      trouble.isFinal ? "retired" : "failing", trouble.sentence, poll.time.seconds,
      poll.nextPoll?.seconds, poll.schedule, max(0, poll.bytes), source,
    ])
  }
}
