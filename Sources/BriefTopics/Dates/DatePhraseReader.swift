import BriefModel

/// Walks over the items of a sentence and reads each statement of a date.
struct DatePhraseReader {
  let grammar: DateGrammar
  let context: ClaimContext

  /// Does the sentence speak of a date that is moved?
  var speaksOfMove: Bool { context.has(.moved) }

  func phrases() -> [DatePhrase] {
    var phrases: [DatePhrase] = []
    var position = 0
    while position < grammar.items.count {
      if let phrase = elliptical(at: position, behind: phrases.last) ?? phrase(at: position) {
        phrases.append(bounded(phrase))
        position = max(phrases.last?.range.upperBound ?? 0, position + 1)
      } else {
        position += 1
      }
    }
    shareYears(&phrases)
    dropRestated(&phrases)
    return phrases
  }

  private func phrase(at position: Int) -> DatePhrase? {
    // Most words can only give time to something: `отвели шесть месяцев`.
    guard grammar.items[position].opensDate else { return term(at: position) }
    if isRepeated(position) { return nil }
    let prepositions = grammar.items[position].prepositions
    if !prepositions.isEmpty, let phrase = tied(prepositions, at: position) { return phrase }
    if let range = range(from: position, at: position, isOpened: false) { return range }
    if let phrase = term(at: position) { return phrase }
    if let phrase = past(at: position) { return phrase }
    if let phrase = named(at: position) ?? bareDay(at: position) { return phrase }
    guard let reading = grammar.date(at: position), isStatedAlone(reading, at: position) else {
      return nil
    }
    return DatePhrase(tie: .alone, shape: reading.shape, range: position..<reading.next)
  }

  private func tied(_ prepositions: [DatePreposition], at position: Int) -> DatePhrase? {
    let next = position + 1
    // `Раней, 1–6 верасня` is earlier, and not before a day.
    if grammar[next]?.gap == .comma,
      ["раней", "ранее", "раньше", "раніше", "wczesniej"].contains(grammar.items[position].text)
    {
      return nil
    }
    // `is due in the autumn`: the next preposition ties the date; `was due last week` needs none.
    if grammar.items[position].text == "due",
      grammar[next]?.relative == -1
        || grammar[next]?.text != "on"
          && grammar[next]?.prepositions.contains(where: { $0 == .during || $0 == .forPeriod })
            == true
    {
      return nil
    }
    if prepositions.contains(.comparedWith) { return comparison(at: position) }
    if grammar.items[position].has(.turn), let turn = turnOfYear(at: position) { return turn }
    if prepositions.contains(where: { [.from, .between, .since, .ofDocument].contains($0) }),
      let range = range(from: next, at: position, isOpened: true)
    {
      return range
    }
    if let phrase = amount(prepositions, at: position) { return phrase }
    // `in the coming year`
    if language == "en", prepositions.contains(.within),
      ["next", "coming"].contains(where: grammar.items[position].text.hasSuffix),
      let unit = grammar[next]?.unit, grammar[next]?.text.hasSuffix("s") == false,
      let period = grammar.period(unit, 1)
    {
      return DatePhrase(tie: .during, shape: .interval(period), range: position..<next + 1)
    }
    let inner = grammar.skipFillers(next)
    if !prepositions.contains(.from), let range = range(from: inner, at: position, isOpened: false)
    {
      var phrase = range
      if prepositions.contains(.by), !prepositions.contains(.to) { phrase.tie = .by }
      return phrase
    }
    guard grammar[inner]?.gap != .comma, grammar[inner]?.gap != .other || language == "lt",
      let reading = grammar.date(at: inner) ?? behindPreposition(inner, prepositions)
    else { return nil }
    guard var tie = tie(prepositions, reading, at: position) else { return nil }
    // `the meeting, due next week`
    if tie == .by, grammar.items[position].text == "due", isAfterEvent(position) { tie = .during }
    // `przed wrześniowymi wyborami` is before them.
    if tie == .by, language == "pl", let item = grammar[inner], item.month != nil,
      item.text.contains("ow")
    {
      return nil
    }
    var shape = reading.shape
    // `zum Jahreswechsel`; by then is by the new year.
    if case .newYear(let year) = shape, tie == .during,
      grammar[inner]?.text.hasPrefix("jahresw") == true
    {
      shape = .turnOfYear(year: year - 1)
    }
    // `in the new year`
    if case .newYear(let year) = shape, tie == .during, language == "en" { shape = .year(year) }
    return DatePhrase(tie: tie, shape: shape, range: position..<reading.next)
  }

