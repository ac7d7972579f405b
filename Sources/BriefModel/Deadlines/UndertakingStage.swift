/// What a sentence says was done on the way to something else: talks on a market are not the market, and
/// a draft that was initialled is no treaty that was signed.
enum UndertakingStage: UInt16, CaseIterable {
  case talks = 1
  case draft
  case sidePaper
  case initialling

  /// Those that a sentence names, in one of the seven languages.
  static func all(in passage: String) -> [UndertakingStage] {
    let words = passage.split { !$0.isLetter }.map { $0.lowercased() }
    var found: [UndertakingStage] = []
    for index in words.indices where heads.contains(head(words[index])) {
      found += allCases.filter { !found.contains($0) && $0.stands(at: index, in: words) }
    }
    return found
  }

  /// The first letters of a word: most words are none of those below.
  private static func head(_ word: String) -> UInt32 {
    let letters = word.utf8.first.map { $0 < 0x80 ? 3 : 4 } ?? 0
    return word.utf8.prefix(letters).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let heads = Set((talking + drafts + sidePapers + initials).map(head))

  private func stands(at index: Int, in words: [String]) -> Bool {
    let word = words[index]
    switch self {
    case .talks:
      // `after talks in Moscow` the market may open; `launched talks` launches no market.
      return Self.begins(word, Self.talking)
        && words[max(0, index - 3)..<index].contains { Self.begins($0, Self.holding) }
    case .draft:
      let near = words[max(0, index - 2)..<min(words.count, index + 4)]
      return Self.begins(word, Self.drafts) && near.contains { Self.begins($0, Self.papers) }
    case .sidePaper:
      let next = index + 1 < words.count ? words[index + 1] : ""
      return Self.begins(word, Self.sidePapers) && Self.additions.contains(next)
    case .initialling: return Self.begins(word, Self.initials)
    }
  }

  private static func begins(_ word: String, _ stems: [String]) -> Bool {
    stems.contains(where: word.hasPrefix)
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  private static let talking = list(
    """
    talks negotiation consultation discussion preparation переговор консультац обсужден подготовк rozmow
    rozmów negocjac konsultac przygotowa перамов кансультац абмеркаван падрыхтоўк перемовин обговорен
    підготовк verhandlung gespräch konsultation vorbereitung deryb konsultac pasirengim parengim
    """)
  private static let holding = list(
    """
    launch start beg open held hold resum continu conclud finish complet нача запуст пров откры возобнов
    заверш продолж rozpocz zacz wznow prowadz zakończ przeprowadz kontynu otworz пачал распачал прав аднав
    працягн розпоча почал відновил продовж begann begonn starte führ nahm eröffn setz aufgenommen pradė
    atnauj sureng baig tęsė vedė
    """)
  private static let drafts = list("draft проект проєкт праект projekt entwurf entwürf")
  private static let papers = list(
    """
    treat agreement protocol law договор соглашени протокол закон umow traktat porozumieni protok ustaw
    дагавор дагавору пагаднен пратакол угод договір vertrag abkommen protokoll gesetz sutart susitarim
    protokol įstatym
    """)
  private static let sidePapers = list(
    """
    protocol addendum annex supplement протокол дополнени приложени protok aneks załącznik пратакол дадат
    додат protokoll zusatz anhang
    """)
  private static let additions: Set<String> = ["to", "к", "do", "да", "до", "zu", "zum", "zur"]
  private static let initials = list(
    "initialled initialed initialling парафир парафав парафов paraf paraph")
}
