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
}
