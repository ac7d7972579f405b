/// Lists of numbers one after another, without an array for each.
struct NumberLists: Sendable {
  private var offsets: [Int32] = [0]
  private(set) var values: [Int32] = []

  /// The list of each symbol set, rising and without repetition: that of the set it grew from, and
  /// what its own atom brings.
  init(
    growing sets: [TrieBuilder.GrownSet], _ brought: (_ atom: Int32, _ add: (Int32) -> Void) -> Void
  ) {
    offsets.reserveCapacity(sets.count + 2)
    // Set 0 is empty.
    offsets.append(0)
    var own: [Int32] = []
    for set in sets {
      own.removeAll(keepingCapacity: true)
      brought(set.atom) { own.append($0) }
      own.sort()
      merge(self[set.from], own)
      offsets.append(Int32(truncatingIfNeeded: values.count))
    }
  }

  /// Numbers by the key of each: `numbers[i]` stands in the list of `keys[i]`, in order.
  init(_ numbers: [Int32], by keys: [Int32], count: Int) {
    var ends = [Int32](repeating: 0, count: count + 1)
    for key in keys { ends[Int(key) + 1] += 1 }
    for key in 0..<count { ends[key + 1] += ends[key] }
    offsets = ends
    values = [Int32](repeating: 0, count: numbers.count)
    for (number, key) in zip(numbers, keys) {
      values[Int(ends[Int(key)])] = number
      ends[Int(key)] += 1
    }
  }

  private init() {}

  /// The places of a list's numbers in ``values``.
  subscript(list: Int32) -> Range<Int> {
    Int(offsets[Int(list)])..<Int(offsets[Int(list) + 1])
  }

  func forEach(in list: Int32, _ take: (Int32) -> Void) {
    for place in self[list] { take(values[place]) }
  }

  /// Does a list that rises have a number? Halved, since the words that most patterns share have
  /// hundreds of terms, and a text may consist of them.
  func holds(_ number: Int32, in list: Int32) -> Bool {
    let places = self[list]
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low &+ high) >> 1
      if values[middle] < number { low = middle &+ 1 } else { high = middle }
    }
    return low < places.upperBound && values[low] == number
  }

  func filtered(_ isKept: (Int32) -> Bool) -> NumberLists {
    var kept = NumberLists()
    kept.offsets.reserveCapacity(offsets.count)
    kept.values.reserveCapacity(values.count)
    for list in 0..<Int32(truncatingIfNeeded: offsets.count - 1) {
      forEach(in: list) { if isKept($0) { kept.values.append($0) } }
      kept.offsets.append(Int32(truncatingIfNeeded: kept.values.count))
    }
    return kept
  }

  /// Appends what stands in either of two rising lists, once.
  private mutating func merge(_ known: Range<Int>, _ own: [Int32]) {
    var place = known.lowerBound
    let start = values.count
    for number in own {
      while place < known.upperBound, values[place] < number {
        values.append(values[place])
        place += 1
      }
      if place < known.upperBound, values[place] == number { continue }
      if values.count > start, values[values.count - 1] == number { continue }
      values.append(number)
    }
    while place < known.upperBound {
      values.append(values[place])
      place += 1
    }
  }
}
