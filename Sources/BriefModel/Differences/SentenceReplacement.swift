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
    guard max(sentences.old.count, sentences.new.count) <= Self.most * 3,
      !isEdited(sentences)
    else { return false }
    let mine = content(of: sentences.old, in: old)
    let theirs = content(of: sentences.new, in: new)
    let fewer = min(mine.count, theirs.count)
    guard fewer >= Self.fewest, max(mine.count, theirs.count) <= Self.most else { return false }
    let allowed = fewer > Self.fewest ? fewer / 6 : 0
    guard differ(mine, theirs, butFor: allowed) else { return false }
    let words = theirs.map { new.entry($0).lowercased }
    var shared = 0
    for token in mine {
      let word = old.entry(token).lowercased
      guard words.contains(where: { DifferenceClassing.haveSameStem(word, $0) }) else { continue }
      shared += 1
      if shared > allowed { return false }
    }
    return true
  }

  /// More words of meaning are the same at either end than two sentences of that length may share:
  /// told from a few of them, as an edit leaves most of a sentence as it was.
  private func isEdited(_ sentences: Hunk) -> Bool {
    let (x, y) = (sentences.old, sentences.new)
    let pairs = min(x.count, y.count)
    let allowed = pairs / 6
    var (first, last, shared) = (0, 0, 0)
    func isEqual(_ mine: Int, _ theirs: Int) -> Bool {
      guard old.keys[mine] == new.keys[theirs] else { return false }
      if isContent(mine, in: old) { shared += 1 }
      return true
    }
    while first < pairs, isEqual(x.lowerBound + first, y.lowerBound + first) {
      if shared > allowed { return true }
      first += 1
    }
    while last < pairs - first, isEqual(x.upperBound - 1 - last, y.upperBound - 1 - last) {
      if shared > allowed { return true }
      last += 1
    }
    return false
  }

  /// In more words than are allowed to be the same at either end: an edit leaves most of a sentence
  /// as it was.
  private func differ(_ mine: [Int], _ theirs: [Int], butFor allowed: Int) -> Bool {
    var (first, last) = (0, 0)
    let pairs = min(mine.count, theirs.count)
    while first < pairs, old.keys[mine[first]] == new.keys[theirs[first]] { first += 1 }
    while last < pairs - first,
      old.keys[mine[mine.count - 1 - last]] == new.keys[theirs[theirs.count - 1 - last]]
    {
      last += 1
    }
    return first + last <= allowed
  }

  private func isContent(_ index: Int, in text: ComparedText) -> Bool {
    text.tokens[index].isWord && !text.meaning(index).contains(.function)
  }

  /// The tokens of words that mean something by themselves.
  private func content(of run: Range<Int>, in text: ComparedText) -> [Int] {
    run.filter { isContent($0, in: text) }
  }
}
