/// Words that dates hang on, and the commonest words of the seven languages: they are found in the pass
/// that looks for topics.
struct TimeWords: Sendable {
  /// What a word says.
  struct Meaning: Sendable {
    /// A bit for each language in which a date can hang on it, by their order.
    var anchors: UInt8 = 0
    /// One for each language that has it among its commonest, nine bits apart.
    var common: UInt64 = 0
    /// Does a pattern have it?
    var isOfPattern = false
  }

  /// By symbol set.
  private let meanings: [Meaning]

  /// Every word with its meaning; one may come several times.
  static let all: [(word: Lexicon.Atom, meaning: Meaning)] = {
    var words: [(word: Lexicon.Atom, meaning: Meaning)] = []
    for (number, language) in DateVocabulary.languages.enumerated() {
      let anchors = Meaning(anchors: 1 << UInt8(number))
      words += (DateVocabulary.of(language)?.anchors ?? []).map { ($0, anchors) }
      let common = Meaning(common: 1 << UInt64(SeenTimeWords.bits * number))
      words += DateVocabulary.common(in: language).map { ($0, common) }
    }
    return words
  }()

  /// - Parameter words: by the atom of each.
  init(
    _ words: some Sequence<(Int32, Meaning)>, _ sets: [TrieBuilder.GrownSet], in trie: WordTrie
  ) {
    var byAtom: [Int32: Meaning] = [:]
    for (atom, meaning) in words {
      byAtom[atom, default: Meaning()].anchors |= meaning.anchors
      byAtom[atom, default: Meaning()].common += meaning.common
    }
    var meanings = [Meaning()]
    meanings.reserveCapacity(sets.count + 1)
    for set in sets {
      var meaning = meanings[Int(set.from)]
      if let added = byAtom[set.atom] {
        meaning.anchors |= added.anchors
        meaning.common += added.common
      }
      meaning.isOfPattern = trie.isOwn(Int32(truncatingIfNeeded: meanings.count))
      meanings.append(meaning)
    }
    self.meanings = meanings
  }

  /// Notes what a token says of time; returns whether a pattern has it.
  ///
  /// - Parameter number: among the tokens of its field.
  @inline(__always)
  func take(_ token: FoundToken, _ number: Int32, into seen: inout SeenTimeWords) -> Bool {
    let meaning = meanings[Int(token.set)]
    if meaning.anchors != 0 {
      seen.anchors.append(SeenTimeWords.Anchor(start: token.start, languages: meaning.anchors))
    }
    if meaning.common != 0, number < Int32(DateVocabulary.sample) { seen.common &+= meaning.common }
    return meaning.isOfPattern
  }
}

/// What the words of a field say of time and of its language.
struct SeenTimeWords {
  struct Anchor {
    /// UTF-8 bytes into the field.
    var start: Int32
    /// See ``TimeWords/Meaning/anchors``.
    var languages: UInt8
  }

  /// Bits of a language's count: it is at most ``DateVocabulary/sample``.
  static let bits = 9

  var anchors: [Anchor] = []
  /// Common words of each language among the first, ``bits`` apart.
  var common: UInt64 = 0

  /// Common words by language.
  var counts: [Int] {
    DateVocabulary.languages.indices.map { Int(common >> UInt64(Self.bits * $0) & 0x1FF) }
  }
}
