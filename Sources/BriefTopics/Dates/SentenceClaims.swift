import BriefModel

/// The claims of one sentence.
struct SentenceClaims {
  let bytes: [UInt8]
  let range: Range<Int>
  let number: Int
  let field: Difference.Field
  let vocabulary: DateVocabulary
  let published: CalendarDate?
  let attachment: TopicAttachment

  /// Calendar years before that of publication in which a date is background, not news.
  private static let backgroundYears = 3

  /// UTF-8 bytes of a passage; what is longer tells a story with its background.
  private static let passage = 1_500

  /// - Parameter previous: the last claim of the sentences before, which `the same day` speaks of.
  func claims(behind previous: DatedClaim?) -> [DatedClaim] {
    let items = DateItems(bytes, in: range, vocabulary).items
    let grammar = DateGrammar(items: items, anchor: published, language: vocabulary.language)
    let holdsDate = items.indices.contains {
      items[$0].unit != nil || (items[$0].ordinal ?? 0) >= 4
        || items[$0].digits > 0 && $0 + 1 < items.count && items[$0 + 1].gap == .dash
        || grammar.date(at: $0) != nil
        || grammar.amount(at: $0) != nil
    }
    guard holdsDate || items.contains(where: { $0.has(.callingOff) }) else { return [] }
    let context = ClaimContext(items, language: vocabulary.language)
    guard holdsDate else { return calledOff([], context) }
    let reader = DatePhraseReader(grammar: grammar, context: context)
    let sequel = ClaimSequel(
      published: published, context: context,
      isOpen: isQuestion || context.isEveryMoveProposed)
    var claims: [DatedClaim] = []
    var last: DatePhrase?
    for var phrase in reader.phrases() where phrase.tie != .comparison {
      if let shift = phrase.shift {
        guard let claim = claims.last, let shifted = Self.shifted(claim, by: shift) else {
          continue
        }
        phrase.interval = shifted
        phrase.tie = last?.tie == .by ? .by : .during
      }
      if case .dayAfter(let days) = phrase.shape {
        // In its own sentence `the same day` states nothing new.
        guard let named = (claims.last ?? previous)?.singleDay, days > 0 || claims.isEmpty
        else { continue }
        phrase.interval = .day(named.adding(days: days))
        if phrase.tie == .forPeriod { phrase.tie = .during }
        if phrase.tie == .from || phrase.tie == .since || phrase.tie == .ofDocument {
          phrase.interval?.end = nil
          phrase.tie = .since
        }
      }
      // `will not be signed before 2025` says what the first day can be.
      if phrase.tie == .by, isBefore(phrase, items),
        context.isDenied(at: phrase.range), context.direction(at: phrase.range) != .past
      {
        phrase.tie = .notBefore
      }
      phrase.opensLate = phrase.tie == .by && isUntilBeginning(phrase, items, context)
      phrase.follows = follows(phrase, claims.last, context)
      if let claim = claim(phrase, items, context) {
        claims.append(sequel.denied(claim, at: phrase.range))
        last = phrase
      }
    }
    return calledOff(sequel.withOldDays(sequel.superseded(claims)), context)
  }

  /// Does a date without a verb of its own hang on one that lies ahead: `der Rest ab 1. Juli`?
  private func follows(
    _ phrase: DatePhrase, _ last: DatedClaim?, _ context: ClaimContext
  ) -> Bool {
    guard let published, let day = last?.start ?? last?.end, day > published,
      last?.isSuperseded == false
    else { return false }
    return !context.clauseHasVerb(at: phrase.range.lowerBound)
  }

  /// The dates of a claim, so much later.
  private static func shifted(_ claim: DatedClaim, by amount: DateAmount) -> DateInterval? {
    guard claim.start != nil || claim.end != nil else { return nil }
    return DateInterval(
      start: claim.start.map { amount.later(than: $0) },
      end: (claim.end ?? claim.start).map { amount.later(than: $0) })
  }