  /// `указ від 4 листопада`, `колона, дванадцята від 11 липня`: is a document in front?
  private func isBehindDocument(_ position: Int) -> Bool {
    grammar.items[max(0, position - 5)..<position].contains { item in
      Self.documents.contains(where: item.text.hasPrefix)
    }
  }

  private static let documents = [
    "угод", "договор", "договір", "указ", "декрет", "постанов", "наказ", "лист", "протокол",
    "закон", "заяв", "рішенн", "документ", "верс", "повідомлен", "розпоряджен", "меморандум",
    "концепц", "доктрин", "програм", "версі", "дэкрэт", "рашэнн", "дамов", "дагавор", "пагадненн",
    "загад", "ліст", "заяв", "дактрын", "канцэпц", "праграм", "мемарандум", "пратакол", "верс",
  ]

  private func isAfterEvent(_ position: Int) -> Bool {
    (max(0, position - 6)..<position).contains { context.cues[$0].contains(.event) }
  }

  var language: String { grammar.language }

  /// `spätestens aber im Juni`, `не позднее, чем в июне`, `by as early as`: a second preposition
  /// between the first and the date.
  private func behindPreposition(
    _ position: Int, _ prepositions: [DatePreposition]
  ) -> DateGrammar.Reading? {
    guard prepositions.contains(where: { [.by, .notBefore, .insteadOf].contains($0) }) else {
      return nil
    }
    let isParticle = Self.particles.contains(grammar[position]?.text ?? "")
    // `statt schon 2025`
    if isParticle, prepositions.contains(.insteadOf),
      let reading = grammar.date(at: grammar.skipFillers(position + 1))
    {
      return reading
    }
    for next in position...position + (isParticle ? 1 : 0) {
      guard let item = grammar[next], item.prepositions.contains(.during) else { continue }
      return grammar.date(at: grammar.skipFillers(next + 1))
    }
    return nil
  }

  /// Words that may stand between two prepositions of one date.
  private static let particles: Set<String> = [
    "aber", "jedoch", "wiec", "zatem", "поэтому", "тобто", "schon", "bereits", "чем", "уже", "даже",
    "juz", "jednak", "nawet", "вже",
    "ніж",
    "ужо", "чым", "jau", "kaip", "as",
  ]

  func tie(
    _ prepositions: [DatePreposition], _ reading: DateGrammar.Reading, at position: Int
  ) -> DatePhrase.Tie? {
    if prepositions.contains(.insteadOf) { return .movedFrom }
    if prepositions.contains(.notBefore) { return .notBefore }
    if prepositions.contains(.spokenOf) { return .named }
    if prepositions.contains(.about) || (language == "de" && grammar.items[position].text == "von"),
      context.isSpokenOf(position)
    {
      return .named
    }
    if prepositions.contains(.afterwards) {
      // `after 2020` is rather the time since; a year ahead is a date.
      if case .year(let year) = reading.shape, year < grammar.anchor?.year ?? year { return nil }
      return .later
    }
    // `vom 1. Januar an`
    if language == "de", prepositions.contains(.from), let behind = grammar[reading.next],
      behind.text == "an", behind.gap == .space || behind.gap == .dot
    {
      return .from
    }
    if speaksOfMove {
      if isMoveTarget(prepositions, position, until: reading.next) { return .movedTo }
      // `odłożono z 1 grudnia`: to no date that is named.
      if language != "en", prepositions.contains(.from),
        context.isMoved(before: position, anywhere: !context.clauseHasVerb(at: position))
      {
        return .movedFrom
      }
      if prepositions.contains(.from), isMoveAhead(reading.next) { return .movedFrom }
    }
    if prepositions.contains(.ofDocument) {
      // A year names the document; a day dates it. `Від 1 квітня діє`: no document in front.
      if case .day = reading.shape {
        let opens =
          position == 0 || grammar.items[position].gap == .other
          || language == "uk" && !isBehindDocument(position)
        return opens && prepositions.contains(.from) ? .from : .ofDocument
      }
      // `Від січня перевізники їздять`
      if prepositions.contains(.from), !isBehindDocument(position) {
        switch reading.shape {
        case .month, .season, .quarter: return .from
        default: break
        }
      }
      // `від завтра`
      guard case .interval = reading.shape, prepositions.contains(.from) else { return nil }
      return .from
    }
    if case .year = reading.shape {
      // `fell to 2024 roubles`; `das Abkommen von 2023` names the document.
      let word = grammar.items[position].text
      if (language == "en" && word == "to") || (language == "de" && word == "von") { return nil }
    }
    // `на прошлой неделе` is a week ago; `на прошлую` was meant for it.
    if prepositions.contains(.forPeriod), let last = grammar[reading.next - 1]?.text,
      ["неделе", "тыдні", "тижні"].contains(last)
    {
      return .during
    }
    for (preposition, tie) in Self.ties where prepositions.contains(preposition) { return tie }
    return nil
  }

