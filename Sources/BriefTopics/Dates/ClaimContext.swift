import BriefModel

/// The words of a sentence as a date sees them: cues and tenses by their distance.
struct ClaimContext {
  let items: [DateItem]
  private(set) var cues: [ClaimCue]
  let tenses: [TimeDirection]
  private(set) var roles: [WordRole]
  /// What the sentence reports as untrue or feared.
  private(set) var statements: [ReportedStatement] = []
  /// Where words say what was to happen.
  private let duties: [Int]
  /// Where words say what was promised.
  private let promises: [Int]
  /// Grows by one at each comma, dash or bracket.
  let clauses: [Int]

  init(_ items: [DateItem], language: String) {
    self.items = items
    cues = items.map { ClaimCue.of($0.text) }
    roles = items.indices.map { index in
      Self.isMonth(index, items) ? [] : WordRole.of(items[index].text)
    }
    Self.settleCues(items, &self.cues)
    let verbs = Tense.of(language)
    var tenses = items.indices.map { index in
      // A capital inside a sentence is a name's (`w Grodnie`, `in May`).
      // A month is no verb (`28 maja`).
      index > 0 && items[index].isCapitalised && items[index].gap == .space
        || Self.isMonth(index, items)
        ? .unknown : verbs?.direction(of: items[index].text) ?? .unknown
    }
    if language == "en" { Self.settleEnglish(items, &tenses) }
    if language == "lt", let verbs {
      for index in items.indices where verbs.isNegated(items[index].text) {
        cues[index].insert(.negation)
      }
    }
    var clause = 0
    clauses = items.indices.map { index in
      let item = items[index]
      // `128,52 доллара` has a comma, and no clause.
      let isFraction =
        item.gap == .comma && item.number != nil && index > 0 && items[index - 1].number != nil
        && item.start - items[index - 1].end == 1
      if (item.gap == .comma || item.gap == .other || (item.gap == .dash && item.number == nil))
        && !isFraction
      {
        clause += item.isBehindSemicolon ? 2 : 1
      }
      return clause
    }
    if language == "de" { Self.settleGerman(items, clauses, &tenses) }
    let words = items.map(\.text)
    let past = PastDuty.of(language)
    let pastRoles = past?.roles(of: words) ?? []
    duties = pastRoles.indices.filter { past?.begins(at: $0, words, pastRoles) ?? false }
    for duty in duties {
      // What was to happen lies where the duty lay, whatever its verb's own form.
      for index in duty + 1..<max(duty + 1, min(duty + 5, items.count))
      where clauses[index] == clauses[duty] { tenses[index] = .unknown }
      tenses[duty] = .past
    }
    promises = pastRoles.indices.filter { pastRoles[$0].contains(.promise) }
    for index in promises { tenses[index] = .past }
    Self.settlePassive(items, language, &tenses)
    if ["ru", "be", "uk", "pl"].contains(language) {
      Self.settlePurpose(roles, clauses, &tenses)
    }
    self.tenses = tenses
    let reported = ReportedStatements(items, roles, cues, clauses, tenses, language: language)
    statements = reported.found
    for index in reported.spent {
      cues[index].remove(.negation)
      roles[index].remove(.denial)
    }
  }

