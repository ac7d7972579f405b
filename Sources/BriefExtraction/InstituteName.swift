/// Tells the name of an institute from other short lines.
enum InstituteName {
  /// Two to nine words, one of which says what it is, and no sentence.
  static func isName(_ line: String) -> Bool {
    let words = line.folded.split(separator: " ")
    guard (2...9).contains(words.count), !line.endsSentence, !line.contains(":"),
      !line.contains("?"), line.first?.isUppercase == true, !line.contains("@"), !line.contains(",")
    else { return false }
    return words.contains { word in
      stems.contains { word.hasPrefix($0) } && !others.contains { word.hasPrefix($0) }
    }
  }

  /// "Central Asia" is no centre.
  private static let others = ["central", "централ", "цэнтраль", "centrin", "zentral"]

  private static let stems = [
    "institut", "instytut", "centre", "center", "centrum", "ośrod", "fundacj", "stiftung",
    "foundation", "observatory", "endowment", "council", "network", "think", "институт", "інстытут",
    "інститут", "центр", "цэнтр", "фонд", "мастерск", "обсерватор", "centras", "fondas",
    "zentrum", "gesellschaft", "akademi", "academy", "университет", "universit",
    "netzwerk",
  ]
}
