extension SourceState: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, url, kind, state, reason, publications, oddities, gap
    case movedTo = "moved_to"
    case failingSince = "failing_since"
    case lastPoll = "last_poll"
    case lastSuccess = "last_success"
    case nextPoll = "next_poll"
    case silentSince = "silent_since"
    case consecutiveFailures = "consecutive_failures"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(url, forKey: .url)
    try container.encode(movedTo, forKey: .movedTo)
    try container.encode(kind, forKey: .kind)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(troubleSince, forKey: .failingSince)
    try container.encode(lastPoll, forKey: .lastPoll)
    try container.encode(lastSuccess, forKey: .lastSuccess)
    try container.encode(nextPoll, forKey: .nextPoll)
    try container.encode(silentSince, forKey: .silentSince)
    try container.encode(publications, forKey: .publications)
    try container.encode(consecutiveFailures, forKey: .consecutiveFailures)
    try container.encode(oddities, forKey: .oddities)
    try container.encode(gap, forKey: .gap)
  }
}

extension SourceGap: Encodable {
  private enum CodingKeys: String, CodingKey { case after, found, documents, ending }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(after, forKey: .after)
    try container.encode(found, forKey: .found)
    try container.encode(documents, forKey: .documents)
    try container.encode(ending, forKey: .ending)
  }
}