  /// `до` and `bis` are where a date is moved to only where the move was spoken of in their clause.
  private func isMoveTarget(
    _ prepositions: [DatePreposition], _ position: Int, until next: Int
  ) -> Bool {
    guard !prepositions.contains(.during) else { return false }
    let isDeadline =
      prepositions.contains(.by)
      && (prepositions.contains(.to)
        || ["until", "till"].contains(grammar.items[position].text))
    if isDeadline { return context.isMoved(before: position, anywhere: false) }
    // `wurde auf Juli verschoben`: in German the verb comes last.
    return prepositions.contains(where: { [.to, .forPeriod].contains($0) })
      && (context.isMoved(before: position, anywhere: true)
        || language == "de"
          && context.isMoved(at: grammar[next]?.text == "zu" ? next + 1 : next))
  }

  private static let ties: [(DatePreposition, DatePhrase.Tie)] = [
    (.by, .by), (.since, .since), (.from, .from), (.during, .during), (.forPeriod, .forPeriod),
    (.within, .during), (.to, .by), (.between, .during),
  ]

  /// Is there a date behind that the one before is moved to?
  private func isMoveAhead(_ position: Int) -> Bool {
    for next in position..<min(position + 12, grammar.items.count) {
      let prepositions = grammar.items[next].prepositions
      if prepositions.contains(where: { [.to, .forPeriod, .by].contains($0) }),
        grammar.date(at: grammar.skipFillers(next + 1)) != nil
      {
        return true
      }
    }
    return false
  }

  /// Dates that need no preposition.
  private func isStatedAlone(_ reading: DateGrammar.Reading, at position: Int) -> Bool {
    if reading.standsAlone { return true }
    if context.isTermNamed(by: position..<reading.next) { return true }
    switch reading.shape {
    case .day, .impossible: return true
    case .month(let year, _), .quarter(let year, _), .half(let year, _), .season(let year, _):
      return year != nil
    case .year where language == "uk":
      // `добудує лише 2028 року`; `бюджет 2028 року` names.
      let before = grammar[position - 1]
      let opensClause =
        before == nil || grammar[position]?.gap == .comma || before?.has(.conjunction) == true
        || ["а", "але", "що"].contains(before?.text ?? "")
      return grammar[position + 1]?.has(.yearMark) == true
        && (opensClause
          || ["лише", "тільки", "аж", "вже", "уже", "ще"].contains(before?.text ?? "")
          || context.tenses[position - 1] != .unknown)
    case .year:
      guard language == "de", let item = grammar[position], item.gap != .hyphen else {
        return false
      }
      // `Der Markt soll 2025 entstehen`, `2025 treten …`; `das Abkommen von 2021` names.
      let before = grammar[position - 1]
      return before == nil
        || (before?.isCapitalised == false && before?.prepositions.isEmpty == true
          && before?.isFiller == false && before?.gap != .other) && before?.text != "von"
    default: return false
    }
  }
}
