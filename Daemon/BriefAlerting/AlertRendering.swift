package import BriefModel

/// An alert as JSON (`brief-sync/alert/1`): what webhooks receive, and what the other channels make
/// their own texts from.
package enum AlertRendering {
  package static let schema = "brief-sync/alert/1"

  /// Throws what the JSON encoder throws; an alert has nothing that it could not encode.
  package static func body(_ alert: Alert, store: StoreID, key: String) throws -> AlertBody {
    let record = AlertRecord(alert: alert.clipped(), store: store, key: key)
    return AlertBody(type: alert.subject.type, text: try JSONText.encode(record))
  }
}

extension AlertRendering {
  /// Word that alerts of `channel` were given up, for another channel (type `channel`).
  package static func parkingNotice(
    channel: ChannelID, count: Int, answer: String, store: StoreID, key: String
  ) throws -> AlertBody {
    let record = ParkingRecord(
      key: key, store: store, channel: channel, count: count,
      reason: answer.clipped(to: AlertLimits.line))
    return AlertBody(type: record.type, text: try JSONText.encode(record))
  }

  private struct ParkingRecord: Encodable {
    var schema = AlertRendering.schema
    var key: String
    var rule = "parked"
    var type = "channel"
    var store: StoreID
    var channel: ChannelID
    var count: Int
    var reason: String
  }
}

extension Alert.Subject {
  /// `change`, `summary` or `source`.
  var type: String {
    switch self {
    case .change: "change"
    case .summary: "summary"
    case .source: "source"
    case .deadline: "claim"
    }
  }
}

/// The members of the document.
private struct AlertRecord: Encodable {
  let alert: Alert
  let store: StoreID
  let key: String

  private enum CodingKeys: String, CodingKey {
    case schema, key, rule, type, store, source, count, reason, changes, published, mentions
    case claimsMoved = "claims_moved"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(AlertRendering.schema, forKey: .schema)
    try container.encode(key, forKey: .key)
    try container.encode(alert.rule, forKey: .rule)
    try container.encode(alert.subject.type, forKey: .type)
    try container.encode(store, forKey: .store)
    switch alert.subject {
    case .change(let change):
      try change.encode(to: encoder)  // its members stand beside ours
      try container.encode(alert.moves, forKey: .claimsMoved)
      try container.encode(alert.published, forKey: .published)
      try container.encode(alert.mentions.map(Passage.init), forKey: .mentions)
    case .summary(let source, let reason, let changes):
      try container.encode(source, forKey: .source)
      try container.encode(changes.count, forKey: .count)
      try container.encode(reason, forKey: .reason)
      try container.encode(Array(changes.prefix(AlertLimits.summaryChanges)), forKey: .changes)
    case .deadline(let event): try event.encode(to: encoder)
    case .source(let event): try event.encode(to: encoder)
    }
  }

  /// A topic with words that speak of it.
  private struct Passage: Encodable {
    var topic: TopicID
    var passage: String

    init(_ mention: Mention) { (topic, passage) = (mention.topic, mention.passage) }
  }
}
