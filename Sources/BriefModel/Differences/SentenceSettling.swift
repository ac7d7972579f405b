/// Looks at all the differing runs of a sentence together, where one alone says too much.
struct SentenceSettling {
  let old: ComparedText
  let new: ComparedText
  let classing: DifferenceClassing

  typealias ClassedHunk = (hunk: Hunk, class: Difference.Class)

  /// - A date or number that is taken out here and put in there only moved: that is a rewording.
  /// - Words that are put in here and taken out there are no addition.
  /// - The ending that a negation asks of the words behind it ("podpisał umowę", "nie podpisał
  ///   umowy") belongs to the negation, and is no difference of its own.
  func settled(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    guard classed.count > 1 else { return classed }
    return withAgreement(
      withoutGoverned(withTurns(withMoves(withModals(withMovedHedges(classed))))))
  }

  /// The same hedges stand elsewhere in the sentence: "will discuss it", "it will be discussed".
  private func withMovedHedges(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    let hedging = classed.filter { $0.class == .negation }
    guard hedging.count > 1 else { return classed }
    let removed = hedging.flatMap { hedges(of: $0.hunk.old, in: old) }.sorted()
    let added = hedging.flatMap { hedges(of: $0.hunk.new, in: new) }.sorted()
    guard removed == added else { return classed }
    return classed.map { $0.class == .negation ? ($0.hunk, .rewording) : $0 }
  }

  /// "[мог] бы [подписать]" to "[подписал] бы": one change of what is sure. The auxiliary that a
  /// negation asks for, and the "nor" of "neither", belong to it.
  private func withModals(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    guard classed.contains(where: { $0.class == .negation }) else { return classed }
    var settled: [ClassedHunk] = []
    for next in classed {
      guard let last = settled.last, next.class == .negation || last.class == .negation,
        next.class == .rewording || last.class == .rewording
      else {
        settled.append(next)
        continue
      }
      let whole = last.hunk.through(next.hunk)
      let gap = last.hunk.new.upperBound..<next.hunk.new.lowerBound
      let isShort = gap.count <= 2 && whole.old.count <= 6 && whole.new.count <= 6
      let isModal =
        isShort
        && gap.allSatisfy { !new.meaning($0).isDisjoint(with: [.negation, .hedge, .function]) }
        && classing.class(of: whole) == .negation
      if isModal || isGrammar(last) || isGrammar(next) {
        settled[settled.count - 1] = (
          isModal ? whole : last.class == .negation ? last.hunk : next.hunk, .negation
        )
      } else {
        settled.append(next)
      }
    }
    return settled
  }

  /// Only function words, or the second of a pair that denies.
  private func isGrammar(_ classed: ClassedHunk) -> Bool {
    let (before, after) = (classed.hunk.old, classed.hunk.new)
    guard classed.class == .rewording, max(before.count, after.count) <= 1 else { return false }
    return before.allSatisfy { isGrammar($0, in: old) }
      && after.allSatisfy { isGrammar($0, in: new) }
  }

  private func isGrammar(_ index: Int, in text: ComparedText) -> Bool {
    text.meaning(index).contains(.function)
      || HedgeWords.pairs.contains(text.entry(index).lowercased)
  }

  private func hedges(of run: Range<Int>, in text: ComparedText) -> [String] {
    run.filter { text.tokens[$0].isWord && !text.meaning($0).isDisjoint(with: .denial) }
      .map { HedgeWords.strength(of: text.entry($0).lowercased) }
  }

  /// What only agrees with the figure, date or name beside it is a part of that difference: "4
  /// пункта" to "6 пунктов", "pod koniec" to "w połowie".
  private func withAgreement(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    var settled: [ClassedHunk] = []
    for next in classed {
      guard let last = settled.last, next.hunk.old.lowerBound - last.hunk.old.upperBound <= 1,
        next.hunk.new.lowerBound - last.hunk.new.upperBound <= 1,
        isAgreeing(next) && hasOwnMeaning(last) || isAgreeing(last) && hasOwnMeaning(next)
      else {
        settled.append(next)
        continue
      }
      let whole = last.hunk.through(next.hunk)
      settled[settled.count - 1] = (whole, hasOwnMeaning(last) ? last.class : next.class)
    }
    return settled
  }

  private func hasOwnMeaning(_ classed: ClassedHunk) -> Bool {
    classed.class == .date || classed.class == .number || classed.class == .name
  }

  private func isAgreeing(_ classed: ClassedHunk) -> Bool {
    classed.class == .rewording && !classed.hunk.old.isEmpty && !classed.hunk.new.isEmpty
      && classing.isInflection(classed.hunk)
      && (classed.hunk.old.contains { old.tokens[$0].isWord })
  }

  /// "The parliament ratified it" to "It was ratified by the parliament".
  private func withTurns(_ classed: [ClassedHunk]) -> [ClassedHunk] {
    guard classed.contains(where: { $0.class == .addition || $0.class == .removal }) else {
      return classed
    }
    let removed = classed.map { words(of: $0.hunk.old, in: old) }
    let added = classed.map { words(of: $0.hunk.new, in: new) }
    return classed.enumerated().map { index, next in
      let (mine, others): ([String], [[String]])
      switch next.class {
      case .addition: (mine, others) = (added[index], removed)
      case .removal: (mine, others) = (removed[index], added)
      default: return next
      }
      let there = Array(others.joined())
      let shared = mine.count { word in
        there.contains { DifferenceClassing.haveSameStem($0, word) }
      }
      return shared > 0 && shared * 3 >= mine.count ? (next.hunk, .rewording) : next
    }
  }

  private func words(of run: Range<Int>, in text: ComparedText) -> [String] {
    run.filter { text.tokens[$0].isWord && !text.meaning($0).contains(.function) }
      .map { text.entry($0).lowercased }
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

  /// Only a Slavic or Baltic negation was put in or taken out, or "with" became "without".
  private func isGoverning(_ hunk: Hunk) -> Bool {
    let (text, run) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
    if hunk.old.isEmpty != hunk.new.isEmpty {
      return run.allSatisfy { ["nie", "не", "ня", "ne"].contains(text.entry($0).lowercased) }
    }
    let isWithout = { (text: ComparedText, run: Range<Int>) in
      run.count == 1
        && run.allSatisfy { ["bez", "без", "be", "ohne"].contains(text.entry($0).lowercased) }
    }
    return isWithout(old, hunk.old) != isWithout(new, hunk.new)
  }
}
