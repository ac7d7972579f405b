/// Lines up what was said about dates: first stated, moved, met, missed, overdue, silent.
///
/// A line is a topic, a kind and the days that were named for it one after the other. Statements of one
/// topic, kind and day are one; days are joined by a move that a text states, that an edit made, or that
/// a later publication gives in the same words. Everything else stays apart.
package struct DeadlineLedger: Sendable {
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
    package var words: ClaimWords

    package init(place: Place, said: CalendarDate, words: ClaimWords) {
      (self.place, self.said, self.words) = (place, said, words)
    }
  }

  /// All forward-looking statements of one topic, kind and day.
  package struct Group: Sendable {
    package var key: Key
    package var count: Int
    /// Local numbers of the sources.
    package var sources: Set<Int64>
    package var first: Statement
    package var last: Statement

    package init(key: Key, count: Int, sources: Set<Int64>, first: Statement, last: Statement) {
      (self.key, self.count, self.sources) = (key, count, sources)
      (self.first, self.last) = (first, last)
    }
  }

  /// A move with who made it and when.
  package struct Move: Hashable, Sendable {
    package var topic: TopicID
    package var kind: DatedClaim.Kind
    package var from: CalendarDate
    package var to: CalendarDate
    package var way: ClaimMove.Way
    package var said: CalendarDate
    package var place: Place

    package init(
      topic: TopicID, kind: DatedClaim.Kind, from: CalendarDate, to: CalendarDate,
      way: ClaimMove.Way, said: CalendarDate, place: Place
    ) {
      (self.topic, self.kind, self.from, self.to) = (topic, kind, from, to)
      (self.way, self.said, self.place) = (way, said, place)
    }
  }

  /// A claim that looks back: something happened, or did not, or was due.
  package struct Report: Sendable {
    package var key: Key
    package var isNegated: Bool
    package var statement: Statement

    package init(key: Key, isNegated: Bool, statement: Statement) {
      (self.key, self.isNegated, self.statement) = (key, isNegated, statement)
    }
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
  }

  let policy: LedgerPolicy
  let today: CalendarDate

  package init(today: CalendarDate, policy: LedgerPolicy = LedgerPolicy()) {
    self.policy = policy
    self.today = today
  }

  /// The lines by topic, then day.
  package func lines(groups: [Group], moves: [Move], reports: [Report]) -> [Line] {
    let reportsByTopic = Dictionary(grouping: reports, by: \.key.topic)
    let movesByTopic = Dictionary(grouping: moves, by: \.topic)
    return Dictionary(grouping: groups, by: \.key.topic)
      .flatMap { topic, groups in
        lines(
          of: groups.sorted(by: Self.order), moves: movesByTopic[topic] ?? [],
          reports: reportsByTopic[topic] ?? [])
      }
      .sorted {
        ($0.topic.rawValue, $0.due, $0.kind.rawValue, $0.first.said)
          < ($1.topic.rawValue, $1.due, $1.kind.rawValue, $1.first.said)
      }
  }

  private static func order(_ a: Group, _ b: Group) -> Bool {
    (a.key.due, a.key.kind.rawValue, a.first.said) < (b.key.due, b.key.kind.rawValue, b.first.said)
  }

  private func lines(of groups: [Group], moves: [Move], reports: [Report]) -> [Line] {
    var joined = DisjointSets(count: groups.count)
    var position: [Key: Int] = [:]
    for (index, group) in groups.enumerated() { position[group.key] = index }
    var movesOfGroup: [Int: [Move]] = [:]
    var hasMoved: Set<Int> = []
    for move in moves {
      guard
        let target = position[Key(topic: move.topic, kind: move.kind, due: move.to)]
          ?? groups.firstIndex(where: { $0.key.due == move.to })
      else { continue }
      movesOfGroup[target, default: []].append(move)
      let origin =
        position[Key(topic: move.topic, kind: move.kind, due: move.from)]
        ?? groups.firstIndex { $0.key.due == move.from }
      if let origin {
        hasMoved.insert(origin)
        joined.join(origin, target)
      }
    }
    for (origin, target) in restatements(groups, except: hasMoved) {
      let (old, new) = (groups[origin], groups[target])
      movesOfGroup[target, default: []].append(
        Move(
          topic: new.key.topic, kind: new.key.kind, from: old.key.due, to: new.key.due,
          way: .restated, said: new.first.said, place: new.first.place))
      joined.join(origin, target)
    }
    return joined.sets().compactMap { members in
      line(
        of: members.map { groups[$0] }, moves: members.flatMap { movesOfGroup[$0] ?? [] },
        reports: reports)
    }
  }

  /// Pairs of an older day and the first later one that is given for it in the same words.
  private func restatements(_ groups: [Group], except hasMoved: Set<Int>) -> [(Int, Int)] {
    groups.indices.compactMap { origin in
      guard !hasMoved.contains(origin) else { return nil }
      let old = groups[origin]
      let later = groups.indices.filter { target in
        let new = groups[target]
        guard new.key.kind == old.key.kind, new.key.due > old.key.due,
          new.first.said > old.last.said
        else { return false }
        let overlap = new.first.words.overlap(with: old.first.words)
        return overlap.common >= LedgerPolicy.commonStems
          && overlap.share >= LedgerPolicy.sameUndertaking
      }
      return later.min { groups[$0].first.said < groups[$1].first.said }.map { (origin, $0) }
    }
  }

  private func line(of groups: [Group], moves: [Move], reports: [Report]) -> Line? {
    let moves = moves.sorted { ($0.said, $0.to) < ($1.said, $1.to) }
    guard let first = groups.min(by: { $0.first.said < $1.first.said }),
      let last = groups.max(by: { $0.last.said < $1.last.said })
    else { return nil }
    let due = moves.last?.to ?? last.key.due
    let current = groups.first { $0.key.due == due } ?? last
    let verdict = reports.filter { bears($0, on: groups, due: due) }
      .max { $0.statement.said < $1.statement.said }
    let standing: Deadline.Standing =
      switch verdict {
      case let report? where report.isNegated: .missed
      case .some: .met
      case nil: due < today ? .overdue : .upcoming
      }
    // Whoever looks back on the day speaks of it, too.
    let days = Set(groups.map(\.key.due))
    let mentions = reports.filter { days.contains($0.key.due) }.map(\.statement)
    let lastStatement = ([last.last] + mentions).max { $0.said < $1.said } ?? last.last
    let lastSaid = max(lastStatement.said, moves.last?.said ?? lastStatement.said)
    return Line(
      topic: first.key.topic, kind: current.key.kind, due: due, standing: standing,
      isSilent: verdict == nil && today.dayNumber - lastSaid.dayNumber > policy.silentAfter,
      statements: groups.reduce(0) { $0 + $1.count },
      sources: groups.reduce(into: Set()) { $0.formUnion($1.sources) }, first: first.first,
      last: lastStatement, moves: moves, evidence: verdict?.statement)
  }

  /// True when a report says that what was due came about, or that it did not.
  private func bears(_ report: Report, on groups: [Group], due: CalendarDate) -> Bool {
    guard let first = groups.map(\.first.said).min(), report.statement.said >= first else {
      return false
    }
    if report.isNegated {
      return report.key.due == due && report.statement.said >= due && report.key.kind != .event
    }
    guard report.key.due > first, report.key.due.dayNumber <= due.dayNumber + policy.lateness,
      fulfils(report.key.kind, groups.map(\.key.kind))
    else { return false }
    return groups.contains { group in
      let overlap = group.first.words.overlap(with: report.statement.words)
      return overlap.common >= LedgerPolicy.commonStems
        && overlap.share >= LedgerPolicy.sameUndertaking
    }
  }

  private func fulfils(_ report: DatedClaim.Kind, _ kinds: [DatedClaim.Kind]) -> Bool {
    switch report {
    case .event: !kinds.contains(.signing)
    case .signing: kinds.contains(.signing) || kinds.contains(.deadline)
    case .inForce: kinds.contains { $0 != .signing }
    case .deadline, .planned: false
    }
  }
}

/// Which of a number of things belong together.
private struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  private mutating func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (low, high) = (min(root(a), root(b)), max(root(a), root(b)))
    parent[high] = low
  }

  mutating func sets() -> [[Int]] {
    var sets: [Int: [Int]] = [:]
    for element in parent.indices { sets[root(element), default: []].append(element) }
    return sets.sorted { $0.key < $1.key }.map(\.value)
  }
}
