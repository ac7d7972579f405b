/// What both texts, unchanged parts included, show of a word: looked at only when a capital at the
/// beginning of a sentence leaves it open whether a word is a name.
final class WordEvidence {
  private let texts: [[UInt8]]

  init(_ texts: [[UInt8]]) {
    self.texts = texts
  }

  private struct Findings {
    var forms = Interner()
    /// Numbers of words that stand capitalised within a sentence.
    var capitalised: Set<UInt32> = []
  }

  private lazy var findings: Findings = {
    var findings = Findings()
    for bytes in texts {
      let text = ComparedText(whole: bytes, interner: &findings.forms)
      for index in text.tokens.indices.dropFirst()
      where text.tokens[index].follows != .nothing && text.isCapitalised(index)
        && (text.tokens[index - 1].isWord || text.isPunctuation(index - 1, oneOf: ",;"))
        && !text.isHeadline(around: index)
      {
        findings.capitalised.insert(text.keys[index])
      }
    }
    return findings
  }()

  /// Two German words that are no others, and none that speak for another language.
  lazy var isGerman: Bool = {
    var forms = Interner()
    for bytes in texts {
      _ = ComparedText(
        bytes, stretches: [(0..<min(bytes.count, DiffLimits.languageBytes), true)],
        interner: &forms, lexicon: Lexicon())
    }
    let hasWord = { (word: String) in forms.contains(Array(word.utf8).span) }
    let marks = [
      "der", "die", "und", "das", "nicht", "ist", "von", "den", "wird", "im", "Der", "Die", "Das",
      "ein", "eine", "wurde", "mit", "auf", "für", "dem", "des", "sich", "hat",
    ]
    // Of a headline, one must be enough.
    let fewest = texts.allSatisfy { $0.count < DiffLimits.shortText } ? 1 : 2
    return marks.filter(hasWord).count >= fewest
      && !["the", "de", "het", "of", "and", "to"].contains(where: hasWord)
  }()

  /// The form stands within a sentence somewhere, capital and all.
  func isCapitalisedWithin(_ form: String) -> Bool {
    let bytes = Array(form.utf8)
    return findings.forms.contains(bytes.span)
      && findings.capitalised.contains(findings.forms.number(of: bytes.span))
  }

  /// The word stands in small letters somewhere.
  func hasLowercase(_ word: String) -> Bool {
    findings.forms.contains(Array(word.utf8).span)
  }
}
