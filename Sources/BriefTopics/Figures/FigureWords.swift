/// What words beside a number mean, by their first letters, folded: seven languages in one list, since no
/// word of one means another thing in the next.
enum FigureWords {
  enum Meaning: Equatable {
    case scale(Double)
    case percent
    case point
    case currency(String)
    case measure(String)
    /// `per`, `за`.
    case per
  }

  /// The longest beginning wins.
  static func meaning(of word: String, isGerman: Bool) -> Meaning? {
    // A German Billion is a million millions.
    if isGerman, word.hasPrefix("billion") { return .scale(1e12) }
    if let exact = whole[word] { return exact }
    let letters = Array(word.unicodeScalars)
    var length = min(letters.count, longest)
    while length >= 3 {
      if let meaning = beginnings[String(String.UnicodeScalarView(letters[..<length]))] {
        return meaning
      }
      length -= 1
    }
    return nil
  }

  private static let whole: [String: Meaning] = table([
    (.scale(1e9), "bn mld"), (.scale(1e6), "mln mio"), (.scale(1e3), "tys tsd tis"),
    (.percent, "proc pct"), (.point, "pp пп"),
    (.currency("USD"), "usd dol"), (.currency("EUR"), "eur eurų eurai eurus eurais"),
    (.currency("RUB"), "rub rur руб"),
    (.currency("BYN"), "byn byr"), (.currency("PLN"), "pln zl"), (.currency("CNY"), "cny"),
    (.measure("m3"), "m3 m³ м3 м³ mcm"), (.measure("t"), "t т tons ton tonų"),
    (.measure("km"), "km км"),
    (.measure("MWh"), "mwh мвтч мвт·ч"), (.measure("kWh"), "kwh квтч"),
    (.measure("GWh"), "gwh гвтч"), (.measure("TWh"), "twh твтч"), (.measure("MW"), "mw мвт"),
    (.measure("bbl"), "bbl"), (.measure("ha"), "ha га"),
    (.per, "per за za je pro uz už"),
  ])

  private static let beginnings: [String: Meaning] = table([
    (.scale(1e3), "thousand tysi тыс тис tukst tausend"),
    (.scale(1e6), "million milion milijon млн миллион милион мільйон мільен mln"),
    (.scale(1e9), "billion млрд миллиард мільярд mlrd milijard milliard miliard mrd"),
    (.scale(1e12), "trillion трлн триллион трильйон трыльен bilion"),
    (.percent, "percent procent процент prozent адсот працэнт відсот"),
    (.point, "prozentpunkt"),
    (.currency("USD"), "dollar долл dolar долар далар doler"),
    (.currency("EUR"), "euro евро євро еура"),
    (.currency("RUB"), "rouble ruble рубл rubl rubel rublis"),
    (.currency("PLN"), "zloty злот"), (.currency("CNY"), "yuan юан juan"),
    (.measure("m3"), "cubic куб kubik kubin szescien"),
    (.measure("t"), "tonne тонн тон tona tony tonn"),
    (.measure("bbl"), "barrel баррел барел barylek barylk"),
  ])

  private static let longest = beginnings.keys.map(\.unicodeScalars.count).max() ?? 0

  private static func table(_ rows: [(Meaning, String)]) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (meaning, words) in rows {
      for word in words.split(separator: " ") {
        table[String(String.UnicodeScalarView(Lexicon.Atom(word).folded))] = meaning
        table[String(word)] = meaning
      }
    }
    return table
  }
}
