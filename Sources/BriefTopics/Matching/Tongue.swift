/// What a text is written in, as far as short patterns must know: `resort*` is a holiday in English
/// and a ministry in Polish. The East Slavic languages share their stems.
enum Tongue: Hashable, Sendable {
  case latin(Latin)
  case cyrillic
  case unknown

  enum Latin: String, Sendable { case en, pl, de, lt }

  init(_ language: String) {
    switch language {
    case "ru", "be", "uk": self = .cyrillic
    default: self = Latin(rawValue: language).map(Tongue.latin) ?? .unknown
    }
  }

  /// By the words of a text, or of a title that has none.
  init(of content: ReadableText) {
    let field = content.text.bytes.isEmpty ? content.title : content.text
    self = field.guessed.map { Tongue($0.language) } ?? .unknown
  }

  /// Can words of this tongue stand in a text of that one?
  func isHeard(in text: Tongue) -> Bool {
    self == text || self == .unknown || text == .unknown
  }
}
