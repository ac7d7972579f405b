/// Belarusian as it was spelt before 1933 and is in many outlets in exile, read as the spelling that the
/// catalogue is written in: `расейскія мэдыі` are `расійскія медыі`.
enum ClassicSpelling {
  /// UTF-8 bytes that are looked at: a text of this spelling shows it in the first lines.
  private static let reach = 1_024

  /// Does the text have letters that only Belarusian has together (`ў`, or `і` and one of `ы` and `э`), and
  /// a soft sign between consonants that the newer spelling leaves out, or Russia as `Расея`?
  static func isWritten(in text: Span<UInt8>) -> Bool {
    let end = min(text.count, reach) &- 1
    var letters: Letters = []
    var position = 0
    while position < end {
      defer { position &+= 1 }
      guard text[position] == 0xD0 || text[position] == 0xD1 else { continue }
      switch (text[position], text[position &+ 1]) {
      case (0xD0, 0x8E), (0xD1, 0x9E): letters.formUnion([.i, .y])
      case (0xD0, 0x86), (0xD1, 0x96): letters.insert(.i)
      case (0xD1, 0x8B), (0xD1, 0x8D), (0xD0, 0xAD): letters.insert(.y)
      case (0xD1, 0x8C) where isOlderSign(text, at: position): letters.insert(.older)
      case (0xD0, 0xB0) where isRussia(text, at: position): letters.insert(.older)
      default: continue
      }
      if letters == [.i, .y, .older] { return true }
    }
    return false
  }

  /// What was seen of a text.
  private struct Letters: OptionSet {
    var rawValue: UInt8
    static let i = Letters(rawValue: 1)
    static let y = Letters(rawValue: 2)
    static let older = Letters(rawValue: 4)
  }

  /// Is the soft sign at a place one between `с` or `з` and a consonant, or between two equal ones?
  private static func isOlderSign(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard place >= 2, place &+ 3 < text.count else { return false }
    switch (text[place &- 2], text[place &- 1], text[place &+ 2], text[place &+ 3]) {
    // нн, лл, цц
    case (0xD0, 0xBD, 0xD0, 0xBD), (0xD0, 0xBB, 0xD0, 0xBB), (0xD1, 0x86, 0xD1, 0x86): return true
    // с or з before в, д, л, м, н, п, ц
    case (0xD1, 0x81, 0xD0, let next), (0xD0, 0xB7, 0xD0, let next):
      return [0xB2, 0xB4, 0xBB, 0xBC, 0xBD, 0xBF].contains(next)
    case (0xD1, 0x81, 0xD1, 0x86): return true
    default: return false
    }
  }

  /// Is the `а` at a place that of `Расея`?
  private static func isRussia(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard place >= 2, place &+ 7 < text.count else { return false }
    switch (text[place &- 2], text[place &- 1]) {
    case (0xD1, 0x80), (0xD0, 0xA0): break
    default: return false
    }
    // се
    guard text[place &+ 2] == 0xD1, text[place &+ 3] == 0x81, text[place &+ 4] == 0xD0,
      text[place &+ 5] == 0xB5
    else { return false }
    switch (text[place &+ 6], text[place &+ 7]) {
    // й, і, ю, я
    case (0xD0, 0xB9), (0xD1, 0x96), (0xD1, 0x8E), (0xD1, 0x8F): return true
    default: return false
    }
  }

  /// A folded token in the newer spelling.
  static func newer(_ token: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(token.count)
    var place = 0
    while place < token.count {
      if let (older, newer) = loans[token[place]]?.first(where: {
        token[place...].starts(with: $0.older)
      }) {
        result += newer
        place += older.count
        continue
      }
      let next = place + 1 < token.count ? token[place + 1] : nil
      if token[place] != "ь" || !isLeftOut(behind: result, before: next) {
        result.append(token[place])
      } else if next == "д", result.suffix(2).elementsEqual(["д", "з"]) {
        // дзьдз
        result.removeLast()
      }
      place += 1
    }
    return result
  }

  /// A soft sign behind a consonant that the next one softens anyway.
  private static func isLeftOut(behind: [Unicode.Scalar], before next: Unicode.Scalar?) -> Bool {
    guard let next, let last = behind.last else { return false }
    switch last {
    case "с", "з", "ц":
      return ["б", "в", "д", "з", "л", "м", "н", "п", "с", "ц"].contains(next)
    case "н", "л": return next == last
    default: return false
    }
  }

  /// Loan words that keep a letter of the language they came from; those that differ in an `э` only
  /// are found by ``Lacinka/newer(_:)``.
  private static let loans: [Unicode.Scalar: [(older: [Unicode.Scalar], newer: [Unicode.Scalar])]] =
    {
      let words = [
        ("расея", "расія"), ("расею", "расію"), ("расеі", "расіі"), ("расей", "расій"),
        ("эура", "еура"), ("лямэн", "ламен"), ("лямант", "ламант"), ("сыстэм", "сістэм"),
        ("прэзыд", "прэзід"), ("рэзыд", "рэзід"), ("транзыт", "транзіт"), ("плян", "план"),
        ("вэрсытэт", "версітэт"), ("дыплем", "дыплом"), ("пазыц", "пазіц"), ("кляс", "клас"),
        ("сытуац", "сітуац"), ("крызыс", "крызіс"), ("субсыд", "субсід"), ("балянс", "баланс"),
        ("лябарат", "лабарат"), ("даляр", "долар"), ("міністар", "міністр"), ("цэнтар", "цэнтр"),
        ("рэестар", "рэестр"), ("сынхран", "сінхран"), ("тэхналег", "тэхналог"),
        ("дыялег", "дыялог"), ("калені", "калоні"), ("блякад", "блакад"), ("плятформ", "платформ"),
        ("флет", "флот"), ("канфэрэн", "канферэн"), ("рэфэрэн", "рэферэн"), ("фэдэрац", "федэрац"),
        ("сувэрэн", "суверэн"), ("вэтэрын", "ветэрын"),
      ]
      let letters = words.map {
        (older: Array($0.unicodeScalars), newer: Array($1.unicodeScalars))
      }
      return Dictionary(grouping: letters) { $0.older[0] }
    }()
}
