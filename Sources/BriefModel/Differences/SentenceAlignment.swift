/// Which sentences of the newer text go with which of the older, for those that differ.
///
/// Equal sentences hold the texts together; between them, sentences that share most of their words
/// are versions of one another, and the rest was put in or taken out. A sentence that moved is
/// taken out here and put in there.
struct SentenceAlignment {
  private let old: ComparedText
  private let new: ComparedText
  private var oldSentences: [Range<Int>] = []
  private var newSentences: [Range<Int>] = []
  /// How often each word stands in the sentence at hand, by key.
  private var counts: [Int32]
  /// Words looked at so far in weighing sentences against each other.
  private var weighed = 0
  private var groups: [Hunk] = []
  private var stretch = Hunk(old: 0..<0, new: 0..<0)

  init(old: ComparedText, new: ComparedText, wordCount: Int) {
    (self.old, self.new) = (old, new)
    counts = Array(repeating: 0, count: wordCount)
  }

  /// Ranges of tokens that are to be compared with each other; one of them is empty where whole
  /// sentences were put in or taken out.
  mutating func groups(in stretch: Hunk, steps: inout Int) -> [Hunk] {
    self.stretch = stretch
    oldSentences = SentenceSplitter(text: old).sentences(in: stretch.old)
    newSentences = SentenceSplitter(text: new).sentences(in: stretch.new)
    groups = []
    let rest = trimmed
    let gaps =
      rest.old.count * rest.new.count <= DiffLimits.fewSentencePairs
      ? [rest] : self.gaps(steps: &steps)
    for gap in gaps { align(gap) }
    return groups
  }

  /// The sentences without those that both sides begin and end with.
  private var trimmed: Hunk {
    var (x, y) = (oldSentences[...], newSentences[...])
    while let first = x.first, let other = y.first, areEqual(first, other) {
      x.removeFirst()
      y.removeFirst()
    }
    while let last = x.last, let other = y.last, areEqual(last, other) {
      x.removeLast()
      y.removeLast()
    }
    return Hunk(old: x.startIndex..<x.endIndex, new: y.startIndex..<y.endIndex)
  }

