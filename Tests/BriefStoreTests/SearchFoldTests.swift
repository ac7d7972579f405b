import BriefStore
import Testing

/// Words that a reader means by each other have one stem, or stems of which one begins the other;
/// words that he does not mean have not.
struct SearchFoldTests {
  /// Query, a title that it must find, one that it must not; twenty a language but for transliteration.
  private static let english = [
    ("market", "The single markets of gas", "A marker on the map"),
    ("integration", "How integrated the Union State is", "An interview"),
    ("programmes", "Programme of the Union", "A professor"),
    ("agreement", "Agreements on tax", "Agriculture"),
    ("economy", "Economic outlook", "Ecology"), ("Belarus", "Belarusian exports", "Belgium"),
    ("Russia", "A Russian loan", "A rush"), ("Ukraine", "Ukrainian grain", "The UK"),
    ("sanction", "New sanctions", "A sanctuary"), ("migrant", "Migrants at the border", "Mirrors"),
    ("border", "Closed borders", "Boredom"), ("exercise", "Military exercises", "Excise"),
    ("doctrine", "Military doctrines", "A doctor"), ("deadline", "Deadlines moved", "Dead letters"),
    ("pipeline", "Pipelines to the west", "Pipes"), ("nuclear", "A nuclear plant", "A nucleus"),
    ("customs", "Customs rules", "Customers"), ("presidents", "The president said", "Precedence"),
  ]
  private static let russian = [
    ("миграция", "О миграционной политике", "Мигрень"), ("рынок", "На едином рынке газа", "Рында"),
    ("интеграция", "Интеграционные программы", "Интерес"),
    ("соглашение", "Подписаны соглашения", "Согласие"), ("налог", "О налогах и сборах", "Налёт"),
    ("таможня", "Таможенный комитет", "Тамада"), ("программа", "28 союзных программ", "Прогноз"),
    ("безопасность", "Вопросы безопасности", "Беззаботность"),
    ("экономика", "Экономический обзор", "Экология"), ("Беларусь", "Экспорт Беларуси", "Бельгия"),
    ("Россия", "Российский кредит", "Роса"), ("граница", "На границах", "Гранит"),
    ("выборы", "Итоги выборов", "Выборг и порт"),
    ("санкции", "Новых санкций не будет", "Санаторий"),
    ("министр", "Слова министра", "Минимум"), ("учения", "На учениях войск", "Учитель"),
    ("договор", "Договоры о газе", "Дом"), ("нефть", "Цены нефти", "Нефрит"),
  ]
  private static let polish = [
    ("rynek", "Na rynku gazu", "Rynsztok"), ("migracja", "Polityka migracyjna", "Migrena"),
    ("umowa", "Podpisano umowy", "Umysł"), ("granica", "Na granicy", "Granit"),
    ("gospodarka", "O gospodarce Białorusi", "Gospoda"),
    ("Białoruś", "Eksport Białorusi", "Biały dom"),
    ("Rosja", "Rosyjski kredyt", "Rosół"), ("integracja", "Integracji nie będzie", "Interes"),
    ("bezpieczeństwo", "Rada Bezpieczeństwa", "Bezpłatny"),
    ("sankcje", "Nowe sankcje", "Sanatorium"),
    ("podatek", "O podatkach", "Podatny"), ("wybory", "Po wyborach", "Wydma"),
    ("prezydent", "Słowa prezydenta", "Prezent"), ("gaz", "Ceny gazu", "Gazeta"),
    ("doktryna", "Doktryny wojenne", "Doktor"), ("program", "28 programów", "Prognoza"),
  ]
  private static let german = [
    ("Markt", "Märkte für Gas", "Marke"), ("Abkommen", "Das Abkommen", "Abend"),
    ("Grenze", "An den Grenzen", "Grenadier"), ("Wirtschaft", "Wirtschaftliche Lage", "Wirt"),
    ("Integration", "Die Integration", "Interesse"), ("Land", "Länder im Osten", "Landung"),
    ("Sanktion", "Neue Sanktionen", "Sanatorium"), ("Minister", "Des Ministers Wort", "Mine"),
    ("Steuer", "Steuern und Zoll", "Stern"), ("Präsident", "Die Präsidenten", "Präsenz"),
    ("Union", "Die Unionen", "Unfall"), ("Programm", "Programme", "Prognose"),
    ("Wahl", "Nach den Wahlen", "Wald"), ("Flüchtling", "Flüchtlinge", "Flug"),
    ("Vertrag", "Ein Vertrag", "Verlag"),
  ]
  private static let lithuanian = [
    ("rinka", "Dujų rinkos", "Ringas"), ("sutartis", "Sutarties tekstas", "Sutemos"),
    ("siena", "Ant sienos", "Sidabras"), ("Baltarusija", "Baltarusijos eksportas", "Baltija"),
    ("Rusija", "Rusijos paskola", "Rudenį"), ("integracija", "Integracijos planai", "Interesai"),
    ("migracija", "Apie migraciją", "Migla"), ("sankcijos", "Sankcijų sąrašas", "Santaka"),
    ("programa", "Programos", "Prognozė"), ("mokestis", "Mokesčių komitetas", "Mokykla"),
    ("vyriausybė", "Vyriausybės", "Vyras"), ("saugumas", "Saugumo taryba", "Saulė"),
    ("dujos", "Dujų kaina", "Duona"), ("ekonomika", "Ekonomikos", "Ekologija"),
    ("prezidentas", "Prezidento žodis", "Prezentas"),
  ]
  private static let belarusian = [
    ("рынак", "На рынку газу", "Рыса"), ("міграцыя", "Міграцыйная палітыка", "Мігрэнь"),
    ("інтэграцыя", "Інтэграцыйныя праграмы", "Інтарэс"), ("граніца", "На граніцы", "Граніт"),
    ("эканоміка", "Эканамічны агляд", "Экалогія"), ("Беларусь", "Экспарт Беларусі", "Бельгія"),
    ("Расія", "Расійскі крэдыт", "Раса"), ("праграма", "28 праграм", "Прагноз"),
    ("дагавор", "Дагаворы аб газе", "Дом"), ("падатак", "Аб падатках", "Падатны"),
    ("выбары", "Пасля выбараў", "Выдма"), ("прэзідэнт", "Словы прэзідэнта", "Прэзент"),
    ("санкцыі", "Новыя санкцыі", "Санаторый"), ("нафта", "Цэны нафты", "Нафталін"),
    ("бяспека", "Савет Бяспекі", "Бясплатна"),
  ]
  private static let ukrainian = [
    ("ринок", "На ринку газу", "Рись"), ("міграція", "Міграційна політика", "Мігрень"),
    ("угода", "Підписано угоди", "Угіддя"), ("кордон", "На кордонах", "Корж"),
    ("економіка", "Економічний огляд", "Екологія"), ("Білорусь", "Експорт Білорусі", "Бельгія"),
    ("Росія", "Російський кредит", "Роса"), ("безпека", "Питання безпеки", "Безплатно"),
    ("інтеграція", "Інтеграційні програми", "Інтерес"), ("вибори", "Після виборів", "Видра"),
    ("президент", "Слова президента", "Презент"), ("санкції", "Нових санкцій", "Санаторій"),
    ("програма", "28 програм", "Прогноз"), ("податок", "Про податки", "Податний"),
    ("нафта", "Ціни нафти", "Нафталін"),
  ]
  private static let transliterated = [
    ("Lukashenko", "Слова Лукашенко", "Лукавство"), ("Lukashenko", "Łukaszenka mówi", "Lukrecja"),
    ("Лукашенко", "Lukaschenko sagt", "Luke"), ("Lukašenka", "Лукашэнка сказаў", "Лука"),
    ("Minsk", "Встреча в Минске", "Минус"), ("Минск", "W Mińsku", "Minerał"),
    ("Putin", "Слова Путина", "Путь"), ("Zapad", "Учения Запад", "Запас"),
  ]

