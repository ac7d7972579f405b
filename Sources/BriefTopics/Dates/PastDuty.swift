/// Words that say what was to happen by then: `were supposed to`, `должен был`, `miał`, `sollte`.
enum PastDuty {
  static func begins(at index: Int, _ words: [String], in language: String) -> Bool {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1] : ""
    let isShort = single[language]?.contains(word) == true
    guard !isShort else { return true }
    guard pairs[language]?.first.contains(word) == true else { return false }
    return pairs[language]?.second.contains(next) == true
  }

  private static let single: [String: Set<String>] = [
    "pl": ["mial", "miala", "mialo", "mieli", "mialy"],
    "be": ["мусіу", "мусіла", "мусілі", "мусіло", "меуся", "мелася", "меліся"],
    "uk": ["мав", "мала", "мало", "мали", "мусив", "мусила", "мусили"],
    "lt": ["turejo"],
    "de": ["sollte", "sollten"],
  ]

  private static let pairs: [String: (first: Set<String>, second: Set<String>)] = [
    "en": (
      ["was", "were", "been"],
      ["supposed", "due", "meant", "promised", "scheduled", "planned", "slated", "foreseen"]
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
