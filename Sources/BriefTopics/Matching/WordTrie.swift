/// Words and stems as a double-array trie over folded letters: what the letters of a token lead to.
///
/// A token's symbols are all words that equal it and all stems that it begins with. Symbol sets are
/// numbered; set 0 is empty.
struct WordTrie: Sendable {
  /// One place of the double array.
  struct State: Sendable {
    /// Where the ways out begin: the way of a letter's code leads to `base` + code.
    var base: Int32 = 0
    /// The state that leads here; -1 where none does.
    var check: Int32 = -1
    /// A bit for each way out, codes modulo 64: most words leave the trie after a few letters, and
    /// need not look where a way that is none would lead, far off in memory.
    var ways: UInt64 = 0

    func mayLead(by code: Int) -> Bool { ways >> UInt64(code & 63) & 1 != 0 }
  }

  /// The sets of a state.
  struct Ends: Sendable {
    /// Of a token that ends in the state.
    var whole: Int32 = 0
    /// Of a token whose next letter has no way out of it.
    var stuck: Int32 = 0
  }

  /// Longer than any `base` by the whole alphabet.
  let states: [State]
  /// As long.
  let ends: [Ends]
  /// Where other words share the trie; `nil` where all are its own.
  private(set) var own: OwnWords?

  /// Which states and sets of a shared trie would be there without the words that share it.
  struct OwnWords: Sendable {
    /// By state.
    var states: [Bool]
    /// How many words and stems of a set are own ones.
    var counts: [Int32]
  }

  /// Is an own word or stem in the set?
  func isOwn(_ set: Int32) -> Bool { own.map { $0.counts[Int(set)] > 0 } ?? (set != 0) }

  /// The set of a folded token as it would be without the words that share the trie, and how many of its
  /// letters were used.
  func ownSet(of folded: some Sequence<Unicode.Scalar>) -> (set: Int32, depth: Int) {
    guard let own else { return set(of: folded) }
    var (state, depth) = (0, 0)
    for scalar in folded {
      let next = Int(states[state].base) + LetterTable.code(of: scalar)
      guard states[next].check == state, own.states[next] else {
        return (isOwn(ends[state].stuck) ? ends[state].stuck : 0, depth)
      }
      state = next
      depth += 1
    }
    return (isOwn(ends[state].whole) ? ends[state].whole : 0, depth)
  }

  /// The set of a folded token, and how many of its letters were used.
  func set(of folded: some Sequence<Unicode.Scalar>) -> (set: Int32, depth: Int) {
    var (state, depth) = (0, 0)
    for scalar in folded {
      let next = Int(states[state].base) + LetterTable.code(of: scalar)
      guard states[next].check == state else { return (ends[state].stuck, depth) }
      state = next
      depth += 1
    }
    return (ends[state].whole, depth)
  }

  /// The set of a folded token in UTF-8.
  func set(ofUTF8 token: Span<UInt8>) -> Int32 {
    let states = states.span
    var (state, place) = (0, 0)
    while place < token.count {
      let (code, length) = LetterTable.code(token, at: place)
      let next = Int(states[state].base) &+ code
      guard states[state].mayLead(by: code), states[next].check == state else {
        return ends[state].stuck
      }
      state = next
      place &+= length
    }
    return ends[state].whole
  }

  /// The set of the letters of a folded token in UTF-8, from the last to the first.
  func set(ofBackwards token: Span<UInt8>) -> Int32 {
    let states = states.span
    var (state, end) = (0, token.count)
    while end > 0 {
      var place = end &- 1
      while place > 0, token[place] & 0xC0 == 0x80 { place &-= 1 }
      let code = LetterTable.code(token, at: place).code
      let next = Int(states[state].base) &+ code
      guard states[state].mayLead(by: code), states[next].check == state else {
        return ends[state].stuck
      }
      state = next
      end = place
    }
    return ends[state].whole
  }

  /// The set of a token of ASCII letters and digits, in either case.
  func set(ofASCII token: Span<UInt8>) -> Int32 {
    let table = LetterTable.entries
    let (entries, states) = (table.span, states.span)
    var state = 0
    for place in 0..<token.count {
      let next = Int(states[state].base) + Int(entries[Int(token[place])] & 0xFF)
      guard states[next].check == state else { return ends[state].stuck }
      state = next
    }
    return ends[state].whole
  }
}

/// Words and stems while they are gathered: nodes in one list, none with an array of its own, since a
/// catalogue has tens of thousands.
struct TrieBuilder {
  private struct Node {
    var code: UInt8
    var firstChild: Int32 = -1
    /// The next child of the same parent.
    var sibling: Int32 = -1
    /// The atom of the word, and of the stem, that ends here; -1 where none does.
    var word: Int32 = -1
    var stem: Int32 = -1
  }
  private var nodes = [Node(code: 0)]
  /// The last node of each atom.
  private var ends: [Int32] = []
  /// Nodes and atoms before ``share()``; `nil` where there was none.
  private var own: (nodes: Int, atoms: Int)?

  /// The words and stems that come from now on share the trie with those that are there.
  mutating func share() { own = (nodes.count, ends.count) }

