import BriefModel

/// Which kind of claim a date makes.
enum ClaimKindRule {
  /// Items within which a verb governs a date of its own clause; of another clause, with seven for
  /// the boundary.
  private static let reach = 11
  private static let reachAcross = 10

  static func kind(
    _ phrase: DatePhrase, _ interval: DateInterval, _ published: CalendarDate?,
    _ direction: TimeDirection, _ context: ClaimContext
  ) -> DatedClaim.Kind {
    if phrase.tie == .alone, context.hasPassed(phrase.range) { return .deadline }
    if phrase.tie == .during || phrase.tie == .alone, context.wasExpected(at: phrase.range) {
      return .planned
    }
    if context.isTermEnding(at: phrase.range), phrase.tie != .from { return .deadline }
    if phrase.tie != .from, phrase.tie != .since, context.isTreatyEnding(at: phrase.range) {
      return .inForce
    }
    let signing = signing(phrase, context)
    // `przyznały w marcu zniżkę, ważną do końca roku`: valid is what stands in its own clause.
    let isValid =
      context.clauseHas(.inForce, at: phrase.range)
      || !context.clauseHasVerb(at: phrase.range.lowerBound)
    let inForce = isValid ? distance(.inForce, phrase, context) : nil
    let event = distance(.event, phrase, context)
    if phrase.tie == .ofDocument { return context.isBehindEvent(phrase.range) ? .event : .signing }
    if phrase.tie == .by, let lasting = distance(.lasting, phrase, context),
      lasting < min(signing ?? 99, inForce ?? 99)
    {
      // `the price stays until the end of 2025`
      if context.isOfPrice(at: phrase.range) { return .inForce }
      // `will stay closed until the end of July`
      if context.isRemaining(at: phrase.range) { return .planned }
      // `may last until October`
      return context.clauseHas(.hedge, at: phrase.range) ? .planned : .event
    }
    // `8 maja izba ratyfikowała traktat podpisany w grudniu`
    if let event, event < signing ?? 0, context.isRatified(at: phrase.range) { return .event }
    if let signing, signing <= inForce ?? 99,
      signing <= event.map({ $0 + 2 }) ?? 99
    {
      return .signing
    }
    if let inForce, inForce < event ?? 99 { return .inForce }
    // What was to happen is still a plan when it is told that it did not.
    if context.wasDue(at: phrase.range), phrase.tie != .by, phrase.tie != .since, phrase.tie != .ago
    {
      return .planned
    }
    switch phrase.tie {
    case .by:
      if context.isCosting(at: phrase.range) { return .inForce }
      let isForecast =
        phrase.opensLate || context.isAtLeast(phrase.range) || context.isForecast(at: phrase.range)
      return isForecast ? .planned : .deadline
    // What was moved need not have been a duty.
    case .movedFrom, .movedTo: return .planned
    case .within:
      let isDuty =
        distance(.hope, phrase, context) == nil && distance(.intent, phrase, context) == nil
        && !context.isForecast(at: phrase.range)
        && !context.clauseHas(.negation, at: phrase.range) && !context.isComing(phrase.range)
      return isDuty ? .deadline : .planned
    case .after, .notBefore, .named: return .planned
    case .ago: return .event
    default: break
    }
    // `will be accepted from the third quarter`, said in it: the quarter is not over.
    if phrase.tie == .from, let published, phrase.shape.interval?.end ?? published > published,
      !phrase.shape.isDay, direction == .future
    {
      return .planned
    }
    // `Od 29 października mogą kandydować`: a right that holds since then.
    if phrase.tie == .from || phrase.tie == .since, let published, let start = interval.start,
      start <= published, context.isAllowed(at: phrase.range)
    {
      return .inForce
    }
    if phrase.tie == .from, let published, let start = interval.start, start > published,
      distance(.event, phrase, context) == nil || !context.clauseHas(.event, at: phrase.range)
        || distance(.hope, phrase, context) != nil
    {
      return .planned
    }
    if context.isBehindDeadline(phrase.range), [.alone, .during, .range].contains(phrase.tie) {
      return .deadline
    }
    if context.wasPromised(at: phrase.range), phrase.tie == .during || phrase.tie == .alone {
      return .planned
    }
    if phrase.tie == .from, context.isPromised(before: phrase.range) { return .planned }
    if phrase.tie == .range, !phrase.shape.isMonthOrDay || phrase.farShape?.isDay == false,
      context.isForPeriod(phrase.range)
    {
      return .planned
    }
    if phrase.tie == .forPeriod, distance(.intent, phrase, context) != nil { return .planned }
    if context.isBehindPlan(phrase.range) { return .planned }
    // `На заседании утвердили перечень на 2026 год`: the list is for then, the meeting was not;
    // Lithuanian `2026 metams` needs no preposition.
    let isFor =
      phrase.tie == .forPeriod || context.items[phrase.range.upperBound - 1].text == "metams"
    if isFor, case .year = phrase.shape, let published, let start = interval.start,
      start > published
    {
      return .planned
    }
    if isAhead(phrase, interval, published, direction, context) {
      let hope = distance(.hope, phrase, context) ?? 99
      return (event ?? 99) < hope ? .event : .planned
    }
    return .event
  }