  private func claim(
    _ phrase: DatePhrase, _ items: [DateItem], _ context: ClaimContext
  ) -> DatedClaim? {
    let bias = bias(of: phrase, context)
    let direction = bias.direction
    guard let interval = interval(of: phrase, bias, items), !isBackground(interval) else {
      return nil
    }
    if context.isAnniversary(at: phrase.range) { return nil }
    if isDateline(phrase, interval, context) { return nil }
    if context.isNowadays(phrase.range) { return nil }
    if context.isOfDocument(phrase) || context.isEve(phrase.range) { return nil }
    if isAside(phrase, direction, context, items) { return nil }
    // What was to be done within a time had another day to count from.
    if phrase.tie == .within,
      context.wasDue(at: phrase.range) || context.wasPromised(at: phrase.range)
    {
      return nil
    }
    if phrase.tie == .within || phrase.tie == .during, isReview(phrase, items, context) {
      return nil
    }
    let isTold =
      phrase.tie == .within || phrase.tie == .after && items[phrase.range.lowerBound].text == "за"
    if isTold, context.bias(at: phrase.range).isNearPast,
      !context.isInfinitive(before: phrase.range), !context.clauseHas(.hope, at: phrase.range)
    {
      return nil
    }
    let start = items[phrase.range.lowerBound].start
    var end = items[phrase.range.upperBound - 1].end
    if end < range.upperBound, bytes[end] == UInt8(ascii: "."),
      Self.isShortened(items[phrase.range.upperBound - 1])
    {
      end += 1
    }
    let isSettled = interval.start != nil || interval.end != nil
    let standing = standing(of: phrase, interval, context)
    let kind = ClaimKindRule.kind(phrase, interval, published, direction, context)
    return DatedClaim(
      topic: attachment.topic(start: start, end: end, of: range),
      kind: kind,
      start: interval.start, end: interval.end,
      text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start, field: field,
      passage: String(decoding: bytes[range], as: UTF8.self),
      isNegated: standing.isNegated, isHedged: standing.isHedged,
      isSuperseded: standing.isSuperseded, isPostponed: standing.isPostponed,
      isProposed: standing.isProposed, isUnsettled: isUnsettled(kind, interval, phrase, context),
      confidence: isSettled ? 1 : 0.2)
  }

  /// `Главное за неделю`, `Savaitės įvykiai per mėnesį`: a heading over what has been.
  private func isReview(
    _ phrase: DatePhrase, _ items: [DateItem], _ context: ClaimContext
  ) -> Bool {
    let word = items[phrase.range.lowerBound].text
    guard ["за", "per", "цягам", "w ciagu"].contains(word), phrase.range.upperBound == items.count,
      phrase.range.lowerBound <= 3
    else { return false }
    return items[..<phrase.range.lowerBound].contains { item in
      [
        "главное", "итоги", "галоунае", "вынікі", "головне", "підсумки", "svarbiausi",
        "najwazniejsze",
      ]
      .contains(where: item.text.hasPrefix)
    } || !context.hasVerb && !context.clauseHas(.negation, at: phrase.range)
  }

  /// `до 2025 года не станут`: until the year or the season begins.
  private func isUntilBeginning(
    _ phrase: DatePhrase, _ items: [DateItem], _ context: ClaimContext
  ) -> Bool {
    switch phrase.shape {
    case .year, .season: break
    default: return false
    }
    return ["до", "да", "do", "bis", "bis zum", "iki"].contains(items[phrase.range.lowerBound].text)
      && context.isDenied(at: phrase.range) && context.direction(at: phrase.range) == .future
  }

  private func isBefore(_ phrase: DatePhrase, _ items: [DateItem]) -> Bool {
    let preposition = items[phrase.range.lowerBound].text
    return [
      "before", "until", "till", "not until", "earlier than", "sooner than", "przed",
      "wczesniej niz", "vor", "vor dem", "перед",
      "раньше чем", "ранее чем", "раніше ніж", "раньше", "ранее", "раней", "раней за", "раніше",
      "pries", "anksciau nei", "anksciau kaip",
    ].contains(preposition)
  }

  /// `2023 г.`, `2023 r.`, `1 d.`: the full stop belongs to the date.
  private static func isShortened(_ item: DateItem) -> Bool {
    ["г", "гг", "r", "m", "d", "р", "br"].contains(item.text) && item.has(.yearMark)
      || item.text == "d" && item.has(.dayMark) || item.has(.thisYear)
  }

