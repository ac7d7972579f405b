/// Names of series that institutes print above their briefs.
enum SeriesName {
  /// `SPOTLIGHT` and `PISM SPOTLIGHT` give `Spotlight`; `nil` when the line names no series that
  /// the field knows. `publisher` may stand before or after the name.
  static func known(_ line: some StringProtocol, publisher: String?) -> String? {
    var name = withoutPublisher(line, publisher: publisher)[...]
    while let mark = name.last, ",;:/|·".contains(mark) { name = name.dropLast().trimmed }
    return names.contains(name.folded) ? inTitleCase(String(name)) : nil
  }

  /// `OSW COMMENTARY`, `KOMENTARZE OSW`: a series that the field knows with an acronym before or
  /// after it, which is the publisher.
  static func withAcronym(_ line: some StringProtocol) -> (publisher: String, series: String)? {
    let words = line.words
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    for (acronym, rest) in [(first, words.dropFirst()), (last, words.dropLast())]
    where acronym.isAllCapitals && (2...8).contains(acronym.count) {
      if let series = known(rest.joined(separator: " "), publisher: nil) {
        return (String(acronym), series)
      }
    }
    return nil
  }

  /// A line in capitals of at most four words, where a title follows it: a series whatever it says.
  static func unknown(_ line: some StringProtocol, publisher: String?) -> String? {
    let name = withoutPublisher(line, publisher: publisher)
    guard name.isAllCapitals, (1...4).contains(name.words.count), !name.endsSentence else {
      return nil
    }
    return inTitleCase(name)
  }

  /// Whether the line says nothing but the publisher, the series or both.
  static func isRunningHead(_ line: some StringProtocol, publisher: String?, series: String?)
    -> Bool
  {
    let left = withoutPublisher(line, publisher: publisher).folded
    return left.isEmpty ? !line.folded.isEmpty : left == series?.folded
  }

  static func withoutPublisher(_ line: some StringProtocol, publisher: String?) -> String {
    guard let publisher else { return line.collapsed }
    let drop = Set(publisher.folded.split(separator: " "))
    return line.words.filter { word in
      let bare = word.folded
      return bare.isEmpty ? word.contains(where: \.isLetter) : !drop.contains(Substring(bare))
    }.joined(separator: " ")
  }

  /// `POLICY PAPER` to `Policy Paper`; a name that is not all in capitals stays.
  static func inTitleCase(_ name: String) -> String {
    guard name.isAllCapitals else { return name }
    return name.words.map { word in
      word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }.joined(separator: " ")
  }

  private static let names: Set<String> = [
    "spotlight", "bulletin", "biuletyn", "policy paper", "policy papers", "policy brief",
    "policy briefs", "policy note", "policy memo", "strategic file", "report", "reports", "raport",
    "raporty", "commentary", "commentaries", "komentarz", "komentarze", "analysis", "analyses",
    "analiza", "analizy", "briefing", "brief",
    "working paper", "working papers", "research paper", "occasional paper", "issue brief",
    "point of view", "punkt widzenia",
    "expert comment", "memo", "comment", "kommentar", "studie",
    "analyse", "analysen", "апавяшчэнне", "аналитика", "комментарий", "доклад", "аналітика",
    "коментар", "каментар", "аналітыка", "apžvalga", "komentaras", "analizė", "monitor",
    "memorandum",
    "opinion", "opinia", "paper", "papers", "article", "insight", "insights", "backgrounder",
    "digest",
    "kurzanalyse", "kurzbericht", "policy paper series", "aktuell", "стратегический доклад",
    "аналитическая записка", "аналитический бюллетень", "бюллетень", "мониторинг", "моніторинг",
    "маніторынг", "аналітычная запіска", "аналітична записка", "працоўныя матэрыялы",
    "даследчы даклад", "даклад", "доповідь", "бюлетень", "бюлетэнь", "stebėsena", "ataskaita",
    "politikos apžvalga", "studija", "research report", "analytical note", "border monitor",
    "arbeitspapier", "notatka", "агляд", "огляд", "обзор", "аналітичний огляд",
    "аналитический обзор",
    "позиція", "позиция", "пазіцыя", "политическая справка", "įžvalgos", "įžvalga", "perspective",
    "perspectives", "discussion note", "discussion paper", "working brief", "field notes",
    "strategic insights", "expert comment", "policy insight", "factsheet", "q&a", "stanowisko",
  ]
}
