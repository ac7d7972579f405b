package import BriefClient
package import BriefModel

/// Something that a person should look at, with the command to run.
package struct Problem: Hashable, Sendable, Encodable {
  /// A sentence.
  package var what: String
  /// `nil` when it is not about one source.
  package var source: SourceID?
  package var since: Timestamp?
  package var nextCommand: String
  /// Nobody can mend it: worth knowing, and no fault.
  var isPast = false

  private enum CodingKeys: String, CodingKey {
    case what, source, since
    case nextCommand = "next_command"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(what, forKey: .what)
    try container.encode(source, forKey: .source)
    try container.encode(since, forKey: .since)
    try container.encode(nextCommand, forKey: .nextCommand)
  }
}

/// How a store fares, problems first.
package struct StatusReport: Sendable {
  package var status: ArchiveStatus
  /// By id.
  package var sources: [SourceState]
  package var problems: [Problem]
  /// `nil` where it was not asked for.
  package var outbox: Outbox?

  package init(
    status: ArchiveStatus, sources: [SourceState], outbox: Outbox? = nil, now: Timestamp
  ) {
    self.status = status
    self.sources = sources
    self.outbox = outbox
    problems =
      Self.channelProblems(outbox) + Self.problems(status, sources, now: now)
  }

  private static func channelProblems(_ outbox: Outbox?) -> [Problem] {
    (outbox?.channels ?? []).filter { $0.troubleSince != nil && ($0.isOff || $0.pending > 0) }.map {
      Problem(
        what: "Channel \($0.id) is \($0.isOff ? "off" : "failing"): "
          + "\($0.answer ?? "no reason is known"); \(counted($0.pending, "alert")) waiting.",
        since: $0.troubleSince,
        nextCommand: $0.isGone
          ? "brief-syncd discard --channel \($0.id)"
          : $0.isOff
            ? "brief-syncd check-config --config FILE" : "brief-syncd test-alert \($0.id)")
    }
  }

  /// True when a source is failing or was given up by its publisher.
  package var hasFailingSources: Bool {
    sources.contains(where: Self.isFailing)
  }

  private static func isFailing(_ source: SourceState) -> Bool {
    source.state == .failing || source.state == .retired
  }

  private static func problems(
    _ status: ArchiveStatus, _ sources: [SourceState], now: Timestamp
  ) -> [Problem] {
    var problems: [Problem] = []
    if let trouble = status.writer?.trouble {
      problems.append(
        Problem(
          what: "Degraded: the store cannot be written, \(words(trouble.kind)). Nothing new is "
            + "recorded and alerts wait; it heals by itself.",
          since: trouble.since, nextCommand: "df -h"))
    }
    if status.parkedAlerts > 0 {
      problems.append(
        Problem(
          what: "\(counted(status.parkedAlerts, "alert")) could not be delivered and "
            + (status.parkedAlerts == 1 ? "waits." : "wait."),
          nextCommand: "brief-syncd replay"))
    }
    problems += status.refusedTopics.map { reason in
      Problem(
        what: "A file with topics is left out. \(reason)",
        nextCommand: "brief-sync topics check --topics DIR")
    }
    let failing = sources.indices.filter { isFailing(sources[$0]) }
    problems += failing.map { sources[$0] }
      .sorted { ($0.troubleSince ?? now, $0.id) < ($1.troubleSince ?? now, $1.id) }
      .map { source in
        Problem(
          what: source.reason ?? "The source is \(source.state.rawValue).", source: source.id,
          since: source.troubleSince, nextCommand: "brief-sync sources \(source.id)")
      }
    problems += sources.compactMap(unreadableFiles)
    problems += sources.filter(\.refusesPages).map { source in
      Problem(
        what: SourcesText.sentence(.pagesRefused), source: source.id,
        nextCommand: "brief-sync sources \(source.id)")
    }
    problems += sources.compactMap { GapWords.problem($0, now: now) }
    let overdue =
      status.writer == nil ? sources.indices.filter { isOverdue(sources[$0], now: now) } : []
    if let longest = overdue.compactMap({ sources[$0].nextPoll }).min() {
      problems.append(
        Problem(
          what: "No daemon runs, and \(counted(overdue.count, "source")) should have been polled.",
          since: longest, nextCommand: "systemctl start brief-sync"))
    }
    if sources.isEmpty {
      problems.append(
        Problem(
          what: "No source is configured.", nextCommand: "brief-syncd check-config --config FILE"))
    } else if sources.allSatisfy({ $0.state == .neverPolled }) {
      problems.append(
        Problem(
          what: "No source was polled yet.", nextCommand: "brief-syncd once --config FILE"))
    }
    return problems
  }

  /// A file that cannot be read holds up every withdrawal of its folder until somebody takes it away.
  static func unreadableFiles(_ source: SourceState) -> Problem? {
    guard source.oddities.contains(.unreadableFiles) else { return nil }
    return Problem(
      what: SourcesText.sentence(.unreadableFiles), source: source.id,
      nextCommand: "brief-sync explain \(source.id)")
  }

  private static func words(_ kind: ArchiveStatus.Trouble.Kind) -> String {
    switch kind {
    case .full: "because its disk is full"
    case .readOnly: "because it became read-only"
    case .failing: "because its disk fails"
    case .other: "for want of memory or because its file is damaged"
    }
  }

  /// Polls that a timer runs may be late by its own interval; two hours are late for any.
  private static let patience: Int64 = 2 * 3600

  private static func isOverdue(_ source: SourceState, now: Timestamp) -> Bool {
    guard source.state != .paused, source.state != .retired, let next = source.nextPoll else {
      return false
    }
    return next.advanced(by: patience) < now
  }
}

extension StatusReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case problems, counts, daemon, outbox, chain, sources
  }
  private enum CountKeys: String, CodingKey { case sources, publications, versions, changes }
  private enum DaemonKeys: String, CodingKey { case running, since, name, degraded }
  private enum OutboxKeys: String, CodingKey { case pending, parked, latency }
  private enum ChainKeys: String, CodingKey { case length, head }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(problems, forKey: .problems)
    var counts = container.nestedContainer(keyedBy: CountKeys.self, forKey: .counts)
    try counts.encode(status.counts.sources, forKey: .sources)
    try counts.encode(status.counts.publications, forKey: .publications)
    try counts.encode(status.counts.versions, forKey: .versions)
    try counts.encode(status.counts.changes, forKey: .changes)
    var daemon = container.nestedContainer(keyedBy: DaemonKeys.self, forKey: .daemon)
    try daemon.encode(status.writer != nil, forKey: .running)
    try daemon.encode(status.writer?.since, forKey: .since)
    try daemon.encode(status.writer?.name, forKey: .name)
    try daemon.encode(status.writer?.trouble?.kind, forKey: .degraded)
    var outbox = container.nestedContainer(keyedBy: OutboxKeys.self, forKey: .outbox)
    try outbox.encode(status.pendingAlerts, forKey: .pending)
    try outbox.encode(status.parkedAlerts, forKey: .parked)
    try outbox.encode(self.outbox?.latency.map(LatencyDocument.init), forKey: .latency)
    var chain = container.nestedContainer(keyedBy: ChainKeys.self, forKey: .chain)
    try chain.encode(status.chainLength, forKey: .length)
    try chain.encode(status.chainHead, forKey: .head)
    try container.encode(sources, forKey: .sources)
  }
}
