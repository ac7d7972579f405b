/// All patterns of a catalogue, compiled: one lexicon for their words, and for each symbol set the
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

    /// Must the words stand in one sentence?
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

  /// Lists one after another, without an array for each.
  struct Lists: Sendable {
    private var offsets: [Int32] = [0]
    private(set) var values: [Int32] = []

    init(_ lists: [[Int32]]) {
      for list in lists {
        values += list
        offsets.append(Int32(values.count))
      }
    }

    subscript(list: Int32) -> Range<Int> {
      Int(offsets[Int(list)])..<Int(offsets[Int(list) + 1])
    }
  }

  let lexicon: Lexicon
  let patterns: [Compiled]
  private let steps: [Step]
  /// Term numbers by symbol set.
  private let terms: Lists
  /// Numbers of the patterns that begin with a term of the set.
  let starters: Lists
  /// The same without those that only passages and titles are asked for.
  let longTextStarters: Lists

  init(_ sources: [(owner: Owner, pattern: TopicPattern)]) {
    var atoms: [Lexicon.Atom] = []
    var atomNumbers: [Lexicon.Atom: Int32] = [:]
    var termNumbers: [[Int32]: Int32] = [:]
    var compiled: [Compiled] = []
    var allSteps: [Step] = []
    for (owner, pattern) in sources {
      let first = allSteps.count
      allSteps += pattern.terms.map { term in
        let numbers = term.alternatives.map { atom in
          if let known = atomNumbers[atom] { return known }
          let number = Int32(atoms.count)
          atomNumbers[atom] = number
          atoms.append(atom)
          return number
        }
        let key = Set(numbers).sorted()
        let number = termNumbers[key] ?? Int32(termNumbers.count)
        termNumbers[key] = number
        return Step(link: term.link, term: number)
      }
      compiled.append(
        Compiled(owner: owner, text: pattern.text, steps: first..<allSteps.count))
    }
    lexicon = Lexicon(atoms)
    patterns = compiled
    steps = allSteps
    let firsts = compiled.map { allSteps[$0.steps.lowerBound].term }
    let byTerm = Self.tables(lexicon, termNumbers, firsts)
    terms = Lists(byTerm.terms)
    starters = Lists(byTerm.starters)
    longTextStarters = Lists(
      byTerm.starters.map { $0.filter { !compiled[Int($0)].owner.isOfPassages } })
  }

  private static func tables(
    _ lexicon: Lexicon, _ termNumbers: [[Int32]: Int32], _ firstTerms: [Int32]
  ) -> (terms: [[Int32]], starters: [[Int32]]) {
    var ofAtom = [[Int32]](repeating: [], count: lexicon.atoms.count)
    for (atoms, number) in termNumbers { for atom in atoms { ofAtom[Int(atom)].append(number) } }
    var beginning = [[Int32]](repeating: [], count: termNumbers.count)
    for (number, term) in firstTerms.enumerated() { beginning[Int(term)].append(Int32(number)) }
    let terms = lexicon.sets.map { set in Set(set.flatMap { ofAtom[Int($0)] }).sorted() }
    let starters = terms.map { set in set.flatMap { beginning[Int($0)] }.sorted() }
    return (terms, starters)
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
        has(found[next].set, term)
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
      if has(found[next].set, term),
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
      if next != span.first, has(found[next].set, term),
        let match = extend(
          Match(first: min(span.first, next), last: span.last), rest, in: found)
      {
        return match
      }
      next -= 1
    }
    return nil
  }

  private func has(_ set: Int32, _ term: Int32) -> Bool {
    for index in terms[set] where terms.values[index] == term { return true }
    return false
  }
}
