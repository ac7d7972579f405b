/// Terms that end, and signings that are set for a date.
extension ClaimContext {
  /// `Срок, истёкший в субботу`, `die Frist läuft am 1. Mai ab`: a term ends then; of what is valid
  /// the validity does.
  func isTermEnding(at range: Range<Int>) -> Bool {
    let near = max(0, range.lowerBound - 6)..<min(items.count, range.upperBound + 5)
    return near.contains { index in
      guard !range.contains(index), Self.endings.contains(where: items[index].text.hasPrefix),
        isNear(index, range)
      else { return false }
      let around = max(0, index - 3)..<min(items.count, index + 4)
      return around.contains { place in
        guard Self.isTerm(items[place].text), place + 1 >= items.count || !isValidity(place + 1)
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
    Self.validities.contains(where: items[index].text.hasPrefix)
  }

  private static func isTerm(_ word: String) -> Bool {
    (termNouns.contains(where: word.hasPrefix) || word.hasSuffix("frist"))
      && !terminals.contains(where: word.hasPrefix)
  }

  private static let termNouns = [
    "срок", "дедлайн", "тэрмін", "термін", "строк", "termin", "frist", "stichtag", "deadline",
  ]
  private static let terminals = ["terminal", "термінал", "тэрмінал"]
  private static let validities = [
    "действ", "дзеян", "дії", "чинн", "wazn", "obowiaz", "gultig", "galioj", "of valid",
  ]
  private static let endings = [
    "истек", "истеч", "вышел", "выйдет", "сплив", "сплин", "збіг", "uplyw", "uplyn", "mija",
    "minie", "minal", "verstr", "ablauf", "abgelauf", "lauft", "lief", "expire", "lapse", "passes",
    "passed", "baigi", "baige", "pasibaig", "мінае", "мінуу", "скончыу", "скончыц", "минув",
    "минає", "закінч", "endet",
  ]

  /// `the signing planned for December`, `подписание намечено на июнь`.
  func isSigningPlanned(_ range: Range<Int>) -> Bool {
    let near = max(0, range.lowerBound - 6)..<min(items.count, range.upperBound + 5)
    let isSigning = near.contains { index in
      !range.contains(index) && clauses[index] == clauses[range.lowerBound]
        && Self.signings.contains(where: items[index].text.hasPrefix)
    }
    return isSigning && (has(.intent) || has(.moved) || has(.hope))
  }

  private static let signings = [
    "signing", "signature", "подписание", "подписания", "подписанию", "подписанием", "podpisani",
    "падпісанн", "підписанн", "unterzeichnung", "pasirasym", "парафир", "парафув",
  ]

  /// `залежність тільки зросте`, `trade may double`: what is foretold for then and nobody's duty.
  func isForecast(at range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    if clause.contains(where: { Self.musts.contains(items[$0].text) }) { return false }
    return clause.contains { index in
      Self.forecasts.contains(where: items[index].text.hasPrefix)
        || Self.chances.contains(items[index].text)
    }
  }

  private static let forecasts = [
    "double", "grow", "shrink", "вырастет", "вырастут", "возрастет", "возрастут", "удвоит",
    "сократится", "упадет", "упадут", "снизится", "сползет", "маловероят", "вырасце", "узрасце",
    "падвоіц", "скароціц", "малаверагод", "зросте", "зросту", "подвоїть", "скоротить",
    "малоймовірн",
    "wzrosn", "wzrosni", "podwo", "spadni", "zmaleje", "verdoppel", "steig", "wachs", "sink",
    "padideti", "pasieks", "reach", "достигн", "дасягне", "досягне", "osiagn", "erreich",
    "padides", "isaug", "dvigub", "sumazes", "unlikely", "mazai tiketin",
  ]
  private static let musts: Set<String> = [
    "must", "shall", "должен", "должна", "должно", "должны", "musi", "musza", "мусіць", "мусяць",
    "має", "мають", "muss", "mussen", "turi", "privalo",
  ]
  private static let chances: Set<String> = [
    "may", "might", "could", "могут", "может", "могуць", "можа", "можуть", "може", "moga", "moze",
    "konnte", "konnten", "durfte", "durften", "galetu", "gali",
  ]

  /// Do only words of planning point ahead in the clause of a date, and a verb back?
  func isOnlyPlanned(_ range: Range<Int>) -> Bool {
    let clause = clause(of: range)
    guard clause.contains(where: { tenses[$0] == .past && !range.contains($0) }) else {
      return false
    }
    return clause.allSatisfy { index in
      tenses[index] != .future || range.contains(index)
        || Self.plannings.contains(where: items[index].text.hasPrefix)
    }
  }

  private static let plannings = [
    "planned", "scheduled", "slated", "назначен", "намечен", "запланир", "planowan", "zaplanowan",
    "przewidz", "прызнач", "запланав", "намечан", "признач", "заплан", "geplant", "vorgeseh",
    "angesetzt", "numatyt", "planuot", "suplanuot",
  ]

  /// Is the nearest event a ratification, in the clause of the date?
  func isRatified(at range: Range<Int>) -> Bool {
    let near = clause(of: range).filter { cues[$0].contains(.event) && !range.contains($0) }
    let nearest = near.min {
      abs($0 - range.lowerBound) < abs($1 - range.lowerBound)
    }
    return nearest.map {
      ["ratif", "ratyf", "ратиф", "ратыф"].contains(where: items[$0].text.hasPrefix)
    }
      ?? false
  }

  /// Does the clause of a date say that something stays as it is?
  func isRemaining(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      Self.remainings.contains(where: items[index].text.hasPrefix)
    }
  }

  private static let remainings = [
    "stay", "remain", "остан", "pozostan", "застан", "залиш", "bleib", "liks", "isliks", "pasiliks",
  ]

  /// Does the clause of a date speak of a price?
  func isOfPrice(at range: Range<Int>) -> Bool {
    clause(of: range).contains { index in
      Self.prices.contains(where: items[index].text.hasPrefix)
    }
  }

  private static let prices = [
    "price", "tariff", "цена", "цены", "цену", "цене", "тариф", "cena", "ceny", "cene", "taryf",
    "цана", "цэны", "цану", "тарыф", "ціна", "ціни", "ціну", "preis", "gaspreis", "tarif", "kaina",
    "kainos",
  ]

  /// `на январь и февраль`, `for 2027–2029`: the period that something is made for.
  func isForPeriod(_ range: Range<Int>) -> Bool {
    items[range.lowerBound].prepositions.contains(.forPeriod)
  }
}
