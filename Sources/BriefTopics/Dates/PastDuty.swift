/// Words that say what was to happen by then: `were supposed to`, `должен был`, `miał`, `sollte`.
enum PastDuty {
  static func begins(at index: Int, _ words: [String], in language: String) -> Bool {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1] : ""
    let isShort = single[language]?.contains(word) == true
    if isShort { return leadsOn(index, words, language) }
    guard pairs[language]?.first.contains(word) == true else { return false }
    return pairs[language]?.second.contains(next) == true
  }

  /// `обещали закончить до весны`: a promise that was made says nothing of whether its day has come.
  static func promises(_ word: String, in language: String) -> Bool {
    promised[language]?.contains(word) == true
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
  private static func leadsOn(_ index: Int, _ words: [String], _ language: String) -> Bool {
    guard language == "be" else { return true }
    return words[min(index + 1, words.count)..<min(index + 7, words.count)].contains {
      $0.hasSuffix("ць") || $0.hasSuffix("цца") || $0.hasSuffix("чы")
    }
  }

  private static let single: [String: Set<String>] = [
    "pl": ["mial", "miala", "mialo", "mieli", "mialy"],
    "be": [
      "мусіу", "мусіла", "мусілі", "мусіло", "меуся", "мелася", "меліся", "меу", "мела", "мелі",
    ],
    "uk": ["мав", "мала", "мало", "мали", "мусив", "мусила", "мусили"],
    "lt": ["turejo"],
    "de": ["sollte", "sollten"],
  ]

  private static let pairs: [String: (first: Set<String>, second: Set<String>)] = [
    "en": (
      ["was", "were", "been"],
      [
        "supposed", "due", "meant", "promised", "scheduled", "planned", "slated", "foreseen", "to",
        "expected", "intended", "set",
      ]
    ),
    "ru": (
      ["должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны"],
      ["был", "была", "было", "были"]
    ),
    "be": (
      ["павінен", "павінна", "павінны"], ["быу", "была", "было", "былі"]
    ),
    "uk": (["повинен", "повинна", "повинні"], ["був", "була", "було", "були"]),
  ]
}
