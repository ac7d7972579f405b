import BriefModel
import Testing

private let negations: [MarkedPair] = [
  // English
  "The parliament will {|not} ratify the treaty.",
  "The parliament will {not|} ratify the treaty.",
  "The parliament {will|may} ratify the treaty.",
  "Belarus {should|could} join the market.",
  "Belarus {must|might} join the market.",
  "The bill is {likely|unlikely} to pass.",
  "The sides {agreed|did not agree} to unify taxes.",
  "The price is {binding|non-binding} for both.",
  "The rule {isn't|is} binding.",
  "The rule {is|is not} binding.",
  "The plant {can|cannot} be closed.",
  "The army {|reportedly} crossed the border.",
  "The pact has {no|} secret clause.",
  "The army {never|} left the country.",
  "The talks {will|would} resume in Minsk.",
  "The step is {|probably} final.",
  "The sides left {with|without} a deal.",
  // Polish
  "Strony {|nie} podpisały umowy.",
  "Parlament {nie|} ratyfikuje umowy.",
  "Parlament {będzie|może} głosować nad umową.",
  "Białoruś {powinna|może} przystąpić do rynku.",
  "To {|prawdopodobnie} ostatni etap.",
  "Strony {muszą|mogą} ujednolicić podatki.",
  // Russian
  "Парламент {|не} ратифицирует договор.",
  "Стороны {не|} подписали договор.",
  "Парламент {должен|может} ратифицировать договор.",
  "Шаг {|вероятно} последний.",
  "Союз {возможен|невозможен} без суда.",
  "Цены {будут|могут} выровнены.",
  // Belarusian
  "Бакі {|не} падпісалі дамову.",
  "Парламент {павінен|можа} ратыфікаваць дамову.",
  "Ён {|ня} прыйшоў на сустрэчу.",
  // Ukrainian
  "Сторони {|не} підписали договір.",
  "Парламент {повинен|може} ратифікувати договір.",
  "Крок {|ймовірно} останній.",
  // German
  "Das Parlament wird den Vertrag {|nicht} ratifizieren.",
  "Das Parlament {muss|kann} den Vertrag ratifizieren.",
  "Die Seiten haben {einen|keinen} Vertrag geschlossen.",
  "Der Schritt ist {|wahrscheinlich} der letzte.",
  // Lithuanian
  "Šalys sutartį {pasirašė|nepasirašė} rudenį.",
  "Parlamentas {turi|gali} ratifikuoti sutartį.",
  "Žingsnis {|galbūt} paskutinis.",
].map(MarkedPair.init)

@Suite struct DifferenceNegationTests {
  @Test(arguments: negations)
  func `a denial or a hedge put in, taken out or replaced is a negation`(pair: MarkedPair) {
    #expect(pair.found().map(\.class) == [.negation])
    #expect(
      pair.found().map(\.before) == [pair.before] || pair.before?.contains(" ") == true
        || pair.after?.contains(" ") == true)
  }
}
