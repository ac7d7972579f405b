/// What a rule may ask about dates.
public enum ClaimCondition: String, Hashable, Sendable, Codable, CaseIterable {
  /// A date took another's place.
  case moved
  /// A day passed without a word of what came of it.
  case overdue
  /// Nobody has spoken of an open date for long.
  case silent
}

/// A date of the ledger that became overdue or silent by the mere passing of time.
public struct DeadlineEvent: Hashable, Sendable {
  /// Overdue or silent.
  public var condition: ClaimCondition
  public var topic: TopicID
  public var kind: DatedClaim.Kind
  public var due: CalendarDate
  /// The day on which it was noticed.
  public var day: CalendarDate
  /// Who named the date.
  public var sources: [SourceID]
  public var last: Deadline.Statement

  public init(
    condition: ClaimCondition, topic: TopicID, kind: DatedClaim.Kind, due: CalendarDate,
    day: CalendarDate, sources: [SourceID], last: Deadline.Statement
  ) {
    self.condition = condition
    self.topic = topic
    self.kind = kind
    self.due = due
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

  private var lastSaid: CalendarDate { max(last.said, moves.last?.said ?? last.said) }
}
