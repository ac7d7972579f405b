/// A run of tokens that differs: `old` gives way to `new`. One of them may be empty, and then says
/// where.
struct Hunk: Equatable {
  var old: Range<Int>
  var new: Range<Int>

  /// From the beginning of this one to the end of a later one.
  func through(_ later: Hunk) -> Hunk {
    Hunk(
      old: old.lowerBound..<later.old.upperBound, new: new.lowerBound..<later.new.upperBound)
  }
}

/// A shortest (or, past the limits, a short) script between two sequences of numbers.
///
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its linear-space form: find
/// the middle of a shortest path, then do both halves. A search that costs too much ends at the
/// point that got furthest, so the cost stays linear in the lengths.
struct SequenceDiff {
  private let old: [UInt32]
  private let new: [UInt32]
  /// Whether each token is left out of, or put into, the script.
  private(set) var isRemoved: [Bool]
  private(set) var isAdded: [Bool]
  private var forward: [Int]
  private var backward: [Int]
  /// Index of diagonal 0 in `forward` and `backward`.
  private let origin: Int
  /// Steps that this and earlier searches of the same comparison took.
  private var steps: Int

  init(old: [UInt32], new: [UInt32], steps: Int) {
    (self.old, self.new) = (old, new)
    self.steps = steps
    isRemoved = Array(repeating: false, count: old.count)
    isAdded = Array(repeating: false, count: new.count)
    origin = new.count + 1
    forward = []
    backward = []
  }

  /// The runs that differ, in order; between them both sides are equal.
  ///
  /// - Parameters:
  ///   - keyCount: one more than the greatest number.
  ///   - steps: what the comparison has cost so far; grows.
  static func hunks(
    old: [UInt32], new: [UInt32], keyCount: Int, steps: inout Int
  ) -> [Hunk] {
    guard old.count + new.count > DiffLimits.smallSequence,
      keyCount / 8 < old.count + new.count
    else {
      var diff = SequenceDiff(old: old, new: new, steps: steps)
      diff.compare(0..<old.count, 0..<new.count)
      steps = diff.steps
      return hunks(diff.isRemoved, diff.isAdded)
    }
    // What only one side has is in no common sequence: the search need not look at it.
    let (shared, others) = (places(of: old, in: new, keyCount), places(of: new, in: old, keyCount))
    var diff = SequenceDiff(
      old: shared.map { old[$0] }, new: others.map { new[$0] }, steps: steps)
    diff.compare(0..<shared.count, 0..<others.count)
    steps = diff.steps
    var isRemoved = [Bool](repeating: true, count: old.count)
    var isAdded = [Bool](repeating: true, count: new.count)
    for (index, place) in shared.enumerated() { isRemoved[place] = diff.isRemoved[index] }
    for (index, place) in others.enumerated() { isAdded[place] = diff.isAdded[index] }
    return hunks(isRemoved, isAdded)
  }

  /// The places of the numbers that the other sequence has too.
  private static func places(
    of sequence: [UInt32], in other: [UInt32], _ keyCount: Int
  ) -> [Int] {
    var isThere = [Bool](repeating: false, count: keyCount)
    for key in other { isThere[Int(key)] = true }
    return sequence.indices.filter { isThere[Int(sequence[$0])] }
  }

  private static func hunks(_ isRemoved: [Bool], _ isAdded: [Bool]) -> [Hunk] {
    var hunks: [Hunk] = []
    var (x, y) = (0, 0)
    while x < isRemoved.count || y < isAdded.count {
      let (startX, startY) = (x, y)
      while x < isRemoved.count, isRemoved[x] { x += 1 }
      while y < isAdded.count, isAdded[y] { y += 1 }
      if x > startX || y > startY { hunks.append(Hunk(old: startX..<x, new: startY..<y)) }
      if x < isRemoved.count { x += 1 }
      if y < isAdded.count { y += 1 }
    }
    return hunks
  }

  private mutating func compare(_ old: Range<Int>, _ new: Range<Int>) {
    // A stack of our own: hostile input may halve unevenly, half a million times.
    var waiting = [(old, new)]
    while var (a, b) = waiting.popLast() {
      while let x = a.first, let y = b.first, self.old[x] == self.new[y] {
        a.removeFirst()
        b.removeFirst()
      }
      while let x = a.last, let y = b.last, self.old[x] == self.new[y] {
        a.removeLast()
        b.removeLast()
      }
      if a.isEmpty || b.isEmpty {
        for x in a { isRemoved[x] = true }
        for y in b { isAdded[y] = true }
        continue
      }
      if forward.isEmpty {
        forward = Array(repeating: 0, count: self.old.count + self.new.count + 3)
        backward = forward
      }
      let (x, y) = middle(a, b)
      guard a.lowerBound <= x, x <= a.upperBound, b.lowerBound <= y, y <= b.upperBound,
        (x, y) != (a.lowerBound, b.lowerBound), (x, y) != (a.upperBound, b.upperBound)
      else {
        for x in a { isRemoved[x] = true }
        for y in b { isAdded[y] = true }
        continue
      }
      waiting.append((x..<a.upperBound, y..<b.upperBound))
      waiting.append((a.lowerBound..<x, b.lowerBound..<y))
    }
  }

