/// Gathers the words and terms of patterns for a ``PatternProgram``: each word and each set of
/// alternatives has one number, however many patterns have it.
struct PatternReading {
  private(set) var trie = TrieBuilder()
  private(set) var steps: [PatternProgram.Step] = []
  private(set) var termCount = 0
  /// Which term has which atom, in order of the terms.
  private var pairs: (terms: [Int32], atoms: [Int32]) = ([], [])
  /// The term of one atom; -1 where there is none.
  private var single: [Int32] = []
  private var several: [[Int32]: Int32] = [:]
  /// Atoms of the term that is being read.
  private var atoms: [Int32] = []

  mutating func read(_ pattern: TopicPattern) {
    let bytes = pattern.terms.span
    var place = 0
    while place + 2 < bytes.count {
      let link = TopicPattern.link(bytes[place], bytes[place + 1])
      let alternatives = bytes[place + 2]
      place += 3
      atoms.removeAll(keepingCapacity: true)
      for _ in 0..<alternatives { place = readAtom(bytes, at: place) }
      steps.append(PatternProgram.Step(link: link, term: term()))
    }
  }

  /// Returns the place behind it.
  private mutating func readAtom(_ bytes: Span<UInt8>, at start: Int) -> Int {
    var node = TrieBuilder.root
    var place = start
    while place < bytes.count {
      let code = bytes[place]
      place += 1
      if code == TopicPattern.wordEnd || code == TopicPattern.stemEnd {
        atoms.append(trie.atom(endingAt: node, isStem: code == TopicPattern.stemEnd))
        return place
      }
      node = trie.step(code, from: node)
    }
    return place
  }

  private mutating func term() -> Int32 {
    if atoms.count > 1 { atoms = Set(atoms).sorted() }
    if atoms.count == 1, let only = atoms.first {
      while single.count < trie.count { single.append(-1) }
      if single[Int(only)] < 0 { single[Int(only)] = newTerm() }
      return single[Int(only)]
    }
    if let known = several[atoms] { return known }
    let number = newTerm()
    several[atoms] = number
    return number
  }

  private mutating func newTerm() -> Int32 {
    let number = Int32(truncatingIfNeeded: termCount)
    termCount += 1
    for atom in atoms {
      pairs.terms.append(number)
      pairs.atoms.append(atom)
    }
    return number
  }

  /// Adds words of no pattern, behind all patterns.
  ///
  /// - Returns: the atom of each.
  mutating func share(_ words: [Lexicon.Atom]) -> [Int32] {
    trie.share()
    return words.map { word in
      var node = TrieBuilder.root
      for scalar in word.folded {
        node = trie.step(UInt8(LetterTable.code(of: scalar) & 0xFF), from: node)
      }
      return trie.atom(endingAt: node, isStem: word.isStem)
    }
  }

  /// Term numbers by atom, rising.
  var termsByAtom: NumberLists { NumberLists(pairs.terms, by: pairs.atoms, count: trie.count) }
}
