/// Lines that count readers, comments or minutes: they move with each visit and say nothing of the
/// subject.
enum CounterLine {
  /// "3 min read", "Number of views: 1,204", "Комментарии (4)".
  static func isCounter(_ block: PageBlock) -> Bool {
    // A cell of a table says how many in earnest.
    guard ![.li, .td, .th, .dt, .dd].contains(block.tag), block.words <= longest,
      block.text.utf8.contains(where: { $0 &- 0x30 < 10 })
    else { return false }
    let words = block.text.folded.split(separator: " ").filter { word in
      !word.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
    }
    return phrases.contains(words.joined(separator: " "))
  }

  /// Words of a line, its number among them: "This page has been viewed 3 times".
  private static let longest = 8

  /// What remains without the numbers, in lower case.
  private static let phrases: Set<String> = [
    "min read", "minute read", "minutes read", "mins read", "minutes to read",
    "reading time", "reading time min", "reading time minutes", "reading time mins", "read time",
    "read time min", "estimated reading time minutes", "views", "number of views",
    "page views", "total views", "viewed times", "this page has been viewed times", "views today",
    "comments", "comment", "number of comments",

    "мин чтения", "минут чтения", "минуты чтения",
    "минута чтения", "время чтения мин", "время чтения минут", "время чтения минуты",
    "время чтения", "просмотров", "просмотры", "количество просмотров",
    "число просмотров", "комментарии", "комментариев", "комментария", "комментарий", "прочтений",

    "хв читання", "хвилин читання", "хвилини читання", "час читання хв",
    "час читання", "переглядів", "перегляди", "кількість переглядів", "коментарі",
    "коментарів", "коментар", "коментаря",
    "хв чытання", "хвілін чытання", "хвіліны чытання", "час чытання", "час чытання хв",
    "праглядаў", "прагляды", "колькасць праглядаў", "каментары", "каментароў", "каментар",
    "min czytania", "minut czytania", "minuty czytania", "minuta czytania", "czas czytania",
    "czas czytania min", "czas czytania minut", "czas czytania minuty", "odsłon", "odsłony",
    "wyświetleń", "wyświetlenia", "liczba wyświetleń", "liczba odsłon", "komentarzy", "komentarze",
    "komentarz", "liczba komentarzy",
    "min lesezeit", "minuten lesezeit", "lesezeit", "lesezeit min", "lesezeit minuten",
    "lesedauer minuten", "lesedauer min", "min lesedauer", "aufrufe", "anzahl der aufrufe",
    "kommentare", "kommentar", "anzahl der kommentare",
    "min skaitymo", "skaitymo laikas min", "skaitymo laikas", "minutės skaitymo",
    "minučių skaitymo", "peržiūros", "peržiūrų", "peržiūrų skaičius", "komentarai", "komentarų",
    "komentaras",
  ]
}