  private func bias(of phrase: DatePhrase, _ context: ClaimContext) -> TimeBias {
    let verb = context.bias(at: phrase.range)
    if phrase.follows, [.from, .during, .alone, .forPeriod].contains(phrase.tie) {
      return TimeBias(direction: .future, weight: 12)
    }
    // `The deadline of 30 June was extended`: it lay on either side.
    if context.isNewTerm(phrase.range) { return TimeBias(direction: .future, weight: 12) }
    if context.isBehindDeadline(phrase.range), context.has(.moved), phrase.shape.isMonthOrDay {
      return .none
    }
    switch phrase.tie {
    case .by where context.wasPromised(at: phrase.range): return .none
    case .by where context.isOrdered(at: phrase.range): return .firmFuture
    case .by:
      // `was not published by 1 May` may look back; what is due looks forward.
      // What passed a few days ago is not meant for next year, unless a verb says so.
      return verb.direction == .past
        ? .none
        : verb.direction == .future
          ? .firmFuture : TimeBias(direction: .future, weight: 12)
    case .from where context.isInForce(at: phrase.range): return .firmPast
    case .from
    where phrase.shape == .weekday(phrase.shape.weekday ?? 0)
      && (verb.direction != .future || context.isStanding(at: phrase.range)):
      return .firmPast
    case .from where context.isStanding(at: phrase.range) && !context.isToBe(at: phrase.range):
      // `applies from 1 January` may have begun.
      return TimeBias(direction: .past, weight: 1.25)
    case .from where verb.direction == .future && verb.weight >= 5:
      return TimeBias(direction: .future, weight: 1.5)
    case .from, .movedFrom: return .none
    case .named: return TimeBias(direction: .future, weight: 12)
    case .during where isTold(phrase, context), .alone where isTold(phrase, context):
      return .firmPast
    case .forPeriod:
      // What was planned for June and has been put off need not lie ahead.
      let isOpen =
        verb.direction == .past || context.has(.moved)
        || context.clauseHas(.negation, at: phrase.range) && context.isBehindPlan(phrase.range)
      // `were promised for the spring and slipped`
      let isGivenUp =
        context.has(.moved)
        && (context.wasDue(at: phrase.range) || context.isPromised(before: phrase.range)
          || context.isBehindPlan(phrase.range))
      if isGivenUp { return TimeBias(direction: .past, weight: 3) }
      if isOpen { return .none }
      return verb.direction == .unknown && isScheduled(phrase, context)
        ? TimeBias(direction: .future, weight: 12) : verb
    case .range where isScheduled(phrase, context) && !context.has(.moved):
      return verb.direction == .past ? .none : TimeBias(direction: .future, weight: 12)
    case .notBefore, .within, .after, .movedTo: return .firmFuture
    case .since, .ago, .ofDocument: return .firmPast
    default: return verb
    }
  }

  /// `запланирован на 12–16 сентября`: the word of planning is read with its preposition.
  private func isScheduled(_ phrase: DatePhrase, _ context: ClaimContext) -> Bool {
    context.isForPeriod(phrase.range)
      && context.roles[phrase.range.lowerBound].contains(.planning)
  }

  /// `back in March`, `das im März beschlossene Konzept`: what was done then.
  private func isTold(_ phrase: DatePhrase, _ context: ClaimContext) -> Bool {
    phrase.shape.isMonthOrDay
      && (context.isBackIn(phrase.range) || context.isBesideParticiple(phrase.range))
  }

