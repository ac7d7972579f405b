/// Sees that what seems to be another date, number, name or negation only stands elsewhere in the
/// sentence: "In May Putin met him" to "Putin met him in May" is a rewording.
struct SentenceMoves {
  let old: ComparedText
  let new: ComparedText
  let classing: DifferenceClassing

  /// The runs of one sentence, those whose kind stands on both sides as often as before reworded.
  func settled(_ classed: [SentenceSettling.ClassedHunk]) -> [SentenceSettling.ClassedHunk] {
    // Two figures that changed places in a sentence of the same order are two differences.
    let isTurned = classed.contains { hunk, kind in
      hunk.old.isEmpty || hunk.new.isEmpty || kind == .rewording
    }
    guard classed.count > 1, isTurned else { return classed }
    let moved = Self.kinds.filter { kind in
      guard classed.contains(where: { $0.class == kind }) else { return false }
      let before = classed.flatMap { words(of: kind, in: $0.hunk.old, of: old) }
      let after = classed.flatMap { words(of: kind, in: $0.hunk.new, of: new) }
      return !before.isEmpty && areSame(before, after, byStem: kind == .name)
    }
    guard !moved.isEmpty else { return classed }
    return classed.map { moved.contains($0.class) ? ($0.hunk, .rewording) : $0 }
  }

  /// Words of a kind that a sentence has: more are no sentence.
  private static let most = 100

  private static let kinds: [Difference.Class] = [.date, .number, .name, .negation]

  private func words(
    of kind: Difference.Class, in run: Range<Int>, of text: ComparedText
  ) -> [String] {
    let dates = DateExpression(text: text)
    let names = kind == .name ? classing.names(in: run, of: text) : []
    return run.filter { index in
      guard text.tokens[index].isWord else { return false }
      switch kind {
      case .date: return dates.contains(index)
      case .number:
        return !dates.contains(index)
          && (text.tokens[index].kind == .number
            || !text.meaning(index).isDisjoint(with: .number))
      case .name: return names[index - run.lowerBound]
      default: return !text.meaning(index).isDisjoint(with: .denial)
      }
    }
    .map { HedgeWords.strength(of: text.entry($0).lowercased) }
  }

  private func areSame(_ before: [String], _ after: [String], byStem: Bool) -> Bool {
    guard before.count == after.count, before.count <= Self.most else { return false }
    guard byStem else { return before.sorted() == after.sorted() }
    var rest = after
    return before.allSatisfy { word in
      guard let place = rest.firstIndex(where: { DifferenceClassing.haveSameStem(word, $0) })
      else { return false }
      rest.remove(at: place)
      return true
    }
  }
}
