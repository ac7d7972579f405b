package import BriefClient
import BriefModel

/// `outbox --json`.
package struct OutboxDocument: Encodable, Sendable {
  package struct Channel: Encodable, Sendable {
    package var channel: Outbox.Channel

    private enum CodingKeys: String, CodingKey {
      case id, pending, parked, delivered, discarded, off, gone, since, answer
      case lastDelivered = "last_delivered"
      case nextTry = "next_try"
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(channel.id, forKey: .id)
      try container.encode(channel.pending, forKey: .pending)
      try container.encode(channel.parked, forKey: .parked)
      try container.encode(channel.delivered, forKey: .delivered)
      try container.encode(channel.discarded, forKey: .discarded)
      try container.encode(channel.isOff, forKey: .off)
      try container.encode(channel.isGone, forKey: .gone)
      try container.encode(channel.troubleSince, forKey: .since)
      try container.encode(channel.answer, forKey: .answer)
      try container.encode(channel.lastDelivered, forKey: .lastDelivered)
      try container.encode(channel.nextTry, forKey: .nextTry)
    }
  }

  package struct Alert: Encodable, Sendable {
    package var alert: Outbox.Alert

    private enum CodingKeys: String, CodingKey {
      case key, channel, rule, type, publication, state, created, attempts, due, finished, answer
      case lastAttempt = "last_attempt"
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(alert.key, forKey: .key)
      try container.encode(alert.channel, forKey: .channel)
      try container.encode(alert.rule, forKey: .rule)
      try container.encode(alert.type, forKey: .type)
      try container.encode(alert.publication, forKey: .publication)
      try container.encode(alert.state, forKey: .state)
      try container.encode(alert.created, forKey: .created)
      try container.encode(alert.attempts, forKey: .attempts)
      try container.encode(alert.due, forKey: .due)
      try container.encode(alert.lastAttempt, forKey: .lastAttempt)
      try container.encode(alert.finished, forKey: .finished)
      try container.encode(alert.answer, forKey: .answer)
    }
  }

  package var channels: [Channel]
  package var alerts: [Alert]
  package var latency: LatencyDocument?

  package init(_ outbox: Outbox) {
    channels = outbox.channels.map { Channel(channel: $0) }
    alerts = outbox.alerts.map { Alert(alert: $0) }
    latency = outbox.latency.map(LatencyDocument.init)
  }

  private enum CodingKeys: String, CodingKey { case channels, alerts, latency }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(channels, forKey: .channels)
    try container.encode(alerts, forKey: .alerts)
    try container.encode(latency, forKey: .latency)
  }
}

/// Seconds from a publication seen to its alert delivered.
package struct LatencyDocument: Encodable, Sendable {
  package var deliveries: Int
  package var p50: Int64
  package var p95: Int64

  package init(_ latency: Outbox.Latency) {
    (deliveries, p50, p95) = (latency.count, latency.p50, latency.p95)
  }
}
