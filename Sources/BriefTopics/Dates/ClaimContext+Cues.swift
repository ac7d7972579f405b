/// What cues mean beside other words.
extension ClaimContext {
  /// `last year` lasts nothing; `put off` moves; what comes `after ratification` is not the
  /// ratification.
  static func settleCues(_ items: [DateItem], _ cues: inout [ClaimCue]) {
    for index in items.indices {
      let text = items[index].text
      let neighbour = CueNeighbour.of(text)
      if isEnglishLetter(text.utf8.first) {
        settleEnglishCue(index, items, &cues)
      }
      // `lief am 31. Dezember aus`
      if text == "lief" || text == "liefen", items.contains(where: { $0.text == "aus" }) {
        cues[index].insert(.inForce)
      }
      if neighbour.contains(.speeding) || isDrawnForward(index, items), isFaster(index, items) {
        cues[index].insert(.moved)
      }
      guard !cues[index].isEmpty else { continue }
      // `в прошлый четверг` is when; `прошли` is what happened.
      if text.hasPrefix("прошл"), !["прошли", "прошла", "прошло"].contains(text) {
        cues[index].remove(.event)
      }
      // `by 1 May` is the month, and nothing that may be.
      if isMonth(index, items) { cues[index].remove(.hedge) }
      // A draft that experts signed off is no treaty that was signed.
      if cues[index].contains(.signing), isSignedOff(index, items) {
        cues[index].remove(.signing)
      }
      // `not later than` denies nothing.
      if !items[index].prepositions.isEmpty { cues[index].remove(.negation) }
      // `продовжив санкції до лютого` moves their end; `продовжили переговори` goes on.
      if prolonging.contains(where: text.hasPrefix), isTermBehind(index, items) {
        cues[index] = [.moved]
      }
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
      if neighbour.contains(.completion),
        !items.contains(where: { item in treaties.contains { holds(item.text.utf8, $0.utf8) } })
      {
        cues[index].remove(.signing)
      }
      // Borders are closed (`schlossen die Grenze`).
      if text.hasPrefix("schloss"), items.contains(where: { $0.text.hasPrefix("grenz") }) {
        cues[index].remove(.signing)
      }
      if text.hasPrefix("unterschriftsreif") { cues[index] = [] }
      // `Sąrašas turi būti sudarytas`: a list is made with the verb that a treaty is concluded with.
      if neighbour.contains(.making), isOfMadeThing(index, items) { cues[index].remove(.signing) }
      // An electronic signature is no signing.
      if CueNeighbour.of(before).contains(.electronic) { cues[index].remove(.signing) }
    }
  }

  /// Beside a number, or with a capital behind a word that opens a date.
  static func isMonth(_ index: Int, _ items: [DateItem]) -> Bool {
    guard items[index].month != nil else { return false }
    if index > 0, items[index - 1].dayOfMonth != nil, items[index].gap != .comma { return true }
    if index + 1 < items.count, items[index + 1].number != nil { return true }
    guard index > 0, items[index].isCapitalised else { return false }
    let before = items[index - 1]
    return !before.prepositions.isEmpty || before.part != nil || before.relative != nil
      || before.isFiller || before.month != nil || before.has(.conjunction)
  }

  private static func isSignedOff(_ index: Int, _ items: [DateItem]) -> Bool {
    if ["sign", "signs", "signed", "signing"].contains(items[index].text),
      index + 1 < items.count, items[index + 1].text == "off", items[index + 1].gap == .space
    {
      return true
    }
    let front = items[max(0, index - reachOfDraft)..<index]
    return front.contains { CueNeighbour.of($0.text).contains(.draft) }
      && items.contains { CueNeighbour.of($0.text).contains(.expert) }
  }

  private static func isOfMadeThing(_ index: Int, _ items: [DateItem]) -> Bool {
    let near = items[max(0, index - reachOfMaking)..<min(items.count, index + reachOfMaking + 1)]
    return near.contains { CueNeighbour.of($0.text).contains(.made) }
      && !near.contains { WordRole.of($0.text).contains(.treaty) }
  }

  /// Items between such a verb and what is made.
  private static let reachOfMaking = 6

  /// Items between a draft and the verb of its being signed.
  private static let reachOfDraft = 12

  /// `brought forward from 1 January 2027 to 1 October 2026`: words that move a day only where they
  /// stand beside an old one and an earlier new one.
  private static func isFaster(_ index: Int, _ items: [DateItem]) -> Bool {
    let near = items.indices.filter { abs($0 - index) <= reachOfSpeeding }
    guard
      let from = near.lazy.filter({ items[$0].prepositions.contains(.from) })
        .compactMap({ moment(behind: $0, items) }).first,
      let to = near.lazy.filter({
        items[$0].prepositions.contains { [.to, .forPeriod, .by].contains($0) }
      }).compactMap({ moment(behind: $0, items) }).last
    else { return false }
    let year = from.year ?? to.year ?? 0
    return (to.year ?? year, to.month, to.day) < (year, from.month, from.day)
  }

