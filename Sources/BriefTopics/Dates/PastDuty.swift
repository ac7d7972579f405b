/// Words that say what was to happen by then: `were supposed to`, `должен был`, `miał`, `sollte`.
struct PastDuty: Sendable {
  struct Role: OptionSet {
    let rawValue: UInt8
    /// Says it alone.
    static let single = Role(rawValue: 1)
    /// Says it with a second word behind.
    static let first = Role(rawValue: 2)
    static let promise = Role(rawValue: 4)
  }

  private let roles: WordTable<Role>
  private let seconds: Set<String>
  private let needsInfinitive: Bool

  /// Knows the seven languages; `nil` in others.
  static func of(_ language: String) -> PastDuty? { tables[language] }

  private static let tables = Dictionary(
    uniqueKeysWithValues: promised.keys.map { ($0, PastDuty($0)) })

  private init(_ language: String) {
    let pair = Self.pairs[language]
    roles = WordTable(
      (Self.single[language] ?? []).map { ($0, .single) } + (pair?.first ?? []).map { ($0, .first) }
        + (Self.promised[language] ?? []).map { ($0, .promise) })
    seconds = pair?.second ?? []
    needsInfinitive = language == "be"
  }

  /// What each word says. `обещали закончить до весны`: a promise that was made says nothing of whether
  /// its day has come.
  func roles(of words: [String]) -> [Role] { words.map { roles[$0] } }

  /// - Parameter known: ``roles(of:)`` the words.
  func begins(at index: Int, _ words: [String], _ known: [Role]) -> Bool {
    let role = known[index]
    if role.contains(.single) { return leadsOn(index, words) }
    return role.contains(.first) && index + 1 < words.count && seconds.contains(words[index + 1])
  }

  private static let promised: [String: Set<String>] = [
    "en": ["promised", "hoped", "intended", "pledged", "counted"],
    "ru": [
      "обещали", "обещал", "обещала", "обещало", "планировали", "планировал", "планировалось",
      "собирались", "намеревались", "рассчитывали", "рассчитывал", "предполагалось", "ожидалось",
      "предусматривалось", "хотели", "хотел", "надеялись",
    ],
    "pl": [
      "zapowiadali", "zapowiadal", "zapowiadano", "zapowiedziano", "obiecywali", "obiecano",
      "obiecali", "planowano", "planowali", "zamierzali", "zakladano", "oczekiwano", "chcieli",
      "przewidywano", "liczyli",
    ],
    "be": [
      "абяцалі", "абяцау", "планавалі", "планавалася", "збіраліся", "меркавалі", "меркавалася",
      "разлічвалі", "хацелі", "спадзяваліся", "чакалася",
    ],
    "uk": [
      "обіцяли", "обіцяв", "планували", "планувалося", "збиралися", "розраховували", "хотіли",
      "сподівалися", "очікувалося", "передбачалося",
    ],
    "de": [
      "versprach", "versprachen", "plante", "planten", "wollte", "wollten", "hoffte", "hofften",
      "rechnete", "rechneten",
    ],
    "lt": ["zadejo", "planavo", "ketino", "tikejosi", "pazadejo", "norejo"],
  ]

  /// `мела падпісаць`: the verb that had to be done follows; `мела сустрэчу` is no duty.
  private func leadsOn(_ index: Int, _ words: [String]) -> Bool {
    guard needsInfinitive else { return true }
    return words[min(index + 1, words.count)..<min(index + 7, words.count)].contains {
      $0.hasSuffix("ць") || $0.hasSuffix("цца") || $0.hasSuffix("чы")
    }
  }

  private static let single: [String: Set<String>] = [
    "pl": ["mial", "miala", "mialo", "mieli", "mialy", "nalezalo"],
    "be": [
      "мусіу", "мусіла", "мусілі", "мусіло", "меуся", "мелася", "меліся", "меу", "мела", "мелі",
    ],
    "uk": ["мав", "мала", "мало", "мали", "мусив", "мусила", "мусили"],
    "lt": ["turejo", "reikejo", "privalejo"],
    "ru": ["следовало", "надлежало", "полагалось", "предстояло"],
    "de": ["sollte", "sollten"],
  ]

  private static let pairs: [String: (first: Set<String>, second: Set<String>)] = [
    "en": (
      ["was", "were", "been", "should", "ought"],
      [
        "supposed", "due", "meant", "promised", "scheduled", "planned", "slated", "foreseen", "to",
        "expected", "intended", "set", "have",
      ]
    ),
    "ru": (
      ["должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны", "надо", "нужно"],
      ["был", "была", "было", "были"]
    ),
    "be": (
      ["павінен", "павінна", "павінны", "трэба", "след"], ["быу", "была", "было", "былі"]
    ),
    "uk": (["повинен", "повинна", "повинні", "слід", "треба"], ["був", "була", "було", "були"]),
  ]
}
