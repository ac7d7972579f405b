package import BriefModel

/// What the configuration may call a topic, and which topics lie under which.
package struct TopicNames: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The topic above; `nil` for one at the top.
  private let parents: [TopicID: TopicID?]

  package init(_ topics: [(id: TopicID, parent: TopicID?)]) {
    parents = Dictionary(topics.map { ($0.id, $0.parent) }) { first, _ in first }
  }

  package init(arrayLiteral topics: TopicID...) {
    self.init(topics.map { ($0, nil) })
  }

  /// Those of both; what `other` says of a topic goes first.
  func union(_ other: TopicNames) -> TopicNames {
    TopicNames(parents: parents.merging(other.parents) { $1 })
  }

  private init(parents: [TopicID: TopicID?]) { self.parents = parents }

  var names: [String] { parents.keys.map(\.rawValue).sorted() }

  /// The topics and all that lie under them.
  func withDescendants(_ topics: [TopicID]) -> Set<TopicID> {
    var found = Set(topics)
    var isNew = !found.isEmpty
    while isNew {
      isNew = false
      for (topic, parent) in parents {
        if let parent, found.contains(parent), found.insert(topic).inserted { isNew = true }
      }
    }
    return found
  }
}
