public import BriefModel
internal import BriefStore

/// What is owed, given up and was sent lately, and how the channels fare.
public struct Outbox: Hashable, Sendable {
  /// Where alerts go.
  public struct Channel: Hashable, Sendable {
    public var id: ChannelID
    /// Alerts that wait or are on their way.
    public var pending: Int
    /// Alerts that were given up.
    public var parked: Int
    /// Alerts delivered and not yet forgotten, about a week's.
    public var delivered: Int
    /// True when it cannot be used as it is set up: its alerts wait.
    public var isOff: Bool
    /// Since when it has been failing without a break, or off.
    public var troubleSince: Timestamp?
    /// The last answer that was no success, or why it is off.
    public var answer: String?
    public var lastDelivered: Timestamp?
    /// When the next attempt is due; `nil` when nothing waits.
    public var nextTry: Timestamp?
    /// Alerts that a person took out undelivered.
    public var discarded: Int
    /// True when alerts wait for it and the configuration does not have it.
    public var isGone: Bool
  }

  /// One alert for one channel.
  public struct Alert: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
      case pending, sending, delivered, parked
      /// A person took it out undelivered.
      case discarded
    }

    /// The same on every attempt.
    public var key: String
    public var channel: ChannelID
    public var rule: String
    /// `change`, `summary`, `source`, `channel`.
    public var type: String
    public var publication: PublicationID?
    public var state: State
    public var created: Timestamp
    public var attempts: Int
    /// When the next attempt is due, or was.
    public var due: Timestamp
    public var lastAttempt: Timestamp?
    public var finished: Timestamp?
    /// What the receiver said last.
    public var answer: String?
  }

  /// From a publication seen to its alert delivered, in whole seconds.
  public struct Latency: Hashable, Sendable {
    /// How many deliveries the figures rest on.
    public var count: Int
    public var p50: Int64
    public var p95: Int64
  }

  /// By id.
  public var channels: [Channel]
  /// The newest first, up to the limit for each of: waiting, given up, delivered, discarded.
  public var alerts: [Alert]
  /// `nil` when nothing was delivered lately.
  public var latency: Latency?
}

extension ArchiveSnapshot {
  /// - Parameters:
  ///   - limit: alerts of each state that are listed.
  ///   - since: deliveries after it make the latency.
  public func outbox(limit: Int, since: Timestamp) throws(ArchiveError) -> Outbox {
    try query { store in
      var entries: [OutboxEntry] = []
      if limit > 0 {
        for states: Set<OutboxEntry.State> in [[.pending, .sending], [.parked], [.delivered]] {
          entries += try store.outboxEntries(in: states, limit: limit)
        }
        entries += try store.discardedEntries(limit: limit)
      }
      return Outbox(
        channels: try store.channelReports().map(Outbox.Channel.init),
        alerts: entries.map(Outbox.Alert.init),
        latency: try store.deliveryLatency(since: since).map {
          Outbox.Latency(count: $0.count, p50: $0.p50, p95: $0.p95)
        })
    }
  }
}

extension Outbox.Channel {
  fileprivate init(_ report: ChannelReport) {
    self.init(
      id: report.channel, pending: report.pending, parked: report.parked,
      delivered: report.delivered, isOff: report.isOff, troubleSince: report.troubleSince,
      answer: report.answer, lastDelivered: report.lastDelivered, nextTry: report.nextTry,
      discarded: report.discarded, isGone: report.isGone)
  }
}

extension Outbox.Alert {
  fileprivate init(_ entry: OutboxEntry) {
    let state: State =
      switch entry.state {
      case .pending: .pending
      case .sending: .sending
      case .delivered: .delivered
      case .parked: .parked
      case .discarded: .discarded
      }
    self.init(
      key: entry.key, channel: entry.channel, rule: entry.rule, type: entry.type,
      publication: entry.publication, state: state, created: entry.created,
      attempts: entry.attempts, due: entry.due, lastAttempt: entry.lastAttempt,
      finished: entry.finished, answer: entry.answer)
  }
}
