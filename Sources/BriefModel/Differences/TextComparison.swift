/// Two texts and the runs of tokens that differ.
struct TextComparison {
  let old: ComparedText
  let new: ComparedText
  /// The runs that differ, in order, as a person would mark them.
  private(set) var hunks: [Hunk] = []
  /// The sentences in which the runs lie: for each, ranges of tokens and of `hunks`.
  private var groups: [(tokens: Hunk, hunks: Range<Int>)] = []
  private let wordCount: Int

  init(old: String, new: String) {
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    var steps = 0
    let lexicon = Lexicon()
    let stretches = Segments.differing(old: oldBytes, new: newBytes, steps: &steps)
    let length = stretches.reduce(0) { $0 + $1.old.count + $1.new.count }
    var interner = Interner(expecting: length / DiffLimits.newWordBytes)
    self.old = ComparedText(
      oldBytes, stretches: stretches.map { ($0.old, $0.beginsSentence) }, interner: &interner,
      lexicon: lexicon)
    self.new = ComparedText(
      newBytes, stretches: stretches.map { ($0.new, $0.beginsSentence) }, interner: &interner,
      lexicon: lexicon)
    wordCount = interner.count
    guard !haveSameWords(stretches) else { return }
    let shaping = HunkShaping(old: self.old, new: self.new)
    var alignment = SentenceAlignment(old: self.old, new: self.new, wordCount: wordCount)
    for (before, after) in zip(self.old.stretches, self.new.stretches)
    where self.old.keys[before] != self.new.keys[after] {
      for group in alignment.groups(in: Hunk(old: before, new: after), steps: &steps) {
        let first = hunks.count
        hunks += shaping.shaped(rawHunks(of: group, steps: &steps), within: group)
        groups.append((group, first..<hunks.count))
      }
    }
  }

  /// Texts that differ in white space or quotation marks alone may still have been cut so that a
  /// repeated sentence seems to have moved.
  private func haveSameWords(_ stretches: [Stretch]) -> Bool {
    if old.keys == new.keys { return true }
    let isBalanced =
      old.keys.count == new.keys.count
      && old.keys.reduce(0) { $0 &+ UInt64($1) } == new.keys.reduce(0) { $0 &+ UInt64($1) }
    guard isBalanced, stretches.count > 1 else { return false }
    var interner = Interner()
    return ComparedText(whole: old.bytes, interner: &interner).keys
      == ComparedText(whole: new.bytes, interner: &interner).keys
  }

  private func rawHunks(of group: Hunk, steps: inout Int) -> [Hunk] {
    var (x, y) = (group.old, group.new)
    while let first = x.first, let other = y.first, old.keys[first] == new.keys[other] {
      x = x.dropFirst()
      y = y.dropFirst()
    }
    while let last = x.last, let other = y.last, old.keys[last] == new.keys[other] {
      x = x.dropLast()
      y = y.dropLast()
    }
    guard !x.isEmpty || !y.isEmpty else { return [] }
    if min(x.count, y.count) <= 1, !hasCommonWord(x, y) { return [Hunk(old: x, new: y)] }
    return SequenceDiff.hunks(
      old: Array(old.keys[x]), new: Array(new.keys[y]), keyCount: wordCount, steps: &steps
    ).map { hunk in
      Hunk(
        old: hunk.old.lowerBound + x.lowerBound..<hunk.old.upperBound + x.lowerBound,
        new: hunk.new.lowerBound + y.lowerBound..<hunk.new.upperBound + y.lowerBound)
    }
  }

  private func hasCommonWord(_ x: Range<Int>, _ y: Range<Int>) -> Bool {
    x.contains { mine in y.contains { old.keys[mine] == new.keys[$0] } }
  }

  /// The differences, in the order of the newer text.
  ///
  /// - Parameter others: texts of the same publication, for what they show of names.
  func differences(field: Difference.Field, beside others: [String] = []) -> [Difference] {
    guard !groups.isEmpty else { return [] }
    let evidence = WordEvidence([old.bytes, new.bytes] + others.map { Array($0.utf8) })
    let classing = DifferenceClassing(old: old, new: new, evidence: evidence)
    let splitting = HunkSplitting(old: old, new: new, classing: classing)
    return groups.flatMap { group in
      classed(hunks[group.hunks], in: group.tokens, classing, splitting)
    }.map { difference($0.hunk, class: $0.class, field: field) }
  }

