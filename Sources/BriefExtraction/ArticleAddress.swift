import BriefModel
import BriefParsing

/// What the address of a page says of what is there.
struct ArticleAddress: Sendable {
  /// `/2021/11/08/` or `/2021/11/` before a name.
  let date: CalendarDate?
  /// There is year and month in the path, and a name after them.
  let isDated: Bool
  /// 0 to 4: how much the address looks like that of one article.
  let points: Int

  init?(url: String) {
    guard let address = WebAddress(url) else { return nil }
    self.init(address)
  }

  init(_ address: WebAddress) {
    let segments = address.path.split(separator: "/").map(String.init)
    let isFile = Self.files.contains { segments.last?.lowercased().hasSuffix($0) ?? false }
    (date, isDated) = isFile ? (nil, false) : Self.date(in: segments)
    points = Self.points(segments: segments, query: address.query, isDated: isDated)
  }

  private static func date(in segments: [String]) -> (CalendarDate?, Bool) {
    for index in segments.indices {
      if let day = PrintedDate.first(in: segments[index])?.date ?? compact(segments[index]),
        index + 1 < segments.count
      {
        return (day, isName(segments[index + 1]))
      }
      guard segments[index].utf8.count == 4, let year = Int(segments[index]),
        (1990...2100).contains(year), index + 2 < segments.count,
        let month = month(segments[index + 1])
      else { continue }
      let day = Int(segments[index + 2]).flatMap { segments[index + 2].utf8.count <= 2 ? $0 : nil }
      guard let day else { return (nil, isName(segments[index + 2])) }
      return (
        CalendarDate(year: year, month: month, day: day),
        index + 3 < segments.count && isName(segments[index + 3])
      )
    }
    return (nil, false)
  }

  /// `20211108`
  private static func compact(_ segment: String) -> CalendarDate? {
    guard segment.utf8.count == 8, let figures = Int(segment),
      (19_900_101...21_001_231).contains(figures)
    else { return nil }
    return CalendarDate(year: figures / 10_000, month: figures / 100 % 100, day: figures % 100)
  }

  private static func month(_ segment: String) -> Int? {
    if segment.utf8.count <= 2 { return Int(segment).flatMap { (1...12).contains($0) ? $0 : nil } }
    return MonthNames.month(segment.lowercased())
  }

  private static func isName(_ segment: String) -> Bool {
    segment != "page" && segment.contains { $0.isLetter }
  }

  private static func points(segments: [String], query: String?, isDated: Bool) -> Int {
    guard let last = segments.last else { return -4 }
    if segments.contains(where: isIndex) { return isDated ? 0 : -3 }
    if files.contains(where: { last.lowercased().hasSuffix($0) }) { return -4 }
    var points = isDated ? 2 : 0
    let parts = last.split { $0 == "-" || $0 == "_" || $0 == "+" || $0 == "," }
    if parts.count >= 4 { points += 2 } else if parts.count >= 3 || last.count >= 24 { points += 1 }
    if last.filter(\.isNumber).count >= 4 || query?.contains("id=") == true { points += 1 }
    if segments.count == 1, parts.count < 3, !isDated { points -= 1 }
    return min(points, 4)
  }

  /// In a name of several words an index's word stands first, or alone: `about-us`, `terms-of-use`,
  /// `latest-events`, but not `what-we-know-about-gas`.
  private static func isIndex(_ segment: String) -> Bool {
    let words = segment.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    return words.enumerated().contains { place, word in
      indexWords.contains(word) && (place == 0 || (words.count <= 3 && word != "about"))
    }
  }

  /// Names of pages that list, sell or explain.
  private static let indexWords: Set<String> = [
    "category", "categories", "tag", "tags", "author", "authors", "topic", "topics", "page",
    "search",
    "about", "contact", "login", "register", "signin", "signup", "subscribe", "feed", "rss",
    "archive",
    "archives", "privacy", "terms", "cookies", "cookie", "legal", "imprint", "impressum",
    "datenschutz",
    "newsletter", "newsletters", "jobs", "careers", "events", "shop", "cart", "checkout", "account",
    "help", "faq", "sitemap", "staff", "team", "people", "experts", "podcasts", "kategoria",
    "autor",
    "kontakt", "donate", "advertise", "press", "share", "profile", "user", "users", "cgi", "cdn",
    "comment", "comments", "print", "projects", "login.php", "wp",
  ]

  private static let files = [
    ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".css", ".js", ".xml", ".zip", ".mp3", ".mp4",
    ".ics",
  ]
}
