/// Lines that count readers, comments, shares or minutes: they move with each visit and say nothing of
/// the subject, so they are no content, in a feed's own text as on a page.
public enum CounterLine {
  /// "3 min read", "Number of views: 1,204", "Комментарии (4)", "1.2K views | 3 comments".
  public static func isCounter(_ line: some StringProtocol) -> Bool {
    guard line.utf8.count <= longest, line.utf8.contains(where: isDigit) else { return false }
    var isFound = false
    for part in parts(String(line)) where !part.isEmpty {
      guard part.count <= mostWords, part.contains(where: isNumber),
        phrases.contains(part.filter { !isNumber($0) }.joined(separator: " "))
      else { return false }
      isFound = true
    }
    return isFound
  }

  /// A text without the paragraphs that are counters.
  static func without(_ text: String) -> String {
    guard mayHaveCounters(text.utf8.span) else { return text }
    return text.split(separator: "\n\n", omittingEmptySubsequences: false)
      .filter { !isCounter($0) }.joined(separator: "\n\n")
  }

  /// Most texts have no short line with a digit, and are only looked through.
  private static func mayHaveCounters(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count {
      var end = start
      var hasDigit = false
      while end < text.count, text[end] != 0x0A {
        if isDigit(text[end]) { hasDigit = true }
        end += 1
      }
      if hasDigit, end - start <= longest {
        var line: [UInt8] = []
        for place in start..<end { line.append(text[place]) }
        if isCounter(String(decoding: line, as: UTF8.self)) { return true }
      }
      start = end + 1
    }
    return false
  }

  /// UTF-8 bytes of a line, and words of one counter, its number among them: "This page has been
  /// viewed 3 times".
  private static let longest = 200
  private static let mostWords = 8

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `1`, `204`, `2K`; the thousands and millions of some languages are words of their own.
  private static func isNumber(_ word: String) -> Bool {
    guard word.utf8.first.map(isDigit) == true else { return multiples.contains(word) }
    let rest = word.drop { $0.isNumber }
    return rest.isEmpty || ["k", "m", "к", "м"].contains(rest)
  }

  private static let multiples: Set<String> = [
    "тыс", "тис", "млн", "tys", "mln", "tsd", "mio", "tūkst",
  ]

