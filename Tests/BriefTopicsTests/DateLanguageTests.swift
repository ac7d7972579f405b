import BriefModel
import BriefTopics
import Testing

/// The language that dates are read in: the stated one, unless the words plainly speak for another.
struct DateLanguageTests {
  private func read(_ text: String, stated: String?) -> DateLanguage {
    ReadableText(title: nil, text: text).dateLanguage(stated: stated)
  }

  private func days(_ text: String, title: String? = nil, _ language: String?) -> [String] {
    ClaimFinder().claims(
      title: title, text: text, published: CalendarDate(iso: "2025-08-14"), language: language,
      topics: []
    ).map { "\($0.start?.description ?? "")..\($0.end?.description ?? "")" }
  }

  private static let sentences = [
    ("en", "The single gas market of the Union State is to open by 1 January 2027."),
    ("ru", "Единый рынок газа Союзного государства должен быть создан до 1 января 2027 года."),
    ("pl", "Wspólny rynek gazu Państwa Związkowego ma powstać do 1 stycznia 2027 r."),
    ("be", "Адзіны рынак газу Саюзнай дзяржавы павінны стварыць да 1 студзеня 2027 года."),
    ("uk", "Єдиний ринок газу Союзної держави мають створити до 1 січня 2027 року."),
    ("de", "Der gemeinsame Gasmarkt des Unionsstaates soll bis zum 1. Januar 2027 entstehen."),
    ("lt", "Bendra Sąjunginės valstybės dujų rinka turi atsirasti iki 2027 m. sausio 1 d."),
  ]

  @Test(arguments: sentences, [nil, "en", "en-US", "pl", "ru", "de-DE", "fr"])
  func `one sentence with a date tells its language, whatever is stated`(
    sentence: (language: String, text: String), stated: String?
  ) {
    // Belarusian and Ukrainian differ from Russian in letters, English and German in every word.
    #expect(days(sentence.text, stated) == ["..2027-01-01"])
    #expect(read(sentence.text, stated: stated).code == sentence.language)
  }

  @Test(arguments: [
    ("Президенты подпишут программу в сентябре.", "2025-09-01..2025-09-30"),
    ("Роуминг отменят с 1 марта 2027 года.", "2027-03-01.."),
    ("Umowę podpisano 1 lipca 2025 r.", "2025-07-01..2025-07-01"),
    ("Договір підпишуть у вересні.", "2025-09-01..2025-09-30"),
    ("Дагавор падпішуць у верасні.", "2025-09-01..2025-09-30"),
    ("Der Vertrag tritt am 1. März 2027 in Kraft.", "2027-03-01..2027-03-01"),
    ("Sutartis įsigalios 2027 m. kovo 1 d.", "2027-03-01..2027-03-01"),
    ("Заседание: 21.09.2025.", "2025-09-21..2025-09-21"),
  ])
  func `a teaser without a language has its date`(text: String, interval: String) {
    #expect(days(text, nil) == [interval])
  }

  @Test(arguments: [
    ("en", "Łukaszenka and Mišustin met in Świsłocz and Šalčininkai on 3 March 2025."),
    ("en", "“Soyuz” (Союз) reported on 3 March 2025 that the talks are over."),
    ("pl", "W Mińsku ukazał się numer „The State of the Union” z 3 marca 2025 r."),
    ("de", "Der Artikel „The War and the Union“ erschien am 3. März 2025 in Berlin."),
    ("uk", "У Мінську 3 березня 2025 року вийшла газета «Союзное вече»."),
    ("ru", "Газета «Звязда» (Мінск) вышла 3 марта 2025 года и сообщила о встрече."),
  ])
  func `names and quotations of another language leave the stated one`(
    language: String, text: String
  ) {
    #expect(read(text, stated: language).code == language)
    #expect(read(text, stated: language).isStated)
  }

  @Test func `a title too short to tell is read like its text`() {
    let text = "Президенты подписали программу и договорились о рынке газа."
    let title = "Рынок — 2027 год"
    #expect(days(text, title: title, nil) == days(text, title: title, "ru"))
    #expect(days(text, title: title, nil) != [])
  }

  @Test func `what is stated and what is read are told apart`() {
    let text = "Wspólny rynek gazu ma powstać do 1 stycznia 2027 r."
    #expect(read(text, stated: "en-US").isOtherThanStated)
    #expect(!read(text, stated: "pl").isOtherThanStated)
    #expect(!read(text, stated: nil).isOtherThanStated)
    #expect(!read(text, stated: "fr").isStated)
  }
}