  private func interval(
    of phrase: DatePhrase, _ bias: TimeBias, _ items: [DateItem]
  ) -> DateInterval? {
    if let interval = phrase.interval { return interval }
    guard let near = settled(phrase.shape, bias) else { return nil }
    if near == .impossible { return DateInterval() }
    guard let period = near.interval else { return DateInterval() }
    switch phrase.tie {
    case .by:
      let isPeriod =
        switch near {
        case .season, .year, .month: true
        default: false
        }
      // `before the summer` is before it begins; `до лета` may mean that it is over.
      if phrase.farShape == nil, phrase.opensLate || isPeriod && isStrictlyBefore(phrase, items) {
        return DateInterval(start: nil, end: period.start?.adding(days: -1))
      }
      return DateInterval(start: nil, end: farEnd(phrase, near, bias) ?? near.deadline)
    case .movedTo where items[phrase.range.lowerBound].prepositions.contains(.by):
      return DateInterval(start: nil, end: near.deadline)
    case .notBefore:
      // `не раньше весны`, said in spring, is the next one.
      if let published, let start = period.start, start <= published, phrase.shape.lacksYear,
        let next = phrase.shape.with(year: start.year + 1).interval
      {
        return DateInterval(start: next.start, end: nil)
      }
      return DateInterval(start: period.start, end: nil)
    case .from, .since: return DateInterval(start: period.start, end: nil)
    case .later:
      switch near {
      case .day, .newYear: return DateInterval(start: period.start, end: nil)
      default: break
      }
      return DateInterval(start: period.end?.adding(days: 1), end: nil)
    case .range:
      guard let end = farEnd(phrase, near, bias), period.start.map({ $0 <= end }) ?? true
      else { return period }
      return DateInterval(start: period.start, end: end)
    default: return period
    }
  }

  private func isStrictlyBefore(_ phrase: DatePhrase, _ items: [DateItem]) -> Bool {
    let ends = phrase.range.upperBound + 1
    if ends < items.count, ["is", "ends"].contains(items[ends - 1].text) { return false }
    return ["before", "ahead of", "vor", "vor dem", "przed", "перед", "перад", "pries"].contains(
      items[phrase.range.lowerBound].text)
  }

  private func farEnd(
    _ phrase: DatePhrase, _ near: DateShape, _ bias: TimeBias
  ) -> CalendarDate? {
    guard let far = phrase.farShape else { return nil }
    // `in the night from Sunday to Monday`
    if let weekday = far.weekday, let start = near.interval?.start {
      return start.adding(days: (weekday - start.weekday + 7) % 7)
    }
    guard far.lacksYear, let start = near.interval?.start else {
      return settled(far, bias)?.interval?.end
    }
    // The end of a range is looked for from its beginning.
    return far.settled(near: start, .firmFuture).interval?.end
  }

  /// `nil` when the year is not stated and the day of publication is not known.
  private func settled(_ shape: DateShape, _ bias: TimeBias) -> DateShape? {
    if let published { return shape.settled(near: published, bias) }
    if case .weekday = shape { return nil }
    if case .monthlyDay = shape { return nil }
    return shape.lacksYear ? nil : shape
  }

  /// The day of publication beside a number or an author, in a sentence without a verb.
  private func isDateline(
    _ phrase: DatePhrase, _ interval: DateInterval, _ context: ClaimContext
  ) -> Bool {
    guard phrase.tie == .alone, case .day(_?, _, _) = phrase.shape, let published else {
      return false
    }
    return interval.start == published && !context.hasVerb
  }

  /// A past year in the past before the past (`had been negotiated since 2018`), and in a whole
  /// document one in a clause without a topic: background of what is reported.
  private func isAside(
    _ phrase: DatePhrase, _ direction: TimeDirection, _ context: ClaimContext, _ items: [DateItem]
  ) -> Bool {
    guard let published, case .year(let year) = phrase.shape, year < published.year,
      [.during, .since, .by, .notBefore].contains(phrase.tie), direction != .future
    else { return false }
    if phrase.tie == .since, context.isPastBeforePast(at: phrase.range) { return true }
    guard self.bytes.count > Self.passage else { return false }
    let clause = context.clause(of: phrase.range)
    let bytes = items[clause.lowerBound].start..<items[clause.upperBound - 1].end
    guard attachment.hasTopics, !attachment.names(in: bytes) else { return false }
    return ![.signing, .inForce, .moved].contains { context.clauseHas($0, at: phrase.range) }
  }

  private func isBackground(_ interval: DateInterval) -> Bool {
    guard let published, let last = interval.end ?? interval.start else { return false }
    return last.year < published.year - Self.backgroundYears
  }
}
