/// Runs of one sentence that are parts of one phrase: "at the end of March" and "by the year's end"
/// are one difference, though they share words.
enum PhraseRuns {
  /// Runs of one phrase that became another, and tokens between two of them.
  private static let most = 6
  private static let gap = 4

  /// - Parameters:
  ///   - isInside: a token of the older text (`false`) or the newer may be part of such a phrase.
  ///   - isPhrase: both sides of a run are such phrases.
  static func joined(
    _ hunks: ArraySlice<Hunk>, isInside: (Int, Bool) -> Bool, isPhrase: (Hunk) -> Bool
  ) -> [Hunk] {
    var joined: [Hunk] = []
    var index = hunks.startIndex
    while index < hunks.endIndex {
      var (whole, end) = (hunks[index], index + 1)
      var next = end
      while next < hunks.endIndex, next - index < most {
        let mine = hunks[next - 1].old.upperBound..<hunks[next].old.lowerBound
        let theirs = hunks[next - 1].new.upperBound..<hunks[next].new.lowerBound
        guard max(mine.count, theirs.count) <= gap, mine.allSatisfy({ isInside($0, false) }),
          theirs.allSatisfy({ isInside($0, true) })
        else { break }
        let longer = Hunk(
          old: hunks[index].old.lowerBound..<hunks[next].old.upperBound,
          new: hunks[index].new.lowerBound..<hunks[next].new.upperBound)
        next += 1
        if isPhrase(longer) { (whole, end) = (longer, next) }
      }
      joined.append(whole)
      index = end
    }
    return joined
  }
}
