import Testing

@testable import BriefModel

/// What names a period or a first day, and is due at neither.
struct NamedPeriodTests {
  private func day(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

  private func isDue(
    _ passage: String, _ date: String, _ start: String?, _ end: String?,
    _ kind: DatedClaim.Kind = .planned
  ) throws -> Bool {
    let claim = DatedClaim(
      topic: TopicID("union-budget"), kind: kind, start: start.flatMap(day), end: end.flatMap(day),
      text: date, offset: 0, passage: passage)
    return claim.looksForward(from: try #require(day("2024-10-01")))
  }

  @Test(arguments: [
    ("The Union State budget for 2025 is to be approved by 1 December 2024.", "for 2025", false),
    ("Бюджет Союзного государства на 2025 год утвердят к 1 декабря.", "на 2025 год", false),
    ("Budżet Państwa Związkowego na 2025 rok ma zostać zatwierdzony.", "na 2025 rok", false),
    ("Бюджэт Саюзнай дзяржавы на 2025 год зацвердзяць.", "на 2025 год", false),
    ("Бюджет Союзної держави на 2025 рік затвердять.", "на 2025 рік", false),
    ("Der Haushalt des Unionsstaates für 2025 soll gebilligt werden.", "für 2025", false),
    ("Sąjunginės valstybės 2025 metų biudžetas bus patvirtintas.", "2025 metų", false),
    ("Цена газа на 2025 год согласована.", "на 2025 год", false),
    ("Mają uzgodnić cenę gazu na kolejny rok.", "na kolejny rok", false),
    ("The launch of the satellite is planned for 2025.", "for 2025", true),
    ("The programme of the launch was promised for 2025.", "for 2025", true),
    ("Запуск рынка намечен на 2025 год.", "на 2025 год", true),
    ("Программу перенесли на 2025 год.", "на 2025 год", true),
    ("Start rynku zaplanowano na 2025 rok.", "na 2025 rok", true),
    ("Запуск ринку перенесли на 2025 рік.", "на 2025 рік", true),
    ("Старт рынку запланаваны на 2025 год.", "на 2025 год", true),
    ("Der Start ist für 2025 vorgesehen.", "für 2025", true),
    ("Rinka numatyta 2025 metams.", "2025 metams", true),
    ("The budget will be approved in 2025.", "in 2025", true),
  ])
  func `nothing is due at the end of the year that a budget or a price is for`(
    passage: String, date: String, isDue: Bool
  ) throws {
    #expect(try self.isDue(passage, date, "2025-01-01", "2025-12-31") == isDue)
  }

  @Test(arguments: [
    ("The guidelines for 2024-2026 have been approved.", "for 2024-2026", false),
    ("New programme 2024-2026 approved", "2024-2026", false),
    ("Основные направления на 2024–2026 годы утверждены.", "на 2024–2026 годы", false),
    ("Pakiet integracyjny na lata 2024–2026 jest gotowy.", "na lata 2024–2026", false),
    ("The repayment was moved to 2024-2026.", "2024-2026", true),
  ])
  func `nor of the years of a programme`(passage: String, date: String, isDue: Bool) throws {
    #expect(try self.isDue(passage, date, "2024-01-01", "2026-12-31") == isDue)
  }

  @Test(arguments: [
    ("en", "no earlier than 2025", false), ("en", "in 2025 at the earliest", false),
    ("ru", "не раньше 2025 года", false), ("ru", "не ранее 2025 года", false),
    ("pl", "nie wcześniej niż w 2025 r.", false), ("de", "frühestens 2025", false),
    ("lt", "ne anksčiau kaip 2025 m.", false), ("be", "не раней за 2025 год", false),
    ("uk", "не раніше 2025 року", false), ("en", "before 2025", false),
    ("en", "from 1 January 2025", true), ("ru", "с 1 января 2025 года", true),
    ("pl", "od 1 stycznia 2025 r.", true), ("de", "ab 1. Januar 2025", true),
  ])
  func `the first day that something can have is no day by which it is due`(
    language: String, date: String, isDue: Bool
  ) throws {
    #expect(try self.isDue("The market opens \(date).", date, "2025-01-01", nil) == isDue)
  }

  @Test(arguments: [
    ("The gas price is 128.52 dollars until the end of 2025.", false),
    ("Цена газа составляет 128,52 доллара до конца 2025 года.", false),
    ("Cena gazu wynosi 128,52 dolara do końca 2025 r.", false),
    ("Der Gaspreis beträgt bis Ende 2025 128,52 Dollar.", false),
    ("The treaty remains in force until the end of 2025.", true),
    ("Договор действует до конца 2025 года.", true),
  ])
  func `a price ends with its period, and a treaty runs out`(passage: String, isDue: Bool) throws {
    #expect(try self.isDue(passage, "2025", nil, "2025-12-31", .inForce) == isDue)
  }
}
