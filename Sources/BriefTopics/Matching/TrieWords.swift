extension TopicMatcher {
  /// The folded words and stems of all patterns, each once.
  package var words: [String] { program.trie.words }
}

extension WordTrie {
  /// The words and stems that are known, each once, in no order.
  var words: [String] {
    states.indices.dropFirst().compactMap { place in
      let parent = Int(states[place].check)
      guard parent >= 0 else { return nil }
      let isStem = ownCount(ends[place].stuck) != ownCount(ends[parent].stuck)
      guard isStem || ownCount(ends[place].whole) != ownCount(ends[place].stuck) else { return nil }
      return word(endingAt: place)
    }
  }

  /// Own words and stems of a set; differs between sets of which one grew from the other by these.
  func ownCount(_ set: Int32) -> Int32 { own.map { $0.counts[Int(set)] } ?? set }

  private func word(endingAt place: Int) -> String {
    var letters: [Unicode.Scalar] = []
    var place = place
    while place != 0 {
      let parent = Int(states[place].check)
      let code = place - Int(states[parent].base)
      if LetterTable.letters.indices.contains(code - 1) {
        letters.append(LetterTable.letters[code - 1])
      }
      place = parent
    }
    return String(String.UnicodeScalarView(letters.reversed()))
  }
}
