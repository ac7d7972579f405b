import BriefModel
import Testing

private let numbers: [MarkedPair] = [
  // English
  "The package has {28|29} programmes.",
  "Gas costs {128.52|128.57} dollars.",
  "Exports fell to {1,000|7,000} tonnes.",
  "Trade grew by {5.3|6.3}% in 2021.",
  "Trade grew by {5%|5} in 2021.",
  "Trade grew by {5|5%} in 2021.",
  "The loan is worth {$500|€500} million.",
  "The loan is worth 500 million {dollars|euros}.",
  "The loan is worth 500 {million|billion} dollars.",
  "The loan is worth {USD|EUR} 500 million.",
  "See Spotlight No. {83/2021|84/2021} for details.",
  "The army bought {S-400|S-300} systems.",
  "There are {10 000|12 000} soldiers at the base.",
  "{Two|Three} battalions crossed the border.",
  "The fleet has {twelve|twenty} aircraft.",
  "Prices rose by 3 {percent|pct} in a year.",
  "In November {28|31} programmes were agreed.",
  "Growth stood at {-5|5} per cent.",
  "Gas costs ${128.52|-128.52} for a thousand.",
  "The balance is €{-5|5} million.",
  "The price of 1,000 {m³|m²} rose.", "The plot has 40 {km|km²} of land.",
  "Цена за тысячу {м³|м²} выросла.",
  "The {G7|G8} summit failed.",
  "The {21st|22nd} package follows.",
  "The plant needs {2.5|25} billion cubic metres.",
  "The quota is {28 programmes|1 programme} a year.",
  // Polish
  "Pakiet obejmuje {28|31} programów.",
  "Handel wzrósł o {5,3|6,3}% w 2021 r.",
  "Kredyt wynosi 500 mln {dolarów|euro}.",
  "Kredyt wynosi 500 {mln|mld} dolarów.",
  "Granicę przekroczyły {dwa|trzy} bataliony.",
  "W listopadzie {28|29} programów uzgodniono.",
  // Russian
  "Пакет включает {28|31} программ.",
  "Торговля выросла на {5,3|6,3}% за год.",
  "Кредит составит 500 млн {долларов|рублей}.",
  "Кредит составит 500 {млн|млрд} долларов.",
  "Газ стоит {128,52|128,57} доллара.",
  "Границу пересекли {два|три} батальона.",
  "В ноябре {28|29} программ согласованы.",
  "Доля выросла на 5 {процентов|тысяч}.",
  // Belarusian, Ukrainian, German, Lithuanian
  "Пакет уключае {28|31} праграм.",
  "Крэдыт складзе 500 млн {долараў|рублёў}.",
  "Пакет містить {28|31} програм.",
  "Кредит становить 500 млн {доларів|гривень}.",
  "Das Paket enthält {28|31} Programme.",
  "Der Kredit beträgt 500 {Millionen|Milliarden} Dollar.",
  "Der Handel wuchs um {5,3|6,3} Prozent.",
  "Paketą sudaro {28|31} programos.",
  "Paskola siekia 500 mln. {eurų|dolerių}.",
].map(MarkedPair.init)

/// The same value, written in another way.
private let separators: [MarkedPair] = [
  "Exports fell to {1,280|1 280} tonnes.", "Exports fell to {1 280|1,280} tonnes.",
  "Exports fell to {1,280|1\u{a0}280} tonnes.", "Exports fell to {1,280|1280} tonnes.",
  "Exports fell to {1280|1 280} tonnes.", "Exports fell to {1,280,500|1 280 500} tonnes.",
  "Exports fell to {1.280.500|1,280,500} tonnes.", "Exports fell to {12’345|12,345} tonnes.",
  "Eksport spadł do {1.280|1 280} ton.", "Экспорт упал до {12,345|12 345} тонн.",
].map(MarkedPair.init)

/// Another value, or what may be one.
private let otherValues: [MarkedPair] = [
  "Exports fell to {1,280|1 281} tonnes.", "Exports fell to {1,280|1,28} tonnes.",
  "The rate is {1.280|1280} roubles.", "The rate is {1.280|1,280} roubles.",
  "The share is {0,280|0 280} per cent.", "Exports fell to {1,280|12 800} tonnes.",
  "Exports fell to {1,280|128} tonnes.", "The loans are {1,280 and 2,300|1 280 and 2 301}.",
].map(MarkedPair.init)

@Suite struct DifferenceNumberTests {
  @Test(arguments: separators)
  func `a number with other marks between its thousands is a rewording`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.rewording))
  }

  @Test(arguments: otherValues)
  func `a number of another value is a number whatever its marks`(pair: MarkedPair) {
    #expect(pair.found().contains { $0.class == .number })
  }

  @Test(arguments: numbers)
  func `an amount, its sign or its unit that changed is a number`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.number))
  }
}
