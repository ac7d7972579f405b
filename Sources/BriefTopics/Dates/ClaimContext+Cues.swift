/// What cues mean beside other words.
extension ClaimContext {
  /// `last year` lasts nothing; `put off` moves; what comes `after ratification` is not the
  /// ratification.
  static func settleCues(_ items: [DateItem], _ cues: inout [ClaimCue]) {
    for index in items.indices {
      let text = items[index].text
      if isEnglishLetter(text.utf8.first) {
        settleEnglishCue(index, items, &cues)
      }
      // `lief am 31. Dezember aus`
      if text == "lief" || text == "liefen", items.contains(where: { $0.text == "aus" }) {
        cues[index].insert(.inForce)
      }
      guard !cues[index].isEmpty else { continue }
      // `в прошлый четверг` is when; `прошли` is what happened.
      if text.hasPrefix("прошл"), !["прошли", "прошла", "прошло"].contains(text) {
        cues[index].remove(.event)
      }
      // `not later than` denies nothing.
      if !items[index].prepositions.isEmpty { cues[index].remove(.negation) }
      // `gilt als wahrscheinlich`
      if cues[index].contains(.inForce), index + 1 < items.count, items[index + 1].text == "als" {
        cues[index].remove(.inForce)
      }
      // `Die Übung läuft`; `der Vertrag läuft aus`.
      if text == "lauft", cues.contains(where: { $0.contains(.event) }),
        !items.contains(where: { $0.text == "aus" || $0.text == "ab" })
      {
        cues[index] = [.lasting]
      }
      let before = index > 0 ? items[index - 1].text : ""
      if cues[index].contains(.event), afterWords.contains(before) {
        cues[index].remove(.event)
      }
      // Troops are moved (`verlegt`) as well.
      if text.hasPrefix("verleg"), !items.contains(where: { $0.text == "auf" }) {
        cues[index].remove(.moved)
      }
      guard cues[index].contains(.signing) else { continue }
      // What is completed (`abgeschlossen`) need not be a treaty.
      if completions.contains(where: text.hasPrefix),
        !items.contains(where: { item in treaties.contains { holds(item.text.utf8, $0.utf8) } })
      {
        cues[index].remove(.signing)
      }
      if text.hasPrefix("unterschriftsreif") { cues[index] = [] }
      // An electronic signature is no signing.
      if electronic.contains(where: before.hasPrefix) { cues[index].remove(.signing) }
    }
  }

  private static let completions = [
    "abgeschlossen", "abschliess", "abschluss", "conclu",
    // Prisoners are `заключённые`.
    "заключен",
  ]
  private static let treaties = [
    "vertrag", "abkommen", "protokoll", "vereinbarung", "agreement", "treat", "pact", "protocol",
    "contract", "deal", "memorand", "accord", "договор", "соглаш", "контракт", "сделк", "протокол",
    "меморанд", "пакт",
  ]

  private static func isEnglishLetter(_ byte: UInt8?) -> Bool {
    byte.map { (0x61...0x7A).contains($0) } ?? false
  }

  private static func settleEnglishCue(
    _ index: Int, _ items: [DateItem], _ cues: inout [ClaimCue]
  ) {
    var before: String { index > 0 ? items[index - 1].text : "" }
    var next: String { index + 1 < items.count ? items[index + 1].text : "" }
    switch items[index].text {
    case "last":
      if !auxiliariesBeforeLast.contains(before) { cues[index].remove(.lasting) }
    case "put", "push", "pushed", "puts":
      if next == "off" || next == "back" { cues[index].insert(.moved) }
    case "names":
      // `put their names to the text`
      if next == "to" { cues[index].insert(.signing) }
    case "force", "kraft":
      // `with half its force`, `an air force`: only `in force` is the law's.
      if !beforeForce.contains(before) { cues[index].remove(.inForce) }
    case "runs", "run", "running", "ran":
      guard ["until", "till", "to", "out"].contains(next) else { break }
      // A drill runs on; a treaty is valid.
      let isEvent = cues.contains { $0.contains(.event) }
      cues[index].insert(isEvent && next != "out" ? .lasting : .inForce)
    default: break
    }
  }

  private static let auxiliariesBeforeLast: Set<String> = [
    "to", "will", "would", "should", "could", "may",
  ]
  private static let beforeForce: Set<String> = ["in", "into", "ausser", "of"]

  private static let electronic = [
    "electronic", "digital", "электрон", "elektron", "електрон", "цифров",
  ]

  private static let afterWords: Set<String> = [
    "after", "following", "после", "po", "пасля", "після", "nach",
  ]
}
