/// Terms that end, and signings that are set for a date.
extension ClaimContext {
  /// `Срок, истёкший в субботу`, `die Frist läuft am 1. Mai ab`: a term ends then; of what is valid
  /// the validity does.
  func isTermEnding(at range: Range<Int>) -> Bool {
    let near = max(0, range.lowerBound - 6)..<min(items.count, range.upperBound + 5)
    return near.contains { index in
      guard !range.contains(index), roles[index].contains(.ending),
        isNear(index, range)
      else { return false }
      let around = max(0, index - 3)..<min(items.count, index + 4)
      return around.contains { place in
        guard isTerm(place), place + 1 >= items.count || !isValidity(place + 1)
        else { return false }
        return true
      }
    }
  }

  /// An aside (`завтра, 1 декабря, истекает`) may stand between.
  private func isNear(_ index: Int, _ range: Range<Int>) -> Bool {
    let (verb, date) = (clauses[index], clauses[range.lowerBound])
    return verb == date || abs(verb - date) == 1 && !clauseHasVerb(at: range.lowerBound)
  }

  private func isValidity(_ index: Int) -> Bool {
    roles[index].contains(.validity)
  }

  private func isTerm(_ index: Int) -> Bool {
    (roles[index].contains(.termNoun) || items[index].text.hasSuffix("frist"))
      && !roles[index].contains(.terminal)
  }

  /// `the signing planned for December`, `подписание намечено на июнь`.
  func isSigningPlanned(_ range: Range<Int>) -> Bool {
    let near = max(0, range.lowerBound - 6)..<min(items.count, range.upperBound + 5)
    let isSigning = near.contains { index in
      !range.contains(index) && clauses[index] == clauses[range.lowerBound]
        && roles[index].contains(.signingNoun)
    }
    return isSigning && (has(.intent) || has(.moved) || has(.hope))
  }

  /// `залежність тільки зросте`, `trade may double`: what is foretold for then and nobody's duty.
  func isForecast(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    if clause.contains(where: { roles[$0].contains(.must) }) { return false }
    return clause.contains { index in
      !roles[index].isDisjoint(with: [.forecast, .chance])
        || roles[index].contains(.expecting) && isToExpect(index)
    }
  }

  /// `podwyżek należy oczekiwać`, `sind zu erwarten`, `can be expected`: nobody's duty.
  private func isToExpect(_ index: Int) -> Bool {
    switch items[index].text {
    case "erwarten", "rechnen": index > 0 && items[index - 1].text == "zu"
    case "expected":
      index > 1 && items[index - 1].text == "be"
        && ["can", "may", "could", "might"].contains(items[index - 2].text)
    default: true
    }
  }

  /// `Nowy termin to jesień`, `Новый срок — осень`, `The new deadline is September`: the month or season
  /// that a clause ends with, and a term that opens it.
  func isTermNamed(by range: Range<Int>) -> Bool {
    term(namedBy: range) != nil
  }

  /// `The new deadline is`: it lies ahead.
  func isNewTerm(_ range: Range<Int>) -> Bool {
    guard let term = term(namedBy: range), term > 0 else { return false }
    let word = items[term - 1].text
    return word.hasSuffix("new") || ["now", "нов", "neue", "nauj"].contains(where: word.hasPrefix)
  }

  private func term(namedBy range: Range<Int>) -> Int? {
    guard range.upperBound == items.count || items[range.upperBound].gap != .space else {
      return nil
    }
    var place = range.lowerBound - 1
    var isNamed = items[range.lowerBound].gap == .dash
    while place > 0, Self.copulas.contains(items[place].text) {
      isNamed = true
      place -= 1
    }
    let isTerm =
      isNamed && place >= 0 && roles[place].contains(.deadline) && !roles[place].contains(.terminal)
    return isTerm ? place : nil
  }

  private static let copulas: Set<String> = [
    "is", "now", "was", "to", "teraz", "ist", "war", "der", "jetzt", "nun", "это", "теперь", "гэта",
    "цяпер", "це", "тепер", "yra", "dabar", "buvo", "jest", "byl",
  ]

