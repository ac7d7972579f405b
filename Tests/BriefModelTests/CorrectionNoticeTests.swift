import BriefModel
import Testing

/// Which paragraphs announce a correction, and which merely begin with the word.
struct CorrectionNoticeTests {
  @Test(arguments: [
    // English
    "Correction: an earlier version of this article gave the wrong year.",
    "Correction (5 June 2026): the year was wrong.", "Correction, 5 June 2026: the year was wrong.",
    "CORRECTION – The year in the first paragraph was wrong.",
    "Correction. The first paragraph gave a wrong year.", "Erratum: the year is 2026.",
    "Clarification: the price holds for one year.", "[Correction: the price was wrong.]",
    "Corrected 5 June 2026: the price.", "Corrections: the year and the price.",
    "Update, 5 June 2026: the year of the ratification has been corrected.",
    "Updated: a mistake in the second paragraph was put right.", "Updated on 5 June 2026.",
    "Editor's note: the year was corrected.",
    "* This text has been updated to correct the year of the ratification.",
    "This article was amended on 5 June 2026 to fix the year.",
    "An earlier version of this article gave the wrong year.",
    "In an earlier version of the text the year was wrong.",
    // Polish
    "Sprostowanie: w poprzedniej wersji podano błędny rok.", "Korekta: zmieniono rok.",
    "Korekta (5 czerwca 2026 r.): zmieniono rok.",
    "Aktualizacja, 5 czerwca 2026 r.: poprawiono rok ratyfikacji.",
    "Zaktualizowano 5 czerwca 2026 r.", "Od redakcji: w tekście był błąd.",
    "W poprzedniej wersji artykułu podano inny rok.", "Tekst został poprawiony 5 czerwca.",
    // Russian
    "Исправление: в предыдущей версии был указан неверный год.", "Поправка: год указан неверно.",
    "Уточнение (5 июня 2026 г.): речь идёт о цене на один год.",
    "Обновлено 5 июня 2026 г.: исправлен год ратификации.", "Обновлено 5 июня 2026 г.",
    "От редакции: в тексте была допущена ошибка.",
    "В предыдущей версии текста был указан 2025 год.",
    "Текст исправлен 5 июня.",
    // Belarusian
    "Выпраўленне: у папярэдняй версіі быў памылковы год.",
    "Удакладненне: цана дзейнічае адзін год.",
    "Абноўлена 5 чэрвеня 2026 г.: выпраўлены год.", "Ад рэдакцыі: у тэксце была памылка.",
    "У папярэдняй версіі быў указаны іншы год.",
    // Ukrainian
    "Виправлено: рік указано неправильно.", "Уточнення: ціна діє один рік.",
    "Оновлено 5 червня 2026 р.: виправлено рік.", "Від редакції: у тексті була помилка.",
    "У попередній версії статті було вказано інший рік.",
    // German
    "Korrektur: In einer früheren Version stand ein falsches Jahr.",
    "Berichtigung: das Jahr war falsch.", "Richtigstellung vom 5. Juni 2026: Das Jahr war falsch.",
    "Aktualisierung, 5. Juni 2026: Das Jahr wurde korrigiert.",
    "Aktualisiert am 5. Juni 2026: Das Jahr wurde korrigiert.",
    "In einer früheren Version dieses Artikels stand ein anderes Jahr.",
    "Anmerkung der Redaktion: Das Jahr wurde berichtigt.", "Dieser Text wurde korrigiert.",
    // Lithuanian
    "Pataisymas: ankstesnėje versijoje buvo klaidingi metai.",
    "Patikslinimas: kaina galioja metus.",
    "Atnaujinta 2026 m. birželio 5 d.: ištaisyti metai.", "Redakcijos pastaba: tekste buvo klaida.",
    "Ankstesnėje straipsnio versijoje buvo nurodyti kiti metai.",
  ])
  func
    `a paragraph announces a correction by a label with its sign, or by what it says of the text`(
      paragraph: String
    )
  {
    #expect(CorrectionNotice.isOne(paragraph))
  }

