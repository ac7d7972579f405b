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
      builder.add(atom.folded.map { Int(LetterTable.codes[$0] ?? 0xFF) }, number, atom.isStem)
    }
    var numbers: [[Int32]: Int32] = [[]: 0]
    let placed = builder.place()
    (base, check) = (placed.base, placed.check)
    whole = placed.whole.map { number(of: $0, in: &numbers) }
    stuck = placed.stuck.map { number(of: $0, in: &numbers) }
  }

  private mutating func number(of set: [Int32], in numbers: inout [[Int32]: Int32]) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(sets.count)
    numbers[set] = number
    sets.append(set)
    return number
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

/// Builds the trie as lists and places its nodes first-fit in one array.
private struct TrieBuilder {
  private struct Node {
    var children: [(code: Int, node: Int)] = []
    var words: [Int32] = []
    var stems: [Int32] = []
  }
  private var nodes = [Node()]

  mutating func add(_ codes: [Int], _ atom: Int, _ isStem: Bool) {
    var node = 0
    for code in codes {
      if let known = nodes[node].children.first(where: { $0.code == code }) {
        node = known.node
      } else {
        nodes.append(Node())
        nodes[node].children.append((code, nodes.count - 1))
        node = nodes.count - 1
      }
    }
    if isStem {
      nodes[node].stems.append(Int32(atom))
    } else {
      nodes[node].words.append(Int32(atom))
    }
  }

  struct Placed {
    var base: [Int32] = [0]
    /// The parent's state; -1 is free. Longer than any `base` by the whole alphabet.
    var check: [Int32] = [0]
    var whole: [[Int32]] = [[]]
    var stuck: [[Int32]] = [[]]
  }

  func place() -> Placed {
    var placed = Placed()
    var firstFree = 1
    var waiting = [(node: 0, state: 0, stems: [Int32]())]
    var next = 0
    while next < waiting.count {
      let (node, state, inherited) = waiting[next]
      next += 1
      let stems = inherited + nodes[node].stems
      placed.stuck[state] = stems
      placed.whole[state] = stems + nodes[node].words
      let codes = nodes[node].children.map(\.code)
      let base = room(for: codes, in: placed, from: &firstFree)
      placed.base[state] = Int32(base)
      grow(&placed, to: base + 0x101)
      for child in nodes[node].children {
        placed.check[base + child.code] = Int32(state)
        waiting.append((child.node, base + child.code, stems))
      }
    }
    return placed
  }

  private func grow(_ placed: inout Placed, to count: Int) {
    let missing = count - placed.check.count
    guard missing > 0 else { return }
    placed.base += Array(repeating: 0, count: missing)
    placed.check += Array(repeating: -1, count: missing)
    placed.whole += Array(repeating: [], count: missing)
    placed.stuck += Array(repeating: [], count: missing)
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