  /// `Today there is no partner`: what is lacking is lacking for longer than a day.
  func isNowadays(_ range: Range<Int>) -> Bool {
    guard range.count == 1, Self.todays.contains(items[range.lowerBound].text) else { return false }
    let clause = clause(of: range)
    let isToldOrMade = clause.contains {
      tenses[$0] == .past || !cues[$0].isDisjoint(with: [.signing, .event, .inForce])
    }
    return !isToldOrMade
      && clause.contains { index in
        let next = index + 1 < clause.upperBound ? items[index + 1].text : ""
        switch items[index].text {
        case "нет", "няма", "немає", "nera": return true
        case "nie": return next == "ma"
        case "is", "are":
          return next == "no" && clause.contains { $0 < index && items[$0].text == "there" }
        case "gibt":
          return clause.contains { $0 > index && items[$0].text.hasPrefix("kein") }
        default: return false
        }
      }
  }

  private static let todays: Set<String> = [
    "today", "сегодня", "dzis", "dzisiaj", "сення", "сьогодні", "heute", "siandien",
  ]

  /// Do only words of planning point ahead in the clause of a date, and a verb back?
  func isOnlyPlanned(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    guard clause.contains(where: { tenses[$0] == .past && !range.contains($0) }) else {
      return false
    }
    return clause.allSatisfy { index in
      tenses[index] != .future || range.contains(index)
        || roles[index].contains(.planning)
    }
  }

  /// Is the nearest event a ratification, in the clause of the date?
  func isRatified(at range: Range<Int>) -> Bool {
    let near = clause(of: range).filter { cues[$0].contains(.event) && !range.contains($0) }
    let nearest = near.min {
      abs($0 - range.lowerBound) < abs($1 - range.lowerBound)
    }
    return nearest.map { roles[$0].contains(.ratification) }
      ?? false
  }

  /// `instructed both governments to submit the draft by 1 October`
  func isOrdered(at range: Range<Int>) -> Bool {
    clause(of: range).contains { $0 < range.lowerBound && roles[$0].contains(.order) }
  }

  /// Does the clause of a date say that something stays as it is?
  func isRemaining(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      roles[index].contains(.remaining)
    }
  }

  /// Does the clause of a date speak of a price?
  func isOfPrice(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      roles[index].contains(.price)
    }
  }

  /// `The gas price is 128.52 dollars until the end of 2025`: what something costs till then, and nothing
  /// that is due. `Will be … by` is a forecast.
  func isCosting(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    guard Self.untils.contains(items[range.lowerBound].text),
      clause.contains(where: { roles[$0].contains(.money) }),
      clause.contains(where: { items[$0].number != nil && !range.contains($0) })
    else { return false }
    return clause.contains { roles[$0].contains(.costing) }
      || isOfPrice(at: range)
        && clause.contains { Self.beings.contains(items[$0].text) }
  }

  private static let untils: Set<String> = [
    "until", "till", "until the", "up to", "through", "до", "да", "do", "bis", "bis zum", "iki",
  ]
  private static let beings: Set<String> = ["is", "are", "liegt", "ist", "yra", "bus", "will"]

  /// `the Concept to 2035`, `стратегия до 2030 года`: how far a document reaches is part of its name.
  func isOfDocument(_ phrase: DatePhrase) -> Bool {
    guard phrase.tie == .by, case .year = phrase.shape, phrase.farShape == nil,
      Self.reaches.contains(items[phrase.range.lowerBound].text)
    else { return false }
    let front =
      max(
        clause(of: phrase.range).lowerBound, phrase.range.lowerBound - 5)..<phrase.range.lowerBound
    guard let name = front.last(where: { roles[$0].contains(.paper) }) else { return false }
    return !(name + 1..<phrase.range.lowerBound).contains { tenses[$0] != .unknown }
  }

  private static let reaches: Set<String> = ["to", "until", "до", "do", "да", "bis", "iki"]

  /// `накануне учений`: before what follows, and not yesterday.
  func isEve(_ range: Range<Int>) -> Bool {
    guard range.upperBound < items.count, items[range.upperBound].gap == .space,
      ["накануне", "напередодні", "напярэдадні"].contains(items[range.upperBound - 1].text)
    else { return false }
    return cues[range.upperBound].contains(.event)
      || !roles[range.upperBound].isDisjoint(with: [.election, .dayKept])
  }

  /// `The gas contract ends on 31 December`: what is valid till then.
  func isTreatyEnding(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    return clause.contains { roles[$0].contains(.ending) && !range.contains($0) }
      && clause.contains { roles[$0].contains(.treaty) && !range.contains($0) }
      && !clause.contains { cues[$0].contains(.signing) }
  }

  /// `на январь и февраль`, `for 2027–2029`: the period that something is made for.
  func isForPeriod(_ range: Range<Int>) -> Bool {
    items[range.lowerBound].prepositions.contains(.forPeriod)
  }
}
