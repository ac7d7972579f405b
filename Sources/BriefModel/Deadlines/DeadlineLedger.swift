/// Lines up what was said about dates: first stated, moved, met, missed, overdue, silent.
///
/// A line is a topic, a kind and the days that were named for it one after the other. Statements of one
/// topic, kind and day are one; days are joined by a move that a text states, that an edit made, or that
/// a later publication gives in the same words. Everything else stays apart: two publishers who name
/// different days have two lines, until one of them says that the day moved.
package struct DeadlineLedger: Sendable {
  let policy: LedgerPolicy
  let today: CalendarDate

  package init(today: CalendarDate, policy: LedgerPolicy = LedgerPolicy()) {
    self.policy = policy
    self.today = today
  }

  /// The lines by topic, then day.
  package func lines(
    groups: [Group], moves: [Move], reports: [Report], proposals: [Proposal] = []
  ) -> [Line] {
    let reportsByTopic = Dictionary(grouping: reports, by: \.key.topic)
    let proposalsByTopic = Dictionary(grouping: proposals, by: \.topic)
    let movesByTopic = Dictionary(grouping: moves, by: \.topic)
    return Dictionary(grouping: groups, by: \.key.topic)
      .flatMap { topic, groups in
        lines(
          of: groups.sorted(by: Self.order), moves: movesByTopic[topic] ?? [],
          reports: reportsByTopic[topic] ?? [], proposals: proposalsByTopic[topic] ?? [])
      }
      .sorted {
        ($0.topic.rawValue, $0.due, $0.kind.rawValue, $0.first.said)
          < ($1.topic.rawValue, $1.due, $1.kind.rawValue, $1.first.said)
      }
  }

  private static func order(_ a: Group, _ b: Group) -> Bool {
    (a.key.due, a.key.kind.rawValue, a.first.said) < (b.key.due, b.key.kind.rawValue, b.first.said)
  }

  private func lines(
    of groups: [Group], moves: [Move], reports all: [Report], proposals: [Proposal]
  ) -> [Line] {
    let reports = all.filter { $0.callingOff == nil }
    let remarks = self.remarks(all, proposals, among: groups)
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
      guard let origin else { continue }
      hasMoved.insert(origin)
      // One publisher's edit does not speak for the others who name the old day.
      if move.way != .edited || groups[origin].isDropped { joined.join(origin, target) }
    }
    for (origin, target) in restatements(groups, except: hasMoved, reports: reports) {
      let (old, new) = (groups[origin], groups[target])
      movesOfGroup[target, default: []].append(
        Move(
          topic: new.key.topic, kind: new.key.kind, from: old.key.due, to: new.key.due,
          way: .restated, said: new.first.said, revision: new.first.revision,
          place: new.first.place))
      joined.join(origin, target)
    }
    let denials = denials(reports, among: groups)
    return joined.sets().compactMap { members in
      line(
        of: members.map { groups[$0] }, moves: members.flatMap { movesOfGroup[$0] ?? [] },
        reports: reports, denials: members.flatMap { denials[$0] ?? [] },
        remarks: Set(members.flatMap { remarks[$0] ?? [] }))
    }
  }

  /// By group, the reports that its day passed without it. Where several things were due on one day,
  /// the one whose words the report has most of.
  private func denials(_ reports: [Report], among groups: [Group]) -> [Int: [Report]] {
    var denials: [Int: [Report]] = [:]
    for report in reports
    where report.isNegated && !report.isUnsettled && report.key.kind != .event
      && report.statement.said >= report.key.due
    {
      let meant = groups.indices.filter { groups[$0].key.due == report.key.due }.map { index in
        (index, groups[index].first.words.overlap(with: report.statement.words).share)
      }
      let closest = meant.map(\.1).max() ?? 0
      for (index, share) in meant where share == closest {
        denials[index, default: []].append(report)
      }
    }
    return denials
  }

  /// Pairs of an older day and the first later one that is given for it in the same words.
  private func restatements(
    _ groups: [Group], except hasMoved: Set<Int>, reports: [Report]
  ) -> [(Int, Int)] {
    groups.indices.compactMap { origin in
      guard !hasMoved.contains(origin) else { return nil }
      let old = groups[origin]
      let later = groups.indices.filter { target in
        let new = groups[target]
        if new.isPostponed, isPutOff(old, to: new) { return true }
        guard new.key.kind == old.key.kind, new.key.due > old.key.due,
          new.first.said > old.last.said,
          // What is planned for each year is not put off because the next year comes.
          old.key.kind != .planned || old.key.due >= new.first.said,
          !new.first.words.differsInNumbers(from: old.first.words)
        else { return false }
        return isSame(new.first.words, old.first.words)
      }
      guard let target = later.min(by: { isEarlier(groups[$0].first, groups[$1].first) }) else {
        return nil
      }
      // What had come about is not postponed.
      let said = groups[target].first.said
      let isDone = reports.contains {
        $0.statement.said < said && tells($0, of: [old], due: old.key.due)
      }
      return isDone ? nil : (origin, target)
    }
  }

  /// True where a sentence that says "postponed to" without the old day means this one.
  private func isPutOff(_ old: Group, to new: Group) -> Bool {
    guard new.key.due != old.key.due, isEarlier(old.first, new.first),
      new.first.said.dayNumber - old.key.due.dayNumber <= policy.lateness,
      !new.first.words.differsInNumbers(from: old.first.words)
    else { return false }
    let overlap = new.first.words.overlap(with: old.first.words)
    return overlap.common >= LedgerPolicy.putOffStems && overlap.share >= LedgerPolicy.putOffShare
  }

  func isEarlier(_ a: Statement, _ b: Statement) -> Bool { Statement.isEarlier(a, b) }

  func isSame(_ a: ClaimWords, _ b: ClaimWords) -> Bool {
    let overlap = a.overlap(with: b)
    return overlap.common >= LedgerPolicy.commonStems
      && overlap.share >= LedgerPolicy.sameUndertaking
  }

  private func line(
    of groups: [Group], moves: [Move], reports: [Report], denials: [Report], remarks: Set<Remark>
  ) -> Line? {
    let moves = moves.sorted(by: Move.isEarlier)
    guard let first = groups.min(by: { isEarlier($0.first, $1.first) }),
      let last = groups.max(by: { isEarlier($0.last, $1.last) })
    else { return nil }
    let due = moves.last?.to ?? last.key.due
    let standing = groups.filter { $0.key.due == due }
    let current = standing.first ?? last
    let verdict =
      (denials.filter { $0.key.due == due }
      + reports.filter { tells($0, of: groups, due: due, since: current.first.said) })
      .max { isEarlier($0.statement, $1.statement) }
    // Whoever looks back on the day speaks of it, too, and whoever tells what happened about then.
    let days = Set(groups.map(\.key.due))
    let mentions = reports.filter { days.contains($0.key.due) || isAbout($0, due) }
      .map(\.statement)
    let remarks = remarks.sorted { isEarlier($0.statement, $1.statement) }
    let lastStatement =
      ([last.last] + mentions + remarks.map(\.statement)).max(by: isEarlier) ?? last.last
    let isShelved = verdict == nil && isShelved(remarks, moves: moves, current: current)
    let lastSaid = max(lastStatement.said, moves.last?.said ?? lastStatement.said)
    return Line(
      topic: first.key.topic, kind: current.key.kind, due: due,
      standing: isShelved ? .shelved : self.standing(verdict, due),
      isSilent: verdict == nil && !isShelved
        && today.dayNumber - lastSaid.dayNumber > policy.silentAfter,
      statements: Self.count(groups),
      sources: groups.reduce(into: Set()) { $0.formUnion($1.sources) }, first: first.first,
      last: lastStatement, moves: moves, evidence: verdict?.statement,
      isDropped: standing.allSatisfy(\.isDropped) && !standing.isEmpty,
      otherwise: otherwise(groups, than: due, after: moves.last), remarks: remarks)
  }

  /// Publications, one that named several of the days once.
  private static func count(_ groups: [Group]) -> Int {
    let named = groups.reduce(into: Set<Int64>()) { $0.formUnion($1.publications) }
    return named.isEmpty ? groups.reduce(0) { $0 + $1.count } : named.count
  }

  private func standing(_ verdict: Report?, _ due: CalendarDate) -> Deadline.Standing {
    switch verdict {
    case let report? where report.isNegated: .missed
    case .some: .met
    case nil: due < today ? .overdue : .upcoming
    }
  }

  /// The newest word for another day that came after the last move and still stands.
  private func otherwise(
    _ groups: [Group], than due: CalendarDate, after move: Move?
  ) -> Otherwise? {
    guard let move else { return nil }
    return groups.filter {
      $0.key.due != due && !$0.isDropped
        && ($0.last.said, $0.last.revision) > (move.said, move.revision)
    }
    .max { isEarlier($0.last, $1.last) }
    .map { Otherwise(due: $0.key.due, statement: $0.last) }
  }

  /// True when a report says that what was due came about.
  ///
  /// - Parameter since: the day on which the day that holds was first named; who spoke earlier cannot
  ///   have meant it.
  private func tells(
    _ report: Report, of groups: [Group], due: CalendarDate, since: CalendarDate? = nil
  ) -> Bool {
    guard !report.isNegated, !report.isUnsettled, let first = groups.map(\.first.said).min(),
      report.statement.said >= max(first, since ?? first), report.key.due > first,
      report.key.due.dayNumber <= due.dayNumber + policy.lateness,
      fulfils(report.key.kind, groups.map(\.key.kind))
    else { return false }
    return groups.contains {
      isSame($0.first.words, report.statement.words)
        && !$0.first.words.differsInNumbers(from: report.statement.words)
        && $0.first.words.hasStages(of: report.statement.words)
    }
  }

  /// True when a report tells what happened about the day that was due, or that it did not, in whatever words or language.
  private func isAbout(_ report: Report, _ due: CalendarDate) -> Bool {
    report.callingOff == nil && abs(report.key.due.dayNumber - due.dayNumber) <= policy.about
      && report.statement.said >= report.key.due
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
