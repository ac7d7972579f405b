/// All patterns of a catalogue, compiled: one trie for their words, and for each symbol set the
/// patterns that begin there.
struct PatternProgram: Sendable {
  /// What a pattern stands for.
  enum Owner: Hashable, Sendable {
    case topic(Int)
    /// Of a topic, where the text is one passage or the title is meant, and in the pattern's
    /// tongue.
    case passage(Int, Tongue)
    /// Of a topic, where no sentence on another topic says it aside.
    case loose(Int)
    /// Of a topic, beside another word of it.
    case supporting(Int)
    case exclusion(Int)
    case group(Int)

    var isOfPassages: Bool {
      if case .passage = self { true } else { false }
    }

    /// Must the words stand in one clause?
    var isLoose: Bool {
      switch self {
      case .passage, .loose, .supporting: true
      default: false
      }
    }

    var isSupporting: Bool {
      if case .supporting = self { true } else { false }
    }
  }

  struct Step: Sendable {
    var link: TopicPattern.Link
    var term: Int32
  }

  struct Compiled: Sendable {
    var owner: Owner
    var text: String
    /// Into ``steps``.
    var steps: Range<Int>
  }

  let trie: WordTrie
  let patterns: [Compiled]
  private let steps: [Step]
  /// Term numbers by symbol set.
  private let terms: NumberLists
  /// Numbers of the patterns that begin with a term of the set.
  let starters: NumberLists
  /// The same without those that only passages and titles are asked for.
  let longTextStarters: NumberLists
  /// What tokens say of time and language, by symbol set.
  let timeWords: TimeWords

  /// - Parameter shared: words of time that are found along with those of the patterns.
  init(
    _ sources: [(owner: Owner, pattern: TopicPattern)],
    sharing shared: [(word: Lexicon.Atom, meaning: TimeWords.Meaning)] = TimeWords.all
  ) {
    var reading = PatternReading()
    let compiled = sources.map { owner, pattern in
      let first = reading.steps.count
      reading.read(pattern)
      return Compiled(owner: owner, text: pattern.text, steps: first..<reading.steps.count)
    }
    patterns = compiled
    steps = reading.steps
    let atoms = reading.share(shared.map(\.word))
    let placed = reading.trie.place()
    trie = placed.trie
    let ofAtom = reading.termsByAtom
    terms = NumberLists(growing: placed.sets) { atom, add in ofAtom.forEach(in: atom, add) }
    let firsts = compiled.map { reading.steps[$0.steps.lowerBound].term }
    let beginning = NumberLists(
      firsts.indices.map { Int32(truncatingIfNeeded: $0) }, by: firsts, count: reading.termCount)
    starters = NumberLists(growing: placed.sets) { atom, add in
      ofAtom.forEach(in: atom) { beginning.forEach(in: $0, add) }
    }
    longTextStarters = starters.filtered { !compiled[Int($0)].owner.isOfPassages }
    timeWords = TimeWords(zip(atoms, shared.map(\.meaning)), placed.sets, in: trie)
  }

  /// A match: positions in the list of found tokens of its first and last token.
  struct Match: Hashable, Sendable {
    var first: Int
    var last: Int
  }

  /// The match of a pattern whose first term is the found token at `position`.
  func match(_ number: Int32, at position: Int, in found: [FoundToken]) -> Match? {
    let steps = patterns[Int(number)].steps
    let start = Match(first: position, last: position)
    return steps.count == 1 ? start : extend(start, steps.dropFirst(), in: found)
  }

  private func extend(_ span: Match, _ left: Range<Int>, in found: [FoundToken]) -> Match? {
    guard let step = left.first else { return span }
    let rest = left.dropFirst()
    let term = steps[step].term
    switch steps[step].link {
    case .next:
      let next = span.last + 1
      guard next < found.count, found[next].index == found[span.last].index + 1,
        terms.holds(term, in: found[next].set)
      else { return nil }
      return extend(Match(first: span.first, last: next), rest, in: found)
    case .after(let distance):
      return forward(span, term, rest, distance, in: found)
    case .within(let distance):
      return forward(span, term, rest, distance, in: found)
        ?? backward(span, term, rest, distance, in: found)
    }
  }

  private func forward(
    _ span: Match, _ term: Int32, _ rest: Range<Int>, _ distance: Int32, in found: [FoundToken]
  ) -> Match? {
    let limit = found[span.last].index + distance
    var next = span.last + 1
    while next < found.count, found[next].index <= limit {
      if terms.holds(term, in: found[next].set),
        let match = extend(Match(first: span.first, last: next), rest, in: found)
      {
        return match
      }
      next += 1
    }
    return nil
  }

  /// Before the span, or between its ends.
  private func backward(
    _ span: Match, _ term: Int32, _ rest: Range<Int>, _ distance: Int32, in found: [FoundToken]
  ) -> Match? {
    let limit = found[span.first].index - distance
    var next = span.last - 1
    while next >= 0, found[next].index >= limit {
      if next != span.first, terms.holds(term, in: found[next].set),
        let match = extend(
          Match(first: min(span.first, next), last: span.last), rest, in: found)
      {
        return match
      }
      next -= 1
    }
    return nil
  }
}
