import BriefModel
import Testing

private let dates: [MarkedPair] = [
  // English
  "The treaty was signed on 1 December {2023|2024} in Minsk.",
  "The treaty was signed on 1 {December|November} 2023 in Minsk.",
  "The treaty was signed on {1|4} December 2023 in Minsk.",
  "The treaty was signed on {1 December 2023|5 November 2024} in Minsk.",
  "On November {4|9}, 2021, the council met.",
  "On {November|October} 4, 2021, the council met.",
  "The guidelines for 2021–{2023|2024} include 28 programmes.",
  "The guidelines for {2021–2023|2022–2024} include 28 programmes.",
  "In {May|June} the sides met again.",
  "In {June|May} the sides met again.",
  "By {March|April} the draft will be ready.",
  "Talks are due by mid-{2023|2024} at the latest.",
  "The deadline is {01.12.2023|01.12.2024} for all.",
  "The deadline is {2023-12-01|2023-11-01} for all.",
  "They met on {Tuesday|Friday} in Sochi.",
  "The law enters into force in the {third|fourth} quarter of 2022.",
  "The union was planned in the {1990s|2000s} by both capitals.",
  "In {2021|9021} the doctrine was adopted.",
  "The Union of Lublin of {1569|1659} is remembered.",
  "The exercise begins on {15|16} September and lasts a week.",
  "The market opens in {autumn|spring} next year.",
  "The council met on the {4th|5th} of November.",
  "The {2021/22|2021/23} heating season was hard.",
  "The talks resume on {Dec|Nov}. 3 in Moscow.",
  // Polish
  "Umowę podpisano {1|4} grudnia 2021 r. w Mińsku.",
  "Umowę podpisano 1 {grudnia|stycznia} 2021 r. w Mińsku.",
  "Umowę podpisano 1 grudnia {2021|2022} r. w Mińsku.",
  "Spotkanie odbędzie się w {maju|czerwcu} w Soczi.",
  "W {2021|2023} roku przyjęto doktrynę.",
  "Rozmowy wznowiono w {listopadzie|październiku} w Moskwie.",
  "Rada zbierze się w {poniedziałek|wtorek} po południu.",
  "Ustawa wejdzie w życie w {trzecim|czwartym} kwartale.",
  // Russian
  "Договор подписан {4|9} ноября 2021 года в Минске.",
  "Договор подписан 4 {ноября|декабря} 2021 года в Минске.",
  "Договор подписан 4 ноября {2021|2022} года в Минске.",
  "Переговоры пройдут в {мае|июне} в Сочи.",
  "До 1 {марта|апреля} стороны согласуют проект.",
  "В {2021|2024} г. принята доктрина.",
  "Программы рассчитаны на {2021–2023|2024–2026} годы.",
  "Совет соберётся {04.11.2021|05.11.2021} в Москве.",
  // Belarusian
  "Дамову падпісалі {4|5} лістапада 2021 года ў Мінску.",
  "Дамову падпісалі 4 {лістапада|снежня} 2021 года ў Мінску.",
  "Перамовы пройдуць у {траўні|чэрвені} ў Сочы.",
  "Сустрэча адбылася 9 {мая|чэрвеня} ў Маскве.",
  // Ukrainian
  "Договір підписали 4 {листопада|грудня} 2021 року в Мінську.",
  "Договір підписали 4 листопада {2021|2020} року в Мінську.",
  "Переговори відбудуться у {травні|червні} в Сочі.",
  // German
  "Am {1|2}. Dezember 2023 wurde der Vertrag unterzeichnet.",
  "Am 1. {Dezember|Januar} 2023 wurde der Vertrag unterzeichnet.",
  "Am 1. Dezember {2023|2024} wurde der Vertrag unterzeichnet.",
  "Die Gespräche werden im {März|April} fortgesetzt.",
  "Im Jahr {2021|2022} wurde die Doktrin beschlossen.",
  // Lithuanian
  "Sutartis pasirašyta 2021 m. {gruodžio|lapkričio} 1 d. Vilniuje.",
  "Sutartis pasirašyta 2021 m. gruodžio {1|4} d. Vilniuje.",
  "Sutartis pasirašyta {2021|2022} m. gruodžio 1 d. Vilniuje.",
].map(MarkedPair.init)

@Suite struct DifferenceDateTests {
  @Test(arguments: dates)
  func `a day, a month or a year that changed is a date`(pair: MarkedPair) {
    #expect(pair.found() == pair.expected(.date))
  }
}
