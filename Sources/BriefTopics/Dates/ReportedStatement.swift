/// A statement that a sentence reports and says is untrue, or only feared: `denies that`, `опроверг
/// сообщения о том, что`.
struct ReportedStatement {
  enum Standing { case denied, feared }

  var standing: Standing
  /// Items of what is reported.
  var range: Range<Int>
  /// Only a name for it stands in front: `reports of a launch`. What happened on a day is then not what
  /// was denied.
  var isNamed = false
}

/// Finds the statements of one sentence that are reported as untrue or feared.
struct ReportedStatements {
  /// Items between a word of denying and the `that` it governs.
  private static let reach = 14
  /// Items between a word of denying and a name for what is denied.
  private static let reachOfName = 6
  /// Items between a "not" and the word that it denies.
  private static let reachOfNot = 4

  private let items: [DateItem]
  private let roles: [WordRole]
  private let cues: [ClaimCue]
  private let clauses: [Int]
  private let tenses: [TimeDirection]
  private let language: String

  private(set) var found: [ReportedStatement] = []
  /// The items whose "not" belongs to the denial (`does not deny`, `is not true`), and not to what is
  /// reported.
  private(set) var spent: [Int] = []

  init(
    _ items: [DateItem], _ roles: [WordRole], _ cues: [ClaimCue], _ clauses: [Int],
    _ tenses: [TimeDirection], language: String
  ) {
    (self.items, self.roles, self.cues, self.clauses) = (items, roles, cues, clauses)
    (self.tenses, self.language) = (tenses, language)
    let any: WordRole = [.refuting, .rejecting, .refusing, .fearing, .untrue, .truth]
    for index in items.indices
    where !roles[index].isDisjoint(with: any) || isRulingOut(index) {
      read(index)
    }
  }

  private mutating func read(_ index: Int) {
    let role = roles[index]
    let not = negation(of: index)
    if role.contains(.truth), !role.contains(.untrue) {
      guard let not, let statement = stated(by: index, within: Self.reach) ?? behind(index) else {
        return
      }
      spent.append(not)
      found.append(statement)
      return
    }
    if role.contains(.fearing) {
      if not == nil { found.append(feared(index)) }
      return
    }
    let statement: ReportedStatement? =
      if role.contains(.untrue) {
        stated(by: index, within: 4) ?? behind(index)
      } else if role.contains(.refuting) || isRulingOut(index) {
        stated(by: index, within: Self.reach) ?? named(by: index, [.report, .proposal])
          ?? behind(index) ?? plain(index)
      } else if role.contains(.rejecting) {
        rejected(index)
      } else {
        refused(index)
      }
    guard let statement else { return }
    if let not {
      spent.append(not)
    } else {
      found.append(statement)
    }
  }

  /// `ruled out`.
  private func isRulingOut(_ index: Int) -> Bool {
    index > 0 && items[index].text == "out"
      && ["rule", "rules", "ruled", "ruling"].contains(items[index - 1].text)
  }

  /// The "not" of a word: in front of it in its clause, in German behind it, too.
  private func negation(of index: Int) -> Int? {
    func isNot(_ place: Int) -> Bool {
      clauses[place] == clauses[index]
        && (cues[place].contains(.negation) || roles[place].contains(.denial))
    }
    let front = max(0, index - Self.reachOfNot)..<index
    if let place = front.last(where: isNot), !roles[place..<index].contains(where: isThat) {
      return place
    }
    guard language == "de" else { return nil }
    return (index + 1..<min(index + 3, items.count)).first(where: isNot)
  }

  private func isThat(_ role: WordRole) -> Bool { role.contains(.that) }

  /// `denies that`, `опроверг сообщения о том, что`.
  private func stated(by index: Int, within reach: Int) -> ReportedStatement? {
    let window = index + 1..<min(index + 1 + reach, items.count)
    guard let that = window.first(where: { roles[$0].contains(.that) }),
      clauses[that] - clauses[index] <= 1,
      !roles[index + 1..<that].contains(where: { $0.contains(.saying) })
    else { return nil }
    return statement(.denied, from: that + 1)
  }

  /// `denies reports of`, `rejected the demand for`.
  private func named(by index: Int, _ names: WordRole) -> ReportedStatement? {
    let window = index + 1..<min(index + 1 + Self.reachOfName, items.count)
    for place in window where clauses[place] == clauses[index] {
      // `denied a postponement from`: the move is what is denied.
      if cues[place].contains(.moved) {
        return thing(deniedBy: index, from: place)
      }
      if !roles[place].isDisjoint(with: names) {
        return thing(deniedBy: index, from: place + 2)
      }
    }
    return nil
  }

