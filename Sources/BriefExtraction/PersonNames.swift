/// Tells a line of names from other short lines.
enum PersonNames {
  /// The names of a byline: `Anna Maria Dyner`, `By Jan Nowak and Ewa Wit`, `Jan Nowak, Ewa Wit`;
  /// `[]` when the line is none.
  ///
  /// A name is two to five words with capitals, particles (`von`, `de`) apart, without figures or
  /// marks that end a sentence.
  static func names(in line: some StringProtocol) -> [String] {
    var words = withoutTitles(String(line)).words.map { String($0) }
    let isAnnounced = dropAnnouncement(&words)
    let parts = split(words)
    let names = parts.map { $0.joined(separator: " ") }
    guard !names.isEmpty, names.count <= 12, parts.allSatisfy({ isName($0) }) else { return [] }
    if !isAnnounced, names.count == 1, line.isAllCapitals, line.words.count > 3 { return [] }
    return names.map { $0.isAllCapitals ? SeriesName.inTitleCase($0) : $0 }
  }

  /// The line without what stands before and behind names: "Dr", "prof.", "Lt. Col. (ret.)", "PhD".
  static func withoutTitles(_ line: String) -> String {
    let words = line.words.filter { word in
      let bare = word.lowercased().filter { $0.isLetter || $0 == "-" }
      return !titles.contains(bare) || word.contains("@")
    }
    return words.count == line.words.count ? line : words.joined(separator: " ")
  }

  /// What a person is at an institute, in a line of its own.
  static func isOffice(_ line: String) -> Bool {
    guard line.words.count <= 12, !line.endsSentence else { return false }
    let words = line.folded.split(separator: " ")
    return words.contains { word in offices.contains { word.hasPrefix($0) } }
      && line.first?.isUppercase == true && !line.contains("?")
  }

  private static let offices = [
    "fellow", "analyst", "director", "researcher", "associate", "lecturer", "professor", "expert",
    "analityk", "ekspert", "kierownik", "dyrektor", "аналитик", "эксперт", "аналітык", "аналітик",
    "експерт", "директор", "дырэктар", "науков", "научн", "навуков", "wissenschaftl", "mitarbeiter",
    "leiter", "tyrėj", "analitik", "direktor", "vadov",
  ]

  private static let titles: Set<String> = [
    "dr", "prof", "hab", "inż", "mgr", "phd", "ma", "msc", "lt", "col", "gen", "maj", "ret", "sir",
    "д-р", "др", "проф", "доц", "канд", "доктор", "профессор", "прафесар", "професор", "к-т",
    "doc", "priv-doz", "pd",
  ]

  private static func dropAnnouncement(_ words: inout [String]) -> Bool {
    guard let first = words.first?.lowercased(), words.count > 1 else { return false }
    if announcements.contains(first.filter { $0 != ":" }) {
      words.removeFirst()
      return true
    }
    return false
  }

  private static let announcements: Set<String> = [
    "by", "author", "authors", "autor", "autorka", "autorzy", "von", "автор", "авторы", "автори",
    "аўтар", "autorius", "autorė", "text", "par", "written",
  ]
  private static let joints: Set<String> = [
    "and", "&", "i", "oraz", "und", "и", "і", "й", "ir", "et",
  ]

  private static func split(_ words: [String]) -> [[String]] {
    var parts: [[String]] = [[]]
    for word in words {
      if joints.contains(word) || "|·•/;–—".contains(word) {
        parts.append([])
        continue
      }
      let isLast = word.hasSuffix(",") || word.hasSuffix(";")
      parts[parts.count - 1].append(isLast ? String(word.dropLast()) : word)
      if isLast { parts.append([]) }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func isName(_ words: [String]) -> Bool {
    guard (2...5).contains(words.count), words.allSatisfy({ isNamePart($0) }) else { return false }
    let capitals = words.filter { $0.first?.isUppercase == true }
    return capitals.count >= 2 && !words.contains { commonWords.contains($0.lowercased()) }
  }

  private static func isNamePart(_ word: String) -> Bool {
    if particles.contains(word.lowercased()) { return true }
    guard word.first?.isUppercase == true, word.count <= 24 else { return false }
    return word.allSatisfy { $0.isLetter || "-.'’‑".contains($0) }
      && (word.last != "." || word.count <= 4)
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "del", "della", "der", "den", "di", "da", "du", "la", "le", "dos", "al",
    "el", "bin", "ten", "zu", "af",
  ]
  /// Words in capitals that no person is called: they mark headings in title case.
  private static let commonWords: Set<String> = [
    "the", "of", "in", "on", "for", "to", "with", "from", "at", "a", "an", "key", "new", "policy",
    "executive", "summary", "introduction", "conclusion", "conclusions", "background", "military",
    "union", "state", "treaty", "security", "economic", "foreign", "russia", "russian", "belarus",
    "belarusian", "ukraine", "ukrainian", "poland", "polish", "european", "table", "contents",
    "findings", "points", "outlook", "report", "editors", "board", "institute", "international",
    "affairs", "centre", "center",
  ]
}
