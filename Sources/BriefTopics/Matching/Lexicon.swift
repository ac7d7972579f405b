/// A set of words and stems, compiled into a trie over folded letters.
struct Lexicon: Sendable {
  /// A word, or a stem where `isStem`.
  struct Atom: Hashable, Sendable {
    var folded: [Unicode.Scalar]
    var isStem: Bool
  }

  let trie: WordTrie
  /// Places in the list of atoms by set number, in order.
  let sets: [[Int32]]

  init(_ atoms: [Atom]) {
    var builder = TrieBuilder()
    /// Places of the same atom, by its number in the trie.
    var places: [[Int32]] = []
    for (place, atom) in atoms.enumerated() {
      var node = TrieBuilder.root
      for scalar in atom.folded {
        node = builder.step(UInt8(LetterTable.code(of: scalar) & 0xFF), from: node)
      }
      let number = Int(builder.atom(endingAt: node, isStem: atom.isStem))
      if number == places.count { places.append([]) }
      places[number].append(Int32(truncatingIfNeeded: place))
    }
    let placed = builder.place()
    trie = placed.trie
    var sets: [[Int32]] = [[]]
    for grown in placed.sets {
      sets.append(sets[Int(grown.from)] + places[Int(grown.atom)])
    }
    self.sets = sets
  }

  /// The set of a folded token, and how many of its letters were used.
  func set(of folded: some Sequence<Unicode.Scalar>) -> (set: Int32, depth: Int) {
    trie.set(of: folded)
  }

  /// The set of a token of ASCII letters and digits, in either case.
  func set(ofASCII token: Span<UInt8>) -> Int32 { trie.set(ofASCII: token) }
}
