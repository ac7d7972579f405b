/// What a text is written in, as far as short patterns must know: `resort*` is a holiday in English
/// and a ministry in Polish. The East Slavic languages share their stems.
enum Tongue: Hashable, Sendable {
  case latin(String)
  case cyrillic
  case unknown

  init(_ language: String) {
    switch language {
    case "ru", "be", "uk": self = .cyrillic
    case "en", "pl", "de", "lt": self = .latin(language)
    default: self = .unknown
    }
  }

  /// By the words of a text, UTF-8.
  init(ofText text: Span<UInt8>) {
    self = DateVocabulary.guess(text).map { Tongue($0.language) } ?? .unknown
  }

  /// Can words of this tongue stand in a text of that one?
  func isHeard(in text: Tongue) -> Bool {
    self == text || self == .unknown || text == .unknown
  }
}