  @Test(arguments: [
    "Correction of gas prices is expected to begin in the autumn of the year.",
    "Correction of 2026 budgets will follow.", "Corrections officers joined the drill.",
    "Correction-related spending rises: the budget grows.", "Corrected figures came out in May.",
    "The market saw a correction in May.", "He said: \u{201C}Correction: we never agreed.\u{201D}",
    "\u{201C}Correction: we never agreed\u{201D}, he said.",
    "The updated treaty will be signed in Minsk.", "Update: the talks go on in Minsk.",
    "Update, 5 June 2026: the talks go on in Minsk.", "Updated rules correct a mistake of 2021.",
    "Clarification of the tariff is needed.",
    "An earlier version of the treaty gave Minsk a wrong price.",
    "This article of the treaty was never amended.", "Note: prices are in dollars.",
    "Korekta budżetu: rząd zmieni rok.", "Korekta budżetu na 2026 r. jest konieczna.",
    "Sprostowanie rządu w sprawie ceny gazu nie przekonało Mińska.",
    "Poprawka do konstytucji wejdzie w życie w 2026 r.", "Aktualizacja: rozmowy trwają.",
    "W poprzedniej wersji umowy był błąd.", "Tekst umowy został poprawiony.",
    "Поправка к конституции вступит в силу 5 июня 2026 г.: её подписал президент.",
    "Поправки в закон приняты.", "Уточнение бюджета: доходы вырастут.",
    "Исправление ошибок займёт год.", "Коррекция цен ожидается осенью.",
    "Обновление парка: купят 5 машин.", "В предыдущей версии договора была ошибка.",
    "Текст договора исправлен.", "Папраўка да канстытуцыі прынятая.",
    "Удакладненне бюджэту: даходы вырастуць.", "Абнаўленне дарог ідзе далей.",
    "Поправки до закону ухвалено.", "Уточнення бюджету: доходи зростуть.",
    "Виправлення помилок триватиме рік.", "Korrektur der Preise wird im Herbst erwartet.",
    "Berichtigung des Haushalts: Die Regierung legt nach.",
    "Aktualisierung der Liste: Es kamen fünf Namen dazu.",
    "In einer früheren Version des Vertrags stand ein falsches Jahr.",
    "Pataisymas biudžete: pajamos augs.", "Patikslintas biudžetas patvirtintas.",
    "Ankstesnėje sutartyje buvo klaida.",
  ])
  func `a paragraph that merely begins with the word announces nothing`(paragraph: String) {
    #expect(!CorrectionNotice.isOne(paragraph))
  }

  @Test func `a label that stands alone goes with the paragraph below it`() {
    let body = Body(sections: [
      Section(heading: nil, text: "Gas costs 128 dollars.\n\nCorrection: the year was wrong."),
      Section(heading: "Sprostowanie", text: "Podano inny rok.\n\nCena nie zmieni się."),
    ])
    #expect(
      CorrectionNotice.all(in: body) == [
        "Correction: the year was wrong.", "Sprostowanie Podano inny rok.",
      ])
  }

  @Test(arguments: [
    "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", "\n\n\n",
  ])
  func `paragraphs are parted by the ends of lines of every kind`(end: String) {
    let text = ["", "Цена — 128 долларов…", "Correction: the year was wrong.", ""]
      .joined(separator: end)
    #expect(CorrectionNotice.all(in: Body(text: text)) == ["Correction: the year was wrong."])
  }

  @Test func `a paragraph beyond the limit is no notice, but goes with a label above it`() {
    let long = "Correction: " + String(repeating: "the year was wrong ", count: 110)
    #expect(CorrectionNotice.all(in: Body(text: "Gas.\n\n" + long)).isEmpty)
    #expect(
      CorrectionNotice.all(in: Body(text: "Correction:\n\n" + long)) == ["Correction: " + long])
  }

  static let sets: [(old: String?, new: String?, isSilent: Bool)] = [
    (nil, nil, true), (nil, "A.", false), ("A.", "A.", true), ("A.", "A.\nB.", false),
    ("A.", "B.\nA.", false), ("A.\nB.", "B.\nA.", true), ("A.\nB.", "B.", true), ("A.", nil, true),
    ("A.", "A. And more.", false), ("A  b.", "A b.", true),
  ]

  @Test(arguments: sets)
  func `an edit is announced by a correction that the version before does not have`(
    old: String?, new: String?, isSilent: Bool
  ) {
    let difference = Difference(
      class: .number, field: .text, before: "5", after: "9", offset: 0, contextBefore: "",
      contextAfter: "")
    #expect(
      SilentEdit.isSilent(
        [difference], oldUpdated: nil, newUpdated: nil, oldCorrection: old, newCorrection: new)
        == isSilent)
  }
}
