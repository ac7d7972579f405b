/// What a rule may ask about dates.
public enum ClaimCondition: String, Hashable, Sendable, Codable, CaseIterable {
  /// A date took another's place.
  case moved
  /// A day passed without a word of what came of it.
  case overdue
  /// Nobody has spoken of an open date for long.
  case silent
}

/// A date of the ledger that became overdue or silent by the mere passing of time, or whose place
/// another one took since a later publication gives it in the same words.
public struct DeadlineEvent: Hashable, Sendable {
  public var condition: ClaimCondition
  public var topic: TopicID
  public var kind: DatedClaim.Kind
  public var due: CalendarDate
  /// The day whose place it took; `nil` unless it moved.
  public var from: CalendarDate?
  /// The day on which it was noticed.
  public var day: CalendarDate
  /// Who named the date.
  public var sources: [SourceID]
  public var last: Deadline.Statement

  public init(
    condition: ClaimCondition, topic: TopicID, kind: DatedClaim.Kind, due: CalendarDate,
    from: CalendarDate? = nil, day: CalendarDate, sources: [SourceID], last: Deadline.Statement
  ) {
    self.condition = condition
    self.topic = topic
    self.kind = kind
    self.due = due
    self.from = from
    self.day = day
    self.sources = sources
    self.last = last
  }
}

extension DeadlineLedger.Line {
  /// What the days after `last` up to `today` did to the line, `today` itself not yet over; `nil` for
  /// nothing.
  package func event(
    after last: CalendarDate, today: CalendarDate, policy: LedgerPolicy
  ) -> ClaimCondition? {
    // Overdue from the day after.
    let overdue = due.dayNumber + 1
    if standing == .overdue, overdue > last.dayNumber, overdue <= today.dayNumber {
      return .overdue
    }
    let silent = lastSaid.dayNumber + policy.silentAfter + 1
    if isSilent, silent > last.dayNumber, silent <= today.dayNumber { return .silent }
    return nil
  }

  /// The newest move when it is a restatement that may be news on the days from `last` on: no edit and
  /// no sentence tells it, so no change does. What was said long before is history of a source that was
  /// added.
  package func restatement(since last: CalendarDate) -> DeadlineLedger.Move? {
    guard let move = moves.last, move.way == .restated, move.to == due,
      move.said.dayNumber + LedgerPolicy.lateReading >= last.dayNumber
    else { return nil }
    return move
  }

  private var lastSaid: CalendarDate { max(last.said, moves.last?.said ?? last.said) }
}
