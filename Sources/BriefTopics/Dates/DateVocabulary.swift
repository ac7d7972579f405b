/// The words of one language that state dates: single words, stems, and phrases. One object a language, since
/// every sentence with a date is handed it.
final class DateVocabulary: Sendable {
  let language: String
  let lexicon: Lexicon
  /// By symbol set.
  private let meanings: [[DateMeaning]]
  /// By symbol set: can a date hang on such a word? Every date has a digit or one of these.
  let isAnchor: [Bool]
  /// The words and stems that make a set one.
  let anchors: [Lexicon.Atom]
  /// Its place among ``languages``, as a bit.
  let bit: UInt8
  let scanner: TokenScanner
  /// By the atom number of the first word.
  private let phrases: [[Phrase]]
  /// By symbol set.
  private let phraseBeginnings: [Bool]

  struct Phrase: Sendable {
    /// Atom numbers of the words.
    var words: [Int32]
    var meanings: [DateMeaning]
  }

  /// Each line: words apart by spaces (a star makes a stem, an underscore joins a phrase) and what
  /// all of them mean.
  init(_ language: String, _ lines: [(String, [DateMeaning])]) {
    self.language = language
    bit = Self.languages.firstIndex(of: language).map { 1 << UInt8($0) } ?? 0
    var atoms: [Lexicon.Atom] = []
    var numbers: [Lexicon.Atom: Int32] = [:]
    var single: [Int32: [DateMeaning]] = [:]
    var joined: [[Int32]: [DateMeaning]] = [:]
    let callingOff = (Self.callingOff[language] ?? "", [DateMeaning.callingOff])
    for (words, meanings) in lines + [callingOff] {
      for word in words.split(separator: " ") {
        let key = word.split { $0 == "_" || $0 == "-" }.map { part in
          let atom = Lexicon.Atom(part)
          if let known = numbers[atom] { return known }
          numbers[atom] = Int32(atoms.count)
          atoms.append(atom)
          return Int32(atoms.count - 1)
        }
        if key.count == 1, let only = key.first {
          single[only, default: []] += meanings
        } else {
          joined[key, default: []] += meanings
        }
      }
    }
    for digit in "0123456789" { atoms.append(Lexicon.Atom("\(digit)*")) }
    let lexicon = Lexicon(atoms)
    self.lexicon = lexicon
    scanner = TokenScanner(lexicon)
    meanings = lexicon.sets.map { set in set.flatMap { single[$0] ?? [] } }
    // A phrase is an anchor if it means one; its first word stands for it, unless a word of it is
    // one itself.
    var anchors = Set(atoms.indices.suffix(10).map { Int32($0) })
    for (atom, meanings) in single where meanings.contains(where: \.isAnchor) {
      anchors.insert(atom)
    }
    let ofWords = anchors
    for (words, meanings) in joined
    where meanings.contains(where: \.isAnchor) && ofWords.isDisjoint(with: words) {
      anchors.formUnion(words.prefix(1))
    }
    isAnchor = lexicon.sets.map { !anchors.isDisjoint(with: $0) }
    self.anchors = anchors.map { atoms[Int($0)] }
    var phrases = [[Phrase]](repeating: [], count: atoms.count)
    for (words, meanings) in joined {
      guard let first = words.first else { continue }
      phrases[Int(first)].append(Phrase(words: words, meanings: meanings))
    }
    for index in phrases.indices { phrases[index].sort { $0.words.count > $1.words.count } }
    phraseBeginnings = lexicon.sets.map { set in set.contains { !phrases[Int($0)].isEmpty } }
    self.phrases = phrases
  }

  /// What a word of this symbol set means.
  func meanings(of set: Int32) -> [DateMeaning] {
    meanings[Int(set)]
  }

  /// Does a phrase begin with a word of this symbol set?
  func beginsPhrase(_ set: Int32) -> Bool { phraseBeginnings[Int(set)] }

  /// The longest phrase that begins at a position in a row of symbol sets.
  func phrase(at position: Int, in sets: [Int32]) -> Phrase? {
    var longest: Phrase?
    for atom in lexicon.sets[Int(sets[position])] {
      for phrase in phrases[Int(atom)] where phrase.words.count > (longest?.words.count ?? 0) {
        guard position + phrase.words.count <= sets.count else { continue }
        let matches = phrase.words.enumerated().allSatisfy { offset, word in
          lexicon.sets[Int(sets[position + offset])].contains(word)
        }
        if matches { longest = phrase }
      }
    }
    return longest
  }

  /// The vocabulary of a language code; `nil` for a language that has none.
  static func of(_ language: String) -> DateVocabulary? { all[language] }

  static let languages = ["en", "ru", "pl", "be", "uk", "de", "lt"]

  private static let all: [String: DateVocabulary] = [
    "en": DateVocabulary("en", english), "ru": DateVocabulary("ru", russian),
    "pl": DateVocabulary("pl", polish), "be": DateVocabulary("be", belarusian),
    "uk": DateVocabulary("uk", ukrainian), "de": DateVocabulary("de", german),
    "lt": DateVocabulary("lt", lithuanian),
  ]

  static func months(_ words: [String]) -> [(String, [DateMeaning])] {
    words.enumerated().map { ($1, [.month($0 + 1)]) }
  }
  static func weekdays(_ words: [String]) -> [(String, [DateMeaning])] {
    words.enumerated().map { ($1, [.weekday($0 + 1)]) }
  }
  static func cardinals(_ words: [String]) -> [(String, [DateMeaning])] {
    words.enumerated().map { ($1, [.halves(2 * ($0 + 1))]) }
  }
  static func ordinals(_ words: [String]) -> [(String, [DateMeaning])] {
    words.enumerated().map { ($1, [.ordinal($0 + 1)]) }
  }
}

extension Lexicon.Atom {
  /// One word as a pattern writes it.
  init(_ word: some StringProtocol) {
    let isStem = word.hasSuffix("*")
    let bytes = Array((isStem ? word.dropLast() : word[...]).utf8)
    self.init(folded: SlowToken(bytes.span, from: 0).folded, isStem: isStem)
  }
}
