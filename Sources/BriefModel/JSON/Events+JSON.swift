extension SourceEvent: Encodable {
  private enum CodingKeys: String, CodingKey { case source, event, time, since, failures, reason }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(kind, forKey: .event)
    try container.encode(time, forKey: .time)
    try container.encode(since, forKey: .since)
    try container.encode(failures, forKey: .failures)
    try container.encode(reason, forKey: .reason)
  }
}

extension DeadlineEvent: Encodable {
  private enum CodingKeys: String, CodingKey {
    case event, topic, kind, due, from, day, sources, last
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(condition, forKey: .event)
    try container.encode(topic, forKey: .topic)
    try container.encode(kind, forKey: .kind)
    try container.encode(due, forKey: .due)
    try container.encode(from, forKey: .from)
    try container.encode(day, forKey: .day)
    try container.encode(sources, forKey: .sources)
    try container.encode(last, forKey: .last)
  }
}
