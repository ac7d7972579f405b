/// Tells a sentence that stands where quite another one stood: what the two have in common by chance
/// says nothing, and neither do the dates and numbers of one and the other.
struct SentenceReplacement {
  let old: ComparedText
  let new: ComparedText

  /// Words of meaning that a sentence has at least, and at most to be looked at.
  private static let fewest = 3
  private static let most = 60

  /// Of the words of the shorter sentence, fewer than one in six stand in the other, in any form.
  func isReplaced(_ sentences: Hunk) -> Bool {
    let mine = content(of: sentences.old, in: old)
    let theirs = content(of: sentences.new, in: new)
    let fewer = min(mine.count, theirs.count)
    guard fewer >= Self.fewest, max(mine.count, theirs.count) <= Self.most else { return false }
    let shared = mine.count { word in
      theirs.contains { DifferenceClassing.haveSameStem(word, $0) }
    }
    return fewer > Self.fewest ? shared * 6 <= fewer : shared == 0
  }

  private func content(of run: Range<Int>, in text: ComparedText) -> [String] {
    guard run.count <= Self.most * 3 else { return [] }
    return run.filter { text.tokens[$0].isWord && !text.meaning($0).contains(.function) }
      .map { text.entry($0).lowercased }
  }
}
