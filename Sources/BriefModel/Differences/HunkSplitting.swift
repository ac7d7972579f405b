/// Cuts and joins runs so that each difference is one thing: a date, a number, a name, or words.
struct HunkSplitting {
  let old: ComparedText
  let new: ComparedText
  let classing: DifferenceClassing

  /// A run of several words in which numbers or dates on one side answer to as many on the other is
  /// cut around them: "28 programmes in November" to "31 projects in December" is four differences.
  func split(_ hunk: Hunk) -> [Hunk] {
    if let (name, rest) = withoutName(hunk) {
      return (name.new.lowerBound < rest.new.lowerBound ? [name, rest] : [rest, name]).flatMap(
        split)
    }
    let before = marked(hunk.old, in: old)
    guard !before.isEmpty else { return [hunk] }
    let after = marked(hunk.new, in: new)
    guard before.count == after.count,
      before.count > 1 || hunk.old.count > before.reduce(0, { $0 + $1.count })
        || hunk.new.count > after.reduce(0, { $0 + $1.count })
    else { return [hunk] }
    var pieces: [Hunk] = []
    var (x, y) = (hunk.old.lowerBound, hunk.new.lowerBound)
    for (mine, theirs) in zip(before, after) {
      pieces.append(Hunk(old: x..<mine.lowerBound, new: y..<theirs.lowerBound))
      pieces.append(Hunk(old: mine, new: theirs))
      (x, y) = (mine.upperBound, theirs.upperBound)
    }
    pieces.append(Hunk(old: x..<hunk.old.upperBound, new: y..<hunk.new.upperBound))
    // "28 programmes" to "1 programme" is one thing.
    let rest = stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] }
    if before.count == 1, rest.allSatisfy(classing.isInflection) { return [hunk] }
    return pieces.filter { !isEqual($0) }
  }

  /// A name that took the place of a name, and what else differs before or behind both: "Putin said"
  /// to "Medvedev stated".
  private func withoutName(_ hunk: Hunk) -> (name: Hunk, rest: Hunk)? {
    // A word for a word leaves no rest, and without a capital there is no name: to ask whether one
    // that begins a sentence is a name looks through both texts.
    guard hunk.old.count > 1 || hunk.new.count > 1, hunk.old.contains(where: old.isCapitalised),
      hunk.new.contains(where: new.isCapitalised)
    else { return nil }
    let mine = classing.names(in: hunk.old, of: old)
    let theirs = classing.names(in: hunk.new, of: new)
    guard mine.contains(true), theirs.contains(true), classing.class(of: hunk) != .name else {
      return nil
    }
    let (first, other) = (mine.prefix { $0 }.count, theirs.prefix { $0 }.count)
    let (last, another) = (
      mine.reversed().prefix { $0 }.count, theirs.reversed().prefix { $0 }.count
    )
    var pieces: (name: Hunk, rest: Hunk)?
    if first > 0, other > 0 {
      let (x, y) = (hunk.old.lowerBound + first, hunk.new.lowerBound + other)
      pieces = (
        Hunk(old: hunk.old.lowerBound..<x, new: hunk.new.lowerBound..<y),
        Hunk(old: x..<hunk.old.upperBound, new: y..<hunk.new.upperBound)
      )
    } else if last > 0, another > 0 {
      let (x, y) = (hunk.old.upperBound - last, hunk.new.upperBound - another)
      pieces = (
        Hunk(old: x..<hunk.old.upperBound, new: y..<hunk.new.upperBound),
        Hunk(old: hunk.old.lowerBound..<x, new: hunk.new.lowerBound..<y)
      )
    }
    guard let pieces, !pieces.rest.old.isEmpty || !pieces.rest.new.isEmpty,
      classing.class(of: pieces.name) == .name, !classing.isSameName(pieces.name),
      classing.isTold(pieces.name)
    else { return nil }
    return pieces
  }

  /// The written words of a run that are numbers or parts of dates, neighbours as one.
  private func marked(_ run: Range<Int>, in text: ComparedText) -> [Range<Int>] {
    var marked: [Range<Int>] = []
    let dates = DateExpression(text: text)
    var index = run.lowerBound
    while index < run.upperBound {
      let word = WrittenWord(text: text).range(around: index).clamped(to: index..<run.upperBound)
      let isMarked = word.contains { token in
        text.tokens[token].kind == .number || text.tokens[token].kind == .unit
          || (text.tokens[token].kind == .word && dates.contains(token))
          || WordRoles.isSign(token, in: text)
      }
      if isMarked {
        if let last = marked.last, dateJoins(last.upperBound..<word.lowerBound, in: text),
          last.contains(where: dates.contains) == word.contains(where: dates.contains)
        {
          marked[marked.count - 1] = last.lowerBound..<word.upperBound
        } else {
          marked.append(word)
        }
      }
      index = max(index + 1, word.upperBound)
    }
    return marked.map { widened($0, within: run, in: text) }
  }

  /// With the words behind a date that belong to it: "конца года".
  private func widened(_ mark: Range<Int>, within run: Range<Int>, in text: ComparedText) -> Range<
    Int
  > {
    let dates = DateExpression(text: text)
    guard mark.contains(where: dates.contains) else { return mark }
    var end = mark.upperBound
    while end < run.upperBound, text.tokens[end].kind == .word, dates.mayContain(end) { end += 1 }
    return mark.lowerBound..<end
  }

  /// At most four tokens, all such as stand inside dates and amounts.
  private func dateJoins(_ gap: Range<Int>, in text: ComparedText) -> Bool {
    let dates = DateExpression(text: text)
    return gap.count <= 4 && gap.allSatisfy { dates.contains($0) || dates.mayConnect($0) }
  }

  private func isEqual(_ hunk: Hunk) -> Bool {
    old.keys[hunk.old].elementsEqual(new.keys[hunk.new])
  }

  /// Neighbouring runs that are parts of one date, one range of numbers or one phrase.
  func joined(_ hunks: [(hunk: Hunk, class: Difference.Class)]) -> [(
    hunk: Hunk, class: Difference.Class
  )] {
    var joined: [(hunk: Hunk, class: Difference.Class)] = []
    for next in hunks {
      guard let last = joined.last, last.class == next.class,
        isOne(last.hunk, next.hunk, next.class)
      else {
        joined.append(next)
        continue
      }
      joined[joined.count - 1].hunk = last.hunk.through(next.hunk)
    }
    return joined
  }

  private func isOne(_ first: Hunk, _ second: Hunk, _ kind: Difference.Class) -> Bool {
    let gap = first.new.upperBound..<second.new.lowerBound
    switch kind {
    case .date: return dateJoins(gap, in: new)
    case .number:
      return gap.count <= 1 && gap.allSatisfy { new.tokens[$0].kind == .dash }
    case .name:
      return gap.count <= 2 && gap.allSatisfy { new.isCapitalised($0) || !new.tokens[$0].isWord }
        && !gap.contains { new.isPunctuation($0, oneOf: ",;:") }
    case .rewording:
      let words = gap.count { new.tokens[$0].isWord }
      return words == 0 && gap.count <= 1
        || words <= 2 && gap.count <= 3
          && words * 2 <= max(first.old.count, first.new.count)
            + max(second.old.count, second.new.count)
          && gap.allSatisfy {
            !new.tokens[$0].isWord
              || new.meaning($0).contains(.function)
          }
    case .negation, .addition, .removal, .metadata: return gap.isEmpty
    }
  }
}
