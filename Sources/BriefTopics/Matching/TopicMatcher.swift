import BriefModel

/// Finds the topics of a catalogue in a text: one pass over its bytes for all topics and languages.
package struct TopicMatcher: Sendable {
  package let catalogue: TopicCatalogue
  let program: PatternProgram
  private let scanner: TokenScanner
  private let nears: [[Near]]
  private let aways: [[Away]]
  private let togethers: [[Int]]
  private let groupCount: Int
  /// Groups with the group, named `not-` and its name, whose matches are none of theirs.
  private let voids: [(group: Int, by: Int)]

  /// A near-condition with its groups by number.
  private struct Near: Sendable {
    var groups: [Int]
    var within: Int64
    var isStrict: Bool
    var names: [String]
  }

  /// An away-condition with its groups by number.
  private struct Away: Sendable {
    var groups: [Int]
    var within: Int64
    var unless: [Int]
  }

  package init(_ catalogue: TopicCatalogue) {
    self.catalogue = catalogue
    let groups = catalogue.groups.keys.sorted()
    var sources: [(PatternProgram.Owner, TopicPattern)] = []
    for (number, name) in groups.enumerated() {
      sources += (catalogue.groups[name] ?? []).map { (.group(number), $0) }
    }
    for (number, topic) in catalogue.topics.enumerated() {
      for (_, patterns) in topic.patterns.sorted(by: { $0.key < $1.key }) {
        sources += patterns.map { (.topic(number), $0) }
      }
      for (language, patterns) in topic.passagePatterns.sorted(by: { $0.key < $1.key }) {
        let tongue = Tongue(language)
        sources += patterns.map { (.passage(number, tongue), $0) }
      }
      for (_, patterns) in topic.loosePatterns.sorted(by: { $0.key < $1.key }) {
        sources += patterns.map { (.loose(number), $0) }
      }
      for (_, patterns) in topic.supportingPatterns.sorted(by: { $0.key < $1.key }) {
        sources += patterns.map { (.supporting(number), $0) }
      }
      sources += topic.exclude.map { (.exclusion(number), $0) }
    }
    program = PatternProgram(sources)
    scanner = TokenScanner(program.trie)
    groupCount = groups.count
    let numbers = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    voids = groups.compactMap { name in
      guard let group = numbers[name], let by = numbers["not-\(name)"] else { return nil }
      return (group, by)
    }
    aways = catalogue.topics.map { topic in
      topic.away.map {
        Away(
          groups: $0.groups.compactMap { numbers[$0] }, within: Int64($0.within),
          unless: ($0.unless ?? []).compactMap { numbers[$0] })
      }
    }
    togethers = catalogue.topics.map { $0.together.compactMap { numbers[$0] } }
    nears = catalogue.topics.map { topic in
      topic.near.map {
        Near(
          groups: $0.groups.compactMap { numbers[$0] }, within: Int64($0.within),
          isStrict: $0.strict ?? false, names: $0.groups)
      }
    }
  }

  /// What a text's patterns came to, before anything is weighed.
  struct Findings {
    /// By topic number, in order.
    var hits: [Int: [PatternSpan]] = [:]
    var exclusions: [Int: [PatternSpan]] = [:]
    var groups: [[PatternSpan]]
    /// Tokens of the title; those of the text are numbered on from there.
    var titleTokens: Int32
    var tokens: Int32
    var found: [FoundToken]
    /// Found tokens that lie in the title.
    var titleFound: Int

    var isOnePassage: Bool { Int(tokens - titleTokens) <= EvidencePolicy.onePassage }
  }

  /// A match in token numbers.
  struct PatternSpan: Hashable {
    var first: Int32
    var last: Int32
    var match: PatternProgram.Match
    var pattern: Int32

    func distance(to other: PatternSpan) -> Int64 {
      if other.first > last { return Int64(other.first) - Int64(last) }
      if first > other.last { return Int64(first) - Int64(other.last) }
      return 0
    }
  }

  func findings(_ content: ReadableText) -> Findings {
    let bytes = (title: content.title.bytes, text: content.text.bytes)
    let (title, text) = (bytes.title.span, bytes.text.span)
    var found: [FoundToken] = []
    // A word in five of six letters.
    found.reserveCapacity(text.count / 32 + 8)
    let spelling = BelarusianSpelling(of: text) ?? BelarusianSpelling(of: title)
    let titleTokens = scan(content.title, spelling, from: 0, &found)
    let titleFound = found.count
    let tokens = scan(content.text, spelling, from: titleTokens, &found)
    var findings = Findings(
      groups: Array(repeating: [], count: groupCount), titleTokens: titleTokens, tokens: tokens,
      found: [], titleFound: titleFound)
    var tongue: Tongue? = spelling.map { _ in .cyrillic }
    for position in found.indices {
      let isShort = findings.isOnePassage || found[position].index < titleTokens
      let starters = isShort ? program.starters : program.longTextStarters
      for index in starters[found[position].set] {
        let number = starters.values[index]
        guard let match = program.match(number, at: position, in: found) else { continue }
        let span = PatternSpan(
          first: found[match.first].index, last: found[match.last].index, match: match,
          pattern: number)
        switch program.patterns[Int(number)].owner {
        case .topic(let topic), .loose(let topic), .supporting(let topic):
          findings.hits[topic, default: []].append(span)
        case .passage(let topic, let wanted):
          guard findings.isOnePassage || span.last < titleTokens else { continue }
          let known = tongue ?? Tongue(of: content)
          tongue = known
          if wanted.isHeard(in: known) { findings.hits[topic, default: []].append(span) }
        case .exclusion(let topic): findings.exclusions[topic, default: []].append(span)
        case .group(let group): findings.groups[group].append(span)
        }
      }
    }
    findings.found = found
    for (group, by) in voids where !findings.groups[by].isEmpty {
      let namesakes = findings.groups[by]
      findings.groups[group].removeAll {
        Self.nearest(to: $0, in: namesakes)?.distance(to: $0) == 0
      }
    }
    return findings
  }

  /// Returns the number of the token after the last; leaves with the field what it saw of time.
  private func scan(
    _ field: FieldText, _ spelling: BelarusianSpelling?, from first: Int32,
    _ found: inout [FoundToken]
  ) -> Int32 {
    let bytes = field.bytes
    if let spelling {
      return scanner.scan(bytes.span, spelled: spelling, firstIndex: first, into: &found)
    }
    let words = program.timeWords
    var seen = SeenTimeWords()
    var isPlain = true
    let next = scanner.forEachToken(bytes.span, firstIndex: first, isPlain: &isPlain) { token in
      if words.take(token, token.index &- first, into: &seen) { found.append(token) }
    }
    // Words that are joined or completed are others where only those of time are known.
    if isPlain { field.timeWords = seen }
    return next
  }

  /// The verdict on one hit. `cursor` makes a run of hits in order linear.
  func verdict(on hit: PatternSpan, of topic: Int, in findings: Findings) -> TopicHit.Verdict {
    if let exclusions = findings.exclusions[topic],
      let nearest = Self.nearest(to: hit, in: exclusions),
      nearest.distance(to: hit) <= Int64(catalogue.topics[topic].excludeWithin)
    {
      return .excluded(by: program.patterns[Int(nearest.pattern)].text)
    }
    for near in nears[topic] {
      let holds = near.groups.contains { group in
        let spans = findings.groups[group]
        if !near.isStrict, let first = spans.first,
          first.last < findings.titleTokens || findings.isOnePassage
        {
          return true
        }
        guard let nearest = Self.nearest(to: hit, in: spans) else { return false }
        return nearest.distance(to: hit) <= near.within
      }
      if !holds { return .missesContext(near.names) }
    }
    for away in aways[topic]
    where away.unless.allSatisfy({ findings.groups[$0].isEmpty }) {
      for group in away.groups {
        if let nearest = Self.nearest(to: hit, in: findings.groups[group]),
          nearest.distance(to: hit) <= away.within
        {
          return .excluded(by: program.patterns[Int(nearest.pattern)].text)
        }
      }
    }
    return .counts
  }

  /// Does a text of one passage speak of what the topic must be near to in one breath, and not side by
  /// side?
  func isTogether(_ topic: Int, in findings: Findings, _ layout: TextLayout) -> Bool {
    guard !togethers[topic].isEmpty, nears[topic].count > 1, findings.isOnePassage,
      togethers[topic].allSatisfy({ findings.groups[$0].isEmpty })
    else { return true }
    var shared: Set<TextLayout.Clause>?
    for near in nears[topic] {
      let clauses = Set(
        near.groups.flatMap { findings.groups[$0] }.map { clause(of: $0, in: findings, layout) })
      shared = shared.map { $0.intersection(clauses) } ?? clauses
    }
    return shared?.isEmpty == false
  }

  /// The title is one.
  private func clause(
    of span: PatternSpan, in findings: Findings, _ layout: TextLayout
  ) -> TextLayout.Clause {
    guard span.match.first >= findings.titleFound else {
      return TextLayout.Clause(sentence: -1, part: 0)
    }
    return layout.clause(at: Int(findings.found[span.match.first].start))
  }

  /// The span nearest to a hit. `spans` are in order of their first found token, so that the
  /// nearest lies beside the place where the hit would stand.
  private static func nearest(to hit: PatternSpan, in spans: [PatternSpan]) -> PatternSpan? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].first < hit.first { low = middle + 1 } else { high = middle }
    }
    return spans[max(low - 3, 0)..<min(low + 3, spans.count)].min {
      $0.distance(to: hit) < $1.distance(to: hit)
    }
  }
}
