import BriefModel
import BriefTopics
import Testing

@testable import BriefTopics

/// Numbers with units, language by language.
@Suite struct FigureTests {
  private func figures(_ text: String, _ language: String) -> [String] {
    FigureReader(
      bytes: Array(text.utf8), vocabulary: DateVocabulary.of(language), language: language
    ).figures(limit: 100).map { figure in
      let value =
        figure.value == figure.value.rounded() && abs(figure.value) < 1e15
        ? "\(Int64(figure.value))" : "\(figure.value)"
      return "\(figure.kind.rawValue) \(value) \(figure.unit)"
    }
  }

  @Test(arguments: [
    ("74% of the programmes are done.", "en", ["share 74 %"]),
    ("Growth of 4.5 per cent is expected.", "en", ["share 4.5 %"]),
    ("Support rose by 3 percentage points.", "en", ["share 3 pp"]),
    ("Minsk pays $128.52 per 1,000 m3.", "en", ["price 128.52 USD per 1000 m3"]),
    ("Minsk pays 128.5 dollars per 1,000 cubic metres.", "en", ["price 128.5 USD per 1000 m3"]),
    ("A loan of $1.5 billion was signed.", "en", ["money 1500000000 USD"]),
    ("Russia delivers 18.6 million tonnes of oil.", "en", ["count 18600000 t"]),
    ("Of 28 programmes 20 remain.", "en", ["count 28 programmes", "count 20 remain"]),
    ("Газ стоит 128,52 доллара за тысячу кубометров.", "ru", ["price 128.52 USD per 1000 m3"]),
    ("Газ стоит 128,52 долл. за 1 тыс. куб. м.", "ru", ["price 128.52 USD per 1000 m3"]),
    ("Выполнено 74 процента мероприятий.", "ru", ["share 74 %"]),
    ("Товарооборот вырос до 1,5 трлн рублей.", "ru", ["money 1500000000000 RUB"]),
    (
      "Cena wynosi 128,52 dolara za 1000 metrów sześciennych.", "pl",
      ["price 128.52 USD per 1000 m3"]
    ),
    ("Wzrost o 3 punkty procentowe i 12 proc. eksportu.", "pl", ["share 3 pp", "share 12 %"]),
    ("Poparcie wynosi 45,3 proc.", "pl", ["share 45.3 %"]),
    ("Belarus erhält einen Kredit von 1,5 Milliarden Dollar.", "de", ["money 1500000000 USD"]),
    ("Der Anteil liegt bei 12,5 Prozent.", "de", ["share 12.5 %"]),
    ("Kaina – 128,52 dolerio už 1000 kubinių metrų.", "lt", ["price 128.52 USD per 1000 m3"]),
    ("Выканана 74 працэнты мерапрыемстваў.", "be", ["share 74 %"]),
    ("Виконано 74 відсотки заходів.", "uk", ["share 74 %"]),
    ("Inflation of 6–7% is expected.", "en", ["share 6 %", "share 7 %"]),
    ("Geprüft werden 10 bis 12 Prozent der Betriebe.", "de", ["share 10 %", "share 12 %"]),
    ("An der Übung nehmen 13.000 Soldaten teil.", "de", ["count 13000 Soldaten"]),
    ("Статья 12 договора и пункт 3 протокола изменены.", "ru", []),
    ("Бюджет составит 8,1 миллиарда российских рублей.", "ru", ["money 8100000000 RUB"]),
    (
      "Газ каштуе 200–250 долараў за тысячу кубаметраў.", "be",
      ["price 200 USD per 1000 m3", "price 250 USD per 1000 m3"]
    ),
    ("Інфляція становитиме 6–7%.", "uk", ["share 6 %", "share 7 %"]),
    ("Białoruś płaci 128,52 dol. za 1000 m³ gazu.", "pl", ["price 128.52 USD per 1000 m3"]),
    ("Prekyba su Rusija 2024 m. sumažėjo 4,5%.", "lt", ["share 4.5 %"]),
    ("Elektra kainuoja 50 eurų už MWh.", "lt", ["price 50 EUR per MWh"]),
  ]) func `a number has the value and the unit that are printed`(
    text: String, language: String, expected: [String]
  ) {
    #expect(figures(text, language) == expected)
  }

