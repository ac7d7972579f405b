/// What words and stems mean: all meanings of a word in one walk over its letters.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable {
  private let trie: WordTrie
  /// By the trie's sets.
  private let meanings: [Meaning]

  /// - Parameter words: folded; a stem ends in `*`.
  init(_ words: [(word: String, meaning: Meaning)]) {
    let lexicon = Lexicon(
      words.map { word, _ in
        let isStem = word.hasSuffix("*")
        return Lexicon.Atom(
          folded: Array((isStem ? word.dropLast() : word[...]).unicodeScalars), isStem: isStem)
      })
    trie = lexicon.trie
    meanings = lexicon.sets.map { set in
      set.reduce(into: []) { $0.formUnion(words[Int($1)].meaning) }
    }
  }

  subscript(folded: String) -> Meaning { meanings[Int(trie.set(ofUTF8: folded.utf8.span))] }

  /// - Parameter folded: UTF-8.
  subscript(folded: Span<UInt8>) -> Meaning { meanings[Int(trie.set(ofUTF8: folded))] }

  /// Of a word's letters from its last to its first.
  subscript(backwards folded: Span<UInt8>) -> Meaning {
    meanings[Int(trie.set(ofBackwards: folded))]
  }
}
