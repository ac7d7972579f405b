/// Of what a sum or a price is: "the price of gas", "cena gazu", "кредит", before the number in its
/// sentence.
struct MoneySubject {
  let bytes: [UInt8]
  let language: String

  /// UTF-8 bytes before the number in which its noun is looked for.
  private static let reach = 160

  /// The words as they stand in the text; `nil` where no noun of money precedes the number.
  func words(before number: Int) -> String? {
    let words = self.words(from: sentenceStart(before: number), to: number)
    guard let noun = words.lastIndex(where: { Self.isNoun($0.text) }) else { return nil }
    var (first, last) = (noun, noun)
    if language == "lt", noun > 0, words[noun - 1].text.count > 3 { first = noun - 1 }
    // "price of gas", "цена на газ"
    if noun + 2 < words.count, Self.links.contains(words[noun + 1].text),
      !Self.links.contains(words[noun + 2].text)
    {
      last = noun + 2
    } else if noun + 2 < words.count, language != "en", language != "de", language != "lt",
      !Self.links.contains(words[noun + 1].text), !Self.isVerb(words[noun + 1].text)
    {
      // "cena gazu wynosi": a genitive, with the verb behind it.
      last = noun + 1
    }
    return String(
      decoding: bytes[words[first].range.lowerBound..<words[last].range.upperBound], as: UTF8.self)
  }

  private func sentenceStart(before number: Int) -> Int {
    var start = number
    let end = max(0, number - Self.reach)
    while start > end {
      let byte = bytes[start - 1]
      let isMark = byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B || byte == 0x0A
      if isMark, start < bytes.count, byte == 0x0A || bytes[start] == 0x20 { return start }
      start -= 1
    }
    // Not inside a letter.
    while start < number, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private func words(from start: Int, to end: Int) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var position = start
    while position < end {
      let token = SlowToken(bytes.span, from: position)
      if token.end > position, token.end <= end {
        words.append((String(String.UnicodeScalarView(token.folded)), position..<token.end))
        position = token.end
      } else {
        position += max(1, SlowToken.scalar(bytes.span, at: position).1)
      }
    }
    return words
  }

  private static func isNoun(_ word: String) -> Bool {
    whole.contains(word) || beginnings.contains(where: word.hasPrefix)
      || endings.contains(where: word.hasSuffix)
  }

  /// Past tenses and the commonest verbs of costing, folded.
  private static func isVerb(_ word: String) -> Bool {
    verbs.contains(where: word.hasPrefix)
      || ["л", "ла", "ло", "ли", "ит", "ет", "ют", "ят"].contains(where: word.hasSuffix)
  }

  private static let links: Set<String> = [
    "of", "for", "on", "na", "za", "dla", "на", "за", "для", "fur", "von", "w", "в", "у", "um",
  ]

  private static let verbs = [
    "wyno", "wzros", "spad", "osiag", "bedzie", "zosta", "jest", "byl", "состав", "выр", "сниз",
    "буд", "остан", "скла", "зрос", "вырас", "стан",
  ]

  private static let whole: Set<String> = [
    "cena", "ceny", "cene", "cenie", "cen", "цена", "цены", "цену", "цене", "ценой", "цен", "цана",
    "цаны", "цану", "цане", "ціна", "ціни", "ціну", "ціні", "долг", "долга", "долге", "долги",
    "доуг", "доуга", "борг", "боргу", "borg", "dlug", "dlugu", "fee", "fees", "tax", "fine",
  ]

  private static let beginnings = [
    "price", "cost", "tariff", "loan", "credit", "debt", "budget", "turnover", "trade", "export",
    "import", "revenue", "salar", "wage", "pension", "subsid", "compensation", "damage", "duties",
    "investment", "reserve", "payment", "deficit",
    "koszt", "taryf", "staw", "kredyt", "pozyczk", "zadluzen", "budzet", "obrot", "handel",
    "handlu",
    "eksport", "przych", "plac", "pensj", "emerytur", "oplat", "dotacj", "odszkodow", "strat",
    "grzywn", "podat", "inwestycj", "rezerw",
    "стоимост", "тариф", "тарыф", "ставк", "стаук", "кредит", "крэдыт", "заем", "займ", "пазык",
    "позик", "бюджет", "бюджэт", "товарооборот", "товарообіг", "тавараабарот", "торговл", "торгівл",
    "гандл", "экспорт", "экспарт", "експорт", "импорт", "імпарт", "імпорт", "доход", "даход",
    "дохід",
    "выручк", "зарплат", "пенси", "пенсі", "субсид", "компенсац", "ущерб", "збит", "штраф", "налог",
    "подат", "падат", "пошлин", "инвестиц", "інвестиц", "інвестыц", "резерв", "рэзерв", "дефицит",
    "дефіцит", "дэфіцыт", "вартіст", "кошт",
    "preis", "darlehen", "kredit", "schulden", "haushalt", "umsatz", "handel", "erlos", "lohn",
    "gehalt", "rente", "gebuhr", "zuschuss", "entschadigung", "zoll", "investition", "zahlung",
    "defizit",
    "kain", "palukan", "paskol", "skol", "biudzet", "apyvart", "prekyb", "pajam", "alga", "algos",
    "pensij", "mokest", "subsidij", "kompensacij", "zal", "baud", "muit", "investicij", "deficit",
  ]

  /// German joins what is paid for to the price.
  private static let endings = ["preis", "preise", "preises", "kredit", "kredits", "darlehen"]
}
