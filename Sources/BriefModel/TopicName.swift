/// What a topic of the catalogue is called.
public struct TopicName: Hashable, Sendable {
  public var id: TopicID
  /// The topic above; `nil` for one at the top.
  public var parent: TopicID?
  /// By language code.
  public var labels: [String: String]

  public init(id: TopicID, parent: TopicID?, labels: [String: String]) {
    (self.id, self.parent, self.labels) = (id, parent, labels)
  }

  /// The label in a language, else in English, else in any, else the id.
  public func label(_ language: String = "en") -> String {
    labels[language] ?? labels["en"] ?? labels.min { $0.key < $1.key }?.value ?? id.rawValue
  }
}
