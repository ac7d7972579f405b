import BriefModel
import BriefStore
import GRDB

/// The last polls of each source.
struct PollLogRows {
  let db: Database
  /// Polls kept for each source: at one an hour the last two days, enough to see a pattern.
  static let kept = 48

  /// - Parameter state: the source's row after the poll; `nil` reads it.
  func append(source: Int64, poll: PollRecord, after state: LoggedState?) throws {
    guard let state = try state ?? self.state(of: source) else { return }
    var detail = poll.warning
    if case .trouble(let trouble) = poll.observation { detail = trouble.sentence }
    let columns: [ColumnValue] = [
      .integer(source), .integer(state.polls % Int64(Self.kept)), .integer(poll.time.seconds),
      .text(poll.outcome), .integer(poll.facts.status.map { Int64($0) }), .integer(poll.bytes),
      .integer(poll.milliseconds), .text(detail), .text(state.state),
      .integer(state.troubleSince), .integer(state.lastSuccess), .integer(state.nextPoll),
      .integer(state.failures), .text(state.oddities), .text(state.movedTo),
      .integer(state.silentSince),
    ]
    // A place of the ring is new in the first round and taken ever after. INSERT OR REPLACE would do
    // for both, but it may change several rows, for which SQLite copies each page before it.
    for statement in state.polls < Self.kept
      ? [Self.insert, Self.replace] : [Self.replace, Self.insert]
    {
      try RowStatement(db, statement).run(columns)
      if db.changesCount > 0 { return }
    }
  }

  private static let insert = """
    INSERT OR IGNORE INTO poll
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
    """
  private static let replace = """
    UPDATE poll SET time = ?3, outcome = ?4, status = ?5, bytes = ?6, milliseconds = ?7,
      detail = ?8, state = ?9, trouble_since = ?10, last_success = ?11, next_poll = ?12,
      failures = ?13, oddities = ?14, moved_to = ?15, silent_since = ?16
    WHERE slot = ?2 AND source = ?1
    """

  private func state(of source: Int64) throws -> LoggedState? {
    try RowStatement(
      db,
      """
      SELECT polls, state, failures, trouble_since, silent_since, last_success, next_poll, oddities,
        moved_to
      FROM poll_state WHERE source = ?
      """
    ).first([.integer(source)]) { try LoggedState($0, from: 0) }
  }
}

/// What the log keeps of how a source stands after a poll: columns of its row as they are.
struct LoggedState: Hashable {
  var polls: Int64 = 0
  var state = "never_polled"
  var failures: Int64 = 0
  var troubleSince: Int64?
  var silentSince: Int64?
  var lastSuccess: Int64?
  var nextPoll: Int64?
  var oddities = "[]"
  var movedTo: String?

  init() {}

  /// - Parameter first: the place of the first of nine columns, in the order of the members.
  init(_ row: RowColumns, from first: CInt) throws {
    let record = "the state of a source"
    polls = try row.integer(first, of: record)
    state = try row.text(first + 1, of: record)
    failures = try row.integer(first + 2, of: record)
    troubleSince = try row.optionalInteger(first + 3, of: record)
    silentSince = try row.optionalInteger(first + 4, of: record)
    lastSuccess = try row.optionalInteger(first + 5, of: record)
    nextPoll = try row.optionalInteger(first + 6, of: record)
    oddities = try row.text(first + 7, of: record)
    movedTo = try row.optionalText(first + 8, of: record)
  }

  /// What ``PollStateRows/succeed(source:poll:isWhole:oddities:)`` makes of the row, without a
  /// question; `nil` where the poll may change more than that.
  func after(_ poll: PollRecord) -> LoggedState? {
    guard case .unchanged = poll.observation, poll.silence?.begun(by: poll.time) == silentSince
    else { return nil }
    var next = self
    next.polls = min(next.polls, .max - 1) + 1
    if state != "paused" { next.state = "ok" }
    next.failures = 0
    next.troubleSince = nil
    next.lastSuccess = poll.time.seconds
    next.nextPoll = poll.nextPoll?.seconds
    next.movedTo = poll.movedTo ?? (poll.movesBack ? nil : movedTo)
    return next
  }
}

extension UsualSilence {
  /// Since when it is silent at a moment, in seconds; `nil` while that is as usual.
  func begun(by time: Timestamp) -> Int64? { isOver(at: time) ? since.seconds : nil }
}
