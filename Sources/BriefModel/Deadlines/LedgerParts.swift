/// What the ledger is drawn up from, and its lines.
extension DeadlineLedger {
  /// What names a statement in the store: publication and version by number, and the claim's place.
  package struct Place: Hashable, Sendable {
    package var publication: Int64
    package var version: Int
    package var ordinal: Int

    package init(publication: Int64, version: Int, ordinal: Int) {
      (self.publication, self.version, self.ordinal) = (publication, version, ordinal)
    }
  }

  package struct Key: Hashable, Sendable {
    package var topic: TopicID
    package var kind: DatedClaim.Kind
    package var due: CalendarDate

    package init(topic: TopicID, kind: DatedClaim.Kind, due: CalendarDate) {
      (self.topic, self.kind, self.due) = (topic, kind, due)
    }
  }

  package struct Statement: Hashable, Sendable {
    package var place: Place
    package var said: CalendarDate
    /// Of the store. It orders what was said on one day.
    package var revision: Int64
    package var words: ClaimWords

    package init(place: Place, said: CalendarDate, revision: Int64 = 0, words: ClaimWords) {
      (self.place, self.said, self.revision, self.words) = (place, said, revision, words)
    }

    package static func isEarlier(_ a: Statement, _ b: Statement) -> Bool {
      (a.said, a.revision) < (b.said, b.revision)
    }
  }

  /// All forward-looking statements of one topic, kind and day.
  package struct Group: Sendable {
    package var key: Key
    /// Publications.
    package var count: Int
    /// Local numbers of those that name the day still, or of those that did where none does; empty where
    /// they are not known.
    package var publications: Set<Int64> = []
    /// Local numbers of the sources.
    package var sources: Set<Int64>
    package var first: Statement
    package var last: Statement
    /// How many of the publications name the day no more: a newer version of theirs has it not, or they
    /// were withdrawn.
    package var retracted: Int
    /// The first statement says that something was put off to this day, and not from which.
    package var isPostponed: Bool

    package init(
      key: Key, count: Int, sources: Set<Int64>, first: Statement, last: Statement,
      retracted: Int = 0, isPostponed: Bool = false
    ) {
      (self.key, self.count, self.sources) = (key, count, sources)
      (self.first, self.last, self.retracted) = (first, last, retracted)
      self.isPostponed = isPostponed
    }

    /// Nobody who named the day names it still.
    var isDropped: Bool { retracted >= count }
  }

  /// A move with who made it and when.
  package struct Move: Hashable, Sendable {
    package var topic: TopicID
    package var kind: DatedClaim.Kind
    package var from: CalendarDate
    package var to: CalendarDate
    package var way: ClaimMove.Way
    package var said: CalendarDate
    /// Of the store. It orders what moved on one day.
    package var revision: Int64
    package var place: Place

    package init(
      topic: TopicID, kind: DatedClaim.Kind, from: CalendarDate, to: CalendarDate,
      way: ClaimMove.Way, said: CalendarDate, revision: Int64 = 0, place: Place
    ) {
      (self.topic, self.kind, self.from, self.to) = (topic, kind, from, to)
      (self.way, self.said, self.revision, self.place) = (way, said, revision, place)
    }

    /// What makes it the same move in the ledgers of two moments. Who restated a day first is a matter of
    /// what else was read.
    package var name: Name {
      Name(topic: topic, from: from, to: to, way: way, place: way == .restated ? nil : place)
    }

    package struct Name: Hashable, Sendable {
      var topic: TopicID
      var from: CalendarDate
      var to: CalendarDate
      var way: ClaimMove.Way
      var place: Place?
    }

    static func isEarlier(_ a: Move, _ b: Move) -> Bool {
      (a.said, a.revision, a.place.version, a.to) < (b.said, b.revision, b.place.version, b.to)
    }
  }

  /// A claim that looks back: something happened, or did not, or was due.
  package struct Report: Sendable {
    package var key: Key
    package var isNegated: Bool
    /// It names the day and does not say that it happened.
    package var isUnsettled: Bool
    /// It says that something is called off. Where the sentence names no day, the key has the day of the
    /// statement.
    package var callingOff: DatedClaim.CallingOff?
    package var statement: Statement

    package init(
      key: Key, isNegated: Bool, isUnsettled: Bool = false,
      callingOff: DatedClaim.CallingOff? = nil, statement: Statement
    ) {
      (self.key, self.isNegated, self.statement) = (key, isNegated, statement)
      (self.isUnsettled, self.callingOff) = (isUnsettled, callingOff)
    }
  }

  /// A day that was proposed for what was due on another.
  package struct Proposal: Hashable, Sendable {
    package var topic: TopicID
    /// The same as `to` where the sentence does not name it.
    package var from: CalendarDate
    package var to: CalendarDate
    package var statement: Statement

    package init(topic: TopicID, from: CalendarDate, to: CalendarDate, statement: Statement) {
      (self.topic, self.from, self.to, self.statement) = (topic, from, to, statement)
    }
  }

  package struct Remark: Hashable, Sendable {
    package var kind: Deadline.Remark.Kind
    package var due: CalendarDate?
    package var statement: Statement
  }

  package struct Line: Hashable, Sendable {
    package var topic: TopicID
    package var kind: DatedClaim.Kind
    package var due: CalendarDate
    package var standing: Deadline.Standing
    package var isSilent: Bool
    package var statements: Int
    package var sources: Set<Int64>
    package var first: Statement
    package var last: Statement
    /// In the order in which they were said.
    package var moves: [Move]
    /// The statement that it was met or missed.
    package var evidence: Statement?
    /// Nobody who named the day names it still.
    package var isDropped: Bool
    /// Another of the line's days that was named after the last move, and who did.
    package var otherwise: Otherwise?
    /// In the order in which they were said.
    package var remarks: [Remark]
  }

  package struct Otherwise: Hashable, Sendable {
    package var due: CalendarDate
    package var statement: Statement
  }
}
