import BriefExtraction
import BriefModel

/// Whether a page's new text may be no edit but a page cut short or another's: a subscription's
/// teaser, a half-written file, the site's home page. Such a text is an edit once a second, later
/// visit brings it again.
enum PageDoubt {
  /// Why the text is to be seen again, for people; `nil` when it is taken at once.
  static func reason(old: KeptEntry, new: KeptEntry) -> String? {
    let (before, after) = (words(old), words(new))
    guard before.count >= fewestWords else { return nil }
    if after.count * 3 < before.count {
      return "The page lost more than two thirds of its words. \(again)"
    }
    let common = zip(before, after).prefix { $0 == $1 }.count
    if common * 2 >= after.count, after.count < before.count,
      asksToSubscribe(after.dropFirst(common))
    {
      return "The page shows a beginning of its text and asks to subscribe. \(again)"
    }
    return isAnother(old: old, new: new)
      ? "The page has another title and another text. \(again)" : nil
  }

  /// Why the page may have been cut, for people; `nil` of one that ends as it did.
  ///
  /// - Parameter old: the end of the page that the kept text was read from; `nil` when it was not kept, or
  ///   there is none.
  static func reason(old: PageEnd?, new: PageEnd) -> String? {
    if new == .inTag { return "The page breaks off within a tag. \(again)" }
    guard let old, new > old else { return nil }
    return old == .closed
      ? "The page lost its end, the end tag of body or html. \(again)"
      : "The page breaks off within a text, where it did not before. \(again)"
  }

  /// True when title and text are another work's.
  static func isAnother(old: KeptEntry, new: KeptEntry) -> Bool {
    guard let title = new.title, old.title != title, !isAlike(old, title) else { return false }
    let (known, after) = (Set(words(old)), words(new))
    return after.count(where: known.contains) * 3 < after.count
  }

  private static let again = "That counts as an edit when the next visit finds the same."
  /// Words of a text of which a third is still a text.
  private static let fewestWords = 30

  private static func words(_ entry: KeptEntry) -> [Substring] {
    (entry.sections ?? []).flatMap { section in
      [section.heading ?? "", section.text].flatMap { $0.split(whereSeparator: \.isWhitespace) }
    }
  }

  /// A title that was mended says mostly what it said.
  private static func isAlike(_ old: KeptEntry, _ title: String) -> Bool {
    let words = Set(title.lowercased().split(separator: " "))
    let known = Set((old.title ?? "").lowercased().split(separator: " "))
    return words.intersection(known).count * 2 >= min(words.count, known.count)
  }

  private static func asksToSubscribe(_ words: ArraySlice<Substring>) -> Bool {
    let text = words.joined(separator: " ").lowercased()
    return calls.contains { text.contains($0) }
  }

  /// Parts of words by which seven languages ask for a subscription or an account.
  private static let calls = [
    "subscri", "sign in", "log in", "register", "premium", "continue reading", "read the full",
    "read more", "members only", "paywall", "подпис", "подписк", "войдите", "зарегистрир",
    "читать далее", "читать полностью", "передплат", "підпис", "увійдіть", "зареєстр",
    "читати далі", "падпіс", "увайдзіце", "чытаць далей", "subskry", "prenumer", "zaloguj",
    "zarejestruj", "czytaj dalej", "dostęp do", "wykup", "abonn", "abo ", "anmelden",
    "registrieren",
    "weiterlesen", "prisijun", "registruo", "skaitykite toliau", "…", "...",
  ]
}
