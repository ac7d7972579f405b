import Testing

@testable import BriefExtraction

struct LanguageGuessTests {
  @Test(arguments: [
    (
      "be",
      "Урад паведаміў, што будаўніцтва новай лініі пачнецца ўжо сёлета. Яна злучыць дзве краіны і "
        + "дасць ім магчымасць гандляваць электрычнасцю. Паводле экспертаў, кошт праекта можа вырасці, "
        + "але ён усё роўна будзе выгадны для абодвух бакоў."
    ),
    (
      "ru",
      "Правительство сообщило, что строительство новой линии начнётся уже в этом году. Она соединит "
        + "две страны и даст им возможность торговать электричеством. По мнению экспертов, стоимость "
        + "проекта может вырасти, но он всё равно будет выгоден."
    ),
    (
      "uk",
      "Уряд повідомив, що будівництво нової лінії почнеться вже цього року. Вона з'єднає дві країни "
        + "та дасть їм можливість торгувати електрикою. На думку експертів, вартість проєкту може "
        + "зрости, але він однаково буде вигідний."
    ),
    (
      "pl",
      "Rząd poinformował, że budowa nowej linii rozpocznie się jeszcze w tym roku. Połączy ona dwa "
        + "państwa i pozwoli im handlować energią."
    ),
    (
      "lt",
      "Vyriausybė pranešė, kad naujos linijos statyba prasidės jau šiais metais. Ji sujungs dvi šalis "
        + "ir leis joms prekiauti elektra."
    ),
    (
      "de",
      "Die Regierung teilte mit, dass der Bau der neuen Leitung noch in diesem Jahr beginnt. Sie wird "
        + "zwei Länder verbinden."
    ),
    (
      "en",
      "The government said that work on the new line will begin this year. It will link the two "
        + "countries and let them trade power."
    ),
    (
      "cs",
      "Vláda oznámila, že stavba nového vedení začne ještě letos. Propojí dvě země a umožní jim "
        + "obchodovat s elektřinou, která je podle nich příliš drahá."
    ),
  ])
  func `the language of a short text is found`(language: String, text: String) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test(arguments: [
    "", "Spotlight 83/2021", "Minsk, Warsaw, Vilnius", "OK", "1 234 567", "Беларусь, Мінск",
  ])
  func `too little text gives no language`(text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }
}
