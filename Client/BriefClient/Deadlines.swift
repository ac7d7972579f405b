public import BriefModel
internal import BriefStore

/// Which lines of the ledger to give. A condition that is `nil` or empty holds for all.
public struct DeadlineQuestion: Hashable, Sendable {
  public var topics: Set<TopicID>
  public var standings: Set<Deadline.Standing>
  /// True for those that moved, false for those that stand where they were first put.
  public var hasMoved: Bool?
  /// Something was said of it on this day or later.
  public var since: CalendarDate?
  public var policy: LedgerPolicy

  public init(
    topics: Set<TopicID> = [], standings: Set<Deadline.Standing> = [], hasMoved: Bool? = nil,
    since: CalendarDate? = nil, policy: LedgerPolicy = LedgerPolicy()
  ) {
    self.topics = topics
    self.standings = standings
    self.hasMoved = hasMoved
    self.since = since
    self.policy = policy
  }
}

extension ArchiveSnapshot {
  /// The ledger: what was said to be due, across sources and versions, by topic and day.
  ///
  /// - Parameter today: the day against which dates are held; as of a moment, that moment's.
  public func deadlines(
    _ question: DeadlineQuestion = DeadlineQuestion(), today: CalendarDate
  ) throws(ArchiveError) -> [Deadline] {
    try query { store in
      let lines = try lines(
        of: store, question.topics.isEmpty ? nil : question.topics, question.policy, today)
      return try deadlines(lines.filter(question.holds(for:)), in: store)
    }
  }

  /// The lines that have a move which the ledger did not have at a cursor, and those that are overdue.
  ///
  /// A move is new when what was recorded after the cursor made it, whatever day it was said on: a brief of
  /// last week that is read today moves a date today, and only once.
  package func deadlines(
    movedAfter cursor: Cursor, policy: LedgerPolicy = LedgerPolicy(), today: CalendarDate
  ) throws(ArchiveError) -> (moved: [Deadline], overdue: [Deadline]) {
    try query { store in
      let lines = try lines(of: store, nil, policy, today)
      let moved = lines.filter { !$0.moves.isEmpty }
      let before =
        moved.isEmpty
        ? []
        : try store.deadlineLines(
          topics: Set(moved.map(\.topic)), until: cursor.revision,
          ledger: DeadlineLedger(today: past?.moment.day ?? today, policy: policy))
      let known = Set(before.flatMap(\.moves).map(\.name))
      return (
        moved: try deadlines(
          moved.filter { $0.moves.contains { !known.contains($0.name) } }, in: store),
        overdue: try deadlines(lines.filter { $0.standing == .overdue }, in: store)
      )
    }
  }

  private func lines(
    of store: StoreSnapshot, _ topics: Set<TopicID>?, _ policy: LedgerPolicy, _ today: CalendarDate
  ) throws -> [DeadlineLedger.Line] {
    try store.deadlineLines(
      topics: topics, until: past?.revision,
      ledger: DeadlineLedger(today: past?.moment.day ?? today, policy: policy))
  }

  private func deadlines(
    _ lines: [DeadlineLedger.Line], in store: StoreSnapshot
  ) throws -> [Deadline] {
    let sources = try store.sourceIDs()
    return try lines.map { line in
      Deadline(
        topic: line.topic, kind: line.kind, due: line.due, standing: line.standing,
        isSilent: line.isSilent, statements: line.statements,
        sources: line.sources.compactMap { sources[$0] }.sorted(),
        first: try store.statement(at: line.first.place, said: line.first.said),
        last: try store.statement(at: line.last.place, said: line.last.said),
        moves: try line.moves.map {
          Deadline.Move(
            from: $0.from, to: $0.to, way: $0.way,
            by: try store.statement(at: $0.place, said: $0.said))
        },
        evidence: try line.evidence.map {
          try store.statement(at: $0.place, said: $0.said)
        }, isDropped: line.isDropped,
        otherwise: try line.otherwise.map {
          Deadline.Otherwise(
            due: $0.due, by: try store.statement(at: $0.statement.place, said: $0.statement.said))
        },
        remarks: try line.remarks.map {
          Deadline.Remark(
            kind: $0.kind, due: $0.due,
            by: try store.statement(at: $0.statement.place, said: $0.statement.said))
        })
    }
  }
}

extension DeadlineQuestion {
  func holds(for line: DeadlineLedger.Line) -> Bool {
    (standings.isEmpty || standings.contains(line.standing))
      && (hasMoved.map { $0 != line.moves.isEmpty } ?? true)
      && (since.map { day in
        line.last.said >= day || line.moves.contains { $0.said >= day }
          || line.evidence.map { $0.said >= day } ?? false
      } ?? true)
  }
}
