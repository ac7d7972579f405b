/// The language of a page's text, as stated and as found.
enum PageLanguage {
  /// The stated tag in its usual form (`pl`, `en-GB`), unless the text is plainly in another
  /// language: templates state the site's language on every page.
  static func language(stated: String?, text: String) -> String? {
    let found = LanguageGuess.language(of: text)
    guard let stated = stated.flatMap(tag) else { return found }
    guard let found, stated.prefix(while: { $0 != "-" }) != found else { return stated }
    return found
  }

  /// `PL_pl.UTF-8` gives `pl-PL`; `nil` when the text is no tag.
  static func tag(_ text: String) -> String? {
    let parts = text.trimmed.prefix { $0 != "." && $0 != "," && $0 != ";" }
      .split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return names[text.folded] }
    guard parts.count > 1, parts[1].count == 2 else { return first.lowercased() }
    return "\(first.lowercased())-\(parts[1].uppercased())"
  }

  private static let names = [
    "english": "en", "polish": "pl", "polski": "pl", "german": "de", "deutsch": "de",
    "russian": "ru", "ukrainian": "uk", "belarusian": "be", "lithuanian": "lt",
  ]
}
