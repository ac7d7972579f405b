/// Who wrote a text: a person with a family name, or a body whose name stays whole.
package enum AuthorName: Hashable, Sendable {
  case person(given: String, family: String)
  case institution(String)

  /// `nil` for an empty name. A name that is not clearly a person's is kept whole: a person printed
  /// whole is readable, an institute with a family name is not.
  package init?(_ name: String, institution: String?) {
    let words = name.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    let whole = words.joined(separator: " ")
    if whole == institution || Self.isBody(words) {
      self = .institution(whole)
    } else if let comma = whole.firstIndex(of: ",") {
      // `Kowalski, Jan`.
      let family = whole[..<comma]
      let given = whole[whole.index(after: comma)...].drop { $0 == " " }
      let isName = !given.isEmpty && !given.contains(",") && !family.isEmpty
      self =
        isName
        ? .person(given: String(given), family: String(family)) : .institution(whole)
    } else if (2...5).contains(words.count), let split = Self.familyStart(words) {
      self = Self.parts(words, split)
    } else {
      self = .institution(whole)
    }
  }

  private static func parts(_ words: [String], _ split: Range<Int>) -> AuthorName {
    let given = words.indices.filter { !split.contains($0) }.map { words[$0] }
    return .person(
      given: given.joined(separator: " "), family: words[split].joined(separator: " "))
  }

  /// Where the family name stands: after the given names with its particles, or before them where
  /// the last word is a patronymic.
  private static func familyStart(_ words: [String]) -> Range<Int>? {
    let isCapital = words.allSatisfy { word in
      particles.contains(word.lowercased()) || word.first?.isUppercase == true
    }
    guard isCapital else { return nil }
    let last = words[words.count - 1].lowercased()
    if words.count == 3, patronymics.contains(where: last.hasSuffix) { return 0..<1 }
    var first = words.count - 1
    while first > 1, particles.contains(words[first - 1].lowercased()) { first -= 1 }
    return first..<words.count
  }

  private static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "da", "di", "del", "la", "le", "du", "zu", "zur", "ten",
  ]

  private static let patronymics = ["ович", "евич", "овна", "евна", "ична", "івна", "ёвна"]

  /// True for words that name a body in any of our languages, for acronyms and for digits.
  private static func isBody(_ words: [String]) -> Bool {
    words.count == 1
      || words.contains { word in
        let lowered = word.lowercased()
        return bodies.contains { lowered.hasPrefix($0) } || links.contains(lowered)
          || word.contains { $0.isNumber || $0 == "&" || $0 == "/" || $0 == "(" }
          || (word.count > 2 && word.allSatisfy(\.isUppercase))
      }
  }

  /// Small words that stand in the names of bodies and not in those of persons.
  private static let links: Set<String> = [
    "of", "for", "and", "the", "dla", "im.", "для", "für", "und",
  ]

  /// Beginnings of words.
  private static let bodies = [
    "institut", "instytut", "centre", "center", "centrum", "ośrod", "foundation", "fundacj",
    "ministr", "minister", "universit", "uniwersyt", "council", "rada", "agenc", "group", "team",
    "zespół", "redakc", "editor", "press", "committee", "commission", "komis", "komit", "bank",
    "society", "stiftung", "zentrum", "forschung", "association", "stowarzysz", "think", "desk",
    "staff", "department", "academy", "akadem", "network", "obserwator", "observator",
    "институт", "центр", "фонд", "министерств", "университет", "редакц", "агентств", "группа",
    "совет", "комитет", "комисс", "академи", "інстытут", "цэнтр", "інститут", "міністэрств",
    "міністерств", "централ", "centras", "institutas", "fondas", "ministerij", "universitet",
  ]
}
