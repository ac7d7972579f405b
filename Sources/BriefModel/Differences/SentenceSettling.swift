/// Looks at all the differing runs of a sentence together, where one alone says too much.
struct SentenceSettling {
  let old: ComparedText
  let new: ComparedText
  let classing: DifferenceClassing

  typealias ClassedHunk = (hunk: Hunk, class: Difference.Class)

  /// - A date or number that is taken out here and put in there only moved: that is a rewording.
  /// - The ending that a negation asks of the words behind it ("podpisał umowę", "nie podpisał
  ///   umowy") belongs to the negation, and is no difference of its own.
  func settled(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    guard classed.count > 1 else { return classed }
    return withoutGoverned(withMoves(classed))
  }

  private func withMoves(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    let removed = figures(classed) { ($0.old, old) }
    let added = figures(classed) { ($0.new, new) }
    return classed.enumerated().map { index, next in
      guard next.class == .date || next.class == .number else { return next }
      let (mine, theirs) = (removed[index], added[index])
      let hasMoved = { (words: [String], other: [[String]]) in
        !words.isEmpty && other.contains(words)
      }
      guard
        (theirs.isEmpty && hasMoved(mine, added)) || (mine.isEmpty && hasMoved(theirs, removed))
      else { return next }
      return (next.hunk, .rewording)
    }
  }

  /// The numbers and parts of dates on one side of each run.
  private func figures(
    _ classed: [ClassedHunk], side: (Hunk) -> (Range<Int>, ComparedText)
  ) -> [[String]] {
    classed.map { next in
      let (run, text) = side(classing.core(of: next.hunk))
      let dates = DateExpression(text: text)
      return run.filter {
        text.tokens[$0].isWord && (text.tokens[$0].kind == .number || dates.contains($0))
      }
      .map { text.entry($0).lowercased }
    }
  }

  /// Words behind a negation that take another case, at most this many tokens on.
  private static let reach = 8

  private func withoutGoverned(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    var kept: [ClassedHunk] = []
    var negation: Hunk?
    for next in classed {
      if next.class == .negation, isGoverning(next.hunk) { negation = next.hunk }
      if let before = negation, next.class == .rewording,
        next.hunk.new.lowerBound - before.new.upperBound <= Self.reach,
        classing.isInflection(next.hunk), !next.hunk.old.isEmpty, !next.hunk.new.isEmpty
      {
        continue
      }
      kept.append(next)
    }
    return kept
  }

  /// Only a Slavic or Baltic negation was put in or taken out.
  private func isGoverning(_ hunk: Hunk) -> Bool {
    let (text, run) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
    return hunk.old.isEmpty != hunk.new.isEmpty
      && run.allSatisfy { ["nie", "не", "ня", "ne"].contains(text.entry($0).lowercased) }
  }
}