  /// A point on a shortest path, neither the first nor the last of the box.
  private mutating func middle(_ a: Range<Int>, _ b: Range<Int>) -> (Int, Int) {
    // Diagonal k is x - y. Forward paths begin on `first`, backward ones on `last`.
    let (first, last) = (a.lowerBound - b.lowerBound, a.upperBound - b.upperBound)
    let (lowest, highest) = (a.lowerBound - b.upperBound, a.upperBound - b.lowerBound)
    let isOdd = (first - last) & 1 != 0
    let limit =
      steps < DiffLimits.freeSteps ? DiffLimits.searchedEdits : DiffLimits.spentSearchedEdits
    var (forwardLow, forwardHigh) = (first, first)
    var (backwardLow, backwardHigh) = (last, last)
    forward[origin + first] = a.lowerBound
    backward[origin + last] = a.upperBound
    var edits = 0
    while true {
      edits += 1
      // Grow by a diagonal on each side, or shrink where the box ends.
      if forwardLow > lowest {
        forwardLow -= 1
        forward[origin + forwardLow - 1] = -1
      } else {
        forwardLow += 1
      }
      if forwardHigh < highest {
        forwardHigh += 1
        forward[origin + forwardHigh + 1] = -1
      } else {
        forwardHigh -= 1
      }
      var k = forwardHigh
      while k >= forwardLow {
        let (left, right) = (forward[origin + k - 1], forward[origin + k + 1])
        var x = left >= right ? left + 1 : right
        while x < a.upperBound, x - k < b.upperBound, old[x] == new[x - k] { x += 1 }
        forward[origin + k] = x
        if isOdd, backwardLow <= k, k <= backwardHigh, backward[origin + k] <= x {
          return (x, x - k)
        }
        k -= 2
      }
      if backwardLow > lowest {
        backwardLow -= 1
        backward[origin + backwardLow - 1] = .max
      } else {
        backwardLow += 1
      }
      if backwardHigh < highest {
        backwardHigh += 1
        backward[origin + backwardHigh + 1] = .max
      } else {
        backwardHigh -= 1
      }
      k = backwardHigh
      while k >= backwardLow {
        let (left, right) = (backward[origin + k - 1], backward[origin + k + 1])
        var x = left < right ? left : right - 1
        while x > a.lowerBound, x - k > b.lowerBound, old[x - 1] == new[x - k - 1] { x -= 1 }
        backward[origin + k] = x
        if !isOdd, forwardLow <= k, k <= forwardHigh, x <= forward[origin + k] {
          return (x, x - k)
        }
        k -= 2
      }
      steps += forwardHigh - forwardLow + backwardHigh - backwardLow + 2
      if edits >= limit {
        return furthest(a, b, forwardLow...forwardHigh, backwardLow...backwardHigh)
      }
    }
  }

  /// Where the path that covered most of both sequences has got to.
  private func furthest(
    _ a: Range<Int>, _ b: Range<Int>, _ forwardDiagonals: ClosedRange<Int>,
    _ backwardDiagonals: ClosedRange<Int>
  ) -> (Int, Int) {
    var best = (covered: -1, x: a.lowerBound, y: b.lowerBound)
    for k in stride(
      from: forwardDiagonals.upperBound, through: forwardDiagonals.lowerBound, by: -2)
    {
      let x = min(forward[origin + k], a.upperBound)
      let y = x - k
      guard y <= b.upperBound, y >= b.lowerBound else { continue }
      let covered = x - a.lowerBound + y - b.lowerBound
      if covered > best.covered { best = (covered, x, y) }
    }
    for k in stride(
      from: backwardDiagonals.upperBound, through: backwardDiagonals.lowerBound, by: -2)
    {
      let x = max(backward[origin + k], a.lowerBound)
      let y = x - k
      guard y >= b.lowerBound, y <= b.upperBound else { continue }
      let covered = a.upperBound - x + b.upperBound - y
      if covered > best.covered { best = (covered, x, y) }
    }
    return (best.x, best.y)
  }
}