  /// `Reports that the market opens in 2027 are untrue`; `which Minsk denies`.
  private func behind(_ index: Int) -> ReportedStatement? {
    let first = clauses.firstIndex(of: clauses[index]) ?? index
    if let report = (0..<index).last(where: { roles[$0].contains(.report) }) {
      let that = (report + 1..<index).first { roles[$0].contains(.that) }
      guard let start = that ?? (report + 2 < index ? report + 1 : nil) else { return nil }
      let end = first > start + 1 ? first : index
      guard start + 1 < end else { return nil }
      return ReportedStatement(standing: .denied, range: start + 1..<end, isNamed: that == nil)
    }
    guard first > 0, first < index, Self.relatives.contains(items[first].text) else { return nil }
    return ReportedStatement(standing: .denied, range: 0..<first)
  }

  private static let relatives: Set<String> = ["which", "что", "co", "was", "що", "што", "ka"]

  /// English needs no `that`, other languages deny a thing as well.
  private func plain(_ index: Int) -> ReportedStatement? {
    if isRulingOut(index) { return thing(deniedBy: index, from: index + 1) }
    guard language == "en" else { return thing(deniedBy: index, from: index + 3) }
    let isClause = items.indices.contains {
      $0 > index && clauses[$0] == clauses[index] && tenses[$0] != .unknown && $0 < index + 12
    }
    return isClause ? statement(.denied, from: index + 1) : nil
  }

  /// A treaty that was rejected was no statement; a report or a demand is one.
  private func rejected(_ index: Int) -> ReportedStatement? {
    // `weist … zurück`, `lehnt … ab`
    if ["weis", "wies", "lehn"].contains(where: items[index].text.hasPrefix),
      !items.contains(where: { $0.text == "zuruck" || $0.text == "ab" })
    {
      return nil
    }
    guard let named = named(by: index, [.report, .proposal]) else { return behind(index) }
    return stated(by: index, within: Self.reach) ?? named
  }

  /// `refused to sign`, `отказался подписать`.
  private func refused(_ index: Int) -> ReportedStatement? {
    if language == "de" { return statement(.denied, from: index + 1) }
    let window = index + 1..<min(index + 1 + Self.reachOfName, items.count)
    let act = window.first { place in
      language == "en"
        ? items[place].text == "to" && place <= index + 2
        : Self.acts.contains(where: items[place].text.hasSuffix)
    }
    return act.flatMap { statement(.denied, from: $0 + 1) }
  }

  private static let acts = [
    "ть", "ти", "ться", "тися", "ць", "цца", "ac", "ic", "yc", "ania", "enia", "cia", "ti", "tis",
  ]

  private func feared(_ index: Int) -> ReportedStatement {
    let window = index + 1..<min(index + 1 + Self.reach, items.count)
    if let that = window.first(where: { roles[$0].contains(.that) }),
      clauses[that] - clauses[index] <= 1
    {
      return statement(.feared, from: that + 1)
        ?? ReportedStatement(standing: .feared, range: 0..<0)
    }
    // `may be postponed, an expert fears`
    let clause = clauses[index]
    if let first = clauses.firstIndex(of: clause), first > 0,
      let last = clauses.lastIndex(of: clause), last - index <= 4
    {
      return ReportedStatement(standing: .feared, range: 0..<first)
    }
    return statement(.feared, from: index + 1)
      ?? ReportedStatement(standing: .feared, range: 0..<0)
  }

  /// What is reported ends where something is set against it, or where it is said who said so.
  private func statement(
    _ standing: ReportedStatement.Standing, from start: Int, isNamed: Bool = false
  ) -> ReportedStatement? {
    guard start < items.count else { return nil }
    var end = start + 1
    while end < items.count, !ends(at: end) { end += 1 }
    return ReportedStatement(standing: standing, range: start..<end, isNamed: isNamed)
  }

  /// `denies a delay: the market opens`, `denies a delay and announces that`: what stands behind is
  /// affirmed.
  private func thing(deniedBy index: Int, from start: Int) -> ReportedStatement? {
    guard start < items.count, !(index + 1...start).contains(where: ends) else { return nil }
    return statement(.denied, from: start, isNamed: true)
  }

  private func isSetApart(_ index: Int) -> Bool {
    items[index].isBehindSemicolon || items[index].isBehindColon
  }

  private func ends(at index: Int) -> Bool {
    if isSetApart(index) { return true }
    if roles[index].contains(.joint),
      roles[index].contains(.contrast) && !Self.weak.contains(items[index].text)
        || index + 1 < items.count && roles[index + 1].contains(.saying)
    {
      return true
    }
    guard clauses[index] != clauses[index - 1] else { return false }
    if roles[index].contains(.contrast) { return true }
    let clause = clauses[index]
    return !roles[index].contains(.that)
      && items.indices.contains {
        $0 >= index && clauses[$0] == clause && roles[$0].contains(.saying)
      }
  }

  /// Set something against something only where they open a clause.
  private static let weak: Set<String> = ["а", "a", "o"]
}
