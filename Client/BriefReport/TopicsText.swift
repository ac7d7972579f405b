package import BriefModel

/// A topic with what the store has on it.
package struct TopicRow: Encodable, Hashable, Sendable {
  package var id: TopicID
  package var parent: TopicID?
  package var label: String
  /// Publications whose newest version speaks of it.
  package var publications: Int

  package init(id: TopicID, parent: TopicID?, label: String, publications: Int) {
    (self.id, self.parent, self.label, self.publications) = (id, parent, label, publications)
  }

  private enum CodingKeys: String, CodingKey { case id, parent, label, publications }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(parent, forKey: .parent)
    try container.encode(label, forKey: .label)
    try container.encode(publications, forKey: .publications)
  }
}

/// `topics list --json`.
package struct TopicsDocument: Encodable, Sendable {
  package var topics: [TopicRow]
  package init(_ topics: [TopicRow]) { self.topics = topics }
}

/// `topics list` for people, and a line a topic for programs.
package enum TopicsText {
  package static func lines(_ topics: [TopicRow], style: TextStyle) -> [String] {
    guard case .screen = style.layout else {
      return topics.map {
        [$0.id.rawValue, $0.parent?.rawValue ?? "-", "\($0.publications)", $0.label].map(style.line)
          .joined(separator: "\t")
      }
    }
    var table = TextTable(["topic", "publications", "label"])
    for topic in topics {
      table.append(
        [
          (topic.parent == nil ? "" : "  ") + style.line(topic.id.rawValue),
          topic.publications == 0 ? "-" : "\(topic.publications)", style.line(topic.label),
        ], ink: topic.publications == 0 ? .faint : nil)
    }
    return table.lines(style: style)
  }
}
