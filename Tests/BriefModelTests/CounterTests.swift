import BriefModel
import Testing

/// Counters in a feed's own text move with each poll: they are no content. Figures of the text are.
struct CounterTests {
  @Test(arguments: [
    "1,204 views", "3 comments", "Comments: 3", "Read: 5 min", "5 min read", "Views: 1.2K",
    "12 shares", "1,204 views | 3 comments | 12 shares", "5 min read · 1,204 views",
    "Updated 5 minutes ago", "Updated: 3 days ago", "2 hours ago", "Points: 123", "1 view",
    "Просмотров: 1204", "Комментарии (3)", "Просмотров: 1 204, комментариев: 3",
    "3,4 тыс. просмотров", "Обновлено 5 минут назад", "Репостов: 4",
    "Переглядів: 12", "Оновлено 2 години тому", "Праглядаў: 12", "Абноўлена 5 хвілін таму",
    "Wyświetleń: 1204", "Zaktualizowano 5 minut temu", "Liczba komentarzy: 3",
    "1.204 Aufrufe", "Aktualisiert vor 5 Minuten", "Peržiūros: 12", "Atnaujinta prieš 5 min.",
  ])
  func `a line that only counts is one`(line: String) {
    #expect(CounterLine.isCounter(line))
  }

  @Test(arguments: [
    "", "Views", "In 2023 the views of both sides differ.", "Only 3 comments came in.",
    "1,204 MW", "December 2023", "10 years ago", "3 comments, and no answer", "5", "2 | 3",
    "Просмотров стало 1204, и это рекорд.", "3 Kommentare zur Lage", "Prices rose 5 minutes later",
    "Gas: 128.52 USD, 5 views",
  ])
  func `a line that says more is text`(line: String) {
    #expect(!CounterLine.isCounter(line))
  }

  @Test func `a body without them keeps all else as it is`() {
    let body = Body(sections: [
      Section(heading: nil, text: "5 min read"),
      Section(heading: "Gas", text: "The price is 128.52.\n\n3 comments\n\nIn 2023."),
      Section(heading: "Oil", text: "1,204 views"),
    ])
    #expect(
      body.withoutCounters
        == Body(sections: [
          Section(heading: "Gas", text: "The price is 128.52.\n\nIn 2023."),
          Section(heading: "Oil", text: ""),
        ]))
    let plain = Body(text: "The price is 128.52.\n\nIn 2023.")
    #expect(plain.withoutCounters == plain)
  }
}
