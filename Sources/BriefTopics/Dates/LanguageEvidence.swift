extension DateVocabulary {
  /// The vocabulary of a language code, with or without a region; `nil` for one that has none.
  static func stated(_ language: String?) -> DateVocabulary? {
    language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first
      .flatMap { of($0.lowercased()) }
  }

  /// The vocabulary that knows most of a text's words; `nil` where the script is of none of them.
  static func guess(_ bytes: [UInt8]) -> DateVocabulary? { guess(bytes.span) }

  static func guess(_ bytes: Span<UInt8>) -> DateVocabulary? {
    var found: [FoundToken] = []
    found.reserveCapacity(sample / 2)
    _ = common.scanner.scan(
      bytes, limit: Int32(sample), joinsLines: false, into: &found)
    var counts = [Int](repeating: 0, count: commonWords.count)
    for token in found {
      for language in common.languages[Int(token.set)] { counts[language] += 1 }
    }
    return best(of: counts)
  }

  /// - Parameter counts: of common words, in the order of ``languages``.
  static func best(of counts: [Int]) -> DateVocabulary? {
    var best: Int?
    for (language, count) in counts.enumerated() where count > 0 {
      guard let known = best else {
        best = language
        continue
      }
      let isBetter =
        (count, commonWords[known].0) > (counts[known], commonWords[language].0)
      if isBetter { best = language }
    }
    return best.flatMap { of(commonWords[$0].0) }
  }

  /// Words that are looked at.
  static let sample = 400

  /// The commonest words of a language.
  static func common(in language: String) -> Set<Lexicon.Atom> {
    let words = commonWords.first { $0.0 == language }?.1 ?? ""
    return Set(words.split(separator: " ").map { Lexicon.Atom($0) })
  }

  /// In the order of ``languages``.
  private static let commonWords = [
    ("en", "the of and to in is that for on with as by was be are from this has its at"),
    ("ru", "и в не на что с по из как это для от также его был была были году года или при"),
    ("pl", "i w na z do nie się że o jest od przez po za oraz ma roku dla ze który"),
    ("be", "і у ў на з не што па для да як гэта ад яго таксама быў была будзе года які"),
    ("uk", "і у в на з не що та до для за як це від його також був була буде року який"),
    ("de", "der die das und in von zu mit den des ist im für auf nicht eine ein dem wird bis"),
    ("lt", "ir į su kad iš dėl apie per bus nuo buvo yra jau m d tai kaip iki po bei"),
  ]

  /// Finds the common words, and the languages by symbol set, each by its place in ``commonWords``.
  private static let common: (scanner: TokenScanner, languages: [[Int]]) = {
    var atoms: [Lexicon.Atom] = []
    var languages: [[Int]] = []
    for (number, (language, _)) in commonWords.enumerated() {
      for atom in Self.common(in: language) {
        if let known = atoms.firstIndex(of: atom) {
          languages[known].append(number)
        } else {
          atoms.append(atom)
          languages.append([number])
        }
      }
    }
    let lexicon = Lexicon(atoms)
    return (
      TokenScanner(lexicon), lexicon.sets.map { set in set.flatMap { languages[Int($0)] } }
    )
  }()
}
