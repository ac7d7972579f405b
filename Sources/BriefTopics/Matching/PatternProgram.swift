/// All patterns of a catalogue, compiled: one lexicon for their words, and for each symbol set the
/// patterns that begin there.
struct PatternProgram: Sendable {
  /// What a pattern stands for.
  enum Owner: Hashable, Sendable {
    case topic(Int)
    case exclusion(Int)
    case group(Int)
  }

  struct Step: Sendable {
    var link: TopicPattern.Link
    var term: Int32
  }

  struct Compiled: Sendable {
    var owner: Owner
    var text: String
    var steps: [Step]
  }

  let lexicon: Lexicon
  let patterns: [Compiled]
  /// Term numbers by symbol set.
  private let terms: [[Int32]]
  /// Numbers of the patterns that begin with a term of the set.
  let starters: [[Int32]]

  init(_ sources: [(owner: Owner, pattern: TopicPattern)]) {
    var atoms: [Lexicon.Atom] = []
    var atomNumbers: [Lexicon.Atom: Int32] = [:]
    var termNumbers: [[Int32]: Int32] = [:]
    var compiled: [Compiled] = []
    for (owner, pattern) in sources {
      let steps = pattern.terms.map { term in
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
      compiled.append(Compiled(owner: owner, text: pattern.text, steps: steps))
    }
    lexicon = Lexicon(atoms)
    patterns = compiled
    (terms, starters) = Self.tables(lexicon, termNumbers, compiled)
  }

  private static func tables(
    _ lexicon: Lexicon, _ termNumbers: [[Int32]: Int32], _ patterns: [Compiled]
  ) -> (terms: [[Int32]], starters: [[Int32]]) {
    var ofAtom = [[Int32]](repeating: [], count: lexicon.atoms.count)
    for (atoms, number) in termNumbers { for atom in atoms { ofAtom[Int(atom)].append(number) } }
    var beginning = [[Int32]](repeating: [], count: termNumbers.count)
    for (number, pattern) in patterns.enumerated() {
      guard let first = pattern.steps.first else { continue }
      beginning[Int(first.term)].append(Int32(number))
    }
    let terms = lexicon.sets.map { set in Set(set.flatMap { ofAtom[Int($0)] }).sorted() }
    return (terms, terms.map { set in set.flatMap { beginning[Int($0)] }.sorted() })
  }

  /// A match: positions in the list of found tokens of its first and last token.
  struct Match: Hashable, Sendable {
    var first: Int
    var last: Int
  }

  /// The match of a pattern whose first term is the found token at `position`.
  func match(_ number: Int32, at position: Int, in found: [FoundToken]) -> Match? {
    extend(
      Match(first: position, last: position), patterns[Int(number)].steps, from: 1, in: found)
  }

  private func extend(
    _ span: Match, _ steps: [Step], from step: Int, in found: [FoundToken]
  ) -> Match? {
    guard step < steps.count else { return span }
    let term = steps[step].term
    switch steps[step].link {
    case .next:
      let next = span.last + 1
      guard next < found.count, found[next].index == found[span.last].index + 1,
        has(found[next].set, term)
      else { return nil }
      return extend(Match(first: span.first, last: next), steps, from: step + 1, in: found)
    case .after(let distance):
      return forward(span, steps, step, distance, in: found)
    case .within(let distance):
      return forward(span, steps, step, distance, in: found)
        ?? backward(span, steps, step, distance, in: found)
    }
  }

  private func forward(
    _ span: Match, _ steps: [Step], _ step: Int, _ distance: Int32, in found: [FoundToken]
  ) -> Match? {
    let limit = found[span.last].index + distance
    var next = span.last + 1
    while next < found.count, found[next].index <= limit {
      if has(found[next].set, steps[step].term),
        let match = extend(
          Match(first: span.first, last: next), steps, from: step + 1, in: found)
      {
        return match
      }
      next += 1
    }
    return nil
  }

  /// Before the span, or between its ends.
  private func backward(
    _ span: Match, _ steps: [Step], _ step: Int, _ distance: Int32, in found: [FoundToken]
  ) -> Match? {
    let limit = found[span.first].index - distance
    var next = span.last - 1
    while next >= 0, found[next].index >= limit {
      if next != span.first, has(found[next].set, steps[step].term),
        let match = extend(
          Match(first: min(span.first, next), last: span.last), steps, from: step + 1, in: found)
      {
        return match
      }
      next -= 1
    }
    return nil
  }

  private func has(_ set: Int32, _ term: Int32) -> Bool {
    terms[Int(set)].contains(term)
  }
}