  /// How many different words and stems there are.
  var count: Int { ends.count }

  /// The node of the root.
  static let root = 0

  /// The node that a letter leads to.
  mutating func step(_ code: UInt8, from node: Int) -> Int {
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

  /// The number of the word, or the stem, that ends at a node.
  mutating func atom(endingAt node: Int, isStem: Bool) -> Int32 {
    let known = isStem ? nodes[node].stem : nodes[node].word
    guard known < 0 else { return known }
    let number = Int32(truncatingIfNeeded: ends.count)
    ends.append(Int32(truncatingIfNeeded: node))
    if isStem { nodes[node].stem = number } else { nodes[node].word = number }
    return number
  }

  /// A symbol set: another set and one atom more. Set 0 is empty; of others the number is larger than
  /// that of the set they grew from.
  struct GrownSet {
    var from: Int32
    var atom: Int32
  }

  /// Places the nodes first-fit in one array, those nearest to the root first.
  ///
  /// - Returns: the trie, and its sets from number 1 on.
  func place() -> (trie: WordTrie, sets: [GrownSet]) {
    var states = [WordTrie.State](repeating: WordTrie.State(), count: nodes.count * 5 / 4 + 0x301)
    states[0].check = 0
    var numbers = [WordTrie.Ends](repeating: WordTrie.Ends(), count: states.count)
    var sets: [GrownSet] = []
    sets.reserveCapacity(ends.count)
    var words = own.map { _ in WordTrie.OwnWords(states: [], counts: [0]) }
    func grown(_ set: Int32, by atom: Int32) -> Int32 {
      guard atom >= 0 else { return set }
      sets.append(GrownSet(from: set, atom: atom))
      if let known = words?.counts[Int(set)], let own {
        words?.counts.append(known + (Int(atom) < own.atoms ? 1 : 0))
      }
      return Int32(truncatingIfNeeded: sets.count)
    }
    var free = FreePlaces()
    var length = 1
    var waiting = [(node: Int32(0), state: Int32(0), stems: Int32(0))]
    waiting.reserveCapacity(nodes.count)
    /// Places of nodes that others share.
    var shared: [Int] = []
    var next = 0
    while next < waiting.count {
      let (node, state, inherited) = waiting[next]
      next += 1
      let stems = grown(inherited, by: nodes[Int(node)].stem)
      if numbers.count < states.count {
        numbers += repeatElement(WordTrie.Ends(), count: states.count - numbers.count)
      }
      numbers[Int(state)] = WordTrie.Ends(
        whole: grown(stems, by: nodes[Int(node)].word), stuck: stems)
      guard nodes[Int(node)].firstChild >= 0 else { continue }
      let base = room(forChildrenOf: Int(node), in: &states, from: &free)
      states[Int(state)].base = Int32(truncatingIfNeeded: base)
      length = max(length, base + 0x101)
      var child = nodes[Int(node)].firstChild
      while child >= 0 {
        let code = nodes[Int(child)].code
        let place = base + Int(code)
        states[place].check = state
        states[Int(state)].ways |= 1 << UInt64(code & 63)
        if let own, Int(child) >= own.nodes { shared.append(place) }
        waiting.append((child, Int32(truncatingIfNeeded: place), stems))
        child = nodes[Int(child)].sibling
      }
    }
    states.removeLast(states.count - max(length, 0x101))
    numbers.removeLast(max(0, numbers.count - states.count))
    if words != nil {
      words?.states = [Bool](repeating: true, count: states.count)
      for place in shared { words?.states[place] = false }
    }
    return (WordTrie(states: states, ends: numbers, own: words), sets)
  }

  /// Where to look for free places.
  private struct FreePlaces {
    /// The first of all. Behind the largest code, so that each is free for any letter: a base is no
    /// less than zero.
    var first = 0x100
    /// Before it, hardly a node with several children finds room: a search that took long ended here.
    var firstRoomy = 0x100

    /// Places that a search may try until it took long.
    static let tries = 16
  }

  /// A base whose places for a node's children are all free; the array reaches beyond them
  /// afterwards.
  private func room(
    forChildrenOf node: Int, in states: inout [WordTrie.State], from free: inout FreePlaces
  ) -> Int {
    let first = Int(nodes[node].firstChild)
    while states[free.first].check != -1 { free.first += 1 }
    let isOnly = nodes[first].sibling < 0
    let start = isOnly ? free.first : max(free.first, free.firstRoomy)
    var place = start
    while true {
      let base = place - Int(nodes[first].code)
      if states.count < base + 0x202 {
        states += repeatElement(WordTrie.State(), count: base + 0x202)
      }
      if isFree(base, forChildrenFrom: first, in: states) {
        if !isOnly, place - start > FreePlaces.tries { free.firstRoomy = place }
        return base
      }
      place += 1
    }
  }

  private func isFree(
    _ base: Int, forChildrenFrom first: Int, in states: [WordTrie.State]
  ) -> Bool {
    var child = first
    while child >= 0 {
      let place = base + Int(nodes[child].code)
      if states[place].check != -1 { return false }
      child = Int(nodes[child].sibling)
    }
    return true
  }
}