  @Test(arguments: [
    ("The price of gas for Belarus stays at $128.52 per 1,000 m3.", "en", "price of gas"),
    ("Minsk asks for a loan of $1.5 billion.", "en", "loan"),
    ("Belarus pays $128.52 per 1,000 m3.", "en", nil),
    ("Trade fell. Minsk asks Moscow for $2 billion.", "en", nil),
    ("Cena gazu wynosi 128,52 dolara za 1000 m3.", "pl", "Cena gazu"),
    ("Cena wynosi 128,52 dolara.", "pl", "Cena"),
    ("Цена на газ составит 128,52 доллара за тысячу кубометров.", "ru", "Цена на газ"),
    ("Россия дала кредит в 1,5 млрд долларов.", "ru", "кредит"),
    ("Товарооборот вырос до 1,5 трлн рублей.", "ru", "Товарооборот"),
    ("Цана газу складзе 128,52 долара за тысячу кубаметраў.", "be", "Цана газу"),
    ("Ціна на газ становить 128,52 долара.", "uk", "Ціна на газ"),
    ("Der Gaspreis liegt bei 128,52 Dollar.", "de", "Gaspreis"),
    ("Dujų kaina – 128,52 dolerio už 1000 kubinių metrų.", "lt", "Dujų kaina"),
  ]) func `a sum is of what is named before it in its sentence`(
    text: String, language: String, subject: String?
  ) {
    let found = FigureReader(
      bytes: Array(text.utf8), vocabulary: DateVocabulary.of(language), language: language
    ).figures(limit: 9)
    #expect(found.map(\.subject) == [subject])
  }

  @Test(arguments: [
    "The market opens on 1 December 2023.", "In 2024 trade grew.", "Zapad-2025 begins.",
    "Spotlight No. 83/2021", "It lasted 3 years.", "Version 1.2.3 of 10.0.0.1 at 12:30.",
    "See page 12.", "The 2nd stage follows.",
  ]) func `a date, a number of an issue or a duration is no figure`(text: String) {
    #expect(figures(text, "en") == [])
  }

