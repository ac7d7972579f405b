import BriefModel

/// The texts of a publication, drawn from its number: words of three languages, some rare and some in
/// every text, with dates and the words that the catalogue looks for.
struct PlannedText {
  let publication: Int
  private let words: [String]
  private let language: String

  /// Words that catalogue and dates are about, by language.
  private static let subjects: [String: [String]] = [
    "en": [
      "Belarus", "Russia", "Union", "State", "gas", "market", "oil", "customs", "tax", "programme",
      "integration", "Lukashenko", "Minsk", "agreement", "by", "1", "December", "2023", "roadmap",
      "electricity", "military", "doctrine", "will", "the", "of", "on", "and",
    ],
    "pl": [
      "Białoruś", "Rosja", "Państwo", "Związkowe", "gaz", "rynek", "ropa", "podatek", "program",
      "integracja", "Łukaszenka", "Mińsk", "umowa", "do", "1", "grudnia", "2023", "celny", "i", "w",
    ],
    "ru": [
      "Беларусь", "Россия", "Союзное", "государство", "газ", "рынок", "нефть", "налог", "программа",
      "интеграция", "Лукашенко", "Минск", "миграция", "до", "1", "декабря", "2023", "года", "и",
      "в",
    ],
  ]
  private static let syllables: [String: [String]] = [
    "en": ["ba", "re", "mi", "no", "ta", "lu", "ki", "so", "ve", "dar", "ri", "po", "ne", "gal"],
    "pl": ["ba", "rze", "mi", "no", "ta", "łu", "ki", "so", "we", "dar", "ry", "po", "ne", "gał"],
    "ru": ["ба", "ре", "ми", "но", "та", "лу", "ки", "со", "ве", "дар", "ры", "по", "не", "гал"],
  ]

  init(publication: Int, characters: Int) {
    self.publication = publication
    language = ["en", "en", "pl", "ru"][publication % 4]
    var dice = SplitMix(state: UInt64(publication))
    let subjects = Self.subjects[language] ?? []
    let syllables = Self.syllables[language] ?? []
    var words: [String] = []
    var length = 0
    while length < characters {
      let word: String
      if dice.next() % 4 == 0 {
        word = subjects[Int(dice.next() % UInt64(subjects.count))]
      } else {
        // The product of two draws makes few words frequent and many rare.
        var number = (dice.next() % 300) * (dice.next() % 300)
        var made = ""
        repeat {
          made += syllables[Int(number % UInt64(syllables.count))]
          number /= UInt64(syllables.count)
        } while number > 0
        word = made
      }
      words.append(word)
      length += word.count + 1
    }
    self.words = words
  }

  /// One number of the text counts the versions.
  func entry(version: Int) -> Entry {
    let half = words.count / 2
    let text =
      words[..<half].joined(separator: " ") + ". Item \(version + 1) of \(publication). "
      + words[half...].joined(separator: " ") + "."
    let link = "https://example.org/briefs/\(publication)"
    return Entry(
      identity: Identity(kind: .entryID, value: link), link: link,
      content: Content(
        title: "Brief \(publication): " + words.prefix(7).joined(separator: " "),
        authors: ["Author \(publication % 97)"],
        published: CalendarDate(
          year: 2015 + publication % 9, month: 1 + publication % 12, day: 1 + publication % 28)?
          .midnight,
        body: Body(text: text)),
      language: language)
  }
}

/// SplitMix64: the same numbers on every run.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