  private func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    old.keys[first].elementsEqual(new.keys[second])
  }

  private func gaps(steps: inout Int) -> [Hunk] {
    var numbers = Interner(expecting: oldSentences.count + newSentences.count)
    let mine = Self.keys(of: oldSentences, in: old, numbers: &numbers)
    let theirs = Self.keys(of: newSentences, in: new, numbers: &numbers)
    return SequenceDiff.hunks(old: mine, new: theirs, keyCount: numbers.count, steps: &steps)
  }

  private static func keys(
    of sentences: [Range<Int>], in text: ComparedText, numbers: inout Interner
  ) -> [UInt32] {
    let keys = text.keys
    let bytes = keys.span.bytes
    let size = MemoryLayout<UInt32>.stride
    return sentences.map { sentence in
      numbers.number(of: bytes.extracting(sentence.lowerBound * size..<sentence.upperBound * size))
    }
  }

  private mutating func align(_ gap: Hunk) {
    let (rows, columns) = (gap.old.count, gap.new.count)
    guard rows > 0, columns > 0, rows + columns > 2 else { return append(gap) }
    let words =
      tokens(gap.old, of: oldSentences, empty: stretch.old.lowerBound).count
      + tokens(gap.new, of: newSentences, empty: stretch.new.lowerBound).count
    let (cost, overflow) = max(rows, columns).multipliedReportingOverflow(by: words)
    guard !overflow, cost <= DiffLimits.weighedWords - weighed,
      rows * columns <= DiffLimits.sentencePairs
    else { return append(gap) }
    weighed += cost
    var (x, y) = (gap.old.lowerBound, gap.new.lowerBound)
    for group in joined(pairs(gap), in: gap) {
      // What stands between two groups has no partner, or is its own replacement.
      append(Hunk(old: x..<group.old.lowerBound, new: y..<group.new.lowerBound))
      append(group)
      (x, y) = (group.old.upperBound, group.new.upperBound)
    }
    append(Hunk(old: x..<gap.old.upperBound, new: y..<gap.new.upperBound))
  }

  private mutating func append(_ sentences: Hunk) {
    guard !sentences.old.isEmpty || !sentences.new.isEmpty else { return }
    groups.append(
      Hunk(
        old: tokens(sentences.old, of: oldSentences, empty: stretch.old.lowerBound),
        new: tokens(sentences.new, of: newSentences, empty: stretch.new.lowerBound)))
  }

  /// - Parameter empty: where the stretch stands, should it have no sentence.
  private func tokens(
    _ range: Range<Int>, of sentences: [Range<Int>], empty: Int
  ) -> Range<Int> {
    guard let first = range.first, let last = range.last else {
      let start =
        range.lowerBound < sentences.count
        ? sentences[range.lowerBound].lowerBound : sentences.last?.upperBound ?? empty
      return start..<start
    }
    return sentences[first].lowerBound..<sentences[last].upperBound
  }

  /// The pairs of sentences, in order, that together share most words.
  private mutating func pairs(_ gap: Hunk) -> [(old: Int, new: Int)] {
    let (rows, columns) = (gap.old.count, gap.new.count)
    var scores = [Int](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        scores[row * columns + column] = score(
          oldSentences[gap.old.lowerBound + row], newSentences[gap.new.lowerBound + column])
      }
    }
    // best[row][column]: the best total of the sentences from there on.
    var best = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    let width = columns + 1
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let paired = scores[row * columns + column] + best[(row + 1) * width + column + 1]
        best[row * width + column] = max(
          paired, best[(row + 1) * width + column], best[row * width + column + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let here = best[row * width + column]
      let score = scores[row * columns + column]
      if score > 0, here == score + best[(row + 1) * width + column + 1] {
        pairs.append((gap.old.lowerBound + row, gap.new.lowerBound + column))
        row += 1
        column += 1
      } else if here == best[(row + 1) * width + column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// Positive when at least 40 in 100 of both sentences' words are shared.
  private mutating func score(_ first: Range<Int>, _ second: Range<Int>) -> Int {
    var total = 0
    for index in first where old.tokens[index].isWord {
      counts[Int(old.keys[index])] += 1
      total += 1
    }
    var shared = 0
    for index in second where new.tokens[index].isWord {
      total += 1
      counts[Int(new.keys[index])] -= 1
      if counts[Int(new.keys[index])] >= 0 { shared += 1 }
    }
    for index in first { counts[Int(old.keys[index])] = 0 }
    for index in second { counts[Int(new.keys[index])] = 0 }
    return max(0, 20 * shared - 4 * total)
  }

  /// Pairs as groups, each with the neighbours without partner that were split off from it.
  private mutating func joined(_ pairs: [(old: Int, new: Int)], in gap: Hunk) -> [Hunk] {
    var groups: [Hunk] = []
    for (index, pair) in pairs.enumerated() {
      let last =
        groups.last
        ?? Hunk(
          old: gap.old.lowerBound..<gap.old.lowerBound, new: gap.new.lowerBound..<gap.new.lowerBound
        )
      let next = index + 1 < pairs.count ? pairs[index + 1] : nil
      let (nextOld, nextNew) = (next?.old ?? gap.old.upperBound, next?.new ?? gap.new.upperBound)
      var (x, y) = (pair.old, pair.new)
      if last.old.upperBound == x {
        while y > last.new.upperBound, isPart(y - 1, of: pair, isNew: true) { y -= 1 }
      } else if last.new.upperBound == y {
        while x > last.old.upperBound, isPart(x - 1, of: pair, isNew: false) { x -= 1 }
      }
      var (endX, endY) = (pair.old + 1, pair.new + 1)
      if endX == nextOld {
        while endY < nextNew, isPart(endY, of: pair, rather: next, isNew: true) { endY += 1 }
      } else if endY == nextNew {
        while endX < nextOld, isPart(endX, of: pair, rather: next, isNew: false) { endX += 1 }
      }
      groups.append(Hunk(old: x..<endX, new: y..<endY))
    }
    return groups
  }

  /// As `isPart(_:of:isNew:)`, unless the sentence is plainly a part of the pair behind it.
  private mutating func isPart(
    _ sentence: Int, of pair: (old: Int, new: Int), rather next: (old: Int, new: Int)?, isNew: Bool
  ) -> Bool {
    if let next, isEdge(sentence, of: next, isNew: isNew) { return false }
    return isPart(sentence, of: pair, isNew: isNew)
  }

  /// The partner of a sentence's neighbour begins, or ends, as the sentence does.
  private func isEdge(_ sentence: Int, of pair: (old: Int, new: Int), isNew: Bool) -> Bool {
    let (mine, theirs) = isNew ? (new, old) : (old, new)
    let part = mine.keys[isNew ? newSentences[sentence] : oldSentences[sentence]]
    let whole = theirs.keys[isNew ? oldSentences[pair.old] : newSentences[pair.new]]
    let isBefore = sentence < (isNew ? pair.new : pair.old)
    let same =
      isBefore
      ? zip(part, whole).prefix { $0 == $1 }.count
      : zip(part.reversed(), whole.reversed()).prefix { $0 == $1 }.count
    return same >= 3 && same * 3 >= part.count
  }

  /// Whether more than half of a sentence's words stand in the partner of its neighbour, and not in
  /// the neighbour itself: one sentence became two, or two became one.
  private mutating func isPart(_ sentence: Int, of pair: (old: Int, new: Int), isNew: Bool) -> Bool
  {
    let (whole, neighbour) = (
      isNew ? oldSentences[pair.old] : newSentences[pair.new],
      isNew ? newSentences[pair.new] : oldSentences[pair.old]
    )
    let part = isNew ? newSentences[sentence] : oldSentences[sentence]
    let (mine, theirs) = isNew ? (new, old) : (old, new)
    if isEdge(sentence, of: pair, isNew: isNew) { return true }
    for index in whole where theirs.tokens[index].isWord { counts[Int(theirs.keys[index])] += 1 }
    for index in neighbour where mine.tokens[index].isWord { counts[Int(mine.keys[index])] -= 1 }
    var (words, shared) = (0, 0)
    for index in part where mine.tokens[index].isWord {
      words += 1
      if counts[Int(mine.keys[index])] > 0 { shared += 1 }
      counts[Int(mine.keys[index])] -= 1
    }
    for index in whole { counts[Int(theirs.keys[index])] = 0 }
    for index in neighbour { counts[Int(mine.keys[index])] = 0 }
    for index in part { counts[Int(mine.keys[index])] = 0 }
    return shared * 2 > words
  }
}