  /// The words of each counter of a line, in lower case.
  private static func parts(_ line: String) -> [[String]] {
    var parts: [[String]] = [[]]
    var word = ""
    var before: Unicode.Scalar = " "
    func endWord() {
      if !word.isEmpty { parts[parts.count - 1].append(word) }
      word = ""
    }
    for scalar in line.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
      } else {
        endWord()
        // A comma parts two counters where a blank follows: not in 1,204.
        if separators.contains(scalar) || (scalar == " " && before == ",") { parts.append([]) }
      }
      before = scalar
    }
    endWord()
    return parts
  }

  private static let separators: Set<Unicode.Scalar> = ["|", "·", "•", "/", "—", "–", ";"]

  /// What remains without the numbers, in lower case.
  private static let phrases: Set<String> = Set(
    reading + views + comments + shares + agoPhrases)

  private static let reading = [
    "min read", "minute read", "minutes read", "mins read", "minutes to read", "read min",
    "read minutes", "reading time", "reading time min", "reading time minutes",
    "reading time mins", "read time", "read time min", "estimated reading time minutes",
    "мин чтения", "минут чтения", "минуты чтения", "минута чтения", "время чтения мин",
    "время чтения минут", "время чтения минуты", "время чтения", "читать мин",
    "хв читання", "хвилин читання", "хвилини читання", "час читання хв", "час читання",
    "хв чытання", "хвілін чытання", "хвіліны чытання", "час чытання", "час чытання хв",
    "min czytania", "minut czytania", "minuty czytania", "minuta czytania", "czas czytania",
    "czas czytania min", "czas czytania minut", "czas czytania minuty",
    "min lesezeit", "minuten lesezeit", "lesezeit", "lesezeit min", "lesezeit minuten",
    "lesedauer minuten", "lesedauer min", "min lesedauer",
    "min skaitymo", "skaitymo laikas min", "skaitymo laikas", "minutės skaitymo",
    "minučių skaitymo",
  ]

  private static let views = [
    "views", "view", "number of views", "page views", "total views", "viewed times",
    "this page has been viewed times", "views today", "downloads", "number of downloads",
    "просмотров", "просмотра", "просмотр", "просмотры", "количество просмотров",
    "число просмотров", "прочтений", "прочтения", "скачиваний",
    "переглядів", "перегляди", "перегляд", "кількість переглядів",
    "праглядаў", "прагляды", "прагляд", "колькасць праглядаў",
    "odsłon", "odsłony", "wyświetleń", "wyświetlenia", "wyświetlenie", "liczba wyświetleń",
    "liczba odsłon", "pobrań",
    "aufrufe", "anzahl der aufrufe", "mal gelesen",
    "peržiūros", "peržiūrų", "peržiūra", "peržiūrų skaičius",
  ]

  private static let comments = [
    "comments", "comment", "number of comments", "replies", "points",
    "комментарии", "комментариев", "комментария", "комментарий", "количество комментариев",
    "коментарі", "коментарів", "коментар", "коментаря", "кількість коментарів",
    "каментары", "каментароў", "каментар", "каментара",
    "komentarzy", "komentarze", "komentarz", "liczba komentarzy",
    "kommentare", "kommentar", "anzahl der kommentare",
    "komentarai", "komentarų", "komentaras",
  ]

  private static let shares = [
    "shares", "share", "shared times", "number of shares", "likes", "like", "retweets",
    "репостов", "репосты", "репоста", "репост", "поделились", "лайков", "лайки", "лайка", "лайк",
    "поширень", "поширили", "поширення", "вподобань", "вподобайок",
    "падзяліліся", "падабанняў",
    "udostępnień", "udostępnienia", "polubień", "polubienia",
    "mal geteilt", "gefällt mir", "pasidalinimai", "pasidalijimų", "patinka",
  ]

  /// How long ago something was: only where it is minutes or hours, or says what it was. "10 years
  /// ago" may be a heading.
  private static var agoPhrases: [String] {
    struct Manner {
      var heads: [String]
      var hours: [String]
      var days: [String]
      var phrase: (String) -> String
    }
    let manners = [
      Manner(
        heads: ["updated", "last updated", "last modified", "posted", "published"],
        hours: [
          "second", "seconds", "sec", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
          "hrs",
        ], days: ["day", "days", "week", "weeks", "month", "months", "year", "years"],
        phrase: { "\($0) ago" }),
      Manner(
        heads: ["обновлено", "опубликовано", "добавлено"],
        hours: [
          "секунд", "секунды", "секунду", "минут", "минуты", "минуту", "мин", "часов", "часа",
          "час",
          "ч",
        ], days: ["дней", "дня", "день", "недель", "недели", "неделю"], phrase: { "\($0) назад" }),
      Manner(
        heads: ["оновлено", "опубліковано"],
        hours: [
          "секунд", "секунди", "хвилин", "хвилини", "хвилину", "хв", "годин", "години", "годину",
          "год",
        ], days: ["днів", "дні", "день", "тижнів", "тижні", "тиждень"], phrase: { "\($0) тому" }),
      Manner(
        heads: ["абноўлена", "апублікавана"],
        hours: [
          "секунд", "секунды", "хвілін", "хвіліны", "хвіліну", "хв", "гадзін", "гадзіны", "гадзіну",
        ], days: ["дзён", "дні", "дзень", "тыдняў", "тыдні", "тыдзень"], phrase: { "\($0) таму" }),
      Manner(
        heads: ["zaktualizowano", "aktualizacja", "opublikowano", "dodano"],
        hours: [
          "sekund", "sekundy", "minut", "minuty", "minutę", "min", "godzin", "godziny", "godzinę",
          "godz",
        ], days: ["dni", "dzień", "tygodni", "tygodnie", "tydzień"], phrase: { "\($0) temu" }),
      Manner(
        heads: ["aktualisiert", "zuletzt aktualisiert", "veröffentlicht"],
        hours: ["sekunden", "minuten", "minute", "min", "stunden", "stunde", "std"],
        days: ["tagen", "tag", "wochen", "woche"], phrase: { "vor \($0)" }),
      Manner(
        heads: ["atnaujinta", "paskelbta"],
        hours: [
          "sekundžių", "minučių", "minutes", "minutę", "min", "valandų", "valandas", "valandą",
          "val",
        ], days: ["dienų", "dienas", "dieną", "savaites", "savaitę"], phrase: { "prieš \($0)" }),
    ]
    return manners.flatMap { manner in
      manner.hours.map(manner.phrase)
        + manner.heads.flatMap { head in
          (manner.hours + manner.days).map { "\(head) \(manner.phrase($0))" }
        }
    }
  }
}

extension Body {
  /// Without the paragraphs that count readers, comments, shares or minutes.
  public var withoutCounters: Body {
    var body = self
    for place in body.sections.indices {
      body.sections[place].text = CounterLine.without(body.sections[place].text)
    }
    body.sections.removeAll { $0.heading == nil && $0.text.isEmpty }
    return body
  }
}
