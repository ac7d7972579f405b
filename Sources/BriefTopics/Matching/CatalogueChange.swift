import BriefModel

/// What differs between two catalogues, as far as topics of texts depend on it. A text in which none
/// of the patterns matches that only one of them has, has the same topics by both.
///
/// What a topic finds depends on its own patterns and conditions, on the patterns of the groups that
/// these name, and on the topics that are found beside it. Labels, milestones and notes tag nothing.
struct CatalogueChange {
  /// Patterns by kind and language that one of two lists has and the other has not, and all of both
  /// where what they share stands in another order: of two patterns that match the same words, the
  /// first is named.
  private(set) var patterns: [String: [TopicPattern]] = [:]
  private(set) var passagePatterns: [String: [TopicPattern]] = [:]
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
      patterns[Self.any, default: []] += Self.differing(
        old.groups[name] ?? [], new.groups[name] ?? [])
    }
  }

  /// The one topic that has all of them.
  var topic: Topic {
    Topic(
      id: TopicID("changed"), parent: nil, labels: [:], patterns: patterns,
      passagePatterns: passagePatterns, exclude: [], excludeWithin: 0, near: [], milestones: [],
      standing: .named, note: nil, programme: nil, file: "")
  }

  /// Other patterns than those of passages are asked for in texts of every language.
  private static let any = ""

  private mutating func addAll(of topic: Topic) {
    for lists in [topic.patterns, topic.loosePatterns, topic.supportingPatterns] {
      patterns[Self.any, default: []] += lists.values.flatMap(\.self)
    }
    passagePatterns.merge(topic.passagePatterns) { $0 + $1 }
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
      patterns[Self.any, default: []] += Self.differing(Self.inOrder(old), Self.inOrder(new))
    }
    patterns[Self.any, default: []] += Self.differing(old.exclude, new.exclude)
    addPassagePatterns(from: old.passagePatterns, to: new.passagePatterns)
  }

  private mutating func addPassagePatterns(
    from old: [String: [TopicPattern]], to new: [String: [TopicPattern]]
  ) {
    guard old != new else { return }
    for language in Set(old.keys).union(new.keys) {
      passagePatterns[language, default: []] += Self.differing(
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
  private let matcher: TopicMatcher

  /// - Returns: `nil` where any text may be one: the topics stand in another order.
  package init?(from others: [TopicCatalogue], to catalogue: TopicCatalogue) {
    var change = CatalogueChange()
    for other in others { change.add(from: other, to: catalogue) }
    guard !change.reorders else { return nil }
    matcher = TopicMatcher(TopicCatalogue(change.topic))
  }

  /// A text of which no word belongs to a pattern that differs has the same topics, and so the same
  /// claims and figures. What is no plain sequence of words (broken at the end of a line, completed by
  /// another, spelt otherwise) is cut by the words that a catalogue knows, and may always be one.
  package func mayHold(_ content: ReadableText) -> Bool {
    let findings = matcher.findings(content)
    return !findings.hits.isEmpty || content.title.timeWords == nil
      || content.text.timeWords == nil
  }
}
