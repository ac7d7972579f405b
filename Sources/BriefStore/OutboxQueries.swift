package import BriefModel
import Foundation
import GRDB

/// How a channel's deliveries go.
package struct ChannelReport: Hashable, Sendable {
  package var channel: ChannelID
  /// Alerts that wait or are on their way.
  package var pending = 0
  /// Alerts that were given up.
  package var parked = 0
  /// Alerts delivered and not yet forgotten, about a week's.
  package var delivered = 0
  /// True when it cannot be used as it is set up.
  package var isOff = false
  /// Since when it has been failing without a break, or off.
  package var troubleSince: Timestamp?
  /// The last answer that was no success, or why it is off.
  package var answer: String?
  package var lastDelivered: Timestamp?
  /// When the next attempt is due; `nil` when nothing waits.
  package var nextTry: Timestamp?
  /// Alerts that a person took out undelivered.
  package var discarded = 0

  package init(channel: ChannelID) { self.channel = channel }

  /// Why a channel is off of which nothing but alerts is left.
  package static let notConfigured =
    "alerts wait for it, and the configuration does not have it"

  /// True when alerts wait for a channel that the configuration does not have.
  package var isGone: Bool { isOff && answer == Self.notConfigured }
}

/// One alert in the outbox.
package struct OutboxEntry: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case pending, sending, delivered, parked
    /// A person took it out; not in the outbox any more.
    case discarded
  }

  package var key: String
  package var channel: ChannelID
  package var rule: String
  package var type: String
  package var publication: PublicationID?
  package var state: State
  package var created: Timestamp
  package var attempts: Int
  package var due: Timestamp
  package var lastAttempt: Timestamp?
  package var finished: Timestamp?
  package var answer: String?
}

/// From a publication seen to its alert delivered, in whole seconds.
package struct DeliveryLatency: Hashable, Sendable {
  /// How many deliveries the figures rest on.
  package var count: Int
  package var p50: Int64
  package var p95: Int64

  package init(count: Int, p50: Int64, p95: Int64) {
    self.count = count
    self.p50 = p50
    self.p95 = p95
  }
}

extension StoreSnapshot {
  /// All channels that alerts were ever owed to and not yet forgotten, by name.
  package func channelReports() throws -> [ChannelReport] {
    var reports: [ChannelID: ChannelReport] = [:]
    try RowStatement(
      db,
      """
      SELECT channel, is_off, since, answer, last_delivered, held_at, held_for FROM channel_state
      """
    ).forEachRow([]) { row in
      let report = try channelReport(row)
      reports[report.channel] = report
    }
    try RowStatement(
      db, "SELECT channel, state, count(*), min(due) FROM outbox GROUP BY 1, 2"
    ).forEachRow([]) { row in
      let record = "the outbox"
      let channel = ChannelID(try row.text(0, of: record))
      var report = reports[channel] ?? ChannelReport(channel: channel)
      let count = Int(try row.integer(2, of: record))
      switch try outboxState(try row.text(1, of: record), of: record) {
      case .pending:
        report.pending += count
        let due = Timestamp(seconds: try row.integer(3, of: record))
        report.nextTry = max(report.nextTry ?? due, due)
      case .sending: report.pending += count
      case .delivered: report.delivered = count
      case .parked: report.parked = count
      case .discarded: break
      }
      reports[channel] = report
    }
    try RowStatement(db, "SELECT channel, count(*) FROM discarded_alert GROUP BY 1")
      .forEachRow([]) { row in
        let channel = ChannelID(try row.text(0, of: "the discarded alerts"))
        let count = Int(try row.integer(1, of: "the discarded alerts"))
        reports[channel, default: ChannelReport(channel: channel)].discarded = count
      }
    for (channel, report) in reports where report.pending == 0 { reports[channel]?.nextTry = nil }
    return reports.values.sorted { $0.channel < $1.channel }
  }

  private func channelReport(_ row: RowColumns) throws -> ChannelReport {
    let name = try row.text(0, of: "a channel's state")
    let record = "the state of channel \(name)"
    var report = ChannelReport(channel: ChannelID(name))
    report.isOff = try row.integer(1, of: record) != 0
    report.troubleSince = timestamp(try row.optionalInteger(2, of: record))
    report.answer = try row.optionalText(3, of: record)
    report.lastDelivered = timestamp(try row.optionalInteger(4, of: record))
    // A hold is what the whole channel waits for.
    if let at = timestamp(try row.optionalInteger(5, of: record)),
      let length = try row.optionalInteger(6, of: record)
    {
      report.nextTry = at.advanced(by: length)
    }
    return report
  }

  /// Alerts in one of the states, the newest first.
  package func outboxEntries(in states: Set<OutboxEntry.State>, limit: Int) throws -> [OutboxEntry]
  {
    let names = states.map(\.rawValue).sorted()
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM outbox WHERE state IN (\(marks)) ORDER BY n DESC LIMIT ?",
      arguments: StatementArguments(names) + [max(0, limit)])
    return try rows.map(outboxEntry)
  }

  /// Alerts that were taken out undelivered, the newest first.
  package func discardedEntries(limit: Int) throws -> [OutboxEntry] {
    try Row.fetchAll(
      db, sql: "SELECT *, 'discarded' AS state FROM discarded_alert ORDER BY n DESC LIMIT ?",
      arguments: [max(0, limit)]
    ).map(outboxEntry)
  }

  /// Over what was delivered since; `nil` when nothing was.
  package func deliveryLatency(since: Timestamp) throws -> DeliveryLatency? {
    var seconds: [Int64] = []
    try RowStatement(
      db,
      """
      SELECT max(0, finished - created) AS seconds FROM outbox
      WHERE state = 'delivered' AND finished >= ? ORDER BY seconds
      """
    ).forEachRow([.integer(since.seconds)]) { row in
      seconds.append(try row.integer(0, of: "the outbox"))
    }
    guard !seconds.isEmpty else { return nil }
    func percentile(_ percent: Int) -> Int64 {
      seconds[min(seconds.count - 1, seconds.count * percent / 100)]
    }
    return DeliveryLatency(count: seconds.count, p50: percentile(50), p95: percentile(95))
  }

  private func outboxEntry(_ row: Row) throws -> OutboxEntry {
    let key: String = try row.value("key", of: "an alert")
    let record = "alert \(key)"
    let publication: Data? = try row.optional("publication", of: record)
    return OutboxEntry(
      key: key, channel: ChannelID(try row.value("channel", of: record) as String),
      rule: try row.value("rule", of: record), type: try row.value("type", of: record),
      publication: publication.flatMap { PublicationID($0) },
      state: try outboxState(try row.value("state", of: record), of: record),
      created: try row.time("created", of: record),
      attempts: try row.value("attempts", of: record), due: try row.time("due", of: record),
      lastAttempt: try row.optionalTime("asked", of: record),
      finished: try row.optionalTime("finished", of: record),
      answer: try row.optional("answer", of: record))
  }

  private func outboxState(_ name: String, of record: String) throws -> OutboxEntry.State {
    guard let state = OutboxEntry.State(rawValue: name) else {
      throw StoreTrouble.damaged(record: record, detail: "unknown state \(name)")
    }
    return state
  }
}