  @Test func `nineteen in twenty are found, and nine in ten answers are right`() {
    let pairs =
      Self.english + Self.russian + Self.polish + Self.german + Self.lithuanian + Self.belarusian
      + Self.ukrainian + Self.transliterated
    let missed = pairs.filter { !SoughtWords($0.0).areIn($0.1) }
    let wrong = pairs.filter { SoughtWords($0.0).areIn($0.2) }
    let found = pairs.count - missed.count
    let recall = Double(found) / Double(pairs.count)
    let precision = Double(found) / Double(found + wrong.count)
    #expect(pairs.count >= 120)
    #expect(recall >= 0.95, "missed: \(missed.map { ($0.0, $0.1) })")
    #expect(precision >= 0.9, "wrong: \(wrong.map { ($0.0, $0.2) })")
  }

  @Test func `places count the bytes of the text`() {
    let text = "«Łódź» – о’кей, \u{301}Minsk's"
    let bytes = Array(text.utf8)
    #expect(
      SearchFold.words(text).map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "Łódź", "о’кей", "Minsk's",
      ])
  }

  @Test(arguments: [
    "", "   ", "\u{301}", "漢字 かな", "\u{0}\u{1}", String(repeating: "щ", count: 100_000),
    String(repeating: "i", count: 1000) + "a",
  ])
  func `any text folds to ASCII words`(_ text: String) {
    let folded = SearchFold.indexed(text)
    #expect(
      folded.utf8.allSatisfy {
        $0 == 0x20 || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0)
      })
  }
}