  /// Items to a word of signing that the date is of.
  private static func signing(_ phrase: DatePhrase, _ context: ClaimContext) -> Int? {
    // `The paper that was to be ready in 2023 will be signed`
    if context.wasDue(at: phrase.range), !context.clauseHas(.signing, at: phrase.range),
      context.hasVerb(.future)
    {
      return nil
    }
    // A list that was signed for 2026 is not signed then; a signing that was planned for it is.
    let isPeriod =
      phrase.tie == .forPeriod || phrase.tie == .range && context.isForPeriod(phrase.range)
    if isPeriod, !context.isSigningPlanned(phrase.range) { return nil }
    // `would move to 2028 if an agreement is signed`
    if phrase.tie == .movedTo,
      !context.cues[..<phrase.range.lowerBound].contains(where: { $0.contains(.signing) })
    {
      return nil
    }
    return distance(.signing, phrase, context) ?? context.governing(.signing, phrase.range)
      ?? context.governing(.signing, fromClauseBefore: phrase.range)
  }

  private static func distance(
    _ cue: ClaimCue, _ phrase: DatePhrase, _ context: ClaimContext
  ) -> Int? {
    let isMove = phrase.tie == .movedFrom || phrase.tie == .movedTo
    let reach = isMove || context.clauseHas(cue, at: phrase.range) ? reach : reachAcross
    return context.distance(of: cue, to: phrase.range).flatMap { $0 <= reach ? $0 : nil }
  }

  private static func isAhead(
    _ phrase: DatePhrase, _ interval: DateInterval, _ published: CalendarDate?,
    _ direction: TimeDirection, _ context: ClaimContext
  ) -> Bool {
    guard let published else { return direction != .past }
    if let start = interval.start, start > published { return true }
    if let end = interval.end, end < published { return false }
    // `endet heute`
    if interval == .day(published), !context.clauseHas(.hope, at: phrase.range) { return false }
    // A decade that has begun is mostly to come.
    if let start = interval.start, let end = interval.end, end > published,
      end.dayNumber - start.dayNumber > 366, direction != .past || context.has(.negation)
    {
      return true
    }
    // The end of the year is not over before it is.
    if case .partOfYear(_, .late) = phrase.shape, phrase.tie == .alone { return true }
    switch phrase.tie {
    case .from, .since: return false
    case .forPeriod: return true
    case .range:
      if case .year = phrase.shape { return true }
      // What is held from the 10th to the 20th is under way on the 15th.
      if phrase.shape.isDay, !context.clauseHas(.hope, at: phrase.range) { return false }
    default: break
    }
    return direction != .past
  }
}
