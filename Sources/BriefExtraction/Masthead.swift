import BriefModel

/// What the line above a brief says: `No. 83/2021, 8 NOVEMBER 2021 © PISM`.
struct Masthead: Hashable, Sendable {
  /// As printed: `83/2021`, `206 (1904)`.
  var number: String?
  var date: CalendarDate?
  /// The holder of the copyright, without the year.
  var publisher: String?
  /// Words that are none of these, as printed.
  var rest: [String] = []

  init(number: String? = nil, date: CalendarDate? = nil, publisher: String? = nil) {
    (self.number, self.date, self.publisher) = (number, date, publisher)
  }

  init(line: String) {
    var words = line.words.map { LineWord($0) }
    publisher = Self.takePublisher(from: &words)
    if let found = PrintedDate.first(in: words) ?? PrintedDate.firstMonth(in: words) {
      date = found.date
      words.removeSubrange(found.words)
    }
    number = Self.takeNumber(from: &words)
    rest = words.filter { !$0.bare.isEmpty && !Self.fillers.contains($0.bare) }.map(\.text)
  }

  /// The day of a line of print; of a month alone, its first.
  static func day(in text: String) -> CalendarDate? {
    let words = text.words.map { LineWord($0) }
    return (PrintedDate.first(in: words) ?? PrintedDate.firstMonth(in: words))?.date
  }

  /// `BRIEF / 7`, `Commentary 54`: a number that only the series before it tells.
  mutating func takeBareNumber(ofSeries isSeries: (String) -> Bool) {
    guard number == nil, let last = rest.last, (1...4).contains(last.utf8.count),
      last.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return }
    let name = rest.dropLast()
    guard isSeries(name.joined(separator: " ")) else { return }
    (number, rest) = (last, Array(name))
  }

  var isEmpty: Bool { number == nil && date == nil && publisher == nil }

  /// The other's facts where this one has none.
  mutating func fill(from other: Masthead) {
    number = number ?? other.number
    date = date ?? other.date
    publisher = publisher ?? other.publisher
  }

  /// `© PISM`, `© 2021 OSW`, `Copyright by PISM, 2021`.
  private static func takePublisher(from words: inout [LineWord]) -> String? {
    guard
      let start = words.firstIndex(where: {
        $0.text.contains("©") || ["copyright", "(c)"].contains($0.text.lowercased())
      })
    else { return nil }
    var end = start
    var name: [String] = []
    while end < words.count {
      let word = words[end]
      let isMark = copyrightMarks.contains(word.bare) || word.bare.isEmpty
      if !isMark && word.number == nil {
        if word.text.first?.isUppercase == false && !word.text.hasPrefix("©") { break }
        name.append(word.text.filter { $0 != "©" && $0 != "," && $0 != "|" && $0 != ";" })
      } else if !name.isEmpty {
        break
      }
      end += 1
      if word.text.hasSuffix(",") && !name.isEmpty { break }
    }
    words.removeSubrange(start..<end)
    words.removeAll { rights.contains($0.bare) }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }

  private static let copyrightMarks: Set<String> = ["copyright", "by", "c", "the"]
  private static let rights: Set<String> = ["all", "rights", "reserved"]

  /// `No. 83/2021`, `Nr 12 (1708)`, `№5`, `NUMBER 410`.
  private static func takeNumber(from words: inout [LineWord]) -> String? {
    for index in words.indices {
      let isSign = signs.contains(words[index].bare) || words[index].text == "№"
      if isSign, index + 1 < words.count, let number = figures(words[index + 1].text) {
        var printed = number
        var end = index + 2
        if end < words.count, isBracketedNumber(words[end].text) {
          printed += " " + words[end].text.filter { $0 != "," && $0 != "." }
          end += 1
        }
        words.removeSubrange(index..<end)
        return printed
      }
      for sign in ["№", "#", "No.", "Nr."] where words[index].text.hasPrefix(sign) {
        guard let number = figures(String(words[index].text.dropFirst(sign.count))) else {
          continue
        }
        words.remove(at: index)
        return number
      }
    }
    return bareNumber(from: &words)
  }

  /// `83/2021` without a sign before it: a number and a year.
  private static func bareNumber(from words: inout [LineWord]) -> String? {
    for index in words.indices {
      let parts = words[index].bare.split(separator: "/")
      guard parts.count == 2, let year = Int(parts[1]), (1900...2200).contains(year),
        let number = figures(words[index].text)
      else { continue }
      words.remove(at: index)
      return number
    }
    return nil
  }

  private static let signs: Set<String> = [
    "no", "nr", "number", "numer", "nummer", "issue", "n°", "nº", "num", "numéro", "номер", "нумар",
    "выпуск", "випуск", "выпускъ", "heft", "ausgabe", "numeris", "zeszyt", "№",
  ]

  /// Figures with slashes or hyphens among them, and at most one letter after.
  private static func figures(_ word: String) -> String? {
    let bare = LineWord(word).bare
    guard bare.first?.isNumber == true, bare.count <= 16,
      bare.allSatisfy({ $0.isNumber || "/-–.".contains($0) || $0.isLetter }),
      bare.filter(\.isLetter).count <= 1
    else { return nil }
    return bare
  }

  private static func isBracketedNumber(_ word: String) -> Bool {
    word.hasPrefix("(") && word.contains(")") && LineWord(word).number != nil
  }

  /// Words that a masthead prints around its facts.
  private static let fillers: Set<String> = [
    "r", "г", "d", "m", "roku", "года", "published", "date", "warsaw", "warszawa", "on", "of",
    "data", "publikacji", "vol", "from", "z", "dnia", "the",
  ]
}