  @Test func `a comma groups in English and is decimal elsewhere`() {
    let table: [(String, Bool, Double)] = [
      ("1,234.5", true, 1234.5), ("1.234,5", false, 1234.5), ("1 234,5", false, 1234.5),
      ("1\u{A0}234", false, 1234), ("0,125", false, 0.125), ("12.5", false, 12.5),
      ("1.500.000", false, 1_500_000), ("2,000", true, 2000),
    ]
    for (text, isEnglish, value) in table {
      #expect(
        PrintedNumber(Array(text.utf8).span, at: 0, isEnglish: isEnglish)?.value == value, "\(text)"
      )
    }
  }

  @Test func `a figure belongs to the topic that is named beside it and says of what it is`() throws
  {
    let matcher = TopicMatcher(try TopicCatalogue.shipped())
    let text = """
      The single gas market of the Union State will not open soon. Belarus pays $128.52 per 1,000 m3 \
      of Russian gas. On tax and customs law of the Union State, 74% of the measures were taken.
      """
    let figures = FigureFinder().figures(
      title: nil, text: text, language: "en",
      topics: matcher.explanations(title: nil, text: text))
    #expect(
      figures.map { "\($0.topic) \($0.value) \($0.unit)" } == [
        "single-gas-market 128.52 USD per 1000 m3", "tax-customs 74.0 %",
      ])
    #expect(figures.last?.subject == "of the measures were taken")
    for figure in figures {
      let place = Array(text.utf8)[figure.offset..<(figure.offset + figure.text.utf8.count)]
      #expect(String(decoding: place, as: UTF8.self) == figure.text)
    }
  }

  @Test func `rows of digits without end and bytes that are no text do no harm`() {
    let rows = String(repeating: "1 234 567 890 ", count: 5_000)
    #expect(figures(rows, "en").count <= 100)
    let odd: [UInt8] = [0xFF, 0x31, 0x25, 0xC2, 0x31, 0xE2, 0x80, 0x32, 0x20, 0xD1]
    let reader = FigureReader(bytes: odd, vocabulary: nil, language: "en")
    #expect(reader.figures(limit: 10).count <= 2)
  }

  @Test(arguments: [
    "12 lutego 2026 r. Rosja i Białoruś uruchomiły wspólny rynek.", "Umowę podpisano 28 maja.",
    "Strony spotkały się 5 września.", "28 мая 2026 года открыли рынок.", "Это было 12 февраля.",
    "28 лютага запусцілі рынак.", "Гэта было 5 мая.", "28 лютого запустили ринок.",
    "Це було 12 травня.", "Am 28 Februar startete der Markt.", "Treffen am 12 Mai in Minsk.",
    "Susitikimas vyks vasario 28 d. arba 12 gegužės.", "On 28 May the market opened.",
  ])
  func `a day of a month is no count, whatever the text's language is taken for`(text: String) {
    for language in DateVocabulary.languages { #expect(figures(text, language) == []) }
  }

  @Test(
    arguments: [
      ("Exports rose by 12.5 percent to 3.2 billion dollars.", "en", [nil, "Exports"]),
      ("Half of it, 50 percent of 3,000 cases, is done.", "en", [nil, nil]),
      ("Only 40 percent in 2026.", "en", [nil]),
      ("Growth of 4 percent of the budget in 2026.", "en", ["of the budget"]),
      ("Доля выросла на 12 процентов до 30 процентов.", "ru", [nil, nil]),
      ("Выполнено 74 процента мероприятий в 2026 году.", "ru", ["мероприятий"]),
      ("Udział wzrósł o 12 procent do 30 procent.", "pl", [nil, nil]),
      ("Der Anteil stieg um 12 Prozent auf 30 Prozent.", "de", [nil, nil]),
      ("Частка зросла на 12 відсотків до 30 відсотків.", "uk", [nil, nil]),
      ("Доля вырасла на 12 працэнтаў да 30 працэнтаў.", "be", [nil, nil]),
      ("Dalis išaugo 12 procentų iki 30 procentų.", "lt", [nil, nil]),
    ] as [(String, String, [String?])])
  func `a preposition alone is no subject, nor the end of one`(
    text: String, language: String, expected: [String?]
  ) {
    let found = FigureReader(
      bytes: Array(text.utf8), vocabulary: DateVocabulary.of(language), language: language
    ).figures(limit: 9)
    #expect(found.map(\.subject) == expected)
  }

  private static let gas: [(String, String, String)] = [
    ("ru", "128.52", "Цена газа для Беларуси в Союзном государстве составляет 128,52 доллара."),
    ("ru", "66.3", "Доля России в торговле Беларуси с Союзным государством достигла 66,3 %."),
    ("en", "12.5", "Exports of Belarus to its partners in the Union State rose by 12.5 percent."),
    ("pl", "128.52", "Cena gazu dla Białorusi w Państwie Związkowym wynosi 128,52 dolara."),
    ("pl", "66.3", "Udział Rosji w handlu Białorusi z Państwem Związkowym sięgnął 66,3 proc."),
    ("de", "128.52", "Der Gaspreis für Belarus im Unionsstaat beträgt 128,52 Dollar."),
    (
      "de", "66.3",
      "Der Anteil Russlands am Handel von Belarus im Unionsstaat lag bei 66,3 Prozent."
    ),
    ("uk", "128.52", "Ціна газу для Білорусі в Союзній державі становить 128,52 долара."),
    ("uk", "66.3", "Частка Росії в торгівлі Білорусі з Союзною державою сягнула 66,3 %."),
    ("be", "128.52", "Цана газу для Беларусі ў Саюзнай дзяржаве складае 128,52 долара."),
    ("be", "66.3", "Доля Расіі ў гандлі Беларусі з Саюзнай дзяржавай дасягнула 66,3 %."),
    ("lt", "128.52", "Dujų kaina Baltarusijai Sąjunginėje valstybėje yra 128,52 dolerio."),
    (
      "lt", "66.3", "Rusijos dalis Baltarusijos prekyboje Sąjunginėje valstybėje pasiekė 66,3 proc."
    ),
  ]

  @Test func `a unit gives a price no topic, and trade is no gas market`() throws {
    let matcher = TopicMatcher(try TopicCatalogue.shipped())
    let (market, loan) = (
      "The single gas market of the Union State of Belarus and Russia is not open.",
      "Russia lends Belarus money, and the loan to Minsk must be repaid to Moscow."
    )
    for (language, value, sentence) in Self.gas {
      let text = "\(market) \(loan) \(sentence)"
      let figures = FigureFinder().figures(
        title: nil, text: text, language: language,
        topics: matcher.explanations(title: nil, text: text))
      #expect(figures.map { "\($0.value)" } == [value], "\(sentence)")
      let topics = Set(figures.map(\.topic.rawValue))
      #expect(!topics.contains("loans-debt"), "\(sentence)")
      #expect(topics.contains("single-gas-market") == (value == "128.52"), "\(sentence) \(topics)")
    }
  }
}
