/// Dates that say which period a thing is for or from when it can be, and by which nothing is due: "the
/// budget for 2025", "guidelines for 2021–2023", "no earlier than 2025".
enum NamedPeriod {
  /// Words between the thing and its period: "the budget of the Union State for 2025".
  private static let reach = 6

  /// True where the date is the period of a budget, a programme, a price or their like.
  static func isOfThing(_ claim: DatedClaim) -> Bool {
    guard let start = claim.start, let end = claim.end, start != end,
      let (front, behind) = surroundings(of: claim)
    else { return false }
    let words = self.words(claim.text)
    // Lithuanian puts the period in front: `2025 metų biudžetas`.
    if let last = words.last, years.contains(last) {
      if behind.prefix(2).contains(where: isThing) { return true }
    }
    guard let first = words.first, ties.contains(first) || isRange(words) else { return false }
    for word in front.suffix(reach).reversed() {
      // `the budget planned for 2026` would be due then.
      if planning.contains(where: word.hasPrefix) { return false }
      if isThing(word) { return true }
    }
    return false
  }

  /// True where the date is the first that something can have, and no day that it has.
  static func isEarliest(_ claim: DatedClaim) -> Bool {
    guard claim.start != nil, claim.end == nil else { return false }
    return words(claim.text).contains(where: bounds.contains)
  }

  private static func surroundings(of claim: DatedClaim) -> (front: [String], behind: [String])? {
    let (passage, date) = (Array(claim.passage.utf8), Array(claim.text.utf8))
    guard !date.isEmpty, date.count <= passage.count else { return nil }
    for place in 0...passage.count - date.count
    where passage[place] == date[0] && passage[place..<place + date.count].elementsEqual(date) {
      return (
        words(String(decoding: passage[..<place], as: UTF8.self)),
        words(String(decoding: passage[(place + date.count)...], as: UTF8.self))
      )
    }
    return nil
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isRange(_ words: [String]) -> Bool {
    words.count { $0.utf8.count == 4 && Int($0) != nil } == 2
  }

  private static func isThing(_ word: String) -> Bool {
    things.contains(where: word.hasPrefix) || plans.contains(word)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let ties = Set(list("for на na für для"))
  private static let years = Set(list("metų metams m"))
  private static let bounds = Set(
    list(
      "earlier sooner earliest before until till раньше ранее до раней да раніше wcześniej przed do "
        + "frühestens vor bis anksčiau prieš iki перед перад"))
  private static let things = list(
    "budget programme program guideline package price tariff forecast balance quota list "
      + "бюджет программ направлени пакет цена цены цену цене тариф прогноз баланс квот перечень перечня "
      + "смет bilans budżet kierunk pakiet cena ceny cenę cen taryf prognoz kwot list "
      + "бюджэт праграм напрамк цана цаны цэны цану тарыф пералік каштарыс програм напрям ціна ціни ціну "
      + "перелік кошторис haushalt leitlini hauptrichtung paket preis gaspreis ölpreis tarif prognose "
      + "bilanz quote liste biudžet gair krypt paket kain prognoz balans kvot sąraš")
  private static let plans = Set(
    list(
      "plan plans план плана плане плану планы планов plany planu планы планаў плани планів plans "
        + "pläne planas plano planai"))
  private static let planning = list(
    "planned schedul promis expect postpon moved slip delay намеч назнач заплан планир обещ перен отлож "
      + "сдвин ожида planow zaplan obiec przełoż przesun odłoż zapowi geplant vorgeseh versproch verschob "
      + "angesetzt erwart признач обіця відкла відтерм очіку абяца прызнач перане адкла адтэрм чака "
      + "numatyt planuot žadėt nukel atidė perkel")
}
