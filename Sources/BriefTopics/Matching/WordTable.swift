/// What words and stems mean: all meanings of a word in one walk over its letters.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable {
  private let lexicon: Lexicon
  /// By the lexicon's sets.
  private let meanings: [Meaning]

  /// - Parameter words: folded; a stem ends in `*`.
  init(_ words: [(word: String, meaning: Meaning)]) {
    lexicon = Lexicon(
      words.map { word, _ in
        let isStem = word.hasSuffix("*")
        return Lexicon.Atom(
          folded: Array((isStem ? word.dropLast() : word[...]).unicodeScalars), isStem: isStem)
      })
    meanings = lexicon.sets.map { set in
      set.reduce(into: []) { $0.formUnion(words[Int($1)].meaning) }
    }
  }

  subscript(folded: some Sequence<Unicode.Scalar>) -> Meaning {
    meanings[Int(lexicon.set(of: folded).set)]
  }
}
