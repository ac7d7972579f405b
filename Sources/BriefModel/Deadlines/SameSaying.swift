/// When a later version says again what the one before said: the same date or number in the same
/// sentence, whatever else was edited.
enum SameSaying {
  /// True for two versions of one sentence.
  ///
  /// - Parameters:
  ///   - said: the words of each that state the date or number, which do not count.
  static func sentences(_ a: String, _ b: String, said: (String, String)) -> Bool {
    guard a != b else { return true }
    let words = ClaimWords(passage: a, date: said.0)
    let overlap = words.overlap(with: ClaimWords(passage: b, date: said.1))
    return overlap.share >= LedgerPolicy.sameSentence
      && overlap.common >= min(LedgerPolicy.commonStems, words.stems.count)
  }
}

extension DatedClaim {
  /// True where another version's claim is this one, said as firmly.
  package func says(_ other: DatedClaim) -> Bool {
    topic == other.topic && kind == other.kind && start == other.start && end == other.end
      && isNegated == other.isNegated && isHedged == other.isHedged
      && isSuperseded == other.isSuperseded
      && SameSaying.sentences(passage, other.passage, said: (text, other.text))
  }
}

extension Figure {
  /// True where another version's figure is this one.
  package func says(_ other: Figure) -> Bool {
    topic == other.topic && kind == other.kind && value == other.value && unit == other.unit
      && SameSaying.sentences(passage, other.passage, said: (text, other.text))
  }
}
