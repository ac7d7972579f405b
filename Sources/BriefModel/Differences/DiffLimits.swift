/// What a comparison may cost.
enum DiffLimits {
  /// Steps of the search for the middle of a shortest script, over a whole comparison, beyond
  /// which each search gives up early: 1 MB of `a b a b` has half a million words and would need
  /// billions. About 0.1 s.
  static let freeSteps = 24_000_000
  /// Edits in either direction that one search may look at while steps are free: the 100,000 words
  /// of a long report with 4 in 100 changed stay exact.
  static let searchedEdits = 4096
  /// The same once they are spent; the result is then right but not the shortest.
  static let spentSearchedEdits = 48
  /// Pairs of sentences weighed against each other between two equal sentences; beyond it the whole
  /// stretch is compared word by word.
  static let sentencePairs = 40_000
  /// Words looked at while doing so, over a whole comparison: about 50 ms.
  static let weighedWords = 16_000_000
  /// How far a run is moved to reach the edge of a sentence: two long sentences.
  static let slidTokens = 200
  /// Tokens in either direction that make one written word: a long compound, or a telephone number.
  static let writtenTokens = 16
  /// Lines looked at for the beginning or the end of a sentence: longer ones are no sentences.
  static let widenedSegments = 12
  /// Bytes in which a word comes that was not there before, roughly.
  static let newWordBytes = 128
  /// Bytes that a line or a sentence has, roughly.
  static let segmentBytes = 64
  /// Tokens below which leaving out what only one side has costs more than it saves.
  static let smallSequence = 256
  /// Bytes of a text so short that one German word shows its language.
  static let shortText = 160
  /// Bytes at the beginning of a text that show whether it is German.
  static let languageBytes = 4096
  /// Pairs of sentences so few that weighing them all costs less than finding the equal ones first.
  static let fewSentencePairs = 9
}
