import BriefModel
import Testing

/// The less usual ways of saying when, how many, who and how surely.
private let table: [(Difference.Class, [String])] = [
  (
    .date,
    [
      "Parliament votes by {the end of 2024|mid-2025} on the levy.",
      "Голосование пройдёт к {концу 2024|середине 2025} года без прений.",
      "Galutinis balsavimas numatytas 2024 metų {pabaigoje|viduryje} Minske.",
      "Die Abstimmung kommt {Ende|Anfang} 2025, nicht früher.",
      "Głosowanie wyznaczono {pod koniec|w połowie} 2024 roku.",
      "The hotline opens at {9 a.m.|3.30 p.m.} each day.",
      "Приём начинается в {11 часов утра|17:30} по Минску.",
      "Recepcja otwiera się o godzinie {dziesiątej|dwunastej}.",
      "Прыём пачнецца а {11-й|16-й} гадзіне.",
      "Die Sitzung beginnt um {9|14} Uhr und ist nicht öffentlich.",
      "Завод строили в {девяностых|нулевых} вместе.",
      "Завод будували в {вісімдесятих|дев'яностих} разом.",
      "Umowę podpisano {4 XI|9 XII} 2021 roku.",
      "Umowę podpisano {4 listopada 2021|4.12.2021} r. w Soczi.",
      "Inflation peaked in {Q1|Q3} 2023.",
      "Закон вступит в силу во {втором|первом} полугодии.",
      "Spotkanie odbędzie się w {najbliższą środę|następny piątek}.",
      "Завод адкрыюць {вясной|увосень}.",
      "Долг вернут {до конца года|к 1 марта} без штрафа.",
      "The office rings at {seven in the morning|half past nine} each day.",
      "Брама адчиняється о {шостій|восьмій} ранку.",
      "Dyżur zaczyna się od godziny {9.00|10.30} codziennie.",
      "Pamiętamy spory z {lat dziewięćdziesiątych|pierwszej dekady wieku}.",
      "Der Ausschuss tagt am {Montagabend|Mittwochmorgen}, und das nicht lange.",
    ]
  ),
  (
    .number,
    [
      "Transit fell to 40,000 {tonnes|barrels} a month.",
      "Тарыф вырас у {паўтара|тры} разы.",
      "Импорт вырос {вдвое|втрое} за зиму.",
      "Імпорт зріс {удвічі|вчетверо} за зиму.",
      "The line is {900 km|900 miles} long.",
      "Мощность блока {1200 МВт|1200 кВт} по паспорту.",
      "Import wzrósł {dwukrotnie|trzykrotnie} przez zimę.",
      "Importas išaugo {dvigubai|trigubai} per žiemą.",
      "Der Import hat sich {verdoppelt|verdreifacht}, und das ist nicht alles.",
      "На границе задержали {семерых|девятерых} водителей.",
      "Кожны {пяты|трэці} жыхар супраць.",
      "Рост составил {4 пункта|6 пунктов} за год.",
      "Бюджет втратив кілька {тисяч|мільйонів} гривень.",
    ]
  ),
  (
    .name,
    [
      "Szpital obwodu {grodzieńskiego|mohylewskiego} zamknięto.",
      "Жители {гродненской|витебской} области ждут.",
      "Данные проверила {Генеральная прокуратура|Служба безопасности} страны.",
      "The note of the {Shanghai Cooperation Organisation|SCO} was short.",
      "The survey by {BEROC|the Chatham House institute} was quoted.",
      "Der Entwurf kam aus dem {Energieministerium|Wirtschaftsministerium} und ist nicht neu.",
    ]
  ),
  (
    .negation,
    [
      "Belarus {will sign|plans to sign} the treaty.",
      "Moskwa {zamierza rozmieścić|rozmieści} tam rakiety.",
      "{Obejmie|Może objąć} także usługi.",
      "Мінск {мае намер увесці|увядзе} збор.",
      "Šalys pasirašė {su išlygomis|be išlygų}.",
      "Rząd {jakoby|} zgodził się na cło.",
      "Minsk {refused to sign|signed} the act.",
      "Resort {odmówił udostępnienia|udostępnił} danych.",
    ]
  ),
  (
    .addition,
    [
      "The talks stalled{|, because nobody could name the price of gas}.",
      "Переговоры зашли в тупик{|, хотя все ждали быстрых решений}.",
      "Zamknięto dwa przejścia {|(wśród nich Brześć i Grodno)} na wschodzie.",
      "Платежи идут через систему {|(СПФС)} с весны.",
      "Die Gespräche stocken{|, was in Minsk kaum jemand überrascht}, und das ist nicht neu.",
      "Students {|who study in Minsk} pay less.",
    ]
  ),
  (
    .rewording,
    [
      "Список {почти|практически} готов.",
      "{Еще|Ещё} один раунд прошёл в Минске.",
      "{The parliament ratified the pact|The pact was ratified by the parliament} in May.",
    ]
  ),
]

@Suite struct DifferenceVarietyTests {
  @Test(arguments: table.flatMap { kind, pairs in pairs.map { (kind, $0) } })
  func `the class is that of what changed, however it is said`(
    _ kind: Difference.Class, _ marked: String
  ) {
    let pair = MarkedPair(marked)
    let found = TextDiff.differences(from: pair.old, to: pair.new, field: .text)
    #expect(Set(found.map(\.class)) == [kind], "\(found.map { ($0.class, $0.before, $0.after) })")
  }

  @Test func `what is put in before a sentence does not become its first word`() {
    let found = TextDiff.differences(
      from: "According to the ministry, training goes on. Nothing else is known.",
      to: "Training goes on. Nothing else is known.", field: .text)
    #expect(found.map(\.class) == [.removal])
  }

  @Test func `a clause that denies something is an addition`() {
    let found = TextDiff.differences(
      from: "Цены падают. Торг идёт.", to: "Цены падают, а доходы пока нет. Торг идёт.",
      field: .text)
    #expect(found.map(\.class) == [.addition])
  }
}