  /// A day as its words state it; zero is not stated.
  private static func moment(
    behind preposition: Int, _ items: [DateItem]
  ) -> (year: Int?, month: Int, day: Int)? {
    var words = items[preposition + 1..<min(preposition + 6, items.count)]
    // A date ends where the next preposition opens another.
    if let next = words.dropFirst().firstIndex(where: {
      !$0.prepositions.isEmpty && !$0.isFiller && $0.month == nil
    }) {
      words = words[..<next]
    }
    let year = words.lazy.compactMap(\.year).first
    let month = words.lazy.compactMap(\.month).first
    guard year != nil || month != nil else { return nil }
    let day = words.lazy.filter { $0.year == nil }.compactMap(\.dayOfMonth).first
    return (year, month ?? 0, day ?? 0)
  }

  private static let prolonging = ["продовж", "прадоуж", "працягн"]

  /// Is what is prolonged something that has an end of its own?
  private static func isTermBehind(_ index: Int, _ items: [DateItem]) -> Bool {
    items[index + 1..<min(index + 5, items.count)].contains { item in
      terms.contains(where: item.text.hasPrefix)
    }
  }

  private static let terms = [
    "санкц", "угод", "договор", "договір", "термін", "строк", "тэрмін", "мораторі", "мараторы",
    "заборон", "забарон", "режим", "рэжым", "мандат", "дію", "чинніст", "ліценз", "ліцэнз",
    "дозвіл", "дазвол", "контракт", "кантракт", "пагаднен", "дамов", "дагавор", "обмежен",
    "абмежав",
  ]

  /// `zogen den Start vom 1. Januar auf den 1. Oktober vor`
  private static func isDrawnForward(_ index: Int, _ items: [DateItem]) -> Bool {
    ["zog", "zogen", "zieht", "ziehen"].contains(items[index].text)
      && items.indices.contains {
        $0 > index && items[$0].text == "vor"
          && ($0 + 1 == items.count || items[$0 + 1].gap != .space)
      }
  }

  /// Items between such a word and its dates.
  private static let reachOfSpeeding = 14

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
    // `the last of them must be launched`
    case "last", "the last":
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

  private static let afterWords: Set<String> = [
    "after", "following", "после", "po", "пасля", "після", "nach",
  ]
}

/// What a word is to the cues beside it, in all languages together.
private struct CueNeighbour: OptionSet, Sendable {
  let rawValue: UInt8

  /// Moves a day to an earlier one, where two stand beside it.
  static let speeding = CueNeighbour(rawValue: 1 << 0)
  /// Says that something is done, which need not be a treaty.
  static let completion = CueNeighbour(rawValue: 1 << 1)
  static let draft = CueNeighbour(rawValue: 1 << 2)
  static let expert = CueNeighbour(rawValue: 1 << 3)
  static let electronic = CueNeighbour(rawValue: 1 << 4)
  /// Concludes a treaty, or makes a list.
  static let making = CueNeighbour(rawValue: 1 << 5)
  /// A list, a group: made, and never concluded.
  static let made = CueNeighbour(rawValue: 1 << 6)

  /// - Parameter text: folded.
  static func of(_ text: String) -> CueNeighbour { table[text] }

  private static let table = WordTable<CueNeighbour>(
    words.flatMap { meaning, words in words.split(separator: " ").map { (String($0), meaning) } })

  private static let words: [(CueNeighbour, String)] = [
    (
      .speeding,
      "bring* brought* advanc* shorten* hasten* cut* ускор* приблиз* сократ* przyspiesz* skroc* "
        + "vorgezog* vorverleg* vorzieh* vorzuzieh* verkurz* прискор* наблиз* скорот* паскор* "
        + "наблізі* скараці* paankstin* pagreitin* paspartin*"
    ),
    // Prisoners are `заключённые`.
    (.completion, "abgeschlossen* abschliess* abschluss* schloss* conclu* заключен*"),
    (.draft, "draft* проект* projekt* entwurf* праект* проєкт*"),
    (.expert, "expert* эксперт* eksper* експерт* fachleut*"),
    (.making, "sudaryt* sudare уклад* уклал* укласт* conclu*"),
    (
      .made,
      "saras* grup* komisij* vyriausyb* grafik* registr* zemelap* списк* список* перелік* реєстр* "
        + "графік* словник*"
    ),
    (.electronic, "electronic* digital* электрон* elektron* електрон* цифров*"),
  ]
}
