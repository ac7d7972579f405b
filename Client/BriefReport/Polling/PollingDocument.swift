package import BriefModel

/// `explain SOURCE --json`.
package struct PollingDocument: Encodable, Sendable {
  private let polling: SourcePolling

  package init(_ polling: SourcePolling) { self.polling = polling }

  private enum CodingKeys: String, CodingKey {
    case source, state, reasons, asks, polls, bytes, host, gap, publications
    case warning, oddities
    case leadsTo = "leads_to"
    case recent = "recent_publications"
    case nextPoll = "next_poll"
    case notModified = "not_modified"
    case lastChange = "last_change"
    case wouldChange = "would_change"
  }
  private enum ReasonKeys: String, CodingKey { case kind, seconds, until, count, detail }
  private enum WishKeys: String, CodingKey {
    case ttl
    case freshFor = "fresh_for"
    case updatePeriod = "update_period"
    case skipHours = "skip_hours"
    case skipDays = "skip_days"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(polling.state.id, forKey: .source)
    try container.encode(polling.state.state, forKey: .state)
    try container.encode(polling.state.nextPoll, forKey: .nextPoll)
    var reasons = container.nestedUnkeyedContainer(forKey: .reasons)
    for reason in polling.reasons {
      var member = reasons.nestedContainer(keyedBy: ReasonKeys.self)
      try member.encode(reason.kind, forKey: .kind)
      try member.encode(reason.seconds, forKey: .seconds)
      try member.encode(reason.until, forKey: .until)
      try member.encode(reason.count, forKey: .count)
      try member.encode(reason.detail, forKey: .detail)
    }
    var asks = container.nestedContainer(keyedBy: WishKeys.self, forKey: .asks)
    try asks.encode(polling.freshFor, forKey: .freshFor)
    try asks.encode(polling.manners.ttl, forKey: .ttl)
    try asks.encode(polling.manners.updatePeriod, forKey: .updatePeriod)
    try asks.encode(polling.manners.skipHours, forKey: .skipHours)
    try asks.encode(polling.manners.skipDays, forKey: .skipDays)
    try container.encode(polling.polls, forKey: .polls)
    try container.encode(polling.notModified, forKey: .notModified)
    try container.encode(polling.bytes, forKey: .bytes)
    try container.encode(polling.lastChange, forKey: .lastChange)
    try container.encode(polling.host.map(HostTrafficDocument.init), forKey: .host)
    try container.encode(polling.leadsTo.map(HostTrafficDocument.init), forKey: .leadsTo)
    try container.encode(polling.state.publications, forKey: .publications)
    try container.encode(polling.recent, forKey: .recent)
    try container.encode(polling.state.gap, forKey: .gap)
    try container.encode(polling.warning, forKey: .warning)
    try container.encode(polling.state.oddities, forKey: .oddities)
    try container.encode(ReasonWords.levers(polling), forKey: .wouldChange)
  }
}