  /// `чинний із 13 березня`: in force already.
  func isInForce(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      index < range.lowerBound && range.lowerBound - index <= 4
        && roles[index].contains(.standing)
    }
  }

  /// `Dotychczasowy termin, 1 stycznia`, `Прежний срок — март 2024 года`.
  func isBehindDeadline(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    if isTermNamed(by: range) { return true }
    // `раньше срока, 3 марта`: it did not come on its day.
    if range.lowerBound > 1, Self.earlier.contains(items[range.lowerBound - 2].text) {
      return false
    }
    if roles[range.lowerBound - 1].contains(.deadline) { return true }
    if items[range.lowerBound - 1].text == "due" { return true }
    // `missed the deadline of 1 March`
    if items[range.lowerBound - 1].text == "of", range.lowerBound > 1,
      roles[range.lowerBound - 2].contains(.deadline)
    {
      return true
    }
    // `die 2022 und 2023 fälligen Raten`
    if range.upperBound < items.count, items[range.upperBound].text.hasPrefix("fallig") {
      return true
    }
    // `had set 1 April as the date`
    let behind = items[range.upperBound..<min(range.upperBound + 3, items.count)].map(\.text)
    return behind.first == "as" && behind.contains { $0 == "date" || $0 == "deadline" }
  }

  private static let earlier: Set<String> = [
    "раньше", "ранее", "до", "przed", "vor", "раней", "перад", "да", "раніше", "перед", "pries",
    "ahead of", "before",
  ]

  /// `announced for 1 January`, `numatyta sausio 1 d.`: a participle right before the date.
  func isBehindPlan(_ range: Range<Int>) -> Bool {
    // `Kovui pažadėti tarifai`, `die für März versprochenen`
    if range.upperBound < items.count, items[range.upperBound].gap == .space,
      roles[range.upperBound].contains(.planBehind)
    {
      return true
    }
    return range.lowerBound > 0
      && roles[range.lowerBound - 1].contains(.plan)
      && !["on", "in", "am", "im"].contains(items[range.lowerBound].text)
  }

  /// `обещали сдать в ноябре`: the verb that was promised stands between.
  func wasPromised(at range: Range<Int>) -> Bool {
    guard let promise = promises.last(where: { $0 < range.lowerBound }),
      clauses[promise] == clauses[range.lowerBound]
    else { return false }
    return items[promise + 1..<range.lowerBound].contains {
      $0.text == "to" || Self.infinitives.contains(where: $0.text.hasSuffix)
    }
  }

  private static let infinitives = ["ть", "ти", "ць", "ться", "цца", "ac", "ic", "yc"]

  /// `цены обещали с 1 марта`: a promise in front of the date, in its clause.
  func isPromised(before range: Range<Int>) -> Bool {
    promises.contains { $0 < range.lowerBound && clauses[$0] == clauses[range.lowerBound] }
  }

  /// `ещё в марте`: back in March.
  func isBackIn(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    if ["еще", "яшчэ", "ще", "back"].contains(items[range.lowerBound - 1].text) { return true }
    // `another attack, like that of 24 February`
    return range.lowerBound > 1 && items[range.lowerBound - 1].text == "of"
      && ["that", "those"].contains(items[range.lowerBound - 2].text)
  }

  /// `Wybory z 26 stycznia`: the day of what happened, not of a document.
  func isBehindEvent(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    let before = range.lowerBound - 1
    // `Szturm na przejście w Kuźnicy z 16 listopada`
    let isAct = roles[max(0, before - 5)...before].contains { $0.contains(.act) }
    return isAct || cues[before].contains(.event)
      || roles[before].contains(.election)
  }

  /// `promised to exchange drafts`: an infinitive between a verb and the phrase.
  func isInfinitive(before range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    let window = max(clause.lowerBound, range.lowerBound - 6)..<range.lowerBound
    return window.contains {
      items[$0].text == "to" && $0 + 1 < range.lowerBound && items[$0 + 1].number == nil
        && items[$0 + 1].month == nil && !items[$0 + 1].isCapitalised
        && !items[$0 + 1].isFiller && ($0 == 0 || !["was", "were"].contains(items[$0 - 1].text))
    }
  }

  /// Items between a word and the phrase; a clause boundary between them counts as seven.
  private func distance(_ index: Int, to range: Range<Int>) -> Int {
    let near = index < range.lowerBound ? range.lowerBound : range.upperBound - 1
    return abs(index - near) + 7 * abs(clauses[index] - clauses[near])
  }

  func distance(of cue: ClaimCue, to range: Range<Int>) -> Int? {
    // `przed upływem kwartału` ends a quarter, and no validity.
    if cue != .inForce, range.contains(where: { cues[$0].contains(cue) }) { return 0 }
    return items.indices.filter {
      !range.contains($0) && cues[$0].contains(cue) && !isReported($0, apartFrom: range)
    }
    .map { distance($0, to: range) + 3 * joints(between: $0, and: range) }.min()
  }

  /// Was a move spoken of before the item, in its clause or (`anywhere`) in its sentence? What another
  /// verb behind an "and" does is not moved (`отсрочило выплаты и снимет ограничения с 1 апреля`).
  func isMoved(before position: Int, anywhere: Bool) -> Bool {
    items.indices.contains { index in
      index < position && cues[index].contains(.moved) && !isCutOff(index, position)
        && (anywhere || clauses[index] == clauses[min(position, clauses.count - 1)])
    }
  }

  private func isCutOff(_ index: Int, _ position: Int) -> Bool {
    let between = index + 1..<max(index + 1, position)
    guard let joint = between.first(where: { roles[$0].contains(.joint) }) else {
      return false
    }
    return between.contains { $0 > joint && tenses[$0] == .future }
  }

  /// Is the item itself a word of moving?
  func isMoved(at position: Int) -> Bool {
    cues.indices.contains(position) && cues[position].contains(.moved)
  }

  /// Does the phrase's clause, or the one before, say what was to happen: `was supposed to`,
  /// `должен был`?
  func wasDue(at range: Range<Int>) -> Bool {
    let clause = clauses[range.lowerBound]
    return duties.contains {
      // `On Saturday he was promised it` dates the promise.
      (clauses[$0] == clause && ($0 < range.lowerBound || items[$0].text != "was"))
        || clauses[$0] == clause - 1 && $0 < range.lowerBound
    }
  }

  /// A "not" in the clause behind the phrase's own.
  func isDenied(behind range: Range<Int>) -> Bool {
    let next = clauses[range.lowerBound] + 1
    return items.indices.contains { clauses[$0] == next && cues[$0].contains(.negation) }
  }

  /// Does any word of the sentence point into the past or ahead?
  var hasVerb: Bool { tenses.contains { $0 != .unknown } }

  /// The items of the clause that a phrase begins in.
  func clause(of range: Range<Int>) -> Range<Int> {
    let number = clauses[range.lowerBound]
    let first = clauses.firstIndex(of: number) ?? range.lowerBound
    return first..<(clauses.lastIndex(of: number) ?? range.lowerBound) + 1
  }

  /// English `had been` in the phrase's clause.
  func isPastBeforePast(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    return clause.dropLast().contains {
      items[$0].text == "had" && items[$0 + 1].text == "been"
    }
  }

  func has(_ cue: ClaimCue) -> Bool { cues.contains { $0.contains(cue) } }

  /// A cue in the phrase's own clause.
  func clauseHas(_ cue: ClaimCue, at range: Range<Int>) -> Bool {
    let clause = clauses[range.lowerBound]
    return items.indices.contains { clauses[$0] == clause && cues[$0].contains(cue) }
  }

  /// The direction of the nearest verb.
  func direction(at range: Range<Int>) -> TimeDirection {
    bias(at: range).direction
  }

  /// The direction of the nearest verb; a verb beside the date binds more than one further off.
  func bias(at range: Range<Int>) -> TimeBias {
    let past = verb(.past, range)
    let future = verb(.future, range)
    guard let nearest = [past, future].compactMap(\.self).min() else { return .none }
    // `The signing planned for 26 April did not take place`
    if nearest != past, past != nil, isOnlyPlanned(range) { return .none }
    let weight = nearest <= 3 ? 30.0 : nearest <= 7 ? 5 : 2
    if nearest == future, isLedAhead(range) {
      return TimeBias(direction: .future, weight: max(weight, 30), isFirm: true)
    }
    return TimeBias(direction: nearest == past ? .past : .future, weight: weight)
  }

  /// `will be signed in December`, said in January: a verb of what is to come, and none of what has been,
  /// in the clause of the date.
  private func isLedAhead(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range).filter { !range.contains($0) }
    return !clause.contains { tenses[$0] == .past }
      && clause.contains {
        // `arrived in Grodno, on 28 August, and will stay`
        tenses[$0] == .future && !isPresent($0) && joints(between: $0, and: range) == 0
      }
  }

  /// What an "and" between a verb and a date counts: five items, and in front of a verb that follows
  /// the date eleven (`opened in the east of Belarus on Sunday and will last`).
  private static let jointBefore = 5
  private static let jointBehind = 11

  /// Items to the nearest verb of a direction, with what each "and" between them counts.
  private func verb(_ direction: TimeDirection, _ range: Range<Int>) -> Int? {
    items.indices.filter { !range.contains($0) && tenses[$0] == direction }.map { index in
      let joint = index < range.lowerBound ? Self.jointBefore : Self.jointBehind
      return distance(index, to: range) + joint * joints(between: index, and: range)
    }.min()
  }
}
