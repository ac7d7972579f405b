/// A set of words and stems, compiled into a double-array trie over folded letters.
///
/// A token's symbols are all words that equal it and all stems that it begins with. Symbol sets are
/// numbered; set 0 is empty.
struct Lexicon: Sendable {
  /// A word, or a stem where `isStem`.
  struct Atom: Hashable, Sendable {
    var folded: [Unicode.Scalar]
    var isStem: Bool
  }

  private(set) var base: [Int32] = []
  private(set) var check: [Int32] = []
  /// Set of a token that ends in the state.
  private(set) var whole: [Int32] = []
  /// Set of a token whose next letter has no way out of the state.
  private(set) var stuck: [Int32] = []
  /// Atom numbers by set number.
  private(set) var sets: [[Int32]] = [[]]
  let atoms: [Atom]

  init(_ atoms: [Atom]) {
    self.atoms = atoms
    var builder = TrieBuilder()
    for (number, atom) in atoms.enumerated() {
      builder.add(atom.folded, Int32(truncatingIfNeeded: number), isStem: atom.isStem)
    }
    let placed = builder.place()
    (base, check, whole, stuck, sets) =
      (placed.base, placed.check, placed.whole, placed.stuck, placed.sets)
  }

  /// The set of a folded token, and how many of its letters were used.
  func set(of folded: some Sequence<Unicode.Scalar>) -> (set: Int32, depth: Int) {
    var (state, depth) = (0, 0)
    for scalar in folded {
      let next = Int(base[state]) + LetterTable.code(of: scalar)
      guard next < check.count, check[next] == state else { return (stuck[state], depth) }
      state = next
      depth += 1
    }
    return (whole[state], depth)
  }

  /// The set of a token of ASCII letters and digits, in either case.
  func set(ofASCII token: Span<UInt8>) -> Int32 {
    let table = LetterTable.entries
    let entries = table.span
    var state = 0
    for place in 0..<token.count {
      let next = Int(base[state]) + Int(entries[Int(token[place])] & 0xFF)
      guard next < check.count, check[next] == state else { return stuck[state] }
      state = next
    }
    return whole[state]
  }
}

/// Builds the trie as lists and places its nodes first-fit in one array. A catalogue has tens of
/// thousands of nodes: none has an array of its own.
private struct TrieBuilder {
  private struct Node {
    var code: UInt8
    var firstChild: Int32 = -1
    /// The next child of the same parent.
    var sibling: Int32 = -1
    /// The last of the atoms that end here, in ``ends``.
    var lastEnd: Int32 = -1
  }
  private struct End {
    var atom: Int32
    var isStem: Bool
    /// The one before it at the same node.
    var previous: Int32
  }
  private var nodes = [Node(code: 0)]
  private var ends: [End] = []

  mutating func add(_ folded: [Unicode.Scalar], _ atom: Int32, isStem: Bool) {
    var node = 0
    for scalar in folded { node = child(of: node, UInt8(LetterTable.code(of: scalar) & 0xFF)) }
    ends.append(End(atom: atom, isStem: isStem, previous: nodes[node].lastEnd))
    nodes[node].lastEnd = Int32(truncatingIfNeeded: ends.count - 1)
  }

  private mutating func child(of node: Int, _ code: UInt8) -> Int {
    var last = -1
    var next = Int(nodes[node].firstChild)
    while next >= 0 {
      if nodes[next].code == code { return next }
      (last, next) = (next, Int(nodes[next].sibling))
    }
    nodes.append(Node(code: code))
    let added = Int32(truncatingIfNeeded: nodes.count - 1)
    if last < 0 { nodes[node].firstChild = added } else { nodes[last].sibling = added }
    return Int(added)
  }

  struct Placed {
    var base: [Int32] = [0]
    /// The parent's state; -1 is free. Longer than any `base` by the whole alphabet.
    var check: [Int32] = [0]
    /// Numbers in ``sets``.
    var whole: [Int32] = [0]
    var stuck: [Int32] = [0]
    var sets: [[Int32]] = [[]]
    private var numbers: [[Int32]: Int32] = [[]: 0]

    /// The number of a set with some atoms more.
    mutating func number(of set: Int32, with atoms: [Int32]) -> Int32 {
      guard !atoms.isEmpty else { return set }
      let all = sets[Int(set)] + atoms
      if let known = numbers[all] { return known }
      let number = Int32(truncatingIfNeeded: sets.count)
      numbers[all] = number
      sets.append(all)
      return number
    }

    mutating func grow(to count: Int) {
      let missing = count - check.count
      guard missing > 0 else { return }
      base += repeatElement(0, count: missing)
      check += repeatElement(-1, count: missing)
      whole += repeatElement(0, count: missing)
      stuck += repeatElement(0, count: missing)
    }
  }

  func place() -> Placed {
    var placed = Placed()
    var firstFree = 1
    var waiting = [(node: 0, state: 0, stems: Int32(0))]
    waiting.reserveCapacity(nodes.count)
    var codes: [Int] = []
    var next = 0
    while next < waiting.count {
      let (node, state, inherited) = waiting[next]
      next += 1
      let stems = placed.number(of: inherited, with: atoms(at: node, areStems: true))
      placed.stuck[state] = stems
      placed.whole[state] = placed.number(of: stems, with: atoms(at: node, areStems: false))
      codes.removeAll(keepingCapacity: true)
      var child = Int(nodes[node].firstChild)
      while child >= 0 {
        codes.append(Int(nodes[child].code))
        child = Int(nodes[child].sibling)
      }
      let base = room(for: codes, in: placed, from: &firstFree)
      placed.base[state] = Int32(truncatingIfNeeded: base)
      placed.grow(to: base + 0x101)
      child = Int(nodes[node].firstChild)
      while child >= 0 {
        let place = base + Int(nodes[child].code)
        placed.check[place] = Int32(truncatingIfNeeded: state)
        waiting.append((child, place, stems))
        child = Int(nodes[child].sibling)
      }
    }
    return placed
  }

  /// In the order in which they were added.
  private func atoms(at node: Int, areStems: Bool) -> [Int32] {
    var atoms: [Int32] = []
    var end = Int(nodes[node].lastEnd)
    while end >= 0 {
      if ends[end].isStem == areStems { atoms.append(ends[end].atom) }
      end = Int(ends[end].previous)
    }
    return atoms.reversed()
  }

  private func room(for codes: [Int], in placed: Placed, from firstFree: inout Int) -> Int {
    guard let lowest = codes.min() else { return 0 }
    func isFree(_ index: Int) -> Bool { index >= placed.check.count || placed.check[index] == -1 }
    while !isFree(firstFree) { firstFree += 1 }
    var candidate = max(firstFree - lowest, 0)
    while !codes.allSatisfy({ candidate + $0 > 0 && isFree(candidate + $0) }) { candidate += 1 }
    return candidate
  }
}
