import BriefModel
import BriefTopics
import Testing

/// What a sentence says became of a date that it names as planned.
struct ClaimSequelTests {
  private func claims(_ text: String, _ language: String, _ published: String) -> [DatedClaim] {
    ClaimFinder().claims(
      title: nil, text: text, published: CalendarDate(iso: published), language: language,
      topics: [])
  }

  @Test(arguments: [
    ("en", "The launch, planned for 1 December 2023, has been postponed to 1 January 2025."),
    ("en", "The office, which was to open on 1 December 2023, was put off until 1 January 2025."),
    ("ru", "Запуск, намеченный на 1 декабря 2023 года, перенесён на 1 января 2025 года."),
    ("pl", "Start, planowany na 1 grudnia 2023 r., przełożono na 1 stycznia 2025 r."),
    ("de", "Der Start, geplant für den 1. Dezember 2023, wurde auf den 1. Januar 2025 verschoben."),
    ("uk", "Запуск, запланований на 1 грудня 2023 року, перенесли на 1 січня 2025 року."),
    ("be", "Запуск, запланаваны на 1 снежня 2023 года, перанеслі на 1 студзеня 2025 года."),
    ("lt", "Pradžia, numatyta 2023 m. gruodžio 1 d., atidėta iki 2025 m. sausio 1 d."),
  ])
  func `the day that was planned is superseded by the day to which it was moved`(
    _ language: String, _ text: String
  ) {
    let found = claims(text, language, "2023-12-15")
    #expect(found.map(\.due) == ["2023-12-01", "2025-01-01"].map { CalendarDate(iso: $0) })
    #expect(found.map(\.isSuperseded) == [true, false])
  }

  @Test func `the day on which something was moved is not superseded`() {
    let found = claims(
      "At their meeting on 3 March 2023 they postponed the market to 1 January 2025.", "en",
      "2023-03-05")
    #expect(found.map(\.isSuperseded) == [false, false])
  }

  @Test(arguments: [
    ("en", "The market, announced for 1 January 2026, has not opened."),
    ("ru", "Рынок, обещанный к 1 января 2026 года, не заработал."),
    ("pl", "Rynek, zapowiadany na 1 stycznia 2026 r., nie został uruchomiony."),
    ("uk", "Ринок, обіцяний до 1 січня 2026 року, не запрацював."),
    ("de", "Der Markt, angekündigt für den 1. Januar 2026, wurde nicht eröffnet."),
  ])
  func `what did not come by its day is denied, once the day has passed`(
    _ language: String, _ text: String
  ) {
    #expect(claims(text, language, "2026-01-12").map(\.isNegated) == [true])
    #expect(claims(text, language, "2025-06-12").map(\.isNegated) == [false])
  }
}