  private func classed(
    _ hunks: ArraySlice<Hunk>, in group: Hunk, _ classing: DifferenceClassing,
    _ splitting: HunkSplitting
  ) -> [(hunk: Hunk, class: Difference.Class)] {
    var classed: [(hunk: Hunk, class: Difference.Class)] = []
    if !group.old.isEmpty, !group.new.isEmpty,
      SentenceReplacement(old: old, new: new).isReplaced(group)
    {
      return [(classing.core(of: group), .rewording)]
    }
    let time = TimePhrase(old: old, new: new)
    let amounts = AmountPhrase(old: old, new: new)
    for hunk in amounts.joined(time.joined(hunks)[...]) {
      if let kind = wholeSentences(hunk, in: group) {
        classed.append((hunk, kind))
        continue
      }
      if ThousandsMarks(old: old, new: new).isAllThatDiffers(in: hunk) {
        classed.append((hunk, .rewording))
        continue
      }
      if let kind = time.class(of: hunk) {
        classed.append((hunk, kind))
        continue
      }
      if amounts.isNumber(hunk) {
        classed.append((hunk, .number))
        continue
      }
      for piece in splitting.split(hunk) { classed.append((piece, classing.class(of: piece))) }
    }
    classed = SentenceSettling(old: old, new: new, classing: classing).settled(classed)
    classed = SentenceMoves(old: old, new: new, classing: classing).settled(classed)
    return splitting.joined(isRewritten(classed, in: group) ? rewritten(classed) : classed)
  }

  /// Whole sentences put in or taken out; `nil` for what lies within a sentence.
  private func wholeSentences(_ hunk: Hunk, in group: Hunk) -> Difference.Class? {
    guard hunk.old.isEmpty != hunk.new.isEmpty else { return nil }
    let isNew = hunk.old.isEmpty
    let (text, run) = isNew ? (new, hunk.new) : (old, hunk.old)
    let edge = SentenceEdge(text: text)
    guard
      group.old.isEmpty || group.new.isEmpty
        || (edge.beginsSentence(run.lowerBound) && edge.endsSentence(run.upperBound - 1))
    else { return nil }
    return isNew ? .addition : .removal
  }

  /// More than half of the words of a sentence are others, and most of those are plain words.
  private func isRewritten(
    _ classed: [(hunk: Hunk, class: Difference.Class)], in group: Hunk
  ) -> Bool {
    var (changed, reworded) = (0, 0)
    for (hunk, kind) in classed {
      let size = hunk.old.count + hunk.new.count
      changed += size
      if kind == .rewording { reworded += size }
    }
    return classed.count > 1 && changed * 2 > group.old.count + group.new.count
      && reworded * 2 > changed
  }

  /// All that lies between two dates or numbers, as one rewording.
  private func rewritten(
    _ classed: [(hunk: Hunk, class: Difference.Class)]
  ) -> [(hunk: Hunk, class: Difference.Class)] {
    var rewritten: [(hunk: Hunk, class: Difference.Class)] = []
    for next in classed {
      switch next.class {
      case .rewording, .negation, .name:
        if let last = rewritten.last, last.class == .rewording {
          rewritten[rewritten.count - 1].hunk = last.hunk.through(next.hunk)
        } else {
          rewritten.append((next.hunk, .rewording))
        }
      case .date, .number, .addition, .removal, .metadata: rewritten.append(next)
      }
    }
    return rewritten
  }

  private func difference(
    _ hunk: Hunk, class: Difference.Class, field: Difference.Field
  ) -> Difference {
    let (text, tokens) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
    let place = text.byteRange(of: tokens)
    return Difference(
      class: `class`, field: field, before: old.text(of: hunk.old), after: new.text(of: hunk.new),
      offset: place.lowerBound, contextBefore: text.context(before: place.lowerBound),
      contextAfter: text.context(after: place.upperBound))
  }
}
