/// Gives the raw runs of a token comparison the shape in which a person would mark them.
struct HunkShaping {
  let old: ComparedText
  let new: ComparedText

  /// Runs in order, moved to the edges of sentences where that is possible without changing what
  /// they say, and widened to whole written words.
  func shaped(_ raw: [Hunk], within group: Hunk) -> [Hunk] {
    var shaped: [Hunk] = []
    for (index, hunk) in raw.enumerated() {
      let before =
        shaped.last
        ?? Hunk(
          old: group.old.lowerBound..<group.old.lowerBound,
          new: group.new.lowerBound..<group.new.lowerBound)
      let after =
        index + 1 < raw.count
        ? raw[index + 1]
        : Hunk(
          old: group.old.upperBound..<group.old.upperBound,
          new: group.new.upperBound..<group.new.upperBound)
      let next = widened(slid(hunk, after: before, before: after), after: before, before: after)
      if let last = shaped.last,
        next.old.lowerBound <= last.old.upperBound, next.new.lowerBound <= last.new.upperBound
      {
        shaped[shaped.count - 1] = Hunk(
          old: last.old.lowerBound..<max(last.old.upperBound, next.old.upperBound),
          new: last.new.lowerBound..<max(last.new.upperBound, next.new.upperBound))
      } else {
        shaped.append(next)
      }
    }
    return shaped
  }

  /// "The law. [It binds. The] treaty" says the same as "The law. [The. It binds.] The treaty": of
  /// all places where a run that was only put in or taken out can stand, the one at the edge of a
  /// sentence, or else where it begins after white space.
  private func slid(_ hunk: Hunk, after before: Hunk, before after: Hunk) -> Hunk {
    guard hunk.old.isEmpty != hunk.new.isEmpty else { return hunk }
    let isNew = hunk.old.isEmpty
    let (text, run) = isNew ? (new, hunk.new) : (old, hunk.old)
    let room = hunk.old.lowerBound - before.old.upperBound
    let roomAfter = after.old.lowerBound - hunk.old.upperBound
    var best = (shift: 0, score: edgeScore(text, run))
    var shift = 0
    while -shift < room, -shift < DiffLimits.slidTokens,
      text.keys[run.lowerBound + shift - 1] == text.keys[run.upperBound + shift - 1]
    {
      shift -= 1
      let score = edgeScore(text, run.lowerBound + shift..<run.upperBound + shift)
      if score > best.score { best = (shift, score) }
    }
    shift = 0
    while shift < roomAfter, shift < DiffLimits.slidTokens,
      text.keys[run.lowerBound + shift] == text.keys[run.upperBound + shift]
    {
      shift += 1
      let score = edgeScore(text, run.lowerBound + shift..<run.upperBound + shift)
      if score > best.score { best = (shift, score) }
    }
    return Hunk(
      old: hunk.old.lowerBound + best.shift..<hunk.old.upperBound + best.shift,
      new: hunk.new.lowerBound + best.shift..<hunk.new.upperBound + best.shift)
  }

  private func edgeScore(_ text: ComparedText, _ run: Range<Int>) -> Int {
    var score = 0
    if SentenceEdge(text: text).beginsSentence(run.lowerBound) { score += 4 }
    if SentenceEdge(text: text).endsSentence(run.upperBound - 1) { score += 4 }
    if text.tokens[run.lowerBound].follows != .nothing { score += 1 }
    if run.upperBound < text.tokens.count, text.tokens[run.upperBound].follows == .nothing,
      text.tokens[run.upperBound].isWord
    {
      score -= 1
    }
    return score
  }

  /// Both sides grow by the same kept tokens, never past the neighbours.
  private func widened(_ hunk: Hunk, after before: Hunk, before after: Hunk) -> Hunk {
    let oldWide = WrittenWord(text: old).widened(hunk.old)
    let newWide = WrittenWord(text: new).widened(hunk.new)
    let left = max(
      hunk.old.lowerBound - oldWide.lowerBound, hunk.new.lowerBound - newWide.lowerBound)
    let right = max(
      oldWide.upperBound - hunk.old.upperBound, newWide.upperBound - hunk.new.upperBound)
    let room = min(
      hunk.old.lowerBound - before.old.upperBound, hunk.new.lowerBound - before.new.upperBound)
    let roomAfter = min(
      after.old.lowerBound - hunk.old.upperBound, after.new.lowerBound - hunk.new.upperBound)
    let (back, on) = (max(0, min(left, room)), max(0, min(right, roomAfter)))
    return Hunk(
      old: hunk.old.lowerBound - back..<hunk.old.upperBound + on,
      new: hunk.new.lowerBound - back..<hunk.new.upperBound + on)
  }
}

/// Where a sentence begins and ends, seen from one token.
struct SentenceEdge {
  let text: ComparedText

  /// The token, or the opening mark before it, is the first of its sentence.
  func beginsSentence(_ index: Int) -> Bool {
    var index = index
    while index > 0, text.tokens[index].follows == .nothing, isOpener(index - 1) { index -= 1 }
    guard index > 0, text.tokens[index].follows != .paragraph else { return true }
    if isBullet(index) || isOpening(index - 1) { return true }
    guard text.tokens[index].follows != .nothing else { return false }
    var last = index - 1
    while last > 0, text.tokens[last].follows == .nothing, isCloser(last) { last -= 1 }
    guard isTerminator(last) else { return false }
    // An initial: "A. Lukashenko".
    return
      !(last > 0 && text.tokens[last].kind == .dot && text.tokens[last - 1].kind == .word
      && text.form(last - 1).unicodeScalars.count == 1 && text.isCapitalised(last - 1))
  }

  /// The token is the last of its sentence.
  func endsSentence(_ index: Int) -> Bool {
    let next = index + 1
    if next >= text.tokens.count || text.tokens[next].follows == .paragraph || isBullet(next)
      || text.isPunctuation(next, oneOf: "|")
    {
      return true
    }
    guard text.tokens[next].follows != .nothing else { return false }
    var last = index
    while last > 0, text.tokens[last].follows == .nothing, isCloser(last) { last -= 1 }
    return isTerminator(last)
  }

  /// The mark before an item of a list, or before a cell of a table.
  private func isOpening(_ index: Int) -> Bool {
    text.isPunctuation(index, oneOf: "|") || isBullet(index)
      || (text.tokens[index].follows == .paragraph && text.tokens[index].kind == .dash)
  }

  /// A dash or asterisk at the beginning of a line: an item of a list.
  private func isBullet(_ index: Int) -> Bool {
    text.tokens[index].follows == .line
      && (text.tokens[index].kind == .dash || text.isPunctuation(index, oneOf: "*")
        || text.form(index) == "•")
  }

  private func isTerminator(_ index: Int) -> Bool {
    text.tokens[index].kind == .dot || text.tokens[index].kind == .ellipsis
      || text.isPunctuation(index, oneOf: "!?")
  }

  private func isOpener(_ index: Int) -> Bool {
    text.tokens[index].kind == .quote || text.isPunctuation(index, oneOf: "([")
  }

  private func isCloser(_ index: Int) -> Bool {
    text.tokens[index].kind == .quote || text.isPunctuation(index, oneOf: ")]")
  }
}
