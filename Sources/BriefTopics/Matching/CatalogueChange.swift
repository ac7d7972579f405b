/// What differs between two catalogues, as far as topics of texts depend on it. A text in which none
/// of the patterns matches that only one of them has, has the same topics by both.
///
/// What a topic finds depends on its own patterns and conditions, on the patterns of the groups that
/// these name, and on the topics that are found beside it. Labels, milestones and notes tag nothing.
struct CatalogueChange {
  /// Patterns that one of two lists has and the other has not, and all of both where what they share
  /// stands in another order: of two patterns that match the same words, the first is named.
  private(set) var patterns: [TopicPattern] = []
  /// The same of those that count in titles and in texts of one passage.
  private(set) var passagePatterns: [TopicPattern] = []
  /// Topics that both have stand in another order, which settles ties between them in any text.
  private(set) var reorders = false

  init() {}

  mutating func add(from old: TopicCatalogue, to new: TopicCatalogue) {
    let kept = (old.topics.filter { new[$0.id] != nil }, new.topics.filter { old[$0.id] != nil })
    if kept.0.map(\.id) != kept.1.map(\.id) { reorders = true }
    for (before, after) in zip(kept.0, kept.1) where before.id == after.id {
      addPatterns(from: before, to: after)
    }
    for topic in old.topics where new[topic.id] == nil { addAll(of: topic) }
    for topic in new.topics where old[topic.id] == nil { addAll(of: topic) }
    // A group that is not there and one without a match are the same to who names them.
    for name in Set(old.groups.keys).union(new.groups.keys) {
      patterns += Self.differing(
        old.groups[name] ?? [], new.groups[name] ?? [])
    }
  }

  private mutating func addAll(of topic: Topic) {
    for lists in [topic.patterns, topic.loosePatterns, topic.supportingPatterns] {
      patterns += lists.values.flatMap(\.self)
    }
    passagePatterns += topic.passagePatterns.values.flatMap(\.self)
  }

  private mutating func addPatterns(from old: Topic, to new: Topic) {
    guard old.parent == new.parent, old.standing == new.standing, old.near == new.near,
      old.away == new.away, old.together == new.together, old.excludeWithin == new.excludeWithin
    else {
      addAll(of: old)
      return addAll(of: new)
    }
    let lists = [
      (old.patterns, new.patterns), (old.loosePatterns, new.loosePatterns),
      (old.supportingPatterns, new.supportingPatterns),
    ]
    for (old, new) in lists where old != new {
      patterns += Self.differing(Self.inOrder(old), Self.inOrder(new))
    }
    patterns += Self.differing(old.exclude, new.exclude)
    addPassagePatterns(from: old.passagePatterns, to: new.passagePatterns)
  }

  private mutating func addPassagePatterns(
    from old: [String: [TopicPattern]], to new: [String: [TopicPattern]]
  ) {
    guard old != new else { return }
    for language in Set(old.keys).union(new.keys) {
      passagePatterns += Self.differing(
        old[language] ?? [], new[language] ?? [])
    }
  }

  /// As ``TopicMatcher`` numbers them.
  private static func inOrder(_ lists: [String: [TopicPattern]]) -> [TopicPattern] {
    lists.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private static func differing(_ old: [TopicPattern], _ new: [TopicPattern]) -> [TopicPattern] {
    guard old != new else { return [] }
    let (known, wanted) = (Set(old), Set(new))
    let isInOrder = old.filter(wanted.contains) == new.filter(known.contains)
    guard isInOrder else { return Array(known.union(wanted)) }
    return Array(known.symmetricDifference(wanted))
  }
}

/// Tells the texts that one catalogue may tag otherwise than others.
package struct ChangedTexts: Sendable {
  private let program: PatternProgram
  private let scanner: TokenScanner

  /// - Returns: `nil` where any text may be one: the topics stand in another order.
  package init?(from others: [TopicCatalogue], to catalogue: TopicCatalogue) {
    var change = CatalogueChange()
    for other in others { change.add(from: other, to: catalogue) }
    guard !change.reorders else { return nil }
    // Whose a pattern is, and in which tongue it counts, need not be told apart.
    program = PatternProgram(
      change.patterns.map { (.topic(0), $0) }
        + change.passagePatterns.map { (.passage(0, .unknown), $0) }, sharing: [])
    scanner = TokenScanner(program.trie)
  }

  /// A text in which no pattern matches that differs has the same topics, and so the same claims and
  /// figures. What is no plain sequence of words (broken at the end of a line, completed by another, spelt
  /// otherwise, too long to be read whole) is cut by the words that a catalogue knows, and may always be
  /// one.
  package func mayHold(title: String?, text: String) -> Bool {
    var (title, text) = (title ?? "", text)
    title.makeContiguousUTF8()
    text.makeContiguousUTF8()
    guard max(title.utf8.count, text.utf8.count) <= EvidencePolicy.bytes else { return true }
    let bytes = (title: title.utf8.span, text: text.utf8.span)
    guard BelarusianSpelling(of: bytes.text) == nil, BelarusianSpelling(of: bytes.title) == nil
    else { return true }
    var found: [FoundToken] = []
    var isPlain = true
    let titleTokens = scanner.forEachToken(bytes.title, firstIndex: 0, isPlain: &isPlain) {
      found.append($0)
    }
    let tokens = scanner.forEachToken(
      bytes.text, firstIndex: titleTokens, isPlain: &isPlain
    ) { found.append($0) }
    let isOnePassage = Int(tokens - titleTokens) <= EvidencePolicy.onePassage
    return !isPlain || matches(found, isOnePassage, titleTokens)
  }

  private func matches(
    _ found: [FoundToken], _ isOnePassage: Bool, _ titleTokens: Int32
  ) -> Bool {
    for position in found.indices {
      for index in program.starters[found[position].set] {
        let number = program.starters.values[index]
        guard let match = program.match(number, at: position, in: found) else { continue }
        if isOnePassage || !program.patterns[Int(number)].owner.isOfPassages
          || found[match.last].index < titleTokens
        {
          return true
        }
      }
    }
    return false
  }
}
