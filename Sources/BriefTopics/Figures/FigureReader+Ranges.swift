/// The near end of a range, and numbers that count nothing.
extension FigureReader {
  private static let joints: Set<String> = ["to", "bis", "до", "да", "do", "iki"]

  /// Where the far number of a range begins: `6–7%`, `10 bis 12 Prozent`.
  func farEnd(after position: Int) -> Int? {
    var place = skipSpace(position)
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      place += 1
    } else if place + 2 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x80,
      bytes[place + 2] == 0x93 || bytes[place + 2] == 0x94
    {
      place += 3
    } else if let word = word(after: position), Self.joints.contains(word.text) {
      place = word.range.upperBound
    } else {
      return nil
    }
    place = skipSpace(place)
    guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
    return place
  }

  private static let places = [
    "article", "paragraph", "section", "clause", "page", "chapter", "стать", "пункт", "раздел",
    "глав", "страниц", "абзац", "артыкул", "раздзел", "старонц", "старонк", "статт", "розділ",
    "сторінц", "сторінк", "art", "artykul", "pkt", "punkt", "rozdzial", "stroni", "ust", "artikel",
    "absatz", "ziffer", "seite", "kapitel", "straipsni", "puslap", "nr", "no",
  ]

  /// `Статья 12 договора`, `12 straipsnis`: a place in a document.
  func isPlace(_ start: Int, before word: Word?) -> Bool {
    if language == "lt", let word,
      ["straipsni", "punkt", "puslap"].contains(where: word.text.hasPrefix)
    {
      return true
    }
    var end = start
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end < start else { return false }
    var first = end
    while first > 0, bytes[first - 1] >= 0x80 || (0x41...0x5A).contains(bytes[first - 1] & 0xDF),
      end - first < Self.longestPlace
    {
      first -= 1
    }
    guard first < end else { return false }
    let token = SlowToken(bytes.span, from: first)
    guard token.end == end else { return false }
    let text = String(String.UnicodeScalarView(token.folded))
    return Self.places.contains { $0.utf8.count > 3 ? text.hasPrefix($0) : text == $0 }
  }

  /// UTF-8 bytes of the longest word that names a place.
  private static let longestPlace = 40

  /// `Russian roubles`: the word that says whose a currency is.
  func isCountry(_ word: Word) -> Bool {
    Self.countries.contains(where: word.text.hasPrefix)
  }

  private static let countries = [
    "russ", "росси", "расій", "росій", "rosyj", "rusij", "белорус", "беларус", "білорус", "belarus",
    "bialorus", "baltarus", "weissruss", "american", "америк", "амерык", "amerik", "us",
  ]
}
